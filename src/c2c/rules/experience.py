"""Rules about what was learned: a factor is rated once at a time, and an effect is one of something that was changed."""

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
