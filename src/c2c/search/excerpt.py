"""The part of a text around what was found in it."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from c2c.search.folding import Span

_BEFORE: Final = 40
_LONGEST: Final = 140
_WORD: Final = 16
"""How far a cut moves to fall between two words."""


class Excerpt(NamedTuple):
    """A part of a text, with … where it was cut, and from where to where in it something was found."""

    text: str
    matches: tuple[tuple[int, int], ...]


def whole(text: str, spans: Iterable[Span]) -> Excerpt:
    """All of a text."""
    return Excerpt(text, _joined(spans))


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """What stands around the first place, and as much after it as fits."""
    if len(text) <= _LONGEST:
        return whole(text, spans)
    first = min(spans)
    start = _cut(text, min(max(0, first.start - _BEFORE), len(text) - _LONGEST))
    start = min(start, first.start)
    end = max(_end(text, min(len(text), start + _LONGEST)), first.end)
    before = "…" if start else ""
    inside = [each for each in _joined(spans) if each[0] >= start and each[1] <= end]
    moved = tuple((from_ - start + len(before), to - start + len(before)) for from_, to in inside)
    return Excerpt(f"{before}{text[start:end]}{'…' if end < len(text) else ''}", moved)


def _joined(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """The places in order; those that overlap are one."""
    found: list[tuple[int, int]] = []
    for start, end, _ in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _cut(text: str, at: int) -> int:
    """The beginning of the word after a place, if there is one near."""
    space = text.find(" ", at, at + _WORD)
    return space + 1 if at and space >= 0 else at


def _end(text: str, at: int) -> int:
    """The end of the word before a place, if there is one near."""
    if at == len(text):
        return at
    space = text.rfind(" ", at - _WORD, at)
    return space if space > 0 else at
