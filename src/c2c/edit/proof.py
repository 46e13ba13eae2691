"""The proof of an edit: the text is read back, and is refused unless it says exactly what was wanted."""

from collections.abc import Callable, Iterable
from typing import Final

from c2c.diagnostics import Route
from c2c.source import Data, Source

_CANNOT: Final = "c2c cannot write this so that it reads back as exactly this change"


class Refused(Exception):
    """An edit that cannot be made; `str()` says why."""


def check_whole(source: Source) -> None:
    """Raise Refused for a file of which a part could not be read."""
    if not source.whole or source.data is None:
        raise Refused("the file has a mistake that keeps it from being read as a whole")


def proved(source: Source, candidates: Iterable[str], expected: Data, otherwise: str = _CANNOT) -> str:
    """The first of the texts that reads back as the data that are expected. Raises Refused, which says `otherwise`."""
    for text in candidates:
        read = Source.parse(text, source.name)
        if read.whole and len(read.problems) == len(source.problems) and read.data == expected:
            return text
    raise Refused(otherwise)


def changed(data: Data, route: Route, change: Callable[[Data], Data]) -> Data:
    """The data with what is at a route changed; nothing of the data given is."""
    if not route:
        return change(data)
    part, rest = route[0], route[1:]
    if isinstance(data, list):
        return [changed(each, rest, change) if number == part else each for number, each in enumerate(data)]
    if not isinstance(data, dict) or not isinstance(part, str):
        raise Refused(f"{part}: was not found again")
    return {**data, part: changed(data.get(part), rest, change)}


def less(data: Data, part: str | int) -> Data:
    """The list or the mapping without one of its parts."""
    if isinstance(data, list):
        return [each for number, each in enumerate(data) if number != part]
    assert isinstance(data, dict)
    return {key: each for key, each in data.items() if key != part}
