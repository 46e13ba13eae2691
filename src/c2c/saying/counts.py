"""Numbers of actions by how they stand, in words that agree with the number: 1 åben, 2 åbne."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from c2c.language import Language
from c2c.vocab import Status


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many


_COUNTED: Final[Mapping[Status, tuple[str, str]]] = {
    Status.DONE: ngettext("{n} done", "{n} done"),
    Status.PARTLY_DONE: ngettext("{n} partly done", "{n} partly done"),
    Status.NOT_DONE: ngettext("{n} not done", "{n} not done"),
    Status.UNCLEAR: ngettext("{n} unclear", "{n} unclear"),
    Status.OPEN: ngettext("{n} open", "{n} open"),
}


@lru_cache(maxsize=1000)
def say_count(status: Status, n: int, language: Language) -> str:
    """A number of actions and how they stand, for use in a sentence: 3 partly done."""
    return language.count(*_COUNTED[status], n)
