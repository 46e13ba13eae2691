"""Where what a record declares and what it shows disagree: one function for each kind of conflict."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.dates.durations import plus
from c2c.diagnostics import Route
from c2c.model.partnership import Agreement, Partnership
from c2c.narrative.evidence import (
    FRAMEWORK,
    PLANS,
    Proof,
    adjustments,
    delivered,
    evaluations,
    framework_agreement,
    moved_actions,
    proposed_actions,
    renewed,
)
from c2c.narrative.progress import Progress
from c2c.standing import is_renewed
from c2c.vocab import PartnershipKind


class Conflict(NamedTuple):
    """Two things that do not fit: where it stands, a sentence and what to do as message ids, and the facts of both."""

    kind: str
    route: Route
    message: str
    help: str
    facts: dict[str, object]


Find = Callable[[Progress], Iterator[Conflict]]


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


def step_not_in_loop(progress: Progress) -> Iterator[Conflict]:
    """The declared step is none of the declared loop's."""
    at = progress.declared
    if at is not None and progress.loop is not None and progress.here is None:
        yield Conflict(
            "step-not-in-loop",
            _narrative(progress),
            _("The step {step} is no step of the loop {loop}."),
            _("Declare a step of the loop, or another loop."),
            {"step": at.step, "loop": at.loop},
        )


def declared_past_evidence(progress: Progress) -> Iterator[Conflict]:
    """The declared step lies further on than the evidence leads."""
    at, here = progress.declared, progress.here
    if at is not None and here is not None and here > progress.reach + 1:
        lacking = progress.steps[progress.reach + 1]
        yield Conflict(
            "declared-past-evidence",
            _narrative(progress),
            _("The step {step} is declared, but nothing on record shows the step {lacking} before it."),
            _("Record what was done at {lacking}, or say under outcomes: what shows it and where."),
            {"step": at.step, "lacking": lacking.id},
        )


def agreement_without_plan(progress: Progress) -> Iterator[Conflict]:
    """A framework agreement is signed, and no plan, action or idea says what is to be done."""
    case = progress.case
    if _is_ad_hoc(progress) or _has_ended(progress):
        return
    signed = list(framework_agreement(case))
    planned = any(each.kind in PLANS for each in _agreements(progress)) or any(proposed_actions(case))
    if signed and not planned:
        yield Conflict(
            "agreement-without-plan",
            signed[-1].route,
            _("An agreement is signed, but no plan and no action says what is to be done."),
            _("Add the plan under agreements:, or the actions under focus_areas:."),
            {"agreement": signed[-1].id},
        )


def plan_without_dates(progress: Progress) -> Iterator[Conflict]:
    """A plan says neither when it was signed nor for when it is."""
    for i, each in enumerate(_agreements(progress)):
        if each.kind in PLANS and each.signed is None and each.valid is None:
            yield Conflict(
                "plan-without-dates",
                ("agreements", i),
                _("The plan {plan} has no date: neither when it was signed nor for when it is."),
                _("Add signed: or valid:."),
                {"plan": each.id},
            )


def done_without_measuring(progress: Progress) -> Iterator[Conflict]:
    """Work is done, and nobody has looked back at it."""
    case = progress.case
    if not isinstance(case.record, Partnership) or any(evaluations(case)):
        return
    done = [each for each in delivered(case) if each.route[0] == "focus_areas"]
    if done:
        yield Conflict(
            "done-without-measuring",
            ("focus_areas",),
            _("Actions are done, wholly or in part ({n}), but no evaluation is on record."),
            _("Add what was found, by whom and when, under evaluations:."),
            {"n": len(done)},
        )


def measured_without_acting(progress: Progress) -> Iterator[Conflict]:
    """An evaluation found something, and nothing was changed, renewed or moved since."""
    case = progress.case
    found = [each for each in evaluations(case) if each.on is not None]
    if not found or not isinstance(case.record, Partnership) or _has_ended(progress):
        return
    first = min((each.on for each in found if each.on), key=_latest)
    acted = (*adjustments(case), *moved_actions(case), *renewed(case), *_plans_after(progress, first))
    if not any(each.on is None or _latest(each.on) >= _latest(first) for each in acted):
        yield Conflict(
            "measured-without-acting",
            found[-1].route,
            _("It was evaluated, but nothing on record was changed because of it."),
            _(
                "Record what was changed: an adjustment under obstacles:, a new date, a renewal or a new plan."
            ),
            {"evaluation": found[-1].id},
        )


def loop_past_due(progress: Progress) -> Iterator[Conflict]:
    """An agreement that is renewed every so often was not renewed in time."""
    record = progress.case.record
    if not isinstance(record, Partnership) or _has_ended(progress):
        return
    for i, each, due in renewals(record, progress.case.as_of):
        if due < progress.case.as_of:
            yield Conflict(
                "loop-past-due",
                ("agreements", i),
                _("The agreement {agreement} was to be renewed by {due}."),
                _("Add the renewal with renews: {agreement}, or say how the partnership ended."),
                {"agreement": each.id, "due": due.isoformat()},
            )


def renewals(record: Partnership, as_of: date) -> Iterator[tuple[int, Agreement, date]]:
    """The agreements that are renewed every so often and were not yet, each with its number and by when it is due."""
    for i, each in enumerate(record.agreements):
        signed = each.signed.latest if each.signed else None
        if each.every is not None and signed is not None and not is_renewed(record, each, as_of):
            yield i, each, plus(signed, each.every)


def closing_review_missing(progress: Progress) -> Iterator[Conflict]:
    """The partnership has ended, and no evaluation looks back at it."""
    record = progress.case.record
    if not isinstance(record, Partnership) or not _has_ended(progress) or record.ended is None:
        return
    ended = record.ended.on
    last = [each.on or each.period for each in record.evaluations if each.on or each.period]
    began = ended.earliest
    if began is not None and not any(_latest(each) >= began for each in last if each):
        yield Conflict(
            "closing-review-missing",
            ("ended",),
            _("The partnership has ended, and no evaluation looks back at it."),
            _("Record what both sides expected, put in and got out of it, under evaluations:."),
            {},
        )


CONFLICTS: Final[tuple[Find, ...]] = (
    step_not_in_loop,
    declared_past_evidence,
    agreement_without_plan,
    plan_without_dates,
    done_without_measuring,
    measured_without_acting,
    loop_past_due,
    closing_review_missing,
)


def conflicts(progress: Progress) -> list[Conflict]:
    """Everything that disagrees, in the order of the table."""
    return [conflict for find in CONFLICTS for conflict in find(progress)]


def _narrative(progress: Progress) -> Route:
    """Where the declaration stands."""
    entries = progress.case.record.narrative
    return "narrative", next((i for i, each in enumerate(entries) if each is progress.declared), 0)


def _agreements(progress: Progress) -> tuple[Agreement, ...]:
    record = progress.case.record
    return record.agreements if isinstance(record, Partnership) else ()


def _is_ad_hoc(progress: Progress) -> bool:
    """Whether it is meant to work without agreements: then none is missed."""
    record = progress.case.record
    return record.kind is PartnershipKind.AD_HOC if isinstance(record, Partnership) else record.ad_hoc


def _has_ended(progress: Progress) -> bool:
    record = progress.case.record
    ended = record.ended if isinstance(record, Partnership) else None
    return ended is not None and ended.on.latest is not None and ended.on.latest <= progress.case.as_of


def _plans_after(progress: Progress, first: Edtf) -> Iterator[Proof]:
    for i, each in enumerate(_agreements(progress)):
        when = each.signed or each.valid
        if (
            each.kind in PLANS | FRAMEWORK
            and when
            and _latest(when) > _latest(first)
            and progress.case.by(when)
        ):
            yield Proof(("agreements", i), each.kind, each.id, when)


def _latest(edtf: Edtf) -> date:
    return edtf.latest or date.max
