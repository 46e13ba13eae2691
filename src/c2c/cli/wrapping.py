"""Where a line may be broken: after spaces, and between Chinese characters as Chinese is set."""

from collections.abc import Iterator
from typing import Final

from rich.cells import get_character_cell_size

_CLOSING: Final = frozenset("，。、；：？！）》」』】〕〉”’…—·,.;:?!)]}%")
"""Signs that do not begin a line after a wide character."""
_OPENING: Final = frozenset("（《「『【〔〈“‘([{")
"""Signs that do not end one."""


def wrapped(text: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """The start and end of each line of a text, the first of at most `first` cells, the others of at most `rest`.

    A word that is longer than a line is broken where the line is full.
    """
    start, room = 0, first
    while True:
        end = _end_of_line(text, start, room)
        yield start, end
        if end == len(text):
            return
        start, room = end, rest


def cells(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(get_character_cell_size, text))


def _end_of_line(text: str, start: int, room: int) -> int:
    """Where the line that begins at `start` ends: at the last place where it may, if there is one."""
    used, allowed = 0, start
    for i in range(start, len(text)):
        if i > start and _may_break(text[i - 1], text[i]):
            allowed = i
        used += get_character_cell_size(text[i])
        if used > room and text[i] != " " and i > start:
            return allowed if allowed > start else i
    return len(text)


def _may_break(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before == " " and after not in " ·"
    if after in _CLOSING or before in _OPENING:
        return False
    return get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2
