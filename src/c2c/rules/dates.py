"""Rules about time: nothing ends before it begins, and nothing is reported before it could have happened."""

from collections.abc import Iterator

from c2c.dates import Edtf
from c2c.diagnostics import Route
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.rules.base import CityCase, Flag, PartnershipCase, rule
from c2c.vocab import AgreementKind, Status


def _after(first: Edtf, second: Edtf) -> bool:
    """Whether `second` was over before `first` can have begun."""
    return first.earliest is not None and second.latest is not None and second.latest < first.earliest


@rule("C401")
def dates_run_backwards(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """What comes first has the earlier date: beginning and end, signing and validity, joining and leaving, and so on.

    Only a letter of intent is signed before a partnership begins. Coarse dates are given the benefit of the doubt:
    2017 and 2017-05 fit in either order.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        began: 2017
        ended: {on: 2007, reason: not_renewed}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        began: 2007
        ended: {on: 2017, reason: not_renewed}
    """
    pairs = _pairs_of_partnership(case) if isinstance(case, PartnershipCase) else _pairs_of_city(case)
    for route, what, second, before, first in pairs:
        if first and second and _after(first, second):
            yield Flag(
                route,
                f"{what} {second.text} is before {before} {first.text}",
                "one of the two dates is wrong",
            )


Pair = tuple[Route, str, Edtf | None, str, Edtf | None]


def _pairs_of_partnership(case: PartnershipCase) -> Iterator[Pair]:
    record = case.record
    if record.ended:
        yield ("ended", "on"), "the end", record.ended.on, "the beginning", record.began
    for i, agreement in enumerate(record.agreements):
        yield ("agreements", i, "valid"), "validity until", agreement.valid, "the signing", agreement.signed
        if agreement.kind is not AgreementKind.LETTER_OF_INTENT:  # an intent comes before the beginning
            beginning = "the beginning of the partnership"
            yield ("agreements", i, "signed"), "the signing", agreement.signed, beginning, record.began
    for i, contact in enumerate(record.contacts):
        yield ("contacts", i, "to"), "to", contact.to, "from", contact.from_
    for i, obstacle in enumerate(record.obstacles):
        adjusted, since = obstacle.adjusted, obstacle.since
        yield ("obstacles", i, "adjusted"), "the change", adjusted, "the obstacle since", since
    yield from _pairs_of_participants(record)
    yield from _pairs_of_ideas(record)
    yield from _pairs_of_actions(case)


def _pairs_of_actions(case: PartnershipCase) -> Iterator[Pair]:
    for place in case.actions:
        for i, status in enumerate(place.action.status):
            route = (*place.route, "status", i)
            if status.waiting_for:
                since = status.waiting_for.since
                yield (*route, "on"), "the status of", status.on, "the waiting since", since
                for j, asked in enumerate(status.waiting_for.asked):
                    yield (*route, "waiting_for", "asked", j), "asked on", asked, "the waiting since", since
            if status.postponed_to and place.action.when:
                moved, planned = status.postponed_to.edtf, place.action.when.edtf
                yield (*route, "postponed_to"), "the new date", moved, "the planned date", planned


def _pairs_of_participants(record: Partnership | City) -> Iterator[Pair]:
    for i, each in enumerate(record.participants):
        yield ("participants", i, "to"), "to", each.to, "from", each.from_


def _pairs_of_ideas(record: Partnership | City) -> Iterator[Pair]:
    for i, idea in enumerate(record.ideas):
        for j, each in enumerate(idea.status):
            yield ("ideas", i, "status", j, "on"), "the status of", each.on, "the proposal of", idea.on


def _pairs_of_city(case: CityCase) -> Iterator[Pair]:
    record = case.record
    yield ("dissolved",), "the end", record.dissolved, "the founding", record.founded
    yield from _pairs_of_participants(record)
    yield from _pairs_of_ideas(record)
    for i, member in enumerate(record.members):
        yield ("members", i, "left"), "leaving", member.left, "joining", member.joined
        yield ("members", i, "joined"), "joining", member.joined, "the founding", record.founded


@rule("C402")
def status_too_early(case: PartnershipCase) -> Iterator[Flag]:
    """Nothing is done, or partly done, before the earliest day on which it could have happened.

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
                actions: [{id: lunch, title: Lunch, when: 2019-05, status: [{on: 2018-12, is: done}]}]

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
    """
    for place in case.actions:
        when = place.action.when
        if when is None:
            continue
        for i, status in enumerate(place.action.status):
            happened = status.is_ is Status.DONE or status.is_ is Status.PARTLY_DONE
            if happened and status.on and _after(when.edtf, status.on):
                word = "done" if status.is_ is Status.DONE else "partly done"
                message = f"{word} as of {status.on.text}, but planned for {when.edtf.text}"
                yield Flag((*place.route, "status", i, "on"), message, "one of the two dates is wrong")


@rule("C403", of_absence=True)
def status_without_date(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """A status says as of when it is true. One without a date is not counted; nor is one whose date has no end.

    The same holds for what else is said anew from time to time: a rating of a success factor, a city's answer to a criterion.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [{is: done}]}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [{on: 2019-12, is: done}]}]}]
    """
    for route, on, what in _statements(case):
        if on is None:
            help = "add on: and the date, such as on: 2019-12"
            yield Flag(route, f"this {what} has no date, so it is not counted", help, within=route)
        elif on.latest is None:
            message = f"{on.text} has no end, so this {what} is never counted"
            yield Flag((*route, "on"), message, "write the date as of which it is true", within=route)


def _statements(case: PartnershipCase | CityCase) -> Iterator[tuple[Route, Edtf | None, str]]:
    """What is said of a state, with the date; a rating and an answer may go without one."""
    for i, idea in enumerate(case.record.ideas):
        for j, each in enumerate(idea.status):
            yield ("ideas", i, "status", j), each.on, "status"
    if isinstance(case, CityCase):
        dated = ((("answers", i), answer.on) for i, answer in enumerate(case.record.answers))
        yield from ((route, on, "answer") for route, on in dated if on is not None)
        return
    for place in case.actions:
        for i, status in enumerate(place.action.status):
            yield (*place.route, "status", i), status.on, "status"
    ratings = ((("factors", i), rating.on) for i, rating in enumerate(case.record.factors))
    yield from ((route, on, "rating") for route, on in ratings if on is not None)
