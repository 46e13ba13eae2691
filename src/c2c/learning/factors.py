"""The five-factor profile: how far the characteristics of each success factor are there, as far as they were rated.

The report that the factors come from gives words (a high level of commitment, adequate funding), and no scale. So ratings are
words; where they are to be summed up, they count from 1 for absent to 4 for strong. A characteristic that is not rated is
left out of the mean: it is neither bad nor zero.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from c2c.model.experience import FactorRating
from c2c.model.partnership import Partnership
from c2c.model.reference import Characteristic
from c2c.vocab import Degree

POINTS: Final[Mapping[Degree, int]] = MappingProxyType(
    {degree: points for points, degree in enumerate(Degree, start=1)}
)
"""What a rating counts in a mean."""
LEAST: Final = min(POINTS.values())
MOST: Final = max(POINTS.values())
PRESENT: Final = frozenset((Degree.FAIR, Degree.STRONG))
"""The ratings by which a factor is there."""


class Group(NamedTuple):
    """A success factor: its characteristics that are rated, by the newest rating of each, out of how many."""

    id: str
    ratings: tuple[FactorRating, ...]
    of: int

    @property
    def mean(self) -> Fraction | None:
        """The mean of what is rated, from 1 to 4; None where nothing is."""
        points = [POINTS[each.rating] for each in self.ratings]
        return Fraction(sum(points), len(points)) if points else None


def ratings(record: Partnership, as_of: date) -> Mapping[str, FactorRating]:
    """The newest rating of each characteristic that was there by then; one without a date is the oldest."""
    found: dict[str, FactorRating] = {}
    said = (each for each in record.factors if each.on is None or _end(each) <= as_of)
    for each in sorted(said, key=_end):
        found[each.factor] = each
    return found


def profile(
    ratings: Mapping[str, FactorRating], groups: Iterable[str], characteristics: Iterable[Characteristic]
) -> tuple[Group, ...]:
    """The factors in order, each with its characteristics that are rated, in the guidebook's order."""
    by_group: dict[str | None, list[str]] = {}
    for each in characteristics:
        by_group.setdefault(each.group, []).append(each.id)
    return tuple(
        Group(id, tuple(ratings[each] for each in ids if each in ratings), len(ids))
        for id in groups
        if (ids := by_group.get(id))
    )


def _end(rating: FactorRating) -> date:
    """The day from which it counts: the last possible one. What has no date is older than all others."""
    return (rating.on.latest or date.max) if rating.on else date.min
