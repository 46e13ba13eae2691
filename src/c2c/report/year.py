"""What a year was to bring and what it brought: the promises of the year, and what changed since the year before."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from c2c.standing import Overview, Standing
from c2c.vocab import Status

FINAL = frozenset((Status.DONE, Status.NOT_DONE))
"""A status that settles an action: what had it before the year began is no promise of the year."""


class Promises(NamedTuple):
    """The actions that were to be seen to in a year, by how the plan names them.

    `dated`: the action's own date, or the one it was put off to, touches the year. `running`: it has no date of its
    own, and the period of its focus area covers the year. `earlier`: it, or the period of its focus area, was planned for
    before the year, and it was not reported as settled then. The rest was settled before, or is planned for later.
    """

    dated: tuple[Standing, ...]
    running: tuple[Standing, ...]
    earlier: tuple[Standing, ...]

    @property
    def all(self) -> tuple[Standing, ...]:
        """All three."""
        return (*self.dated, *self.running, *self.earlier)


class Change(NamedTuple):
    """An action whose status record is another than a year before; `before` is None if there was none."""

    before: Status | None
    after: Standing


def promises(year: int, before: Overview, now: Overview) -> Promises:
    """The promises of a year; `before` is how things stood when it began."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    dated, running, earlier = [], [], []
    for then, each in zip(before.standings, now.standings, strict=True):
        if then.status in FINAL and not then.pending:
            continue
        if _touches(then, each, first, last):
            dated.append(each)
        elif not then.own_date and (then.due is None or then.due.edtf.overlaps(first, last)):
            running.append(each)
        elif then.due and (then.due.edtf.earliest is None or then.due.edtf.earliest < first):
            earlier.append(each)
    return Promises(tuple(dated), tuple(running), tuple(earlier))


def _touches(then: Standing, each: Standing, first: date, last: date) -> bool:
    """Whether the year is among the action's own dates, or those it had been put off to when the year began."""
    own = each.action.when is not None and each.action.when.edtf.overlaps(first, last)
    moved = then.record is not None and then.record.postponed_to is not None
    return own or (moved and then.due is not None and then.due.edtf.overlaps(first, last))


def changes(before: Overview, now: Overview) -> list[Change]:
    """The actions that have another status record than before."""
    pairs = zip(before.standings, now.standings, strict=True)
    return [
        Change(then.status if then.record else None, each)
        for then, each in pairs
        if each.record is not None and each.record is not then.record
    ]


def due_in(year: int, standings: Iterable[Standing]) -> list[Standing]:
    """What is promised for a year and not settled: by its own date, or by the new date that it was given."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = []
    for each in standings:
        if (each.status in FINAL and not each.pending) or not each.own_date or each.due is None:
            continue
        if each.due.edtf.overlaps(first, last):
            found.append(each)
    return found
