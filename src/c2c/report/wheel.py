"""The wheel of steps as shapes: one piece of a ring for each step, clockwise from the top, in a square of 320 units."""

from functools import cache
from math import cos, pi, sin
from typing import Final, NamedTuple

SIZE: Final = 320
_CENTRE: Final = SIZE / 2
_OUTER: Final = 152.0
_INNER: Final = 78.0
_GAP: Final = 0.02
"""Between two pieces, in radians."""


class Piece(NamedTuple):
    """The path of a piece (SVG's `d`), and where its number and its words stand."""

    path: str
    x: float
    y: float


@cache
def wheel(steps: int) -> tuple[Piece, ...]:
    """The pieces of a wheel of so many steps, which are the same for every partnership."""
    turn = 2 * pi / max(steps, 1)
    return tuple(_piece(number * turn + _GAP, (number + 1) * turn - _GAP) for number in range(steps))


def _piece(start: float, end: float) -> Piece:
    large = int(end - start > pi)
    corners = [_at(radius, angle) for radius, angle in _corners(start, end)]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corners
    path = (
        f"M{x1} {y1}A{_OUTER:g} {_OUTER:g} 0 {large} 1 {x2} {y2}"
        f"L{x3} {y3}A{_INNER:g} {_INNER:g} 0 {large} 0 {x4} {y4}Z"
    )
    x, y = _at((_OUTER + _INNER) / 2, (start + end) / 2)
    return Piece(path, x, y)


def _corners(start: float, end: float) -> tuple[tuple[float, float], ...]:
    return (_OUTER, start), (_OUTER, end), (_INNER, end), (_INNER, start)


def _at(radius: float, angle: float) -> tuple[float, float]:
    """A place by its distance from the centre and its angle from the top, clockwise."""
    return round(_CENTRE + radius * sin(angle), 1), round(_CENTRE - radius * cos(angle), 1)
