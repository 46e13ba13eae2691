"""Putting something into a text at some places: all the rest stays, byte by byte."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from c2c.edit.tree import Node, line_end, line_start, written_end


class Splice(NamedTuple):
    """What takes the place of the text from `start` up to `end`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made; of two at one place the first comes first."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        parts += (text[at:start], new)
        at = end
    return "".join((*parts, text[at:]))


def lines_after(text: str, at: int, lines: Sequence[str]) -> Splice:
    """Lines more, below the line that an offset is in; a text without a newline at its end stays so."""
    end = written_end(text, at)
    newline = newline_at(text, end)
    return Splice(end, end, "".join(f"{newline}{line}" for line in lines))


def lines_before(text: str, at: int, lines: Sequence[str]) -> Splice:
    """Lines more, above the line that an offset is in."""
    start = line_start(text, at)
    newline = newline_at(text, written_end(text, at))
    return Splice(start, start, "".join(f"{line}{newline}" for line in lines))


def newline_at(text: str, end: int) -> str:
    """How the line that is written up to an offset ends; the last line of a text, as the others do."""
    at = end if end < len(text) else line_start(text, len(text)) - 1
    return "\r\n" if "\r\n" in text[max(0, at - 1) : at + 2] else "\n"


def with_its_comments(text: str, node: Node, column: int) -> int:
    """Where a value ends with the comments that belong to it: on its line, and below if they are further in."""
    at = line_end(text, node.end)
    while at < len(text):
        end = line_end(text, at + 1)
        line = text[at + 1 : end]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        at = end
    return at


def comments_above(text: str, at: int, column: int) -> int:
    """Where the comments begin that stand right above a key or an item, no further out; else where its line does."""
    start = line_start(text, at)
    while start > 0:
        above = line_start(text, start - 1)
        line = text[above : start - 1]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
            break
        start = above
    return start
