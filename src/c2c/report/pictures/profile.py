"""The profile of success factors: how each is rated on its scale. One that nobody has rated looks different from a low one."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from c2c.report.pictures.svg import LINE, WIDTH, element, fitting, framed, unit, wide, words

_ROW: Final = 46.0
_BAR: Final = 14.0
_END: Final = 6.0
"""How much of the width is left free for a mark that stands at the end of the scale."""


class Rating(NamedTuple):
    """A factor: how many of its characteristics are rated, the mean, None if none is, and the ends of the scale."""

    label: str
    rated: int
    of: int
    mean: float | None
    lowest: float
    highest: float


def profile(
    id: str,
    title: str,
    description: str,
    rows: Sequence[Rating],
    unrated: str,
    number: Callable[[float], str] = lambda value: f"{value:g}",
) -> Markup:
    """The picture: a bar for each factor, to a mark at its mean; for one that is not rated an empty, dashed scale."""
    pieces = [piece for i, row in enumerate(rows) for piece in _row(row, i * _ROW, unrated, number)]
    return framed("profile", id, title, description, max(_ROW, len(rows) * _ROW), pieces)


def _row(row: Rating, top: float, unrated: str, number: Callable[[float], str]) -> Iterator[Markup]:
    said = f"{number(row.rated)}/{number(row.of)}"
    if row.mean is not None:
        said = f"{number(round(row.mean, 1))} · {said}"
    room = WIDTH - wide(said) - 8
    yield words(fitting(row.label, room), 0.0, top + LINE)
    yield words(said, WIDTH, top + LINE, "end")
    yield from _scale(row, top + LINE + 6) if row.mean is not None else _empty(top + LINE + 6, unrated)


def _scale(row: Rating, top: float) -> Iterator[Markup]:
    assert row.mean is not None
    length = WIDTH - _END
    span = row.highest - row.lowest
    at = length * min(1.0, max(0.0, (row.mean - row.lowest) / span)) if span > 0 else 0.0
    yield element("rect", class_="scale", x=0.0, y=top, width=length, height=_BAR)
    yield element("rect", class_="done", x=0.0, y=top, width=at, height=_BAR)
    for step in range(1, int(min(span, 10))):
        x = length * step / span
        yield element("path", class_="tick", d=f"M{unit(x)} {unit(top + _BAR)}v4")
    middle = top + _BAR / 2
    diamond = f"M{unit(at)} {unit(middle - 11)}l6 11l-6 11l-6 -11Z"
    yield element("path", class_="mark", d=diamond)


def _empty(top: float, unrated: str) -> Iterator[Markup]:
    yield element("rect", class_="unknown", x=0.5, y=top, width=WIDTH - _END, height=_BAR + 4)
    yield words(fitting(unrated, WIDTH - 16), 8.0, top + _BAR)
