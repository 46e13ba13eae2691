"""Rows of counts as bars, one piece for each status, told apart by pattern and number."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from c2c.report.pictures.svg import LINE, SIZE, WIDTH, element, fitting, framed, wide, words

_ROW: Final = 42.0
_BAR: Final = 18.0
_BOX: Final = 12.0


class Part(NamedTuple):
    """What a piece of a bar means: the class of its pattern, and its word."""

    name: str
    word: str


class Bar(NamedTuple):
    """A row: its label, and how many there are of each part."""

    label: str
    counts: Sequence[int]


def stacked(
    id: str,
    title: str,
    description: str,
    parts: Sequence[Part],
    bars: Sequence[Bar],
    number: Callable[[int], str] = str,
) -> Markup:
    """The picture: all bars on one scale, each with its total, and what the patterns mean below."""
    most = max((sum(bar.counts) for bar in bars), default=0) or 1
    pieces = [piece for i, bar in enumerate(bars) for piece in _bar(bar, parts, i * _ROW, most, number)]
    key = list(_key(parts, len(bars) * _ROW + LINE))
    pieces += [piece for _, piece in key]
    bottom = max((y for y, _ in key), default=0.0) + LINE / 2
    return framed("stacked", id, title, description, bottom, pieces)


def _bar(
    bar: Bar, parts: Sequence[Part], top: float, most: int, number: Callable[[int], str]
) -> Iterator[Markup]:
    total = number(sum(bar.counts))
    yield words(fitting(bar.label, WIDTH - wide(total) - 8), 0.0, top + LINE - 2)
    yield words(total, WIDTH, top + LINE - 2, "end")
    x = 0.5
    for part, n in zip(parts, bar.counts, strict=True):
        width = (WIDTH - 1) * n / most
        if n:
            yield element("rect", class_=part.name, x=x, y=top + LINE + 3, width=width, height=_BAR)
            yield from _number(number(n), x + width / 2, top + LINE + 3, width)
        x += width


def _number(text: str, x: float, top: float, width: float) -> Iterator[Markup]:
    """The number of a piece, on a ground of its own, where that leaves the pattern to be seen."""
    room = wide(text) + 4
    if width >= room + 12:
        yield element("rect", class_="ground", x=x - room / 2, y=top + 1.5, width=room, height=_BAR - 3)
        yield words(text, x, top + _BAR / 2 + SIZE / 3, "middle")


def _key(parts: Sequence[Part], top: float) -> Iterator[tuple[float, Markup]]:
    """Pattern and word of each part, in as many lines as they need, each with how far down it is."""
    x, y = 0.5, top
    for part in parts:
        word = fitting(part.word, WIDTH - _BOX - 8)
        width = _BOX + 5 + wide(word) + 12
        if x > 1 and x + width - 12 > WIDTH:
            x, y = 0.5, y + LINE + 2
        yield y, element("rect", class_=part.name, x=x, y=y - _BOX + 2, width=_BOX, height=_BOX)
        yield y, words(word, x + _BOX + 5, y)
        x += width
