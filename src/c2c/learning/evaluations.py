"""Evaluations by what they look at, and which of the guidebook's scopes nobody has ever looked at."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from c2c.dates import Edtf
from c2c.model.experience import Evaluation
from c2c.model.partnership import Partnership
from c2c.standing import has_come


class Scope(NamedTuple):
    """A scope of the guidebook, and the ids of the evaluations that look at it."""

    id: str
    evaluations: tuple[str, ...]


class Evaluations(NamedTuple):
    """The evaluations that there were by a day. `scopes` has every scope; of `unsaid` nobody wrote down what they look at."""

    all: tuple[Evaluation, ...]
    scopes: tuple[Scope, ...]
    unsaid: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The scopes that no evaluation names. One of `unsaid` may have looked at them."""
        return tuple(each.id for each in self.scopes if not each.evaluations)


def evaluations(record: Partnership, scopes: Iterable[str], as_of: date) -> Evaluations:
    """The evaluations of a partnership, as of a day."""
    there = tuple(each for each in record.evaluations if has_come(taken(each), as_of))
    looked = (
        Scope(scope, tuple(each.id for each in there if scope in each.scopes))
        for scope in dict.fromkeys((*scopes, *(id for each in there for id in each.scopes)))
    )
    return Evaluations(there, tuple(looked), tuple(each.id for each in there if not each.scopes))


def taken(evaluation: Evaluation) -> Edtf | None:
    """When an evaluation was taken, or what time it looks back on; None where neither is on record."""
    return evaluation.on or evaluation.period
