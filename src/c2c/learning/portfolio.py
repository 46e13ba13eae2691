"""What many partnerships can learn together: counts of what is on record, side by side, and never what causes what.

A partnership *has evidence of results* if an achievement, or an action that is done, has evidence on record. Good records look
like good partnerships: who writes more down has more of everything. So nothing here is a share or a correlation; numbers
stand as n of m, and where m is below `FEW` they are too few to say anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.learning.factors import PRESENT
from c2c.learning.obstacles import Tally, by_challenge, by_step
from c2c.learning.taught import Example, Taught
from c2c.model.guidebook import Area
from c2c.vocab import Practice, Status

FEW: Final = 5
"""With fewer partnerships than this on one side, c2c says that they are too few to compare."""
OLD: Final = 10
"""From how many years on a partnership is old: the UK review found those of the last decade short of their aims."""
MANY: Final = 3
"""From how many on c2c calls areas or kinds of activities a variety; the review names no number."""


class Part(NamedTuple):
    """So many of so many partnerships."""

    n: int
    of: int


class Factor(NamedTuple):
    """In how many partnerships a characteristic is fair or strong, out of those where it is rated."""

    id: str
    shown: Part
    """Among the partnerships with evidence of results."""
    others: Part
    """Among those without any on record."""

    @property
    def says_something(self) -> bool:
        """Whether there are enough on both sides to look at."""
        return min(self.shown.of, self.others.of) >= FEW


class AreaTally(NamedTuple):
    """How the actions of an area stand, those of areas within it included; None are those of no area on record.

    `shown` says how many are done with evidence.
    """

    id: str | None
    counts: Mapping[Status, int]
    shown: int
    partnerships: int

    @property
    def actions(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


class Band(NamedTuple):
    """The partnerships from `least` on, up to `most`, and how many of them have evidence of results; None: not on record."""

    least: int | None
    most: int | None
    part: Part


class Split(NamedTuple):
    """Evidence of results by one number: a partnership's years, its areas, or its kinds of activities."""

    by: str
    bands: tuple[Band, ...]

    @property
    def says_something(self) -> bool:
        """Whether there are enough in every band of those where the number is known."""
        return all(each.part.of >= FEW for each in self.bands if each.least is not None)


class Learned(NamedTuple):
    """What a portfolio has to teach. `evaluated` says of how many partnerships an evaluation is on record.

    `scopes` says how many have one that names a scope of the guidebook, and under None how many have one that names none.
    """

    all: tuple[Taught, ...]
    evaluated: Part
    scopes: Mapping[str | None, int]
    challenges: tuple[Tally, ...]
    steps: tuple[Tally, ...]
    factors: tuple[Factor, ...]
    areas: tuple[AreaTally, ...]
    splits: tuple[Split, ...]
    practice: tuple[Example, ...]

    @property
    def shown(self) -> Part:
        """How many partnerships have evidence of results."""
        return _shown(self.all)


def learned(all: Iterable[Taught], book: Guidebook) -> Learned:
    """What these partnerships have to teach, in the order of the guidebook."""
    told = tuple(all)
    met = [each for one in told for each in one.obstacles]
    evaluated = [each for each in told if each.scopes is not None]
    found = Counter(scope for each in evaluated for scope in each.scopes or ())
    return Learned(
        told,
        Part(len(evaluated), len(told)),
        {scope: found[scope] for scope in dict.fromkeys((*book.ids("scopes"), *sorted(found)))}
        | {None: sum(each.is_unsaid for each in told)},
        by_challenge(met),
        by_step(met, book.ids("steps")),
        tuple(_factors(told, book.ids("factors"))),
        tuple(_areas(told, book.areas)),
        tuple(Split(by, tuple(_bands(told, number, edge))) for by, number, edge in SPLITS),
        tuple(sorted((each for one in told for each in one.examples), key=_rank)),
    )


SPLITS: Final[tuple[tuple[str, Callable[[Taught], int | None], int], ...]] = (
    ("years", lambda each: each.years, OLD),
    ("areas", lambda each: len(each.areas) or None, MANY),
    ("kinds", lambda each: len(each.kinds) or None, MANY),
)
"""The numbers that results are held against, and from where on each is high. No area on record is unknown, not none."""


def _factors(all: Sequence[Taught], factors: Iterable[str]) -> Iterator[Factor]:
    shown = [each for each in all if each.results]
    others = [each for each in all if not each.results]
    rated = {factor for each in all for factor in each.ratings}
    for factor in dict.fromkeys((*factors, *sorted(rated))):
        if factor in rated:
            yield Factor(factor, _present(factor, shown), _present(factor, others))


def _present(factor: str, all: Iterable[Taught]) -> Part:
    found = [each.ratings[factor].rating in PRESENT for each in all if factor in each.ratings]
    return Part(sum(found), len(found))


def _areas(all: Iterable[Taught], areas: Iterable[Area]) -> Iterator[AreaTally]:
    """The areas that have actions, those with most first; a broader area counts for those within it."""
    broader = {each.id: each.broader for each in areas}
    counts: dict[str | None, Counter[Status]] = {}
    shown: Counter[str | None] = Counter()
    who: dict[str | None, set[str]] = {}
    for one in all:
        for action in one.actions:
            within: set[str | None] = {_top(each, broader) for each in action.areas}
            for area in within or {None}:
                counts.setdefault(area, Counter())[action.status] += 1
                shown[area] += action.is_shown
                who.setdefault(area, set()).add(one.id)
    for area in sorted(counts, key=lambda each: (each is None, -counts[each].total(), each or "")):
        by_status = {status: counts[area][status] for status in Status}
        yield AreaTally(area, by_status, shown[area], len(who[area]))


def _top(area: str, broader: Mapping[str, str | None]) -> str:
    """The broadest area that an area is within; of areas that are within each other, one."""
    above, seen = area, set[str]()
    while above not in seen:
        seen.add(above)
        above = broader.get(above) or above
    return above


def _bands(all: Iterable[Taught], number: Callable[[Taught], int | None], edge: int) -> Iterator[Band]:
    known = [(number(each), each) for each in all]
    low = [each for n, each in known if n is not None and n < edge]
    high = [each for n, each in known if n is not None and n >= edge]
    unknown = [each for n, each in known if n is None]
    yield Band(0, edge - 1, _shown(low))
    yield Band(edge, None, _shown(high))
    if unknown:
        yield Band(None, None, _shown(unknown))


def _shown(all: Sequence[Taught]) -> Part:
    return Part(sum(each.results > 0 for each in all), len(all))


def _rank(example: Example) -> tuple[int, int, str, str]:
    return (_ORDER[example.kind], -example.evidence, example.partnership, example.id)


_ORDER: Final = {kind: number for number, kind in enumerate(Practice)}
