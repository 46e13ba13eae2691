"""How things stand as of a day: pure questions to a partnership. A status record counts from its latest possible day."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from c2c.dates import Edtf
from c2c.dates.durations import minus, plus
from c2c.model.experience import IdeaRecord
from c2c.model.narrative import Declared
from c2c.model.partnership import Action, Agreement, Partnership, Place, StatusRecord
from c2c.model.when import When
from c2c.vocab import Reason, Status

if TYPE_CHECKING:
    from c2c.model.city import City

Counts = Mapping[Status, int]
R = TypeVar("R", StatusRecord, IdeaRecord)


class Standing(NamedTuple):
    """How one action stands as of a day.

    `record` is the status record that counts, None if there is none yet: the action is open, planned and not
    reported. `due` is when it is to happen as far as is known by then, `own_date` whether that is the action's own
    date and not just the period of its focus area. `overdue` is meant strictly: it is pending, and the latest
    possible day has passed, so it is overdue from the day after.
    """

    place: Place
    status: Status
    record: StatusRecord | None
    due: When | None
    own_date: bool
    overdue: bool

    @property
    def action(self) -> Action:
        """The action."""
        return self.place.action

    @property
    def pending(self) -> bool:
        """Whether something is still to come: it is open, or partly done with a new date."""
        return _pending(self.status, self.record)


@dataclass(frozen=True, eq=False)
class Overview:
    """How a partnership stands as of a day. `updated` is the date of the newest status record that counts.

    It is itself and equal to no other, so that what was worked out of it can be kept for as long as it is looked at.
    """

    id: str
    partnership: Partnership
    as_of: date
    standings: tuple[Standing, ...]
    declared: Declared | None
    updated: Edtf | None

    @cached_property
    def counts(self) -> Counts:
        """How many actions there are of each status."""
        return count(self.standings)

    @property
    def overdue(self) -> int:
        """How many actions are overdue."""
        return sum(standing.overdue for standing in self.standings)

    @cached_property
    def distinct(self) -> "tuple[Distinct, ...]":
        """Each action once, whichever of two says that it is the same as the other.

        Never only those of some kind: what joins two of them may be said by a third.
        """
        return tuple(_distinct(self.id, self.standings))

    @property
    def has_ended(self) -> bool:
        """Whether the partnership has ended by then."""
        ended = self.partnership.ended
        return ended is not None and ended.on.latest is not None and ended.on.latest <= self.as_of


def overview(id: str, partnership: Partnership, as_of: date) -> Overview:
    """How a partnership stands as of the end of a day."""
    standings = tuple(standing(place, as_of) for place in partnership.places)
    dates = [each.record.on for each in standings if each.record and each.record.on]
    return Overview(
        id, partnership, as_of, standings, declared(partnership, as_of), max(dates, key=_end, default=None)
    )


def reported(overview: Overview) -> Edtf | None:
    """The date of the newest thing that the record reports: a status, an event, an evaluation, a signing, a step."""
    partnership, as_of = overview.partnership, overview.as_of
    found = [each.on for each in partnership.evaluations]
    found += [each.on for each in partnership.narrative]
    found += [each.when.edtf for each in partnership.events]
    found += [each.signed for each in partnership.agreements]
    found += [overview.updated, partnership.ended.on if partnership.ended else None]
    dated = [each for each in found if each and each.latest and each.latest <= as_of]
    return max(dated, key=_end, default=None)


def is_stale(overview: Overview, before: date) -> bool:
    """Whether nothing was reported since a day of a partnership that has not ended."""
    newest = reported(overview)
    return not overview.has_ended and (newest is None or _end(newest) < before)


def stale_before(today: date, after: str) -> date:
    """The day since which something is to be reported, if a partnership is stale after an ISO 8601 duration."""
    return minus(today, after)


def age(overview: Overview) -> int | None:
    """How many whole years a partnership has lasted by then, or until it ended; None if its start is not on record.

    It is the least that it can be: of 198X the years since 1989.
    """
    began = overview.partnership.began
    first = began.latest if began else None
    if first is None or not has_come(began, overview.as_of):
        return None
    ended = (
        overview.partnership.ended.on.latest if overview.partnership.ended and overview.has_ended else None
    )
    last = ended or overview.as_of
    if began is not None and began.earliest != began.latest:  # only the year is known: years are told apart
        return max(0, last.year - first.year)
    return max(0, last.year - first.year - ((last.month, last.day) < (first.month, first.day)))


def began_in_some_year(partnership: Partnership) -> bool:
    """Whether it is not on record in which year it began, as of 198X."""
    began = partnership.began
    return bool(began and began.earliest and began.latest and began.earliest.year != began.latest.year)


ORDERS: Final[Mapping[str, Callable[[Overview], tuple[object, ...]]]] = {
    "id": lambda each: (each.id,),
    "began": lambda each: (_first(each.partnership.began), each.id),
    "step": lambda each: (each.declared.step if each.declared else "~", each.id),
    "actions": lambda each: (-len(each.standings), each.id),
    "open": lambda each: (-each.counts[Status.OPEN], each.id),
    "overdue": lambda each: (-each.overdue, each.id),
    "updated": lambda each: (_end(newest) if (newest := reported(each)) else date.min, each.id),
    "areas": lambda each: (-len(areas(each.partnership)), each.id),
}
"""The orders of a table of partnerships; where two are alike, by id."""


def _first(edtf: Edtf | None) -> date:
    return (edtf.earliest if edtf else None) or date.max


def standing(place: Place, as_of: date) -> Standing:
    """How an action stands as of the end of a day. It is due when it was last put off to, if it ever was."""
    counting = records(place.action, as_of)
    record = counting[-1] if counting else None
    status = record.is_ if record else Status.OPEN
    due = next((each.postponed_to for each in reversed(counting) if each.postponed_to), place.action.when)
    own_date = due is not None
    if due is None:
        due = place.focus_area.period
    latest = due.edtf.latest if due else None
    overdue = _pending(status, record) and latest is not None and latest < as_of
    return Standing(place, status, record, due, own_date, overdue)


def records(action: Action, as_of: date) -> list[StatusRecord]:
    """The status records whose latest possible day has come, the newest last; of two of a day, the later in the file.

    A record without a date, or without a last day, never counts: nobody can say that it is the newest.
    """
    return counting(action.status, as_of)


def counting(records: Iterable[R], as_of: date) -> list[R]:
    """The same of any records that have a date."""
    dated = ((each.on.latest, each) for each in records if each.on and each.on.latest)
    there = [(end, each) for end, each in dated if end <= as_of]
    if len(there) > 1:
        there.sort(key=lambda pair: pair[0])
    return [each for _, each in there]


def declared(record: "Partnership | City", as_of: date) -> Declared | None:
    """Where the partnership or city has last declared to be in the narrative; of two of a day, the later in the file."""
    said = [entry for entry in record.narrative if entry.on.latest and entry.on.latest <= as_of]
    return max(reversed(said), key=lambda entry: _end(entry.on), default=None)


def areas(partnership: Partnership) -> tuple[str, ...]:
    """The areas that a partnership works on, as far as its record says: its own, its agreements' and its actions'."""
    found = [*partnership.areas]
    found += (area for each in partnership.agreements for area in each.areas)
    found += (area for place in partnership.places for area in place.action.areas)
    found += (area for each in partnership.events for area in each.areas)
    return tuple(dict.fromkeys(found))


def ends(partnership: Partnership, agreement: Agreement, as_of: date = date.max) -> date | None:
    """The last day on which an agreement holds or is to be renewed; None if it has none, or was renewed by then."""
    if is_renewed(partnership, agreement, as_of):
        return None
    if agreement.valid is not None:
        return agreement.valid.latest
    signed = agreement.signed.latest if agreement.signed else None
    return plus(signed, agreement.every) if signed and agreement.every else None


def is_renewed(partnership: Partnership, agreement: Agreement, as_of: date) -> bool:
    """Whether another agreement that was there by then renews this one."""
    return any(
        each.renews == agreement.id and has_come(each.signed or each.valid, as_of)
        for each in partnership.agreements
    )


def has_come(edtf: Edtf | None, day: date) -> bool:
    """Whether something of this date can have begun by a day. What has no date is there."""
    return edtf is None or edtf.earliest is None or edtf.earliest <= day


def is_held(standing: Standing) -> bool:
    """Whether something took place: it is done, or partly done and the rest not put off."""
    return standing.status in _HELD and not standing.pending


_HELD: Final = frozenset((Status.DONE, Status.PARTLY_DONE))


class Distinct(NamedTuple):
    """An action, however often the plan has it: how it stands wherever that is, and all ids that it has there."""

    standings: tuple[Standing, ...]
    ids: frozenset[str]

    def first(self, wanted: Callable[[Standing], bool]) -> Standing | None:
        """How it stands in the first place of which something is so; None if there is no such place."""
        return next(filter(wanted, self.standings), None)


def _distinct(partnership: str, all: Collection[Standing]) -> Iterator[Distinct]:
    if not any(each.action.same_as for each in all):
        return (Distinct((each,), frozenset((each.action.id,))) for each in all)
    groups: dict[str, set[str]] = {}
    for each in all:
        action = each.action
        ids = {action.id, *(same.removeprefix(f"{partnership}/") for same in action.same_as)}
        known = [groups[id] for id in ids if id in groups]
        group = known[0] if known else ids
        for one in (ids, *known):
            group |= one
            groups.update(dict.fromkeys(one, group))
    found: dict[int, list[Standing]] = {}
    for each in all:
        found.setdefault(id(groups[each.action.id]), []).append(each)
    return (Distinct(tuple(same), frozenset(groups[same[0].action.id])) for same in found.values())


def is_waited_for(standing: Standing) -> bool:
    """Whether somebody's answer or deed is awaited: the record names them, or gives that as its reason."""
    record = standing.record
    return record is not None and (record.waiting_for is not None or record.reason in _WAITING)


_WAITING: Final = frozenset((Reason.WAITING_FOR_COUNTERPART, Reason.WAITING_FOR_OTHERS))


def count(standings: Iterable[Standing]) -> Counts:
    """How many of each status, every status named."""
    counts = dict.fromkeys(Status, 0)
    for each in standings:
        counts[each.status] += 1
    return counts


def _pending(status: Status, record: StatusRecord | None) -> bool:
    moved = record is not None and record.postponed_to is not None
    return status is Status.OPEN or (status in (Status.PARTLY_DONE, Status.NOT_DONE) and moved)


def _end(edtf: Edtf) -> date:
    """The latest possible day, by which records are put in order."""
    return edtf.latest or date.max
