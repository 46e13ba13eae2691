"""Which sectors take part at which steps: a disc where somebody is on record, a question mark where that is unknown."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from c2c.report.pictures.svg import LINE, SIZE, WIDTH, element, fitting, framed, wide, words

_FIRST: Final = 92.0
"""How wide the column of the steps is."""
_ROW: Final = 24.0
_HEAD: Final = 2 * LINE + 8
_R: Final = 7.0


class Row(NamedTuple):
    """A step, and for each sector whether somebody of it is on record there."""

    label: str
    cells: Sequence[bool]


def coverage(
    id: str,
    title: str,
    description: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    there: str,
    unknown: str,
) -> Markup:
    """The picture of a table of steps and sectors, with what its two signs mean below."""
    room = (WIDTH - _FIRST) / max(1, len(columns))
    pieces = list(_heads(columns, room))
    for i, row in enumerate(rows):
        pieces += _row(row, _HEAD + i * _ROW, room)
    bottom = _HEAD + len(rows) * _ROW
    pieces += _key(there, unknown, bottom)
    return framed("coverage", id, title, description, bottom + 3 * LINE, pieces)


def _heads(columns: Sequence[str], room: float) -> Iterator[Markup]:
    """The names of the columns, by turns on two lines, so that each has the room of two."""
    for i, column in enumerate(columns):
        told = fitting(column, 2 * room - 8)
        x = min(_FIRST + (i + 0.5) * room, WIDTH - wide(told) / 2)
        yield words(told, x, _HEAD - 8 - (i % 2) * LINE, "middle")


def _row(row: Row, top: float, room: float) -> Iterator[Markup]:
    middle = top + _ROW / 2
    yield element("path", class_="axis", d=f"M0 {top:g}H{WIDTH:g}")
    yield words(fitting(row.label, _FIRST - 6), 0.0, middle + SIZE / 3)
    for i, is_there in enumerate(row.cells):
        yield _sign(is_there, _FIRST + (i + 0.5) * room, middle)


def _sign(is_there: bool, x: float, y: float) -> Markup:
    if is_there:
        return element("circle", class_="there", cx=x, cy=y, r=_R)
    return words("?", x, y + SIZE / 3, "middle", "unknown")


def _key(there: str, unknown: str, top: float) -> Iterator[Markup]:
    yield element("path", class_="axis", d=f"M0 {top:g}H{WIDTH:g}")
    for line, (is_there, meaning) in enumerate(((True, there), (False, unknown)), start=1):
        y = top + line * (LINE + 2)
        yield _sign(is_there, _R + 1, y)
        yield words(fitting(meaning, WIDTH - 2 * _R - 8), 2 * _R + 8, y + SIZE / 3)
