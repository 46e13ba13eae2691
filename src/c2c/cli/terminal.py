"""Lines for a terminal: aligned for wide characters, wrapped to its width; in a pipe nothing is cut, wrapped or coloured."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from c2c.cli.wrapping import cells, wrapped
from c2c.export.inert import inert
from c2c.model.text import one_line
from c2c.vocab import Status

Piece: TypeAlias = str | tuple[str, str]
"""A text, plain or with the name of a style."""

STATUS_STYLES: Final[Mapping[Status, str]] = {
    Status.DONE: "green",
    Status.PARTLY_DONE: "yellow",
    Status.NOT_DONE: "red",
    Status.UNCLEAR: "magenta",
    Status.OPEN: "cyan",
}
_SGR: Final[Mapping[str, int]] = {
    "bold": 1,
    "underline": 4,
    "red": 31,
    "green": 32,
    "yellow": 33,
    "magenta": 35,
    "cyan": 36,
}
"""ECMA-48, Select Graphic Rendition."""

_NARROWEST: Final = 20
_LITTLE: Final = 4
_KEPT: Final = "\u00a0"
_GAP: Final = 2
_FLEXIBLE: Final = 16
"""How narrow the column that wraps may become before a table is given up."""


class Screen:
    """Standard output, for lines and tables. What is given is shown as it is: data are never read as markup."""

    def __init__(self) -> None:
        is_terminal = sys.stdout.isatty()
        self.width = max(_NARROWEST, shutil.get_terminal_size().columns) if is_terminal else None
        self.is_styled = is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def kept(self, text: str) -> str:
        """A short text whose words stay together where a line is broken."""
        return text if self.width is None or cells(text) > self.width // 2 else text.replace(" ", _KEPT)

    def hang(self, wanted: int) -> int:
        """How much deeper lines go on: as wanted, or a little where that leaves too narrow a column."""
        return wanted if self.width is None or wanted <= self.width * 2 // 5 else _LITTLE

    def line(self, *pieces: Piece, indent: int = 0, hang: int = 0) -> None:
        """A line of pieces; on a terminal, what does not fit goes on below, indented by `hang` more."""
        told = [(piece, "") if isinstance(piece, str) else piece for piece in pieces]
        text = "".join(words for words, _ in told)
        if self.width is None:
            self._put(" " * indent, [(text, "")])
            return
        indent = min(indent, self.width // 2)
        deeper = min(indent + hang, self.width // 2)
        for start, end in wrapped(text, self.width - indent, self.width - deeper):
            line = _cut(told, start, start + len(text[start:end].rstrip()))
            self._put(
                " " * (deeper if start else indent),
                [(part.replace(_KEPT, " "), style) for part, style in line],
            )

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str]],
        right: Iterable[int] = (),
        flexible: int = -1,
    ) -> None:
        """A table, with a head if there is one. Columns in `right` are aligned to the right.

        On a terminal that is too narrow the column `flexible` wraps, and if that does not help, each row becomes
        a few lines of its own.
        """
        body = [[inert(one_line(cell)) for cell in row] for row in rows]
        widths = [max(map(cells, column)) for column in zip(heads, *body, strict=True)]
        if self.width is None or _total(widths) <= self.width:
            if any(heads):
                self._row([[head] for head in heads], widths, frozenset(right), is_head=True)
            for row in body:
                self._row([[cell] for cell in row], widths, frozenset(right))
            return
        flexible %= len(heads)
        widths = [
            max(_longest_word(column[0]), *map(cells, column[1:]), 0)
            for column in zip(heads, *body, strict=True)
        ]
        room = self.width - (_total(widths) - widths[flexible])
        if room < min(widths[flexible], _FLEXIBLE):
            self._cards(heads, body)
            return
        widths[flexible] = min(widths[flexible], room)
        stacked = [_lines(head, width) for head, width in zip(heads, widths, strict=True)]
        height = max(map(len, stacked))
        if any(heads):
            self._row(
                [[""] * (height - len(lines)) + lines for lines in stacked],
                widths,
                frozenset(right),
                is_head=True,
            )
        for row in body:
            self._row(
                [_lines(cell, width) for cell, width in zip(row, widths, strict=True)],
                widths,
                frozenset(right),
            )

    def _row(
        self, row: Sequence[list[str]], widths: list[int], right: frozenset[int], is_head: bool = False
    ) -> None:
        for n in range(max(map(len, row))):
            told = [lines[n] if n < len(lines) else "" for lines in row]
            padded = [_padded(cell, widths[i], i in right) for i, cell in enumerate(told)]
            self._put("", [((" " * _GAP).join(padded).rstrip(), "bold" if is_head else "")])

    def _cards(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        for row in rows:
            self.line((row[0], "bold"), "  ", row[1], hang=2)
            facts = [self.kept(f"{head} {cell}") for head, cell in zip(heads[2:], row[2:], strict=True)]
            self.line(" · ".join(facts), indent=2)

    def _put(self, indent: str, pieces: Iterable[tuple[str, str]]) -> None:
        """Write one line of the output; the only place that does."""
        if self.is_styled:
            line = indent + "".join(_styled(inert(text), style) for text, style in pieces)
        else:
            line = inert(indent + "".join(text for text, _ in pieces)).rstrip()
        sys.stdout.write(f"{line}\n")


def _cut(pieces: Iterable[tuple[str, str]], start: int, end: int) -> Iterator[tuple[str, str]]:
    """The pieces of a stretch of the text that all of them make."""
    at = 0
    for text, style in pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            yield part, style
        at += len(text)


def _styled(text: str, style: str) -> str:
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if style and text else text


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - cells(text))
    return space + text if right else text + space


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _longest_word(text: str) -> int:
    return max(map(cells, text.split()), default=0)


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end].rstrip() for start, end in wrapped(text, width, width)]
