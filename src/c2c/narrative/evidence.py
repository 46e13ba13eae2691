"""What in a record shows that an expected outcome of a step is there: one function for each kind of evidence.

The guidebook's outcomes name these functions under `shown_by`. Each is pure, looks at what was so by a day, and gives
what it found with its place in the file; what a record does not say is not found, and that means nothing yet.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.diagnostics import Route
from c2c.model.city import City
from c2c.model.partnership import Agreement, Partnership
from c2c.model.text import Text
from c2c.standing import has_come, records
from c2c.vocab import AgreementKind, EventKind, Helix, Status

FRAMEWORK: Final = frozenset(
    (
        AgreementKind.MOU,
        AgreementKind.CHARTER,
        AgreementKind.SISTER_CITY_AGREEMENT,
        AgreementKind.PARTNERSHIP_AGREEMENT,
        AgreementKind.RENEWAL,
    )
)
"""The agreements that open a cooperation. A letter of intent promises one, an addendum changes one."""
PLANS: Final = frozenset((AgreementKind.COOPERATION_PLAN, AgreementKind.ACTION_PLAN))
"""The agreements that say who does what by when."""
MEETINGS: Final = frozenset((EventKind.VISIT, EventKind.MEETING, EventKind.SIGNING, EventKind.DECISION))
ACTIVITIES: Final = frozenset(EventKind) - {EventKind.DECISION, EventKind.DEBATE, EventKind.SIGNING}
"""The events that are something done together, or about it, and not only decided or talked of."""


class Case(NamedTuple):
    """A record, and the day by which it is looked at."""

    record: Partnership | City
    as_of: date

    def by(self, edtf: Edtf | None) -> bool:
        """Whether something of this date had come: it can have begun by then. Undated things are there."""
        return has_come(edtf, self.as_of)


class Proof(NamedTuple):
    """Something in the record that shows an outcome: what it is, its id if it has one, when, and where it stands."""

    route: Route
    what: Text | StrEnum
    id: str = ""
    on: Edtf | None = None


Find = Callable[[Case], Iterator[Proof]]


def strategy(case: Case) -> Iterator[Proof]:
    """A strategy of the city."""
    if isinstance(case.record, City):
        for i, each in enumerate(case.record.strategies):
            if case.by(each.adopted or each.period):
                yield Proof(("strategies", i), each.title, each.id, each.adopted or each.period)


def participants(case: Case) -> Iterator[Proof]:
    """Somebody from outside the government takes part."""
    for i, each in enumerate(case.record.participants):
        if each.sector is not None and each.sector is not Helix.GOVERNMENT:
            yield Proof(("participants", i), each.title, each.id)


def expectations(case: Case) -> Iterator[Proof]:
    """What is expected of the partnership is written down."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.expectations):
            yield Proof(("expectations", i), each.title, each.id)


def focus_areas(case: Case) -> Iterator[Proof]:
    """The priorities are written down."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.focus_areas):
            if case.by(each.period.edtf if each.period else None):
                yield Proof(
                    ("focus_areas", i), each.title, each.id, each.period.edtf if each.period else None
                )


def responsible(case: Case) -> Iterator[Proof]:
    """Somebody is named who sees to an action."""
    if isinstance(case.record, Partnership):
        for place in case.record.places:
            if place.action.responsible:
                yield Proof((*place.route, "responsible"), place.action.title, place.action.id)


def programmes(case: Case) -> Iterator[Proof]:
    """It is part of a programme with others."""
    for i, each in enumerate(case.record.programmes):
        yield Proof(("programmes", i), Text({"und": each}), each)


def seeks(case: Case) -> Iterator[Proof]:
    """What the city looks for in a partner is written down."""
    if isinstance(case.record, City):
        for i, each in enumerate(case.record.seeks):
            yield Proof(("seeks", i), each.title, each.id)


def meetings(case: Case) -> Iterator[Proof]:
    """The sides met."""
    yield from _events(case, MEETINGS)


def agreed_areas(case: Case) -> Iterator[Proof]:
    """The areas to work on are agreed, in an agreement or as areas of the partnership."""
    if isinstance(case.record, Partnership):
        for i, each in _agreements(case):
            if each.areas:
                yield Proof(
                    ("agreements", i, "areas"), each.title or each.kind, each.id, each.signed or each.valid
                )
        yield from focus_areas(case)


def framework_agreement(case: Case) -> Iterator[Proof]:
    """A framework agreement is signed."""
    for i, each in _agreements(case):
        if each.kind in FRAMEWORK:
            yield Proof(("agreements", i), each.title or each.kind, each.id, each.signed or each.valid)


def proposed_actions(case: Case) -> Iterator[Proof]:
    """Actions are proposed."""
    if isinstance(case.record, Partnership):
        for place in case.record.places:
            yield Proof(place.route, place.action.title, place.action.id, _when(place.action.when))
    for i, idea in enumerate(case.record.ideas):
        if case.by(idea.on):
            yield Proof(("ideas", i), idea.title, idea.id, idea.on)


def dated_plan(case: Case) -> Iterator[Proof]:
    """A plan is signed by the parties and has a date: when it was signed, or for when it is."""
    for i, each in _agreements(case):
        if each.kind in PLANS and (each.signed or each.valid):
            yield Proof(("agreements", i), each.title or each.kind, each.id, each.valid or each.signed)


def dated_actions(case: Case) -> Iterator[Proof]:
    """Actions say when they are to happen."""
    if isinstance(case.record, Partnership):
        for place in case.record.places:
            when = place.action.when or place.focus_area.period
            if when is not None:
                yield Proof(place.route, place.action.title, place.action.id, when.edtf)


def delivered(case: Case) -> Iterator[Proof]:
    """Actions are done, wholly or in part, or something took place."""
    if isinstance(case.record, Partnership):
        for place in case.record.places:
            counting = records(place.action, case.as_of)
            if counting and counting[-1].is_ in (Status.DONE, Status.PARTLY_DONE):
                yield Proof(place.route, place.action.title, place.action.id, counting[-1].on)
    yield from _events(case, ACTIVITIES)


def evaluations(case: Case) -> Iterator[Proof]:
    """The partnership is evaluated."""
    for i, each in enumerate(case.record.evaluations):
        if case.by(each.on or each.period):
            yield Proof(("evaluations", i), each.title, each.id, each.on or each.period)


def findings(case: Case) -> Iterator[Proof]:
    """An evaluation found something."""
    for i, each in enumerate(case.record.evaluations):
        if each.findings and case.by(each.on or each.period):
            yield Proof(("evaluations", i, "findings"), each.title, each.id, each.on or each.period)


def decisions(case: Case) -> Iterator[Proof]:
    """Something was decided because of an evaluation."""
    for i, each in enumerate(case.record.evaluations):
        if each.decisions and case.by(each.on or each.period):
            yield Proof(("evaluations", i, "decisions"), each.title, each.id, each.on or each.period)


def adjustments(case: Case) -> Iterator[Proof]:
    """Something was changed because of an obstacle."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.obstacles):
            if each.adjustment and case.by(each.since) and case.by(each.adjusted):
                when = each.adjusted or each.since
                yield Proof(("obstacles", i, "adjustment"), each.adjustment, each.id, when)


def ratings(case: Case) -> Iterator[Proof]:
    """How far success factors are there is rated."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.factors):
            if case.by(each.on):
                yield Proof(("factors", i), each.rating, each.factor, each.on)


def renewed(case: Case) -> Iterator[Proof]:
    """An agreement was renewed: both sides looked at it again."""
    for i, each in _agreements(case):
        if each.renews is not None:
            yield Proof(
                ("agreements", i, "renews"), each.title or each.kind, each.id, each.signed or each.valid
            )


def moved_actions(case: Case) -> Iterator[Proof]:
    """An action got a new date."""
    if isinstance(case.record, Partnership):
        for place in case.record.places:
            for i, each in enumerate(place.action.status):
                if each.postponed_to is not None and each.on is not None and case.by(each.on):
                    yield Proof(
                        (*place.route, "status", i, "postponed_to"),
                        place.action.title,
                        place.action.id,
                        each.on,
                    )


def lessons(case: Case) -> Iterator[Proof]:
    """What was learned is written down."""
    for i, each in enumerate(case.record.lessons):
        if case.by(each.on):
            yield Proof(("lessons", i), each.title, each.id, each.on)


def published(case: Case) -> Iterator[Proof]:
    """An evaluation is published."""
    for i, each in enumerate(case.record.evaluations):
        if any(case.by(one.on) for one in each.published) and case.by(each.on or each.period):
            yield Proof(("evaluations", i, "published"), each.title, each.id, each.on or each.period)


def achievements(case: Case) -> Iterator[Proof]:
    """Something that came out of it is on record."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.achievements):
            if case.by(_when(each.when)):
                yield Proof(("achievements", i), each.title, each.id, _when(each.when))


PROOFS: Final[Mapping[str, Find]] = MappingProxyType(
    {
        find.__name__.replace("_", "-"): find
        for find in (
            strategy,
            participants,
            expectations,
            focus_areas,
            responsible,
            programmes,
            seeks,
            meetings,
            agreed_areas,
            framework_agreement,
            proposed_actions,
            dated_plan,
            dated_actions,
            delivered,
            evaluations,
            findings,
            decisions,
            adjustments,
            ratings,
            renewed,
            moved_actions,
            lessons,
            published,
            achievements,
        )
    }
)
"""Every function by the name that the guidebook calls it."""


def _agreements(case: Case) -> Iterator[tuple[int, Agreement]]:
    """The agreements that were there by then, each with its number."""
    if isinstance(case.record, Partnership):
        for i, each in enumerate(case.record.agreements):
            if case.by(each.signed or each.valid):
                yield i, each


def _events(case: Case, kinds: frozenset[EventKind]) -> Iterator[Proof]:
    for i, each in enumerate(case.record.events):
        if each.kind in kinds and case.by(each.when.edtf):
            yield Proof(("events", i), each.title, each.id, each.when.edtf)


def _when(when: object) -> Edtf | None:
    return getattr(when, "edtf", None)
