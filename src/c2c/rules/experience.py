"""Rules about what was learned: one rating and one value at a time, and an effect only of something that was changed."""

from collections.abc import Iterator
from datetime import date

from c2c.diagnostics import Severity
from c2c.rules.base import Flag, PartnershipCase, rule


@rule("C320")
def rated_twice_at_once(case: PartnershipCase) -> Iterator[Flag]:
    """A success factor is rated once as of a day. Where two sides see it differently, `note` says so, or a later rating.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        factors:
          - {factor: regular-contact, rating: strong, on: 2019}
          - {factor: regular-contact, rating: weak, on: 2019}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        factors:
          - {factor: regular-contact, rating: strong, on: 2018}
          - {factor: regular-contact, rating: weak, on: 2019}
    """
    seen: set[tuple[str, date | None]] = set()
    for i, each in enumerate(case.record.factors):
        day = each.on.latest if each.on else None
        if each.on and day is None:
            continue  # it never counts, and C403 says so
        if (each.factor, day) in seen:
            message = f"'{each.factor}' is rated twice {'on one day' if day else 'without a date'}"
            yield Flag(("factors", i), message, "keep the one that holds, or say on: when each was so")
        seen.add((each.factor, day))


@rule("C321", Severity.WARNING, of_absence=True)
def nothing_was_changed(case: PartnershipCase) -> Iterator[Flag]:
    """An obstacle with an `effect`, or a date of change, says under `adjustment` what was changed.

    Others who meet the same obstacle want to do what helped, and cannot without it. c2c counts it as one that nobody has done
    anything about.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        obstacles: [{id: distance, title: The distance, effect: More people take part.}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        obstacles:
          - {id: distance, title: The distance, adjustment: Meetings are held online., effect: More people take part.}
    """
    for i, each in enumerate(case.record.obstacles):
        said = "an effect" if each.effect else "the day of a change" if each.adjusted else None
        if each.adjustment is None and said is not None:
            route = ("obstacles", i)
            yield Flag(route, f"'{each.id}' has {said}, and no adjustment", "add adjustment:", within=route)


@rule("C322", Severity.WARNING)
def two_values_at_once(case: PartnershipCase) -> Iterator[Flag]:
    """An indicator has one value for a period, or `definition` or `unit` says what the values differ in.

    c2c shows both and says no trend that only one of them would give.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        kpis:
          - {kpi: high-level-visits, period: 2019, value: 3}
          - {kpi: high-level-visits, period: 2019, value: 30}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        kpis:
          - {kpi: high-level-visits, period: 2019, value: 3, definition: Visits with a mayor}
          - {kpi: high-level-visits, period: 2019, value: 30, definition: Visits with a mayor or an official}
    """
    seen: dict[object, float] = {}
    for i, each in enumerate(case.record.kpis):
        if each.value is None:
            continue
        of = (each.kpi, each.kind, each.period.text, each.unit, each.definition)
        if seen.setdefault(of, each.value) != each.value:
            message = f"'{each.kpi}' has {seen[of]:g} and {each.value:g} for {each.period.text}"
            yield Flag(("kpis", i, "value"), message, "keep one, or say under definition: what differs")
