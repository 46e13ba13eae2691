"""Give and take: who proposes, who visits whom, who is waited for and since when, and which visits led to nothing yet."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from c2c.dates import Edtf
from c2c.model.happening import Event
from c2c.model.partnership import Partnership, Waiting
from c2c.model.text import Text
from c2c.standing import Overview, Standing, has_come, is_held, is_waited_for
from c2c.vocab import ActionKind, EventKind, Level, Status

_SETTLED = frozenset((Status.DONE, Status.NOT_DONE))


class Visit(NamedTuple):
    """A visit that took place: an event, or an action that is reported as done and that no such event is about.

    `host` is None and `guests` are empty where the record does not say who went where. With two parties, the one that is
    not the host is the guest.
    """

    id: str
    title: Text
    when: Edtf | None
    host: str | None
    guests: tuple[str, ...]
    level: Level | None = None
    follow_up: Text | None = None


class Proposed(NamedTuple):
    """How many actions and ideas a party proposed; None for `party` counts those of which nobody says who did."""

    party: str | None
    actions: int
    ideas: int


class Wait(NamedTuple):
    """An action that waits for somebody; `waiting` is None where the record gives no more than that as its reason."""

    standing: Standing
    waiting: Waiting | None


class Reciprocity(NamedTuple):
    """Give and take in a partnership as of a day; the newest visit last, the oldest wait first."""

    proposed: tuple[Proposed, ...]
    visits: tuple[Visit, ...]
    waits: tuple[Wait, ...]

    def hosted(self, party: str) -> int:
        """How many visits a party received."""
        return sum(each.host == party for each in self.visits)

    def paid(self, party: str) -> int:
        """How many visits a party paid to others."""
        return sum(party in each.guests for each in self.visits)

    @property
    def says_where(self) -> bool:
        """Whether of any visit it is on record who was visited; else nobody's visits can be counted."""
        return any(each.host is not None for each in self.visits)

    @property
    def undirected(self) -> int:
        """Of how many visits the record does not say who was visited."""
        return sum(each.host is None for each in self.visits)

    @property
    def without_follow_up(self) -> tuple[Visit, ...]:
        """The visits of which no follow-up is on record."""
        return tuple(each for each in self.visits if each.follow_up is None)


def reciprocity(overview: Overview) -> Reciprocity:
    """Give and take as of the day of the overview."""
    return Reciprocity(
        proposed(overview.partnership, overview.as_of), visits(overview), waits(overview.standings)
    )


def proposed(record: Partnership, as_of: date) -> tuple[Proposed, ...]:
    """Who proposed how much: each party that did, then those of which nobody says it. A joint idea counts for each."""
    actions = [place.action.proposed_by for place in record.places]
    ideas = [by for each in record.ideas if has_come(each.on, as_of) for by in each.by or (None,)]
    parties = dict.fromkeys((*record.parties, *(each for each in (*actions, *ideas) if each), None))
    found = (Proposed(party, actions.count(party), ideas.count(party)) for party in parties)
    return tuple(each for each in found if each.actions or each.ideas)


@lru_cache(maxsize=1)  # a report asks for them in four places
def visits(overview: Overview) -> tuple[Visit, ...]:
    """The visits that took place by then, in the order of their dates; those without a date first."""
    found = [*_of_events(overview.partnership, overview.as_of), *_of_actions(overview)]
    return tuple(sorted(found, key=lambda each: (_end(each), each.id)))


def waits(standings: Iterable[Standing]) -> tuple[Wait, ...]:
    """The actions that wait for somebody, the longest wait first; those that say no beginning last."""
    found = [
        Wait(each, each.record.waiting_for if each.record else None)
        for each in standings
        if is_waited_for(each) and each.status not in _SETTLED
    ]
    return tuple(sorted(found, key=_since))


def _of_events(record: Partnership, as_of: date) -> Iterator[Visit]:
    hosts = {place.action.id: place.action.host for place in record.places if place.action.host}
    for each in record.events:
        if each.kind is EventKind.VISIT and has_come(each.when.edtf, as_of):
            host = each.host or next((hosts[id] for id in each.actions if id in hosts), None)
            yield Visit(
                each.id,
                each.title,
                each.when.edtf,
                host,
                _guests(record, host, each),
                each.level,
                each.follow_up,
            )


def _of_actions(overview: Overview) -> Iterator[Visit]:
    """The planned visits that are done, of which no event tells; an action that stands twice in the plan is one visit."""
    record = overview.partnership
    told = {name for each in record.events if each.kind is EventKind.VISIT for name in each.actions}
    for each in overview.distinct:
        held = each.first(lambda one: one.action.kind is ActionKind.VISIT and is_held(one))
        if held is not None and told.isdisjoint(each.ids):
            action = held.action
            when = action.when.edtf if action.when else None
            yield Visit(action.id, action.title, when, action.host, _guests(record, action.host))


def _guests(record: Partnership, host: str | None, event: Event | None = None) -> tuple[str, ...]:
    if event is not None and event.guests:
        return event.guests
    others = tuple(party for party in record.parties if party != host)
    return others if len(others) == 1 and host in record.parties else ()


def _end(visit: Visit) -> date:
    return (visit.when.latest or date.max) if visit.when else date.min


def _since(wait: Wait) -> tuple[date, str]:
    since = wait.waiting.since.earliest if wait.waiting else date.max
    return since or date.min, wait.standing.action.id
