"""What the record itself can count for an indicator: one small function each, in one table. It counts what is on record.

So a number is the least that there was, and nothing on record is no number at all.

Of the other indicators the record says nothing that could be counted: routes, money, visitors, students and opinions are
not in it, it does not tell key events from others, or a city's companies abroad from those that take part.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.model.happening import Event
from c2c.model.partnership import Partnership
from c2c.people.reciprocity import visits
from c2c.standing import Overview, has_come, is_held
from c2c.vocab import ActionKind, EventKind, Helix, Level, Way


class Share(NamedTuple):
    """What counts are told apart by, as far as it is on record: a party, which way, a word, an area of the guidebook."""

    party: str | None = None
    way: Way | None = None
    word: StrEnum | None = None
    area: str | None = None


class Thing(NamedTuple):
    """Something on record: its id, when it was, what tells it apart. `beside` says that it is shown, and not counted."""

    id: str
    when: Edtf | None
    share: Share = Share()
    beside: bool = False


class Count(NamedTuple):
    """What a year has on record. `n` is None where nothing is that counts; `shares` hold also what is shown beside it."""

    year: int
    n: int | None
    ids: tuple[str, ...]
    shares: Mapping[Share, int]


class Counted(NamedTuple):
    """What the record counts, year by year; `undated` are things on record of which it does not say in which year."""

    years: tuple[Count, ...] = ()
    undated: tuple[str, ...] = ()

    def of(self, year: int) -> Count | None:
        """What a year has; None if nothing is on record."""
        return next((each for each in self.years if each.year == year), None)


def counted(kpi: str, overview: Overview) -> Counted | None:
    """What the record counts for an indicator, as of the day of the overview; None if it cannot count that."""
    counter = COUNTERS.get(kpi)
    return _by_year(list(counter(overview)), kpi in _SPANNING, overview.as_of) if counter else None


def _visits(overview: Overview) -> Iterator[Thing]:
    """Visits on a high level; beside them those on other levels, and who paid them."""
    for each in visits(overview):
        way, beside = Way.RECEIVED if each.host else None, each.level is not Level.HIGH
        yield Thing(each.id, each.when, Share(each.host, way, each.level), beside=beside)
        for guest in each.guests:
            yield Thing(each.id, each.when, Share(guest, Way.PAID, each.level), beside=True)


def _projects(overview: Overview) -> Iterator[Thing]:
    """Projects that were under way, by area."""
    yield from _by_areas(overview, ActionKind.PROJECT, EventKind.PROJECT)


def _exchanges(overview: Overview) -> Iterator[Thing]:
    """Exchanges, by area: sport, culture, education, and so on."""
    yield from _by_areas(overview, ActionKind.EXCHANGE, EventKind.EXCHANGE)


def _publications(overview: Overview) -> Iterator[Thing]:
    """Publications, and where evaluations were published, by medium."""
    for id, when, _ in _happened(overview, ActionKind.PUBLICATION, EventKind.PUBLICATION):
        yield Thing(id, when, Share(word=EventKind.PUBLICATION))
    for evaluation in overview.partnership.evaluations:
        for number, each in enumerate(evaluation.published, start=1):
            if has_come(each.on or evaluation.on, overview.as_of):
                yield Thing(f"{evaluation.id} {number}", each.on, Share(word=each.medium))


def _companies(overview: Overview) -> Iterator[Thing]:
    """Entries on companies that take part, by party, in the year since which they do.

    An entry may be a company or a group of them, of either side and at work anywhere, so it is never taken for a number of
    companies.
    """
    for each in overview.partnership.participants:
        if each.sector is Helix.INDUSTRY and has_come(each.from_, overview.as_of):
            yield Thing(each.id, each.from_, Share(party=each.side))


def _lessons(overview: Overview) -> Iterator[Thing]:
    """Lessons, by area."""
    for each in overview.partnership.lessons:
        if has_come(each.on, overview.as_of):
            yield from (Thing(each.id, each.on, Share(area=area)) for area in each.areas or (None,))


COUNTERS: Final[Mapping[str, Callable[[Overview], Iterator[Thing]]]] = {
    "high-level-visits": _visits,
    "joint-projects": _projects,
    "our-companies-there": _companies,
    "non-commercial-exchanges": _exchanges,
    "new-knowledge": _lessons,
    "publicity-volume": _publications,
}
"""The indicators of which the record knows something, and what that is."""

_SPANNING: Final = frozenset(("joint-projects",))
"""What counts in every year that it lasts."""


def _by_areas(overview: Overview, action: ActionKind, event: EventKind) -> Iterator[Thing]:
    for id, when, areas in _happened(overview, action, event):
        yield from (Thing(id, when, Share(area=area)) for area in areas or (None,))


def _happened(
    overview: Overview, action: ActionKind, event: EventKind
) -> Iterator[tuple[str, Edtf | None, tuple[str, ...]]]:
    """Actions of a kind that took place, each once however often the plan has it; and events that tell of none of them."""
    told: set[str] = set()
    for each in overview.distinct:
        held = each.first(lambda one: one.action.kind is action and is_held(one))
        if held is not None:
            told |= each.ids
            one = held.action
            yield one.id, one.when.edtf if one.when else None, one.areas
    for happening in _events(overview.partnership, event, overview.as_of):
        if told.isdisjoint(happening.actions):
            yield happening.id, happening.when.edtf, happening.areas


def _events(record: Partnership, kind: EventKind, as_of: date) -> Iterator[Event]:
    return (each for each in record.events if each.kind is kind and has_come(each.when.edtf, as_of))


def _by_year(things: list[Thing], spanning: bool, as_of: date) -> Counted:
    found: dict[int, list[Thing]] = {}
    undated: dict[str, None] = {}
    for each in things:
        years = _years(each.when, spanning, as_of)
        for year in years:
            found.setdefault(year, []).append(each)
        if not years and not each.beside:
            undated[each.id] = None
    return Counted(tuple(_count(year, found[year]) for year in sorted(found)), tuple(undated))


def _count(year: int, things: Iterable[Thing]) -> Count:
    shares: dict[Share, int] = {}
    ids: dict[str, None] = {}
    for each in things:
        shares[each.share] = shares.get(each.share, 0) + 1
        if not each.beside:
            ids[each.id] = None
    return Count(year, len(ids) or None, tuple(ids), shares)


def _years(when: Edtf | None, spanning: bool, as_of: date) -> tuple[int, ...]:
    """The years that something is of: the one in which it lies as a whole; or each that it lasts, as far as is known."""
    if when is None or when.earliest is None:
        return ()
    if spanning and when.kind in ("date", "interval"):
        last = min(when.latest or as_of, as_of)
        return tuple(range(when.earliest.year, last.year + 1))
    one = when.latest is not None and when.latest.year == when.earliest.year
    return (when.earliest.year,) if one else ()
