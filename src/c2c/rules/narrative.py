"""Rules about the narrative: what a record declares and what it shows fit together.

They are asked as of the newest date in the record, never as of today: a check gives the same on every day.
"""

from collections.abc import Callable, Iterator
from datetime import date

from c2c.diagnostics import Severity
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.narrative import conflicts as finds
from c2c.narrative.conflicts import Conflict
from c2c.narrative.evidence import Case
from c2c.narrative.progress import Progress, progress
from c2c.rules.base import CityCase, Flag, PartnershipCase, rule


def newest(record: Partnership | City) -> date:
    """The newest day that the record reports on; the end of time, if it has no date."""
    dates = [*(each.on for each in record.narrative), *(each.on for each in record.evaluations)]
    dates += [each.when.edtf for each in record.events]
    if isinstance(record, Partnership):
        dates += [each.signed for each in record.agreements]
        dates += [status.on for place in record.places for status in place.action.status]
        dates += [record.ended.on if record.ended else None]
    return max((each.latest for each in dates if each and each.latest), default=date.max)


def _flags(
    case: PartnershipCase | CityCase, find: Callable[[Progress], Iterator[Conflict]]
) -> Iterator[Flag]:
    for each in find(progress(Case(case.record, newest(case.record)), case.known.book)):
        # docs and CI read findings in one language; `c2c step` says the same in the reader's
        message, help = each.message.format(**each.facts), each.help.format(**each.facts)
        yield Flag(
            each.route, message[:1].lower() + message[1:].rstrip("."), help[:1].lower() + help[1:].rstrip(".")
        )


@rule("C602", Severity.WARNING)
def step_not_in_loop(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """A declared step is one of its loop's.

    `c2c guide loops` shows the loops with their steps.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        narrative: [{loop: continual_improvement, step: aim, on: 2019}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: plan, kind: action_plan, signed: 2018}]
        narrative: [{loop: continual_improvement, step: plan, on: 2019}]
    """
    yield from _flags(case, finds.step_not_in_loop)


@rule("C603", Severity.WARNING, of_absence=True)
def declared_past_evidence(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """A declared step is not further on than the record shows.

    The steps before it need an outcome that something on record shows, or an entry under `outcomes:`.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        narrative: [{loop: continual_improvement, step: act, on: 2019}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch, when: 2019-05, status: [{on: 2019-12, is: done}]}]
        narrative: [{loop: continual_improvement, step: measure, on: 2019-12}]
    """
    yield from _flags(case, finds.declared_past_evidence)


@rule("C604", Severity.NOTE, of_absence=True)
def agreement_without_plan(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """Where an agreement is signed, a plan or actions say what is to be done.

    Working without agreements (`kind: ad_hoc`) needs none.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2018}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2018}, {id: plan, kind: action_plan, signed: 2018}]
    """
    yield from _flags(case, finds.agreement_without_plan)


@rule("C605", Severity.NOTE, of_absence=True)
def plan_without_dates(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """A plan says when it was signed, or for when it is.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: plan, kind: action_plan}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: plan, kind: action_plan, valid: 2018/2019}]
    """
    yield from _flags(case, finds.plan_without_dates)


@rule("C606", Severity.NOTE, of_absence=True)
def done_without_measuring(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """Where actions are done, somebody looks back at them.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch, when: 2019-05, status: [{on: 2019-12, is: done}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch, when: 2019-05, status: [{on: 2019-12, is: done}]}]
        evaluations: [{id: yearly, title: The year, on: 2019-12}]
    """
    yield from _flags(case, finds.done_without_measuring)


@rule("C607", Severity.NOTE, of_absence=True)
def measured_without_acting(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """What an evaluation finds leads to a change, a renewal or a new plan.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        evaluations: [{id: yearly, title: The year, on: 2019-12}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        evaluations: [{id: yearly, title: The year, on: 2019-12}]
        agreements: [{id: first, kind: mou, signed: 2017}, {id: again, kind: renewal, signed: 2020, renews: first}]
        ideas: [{id: exchange, title: An exchange of pupils}]
    """
    yield from _flags(case, finds.measured_without_acting)


@rule("C608", Severity.WARNING, of_absence=True)
def loop_past_due(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """An agreement that is renewed every so often is renewed in time, as far as the record goes.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2010, every: P3Y}]
        ideas: [{id: exchange, title: An exchange of pupils}]
        events: [{id: visit, title: A visit, kind: visit, when: 2016}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2010, every: P3Y}, {id: again, kind: mou, signed: 2013, renews: first}]
        ideas: [{id: exchange, title: An exchange of pupils}]
        events: [{id: visit, title: A visit, kind: visit, when: 2016}]
    """
    yield from _flags(case, finds.loop_past_due)


@rule("C609", Severity.NOTE, of_absence=True)
def closing_review_missing(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """When a partnership ends, an evaluation looks back at it.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ended: {on: 2020, reason: not_renewed}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ended: {on: 2020, reason: not_renewed}
        evaluations: [{id: closing, title: What it brought, on: 2020}]
    """
    yield from _flags(case, finds.closing_review_missing)
