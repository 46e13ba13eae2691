"""What all lists share: one JSON document, or one table, and a word on what could not be read."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

import typer

from c2c.cli.aside import tell

if TYPE_CHECKING:
    from c2c.cli.reading import Reading

T = TypeVar("T")

_ONE: Final = {
    "actions": "action",
    "agreements": "agreement",
    "cities": "city",
    "ideas": "idea",
    "partnerships": "partnership",
    "sources": "source",
}
"""What each list is of."""
_NO_CHOICE: Final = frozenset({"as_of", "lang", "json", "rev", "root"})
"""The options that leave nothing out."""


def print_json(name: str, found: Iterable[Mapping[str, object]], reading: "Reading") -> None:
    """Print what was found under its name, and what was left out."""
    from c2c.export.document import print_document

    print_document({}, (name, found), ("left_out", reading.left_out))
    reading.say_left_out()


def print_table(
    heads: list[str],
    found: Iterable[T],
    row: Callable[[T], tuple[str, ...]],
    reading: "Reading",
    context: typer.Context,
    flexible: int = -1,
) -> None:
    """Print what was found as a table, a row each; if it is nothing, say of the command's things that there are none."""
    from c2c.cli.terminal import Screen

    rows = [row(each) for each in found]  # the rows are small; what they are made from is let go
    if rows:
        Screen().table(heads, rows, flexible=flexible)
    else:
        tell(_none(context))
    reading.say_left_out()


def _none(context: typer.Context) -> str:
    """That there is nothing of what is listed, or nothing that the options leave."""
    what = _ONE[context.info_name or ""]
    is_chosen = any(value for name, value in context.params.items() if name not in _NO_CHOICE)
    return f"no {what} matches" if is_chosen else f"no {what} is on record"
