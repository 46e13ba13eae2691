"""The values of an indicator over the years as lines: one for each run of values that can be compared, the target dashed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from markupsafe import Markup

from c2c.report.pictures.svg import LINE, SIZE, WIDTH, element, fitting, framed, unit, wide, words

HEIGHT: Final = 150.0
_LEFT: Final = 26.0
_RIGHT: Final = WIDTH - 34.0
_TOP: Final = 40.0
_BOTTOM: Final = HEIGHT - 26.0

_MARKS: Final = (
    "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0Z",
    "M-4 -4H4V4H-4Z",
    "M0 -5.5L5.5 4H-5.5Z",
    "M0 -6L6 0L0 6L-6 0Z",
)
"""A circle, a square, a triangle, a diamond: runs are told apart by them."""
_BOUNDS: Final[Mapping[str, str]] = {
    "at_least": "M0 -8V-17M-3.5 -13L0 -17L3.5 -13",
    "at_most": "M0 8V17M-3.5 13L0 17L3.5 13",
}
"""An arrow into the direction in which the value may really be."""


class Point(NamedTuple):
    """A value: where in time (in years), how much, its words, its period's words, and how exact it is."""

    x: float
    value: float
    text: str
    label: str
    bound: str = "exactly"


class Target(NamedTuple):
    """What is aimed at, with its words."""

    value: float
    text: str


class _Scale(NamedTuple):
    """From time and value to a place in the picture. Values start at zero, so that no change looks larger than it is."""

    first: float
    last: float
    low: float
    high: float

    def x(self, point: Point) -> float:
        if self.first == self.last:
            return (_LEFT + _RIGHT) / 2
        return _LEFT + (point.x - self.first) / (self.last - self.first) * (_RIGHT - _LEFT)

    def y(self, value: float) -> float:
        return _BOTTOM - (value - self.low) / (self.high - self.low) * (_BOTTOM - _TOP)


def lines(
    id: str, title: str, description: str, runs: Sequence[Sequence[Point]], target: Target | None = None
) -> Markup:
    """The picture of some runs, none of them empty. Between two runs there is a gap, and a dotted line in it."""
    scale = _scale(runs, target)
    pieces = [_axis(scale), *_breaks(runs, scale), *_aim(target, scale)]
    for number, run in enumerate(runs):
        pieces += _run(run, _MARKS[number % len(_MARKS)], scale)
    pieces += _labels([point for run in runs for point in run], scale)
    return framed("series", id, title, description, HEIGHT, pieces)


def _scale(runs: Sequence[Sequence[Point]], target: Target | None) -> _Scale:
    times = [point.x for run in runs for point in run]
    values = [point.value for run in runs for point in run] + ([target.value] if target else [])
    low, high = min(0.0, *values), max(0.0, *values)
    return _Scale(min(times), max(times), low, high if high > low else low + 1)


def _axis(scale: _Scale) -> Markup:
    zero = scale.y(0.0)
    return element("path", d=f"M0 {unit(zero)}H{unit(WIDTH)}", class_="axis") + words("0", 0.0, zero - 3)


def _breaks(runs: Sequence[Sequence[Point]], scale: _Scale) -> Iterator[Markup]:
    for before, after in pairwise(runs):
        x = (scale.x(before[-1]) + scale.x(after[0])) / 2
        yield element("path", d=f"M{unit(x)} {unit(_TOP - 12)}V{unit(_BOTTOM)}", class_="break")


def _aim(target: Target | None, scale: _Scale) -> Iterator[Markup]:
    if target is not None:
        y = scale.y(target.value)
        yield element("path", d=f"M0 {unit(y)}H{unit(WIDTH)}", class_="target")
        yield words(fitting(target.text, WIDTH - 4), 0.0, SIZE, name="target")


def _run(run: Sequence[Point], mark: str, scale: _Scale) -> Iterator[Markup]:
    places = [f"{unit(scale.x(point))} {unit(scale.y(point.value))}" for point in run]
    if len(run) > 1:
        yield element("path", d="M" + "L".join(places), class_="line")
    for point, place in zip(run, places, strict=True):
        inside = element("path", class_="mark about" if point.bound == "about" else "mark", d=mark)
        if point.bound in _BOUNDS:
            inside += element("path", class_="bound", d=_BOUNDS[point.bound])
        yield element("g", inside, transform=f"translate({place})")


def _labels(points: Sequence[Point], scale: _Scale) -> Iterator[Markup]:
    """The values above their marks, and the periods below; where there is no room, those at the ends go first."""
    used: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    order = [points[-1], *points[:-1]]
    for point in order:
        x = scale.x(point)
        up = 22 if point.bound == "at_least" else 9
        for is_value, text, y in (
            (True, point.text, scale.y(point.value) - up),
            (False, point.label, _BOTTOM + LINE + 2),
        ):
            place = _room(x, wide(text), used[is_value])
            if place is not None:
                used[is_value].append(place)
                for name in ("halo", ""):  # so that it can be read where it stands on a line
                    yield words(text, (place[0] + place[1]) / 2, y, "middle", name)


def _room(x: float, width: float, used: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Where a label of a width can stand about a place, within the picture and beside the others."""
    start = max(0.0, min(x - width / 2, WIDTH - width))
    end = start + width
    return None if any(start < last + 4 and first < end + 4 for first, last in used) else (start, end)
