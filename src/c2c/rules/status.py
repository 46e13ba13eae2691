"""Rules about statuses: each says why, shows evidence, and is written so that nobody has to guess."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from c2c.diagnostics import Route, Severity
from c2c.model.marker import Markers
from c2c.model.partnership import Place, StatusRecord
from c2c.rules.base import Flag, PartnershipCase, rule
from c2c.spelling import SHOWN_WORDS
from c2c.vocab import DEFAULT_LEGEND, Status

_WORDS = {Status.PARTLY_DONE: "partly done", Status.NOT_DONE: "not done"}


def _statuses(case: PartnershipCase) -> Iterator[tuple[Route, StatusRecord]]:
    for place in case.actions:
        for i, status in enumerate(place.action.status):
            yield (*place.route, "status", i), status


def _last(case: PartnershipCase) -> Iterator[tuple[Place, int]]:
    """Each action that has a status, and which of them is the last: by its date, and of two of one day in the file."""
    for place in case.actions:
        statuses = place.action.status
        if len(statuses) == 1:
            yield place, 0
        elif statuses:
            yield place, max(range(len(statuses)), key=lambda i: (_day(statuses[i]), i))


def _day(status: StatusRecord) -> date:
    return status.on.latest if status.on and status.on.latest else date.min


@rule("C501", Severity.WARNING, of_absence=True)
def no_reason(case: PartnershipCase) -> Iterator[Flag]:
    """What is partly done or not done says why: a reason from the list, or a note.

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: not_done}]}]

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: not_done, reason: no_resources}]}]
    """
    for route, status in _statuses(case):
        if status.is_ in _WORDS and status.reason is None and status.note is None:
            message = f"{_WORDS[status.is_]}, and nothing says why"
            help = "add reason: (such as postponed or contact_changed) or note:"
            yield Flag((*route, "is"), message, help, within=route)


@rule("C502", Severity.NOTE, of_absence=True)
def done_without_evidence(case: PartnershipCase) -> Iterator[Flag]:
    """What is done shows evidence: a source, an address, a page that somebody else can open.

    Without it the report counts it as done, and says that the evidence is missing.

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: done}]}]

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
                actions:
                  - id: lunch
                    title: Lunch
                    status: [{on: 2019-12, is: done, evidence: [{url: "https://example.org/lunch"}]}]
    """
    for place, last in _last(case):
        statuses = place.action.status
        if statuses[last].is_ is Status.DONE and not any(status.evidence for status in statuses):
            route, message = (*place.route, "status"), f"'{place.action.id}' is done, and nothing shows it"
            yield Flag((*route, last, "is"), message, "add evidence: with a source or a url", within=route)


@rule("C503", Severity.WARNING, of_absence=True)
def marker_not_in_legend(case: PartnershipCase) -> Iterator[Flag]:
    """A marker is one of the partnership's legend, by default √ done, (√) partly done, % not done.

    A lookalike (✓ ✔) is read as the marker it looks like. What looks like none is unclear, and stays so until
    somebody says what it means.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: ✓}]}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: √}]}]}]
    """
    legend = DEFAULT_LEGEND if case.record.legend is None else case.record.legend
    markers = Markers(legend)
    for route, status in _statuses(case):
        if status.marker is None or status.marker in legend:
            continue
        usual = markers.meant_by(status.marker)
        if usual is not None:
            message = f"'{status.marker}' looks like the marker {usual}, and is read as it"
            yield Flag((*route, "is"), message, f"write is: {legend[usual].value}", within=("legend",))
        else:
            shown = islice(legend.items(), SHOWN_WORDS)
            marks = ", ".join(f"{marker} {meant.value}" for marker, meant in shown)
            message = f"the marker '{status.marker}' is in no legend"
            yield Flag((*route, "is"), message, f"the legend: {marks}", within=("legend",))


@rule("C504", Severity.WARNING, of_absence=True)
def unclear_status(case: PartnershipCase) -> Iterator[Flag]:
    """No status stays unclear: somebody who knows says how it stands.

    Until then it is counted as unclear and as nothing else.

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: unclear}]}]

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: unclear}, {on: 2020-03, is: done}]}]
    """
    help = "ask whoever reported it, and add a status record with the answer"
    for place, last in _last(case):
        status = place.action.status[last]
        if status.is_ is Status.UNCLEAR:
            route = (*place.route, "status")
            within = route if status.marker is None else ("legend",)
            yield Flag((*route, last, "is"), f"'{place.action.id}' is unclear", help, within=within)


@rule("C505")
def two_statuses_at_once(case: PartnershipCase) -> Iterator[Flag]:
    """An action has one status as of a date.

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: done}, {on: 2019-12, is: open}]}]

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
                actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: done}]}]
    """
    for place in case.actions:
        statuses = place.action.status
        if len(statuses) < 2:
            continue
        seen: dict[str, Status] = {}
        for i, status in enumerate(statuses):
            if status.on is None:
                continue
            before = seen.setdefault(status.on.text, status.is_)
            if before is not status.is_:
                message = f"as of {status.on.text} it is {before.value} and {status.is_.value}"
                yield Flag((*place.route, "status", i, "on"), message, "keep one, or date them apart")
