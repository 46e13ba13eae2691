"""The annual report of a platform: all partnerships together, what the year brought, and what nobody has recorded."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from c2c.dates import Edtf
from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.report.actions import counts_view
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Overview, areas, count
from c2c.vocab import DEFAULT_LEGEND


class Told(NamedTuple):
    """A partnership with how it stands, and whether it has something to say about the year."""

    overview: Overview
    speaks: bool


def speaks(view: View, year: int, overview: Overview) -> bool:
    """Whether a partnership has something to say about the year, and not only what was so all along."""
    promised = view["promises"]
    assert isinstance(promised, dict)
    return bool(promised["total"] or view["changes"] or view["expiring"]) or any(
        _is_in(edtf, year, overview.as_of) for _, edtf, _ in _dated(overview.partnership)
    )


def platform_view(
    year: int, as_of: date, told: Sequence[Told], cities: Mapping[str, City], book: Guidebook, writer: Writer
) -> View:
    """What there is to say of all partnerships together. docs/templates.md lists the keys."""
    overviews = [each.overview for each in told]
    records = [each.partnership for each in overviews]
    actions = [standing for each in overviews for standing in each.standings]
    signs = {status: marker for marker, status in DEFAULT_LEGEND.items()}
    return {
        "total": len(told),
        "ended": sum(each.has_ended for each in overviews),
        "speaking": sum(each.speaks for each in told),
        "silent": [_named(each.overview, writer) for each in told if not each.speaks],
        "actions": len(actions),
        "counts": counts_view(count(actions), signs, writer.language),
        "countries": _countries(records, cities, writer),
        "kinds": _counted(
            (label(each.kind, writer.language) if each.kind else "" for each in records), lambda word: word
        ),
        "steps": _steps(overviews, book, writer),
        "undeclared": sum(each.declared is None for each in overviews),
        "areas": _areas(overviews, book, writer),
        "programmes": _programmes(records, book, writer),
        "year": _year(year, as_of, overviews, writer),
        "ages": _ages(overviews, writer),
        "gaps": _gaps(overviews, writer),
    }


def age(overview: Overview) -> int | None:
    """How many whole years a partnership has lasted by then, or until it ended; None if its start is not on record."""
    began = overview.partnership.began
    first = began.latest if began else None
    if first is None:
        return None
    ended = (
        overview.partnership.ended.on.latest if overview.partnership.ended and overview.has_ended else None
    )
    last = ended or overview.as_of
    if began is not None and began.earliest != began.latest:  # only the year is known: years are told apart
        return max(0, last.year - first.year)
    return max(0, last.year - first.year - ((last.month, last.day) < (first.month, first.day)))


def _named(overview: Overview, writer: Writer) -> View:
    return {"id": overview.id, "title": writer.text(overview.partnership.title)}


def _counted(words: Iterable[str], said: Callable[[str], Plain]) -> list[Plain]:
    """How often each word stands, the most frequent first; the empty one, which is not on record, last."""
    found = sorted(Counter(words).items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    return [{"word": said(word), "n": n} for word, n in found]


def _countries(records: Iterable[Partnership], cities: Mapping[str, City], writer: Writer) -> list[Plain]:
    """In how many partnerships a country has a party."""
    codes = [
        {city.country for party in each.parties if (city := cities.get(party)) and city.country}
        for each in records
    ]
    return _counted((code for found in codes for code in found), writer.language.country)


def _steps(overviews: Iterable[Overview], book: Guidebook, writer: Writer) -> list[Plain]:
    declared = Counter(each.declared.step for each in overviews if each.declared)
    return [{"id": step.id, "title": writer.text(step.title), "n": declared[step.id]} for step in book.steps]


def _areas(overviews: Iterable[Overview], book: Guidebook, writer: Writer) -> list[Plain]:
    """Which partnerships work on each area of the guidebook that has no broader one, or on an area within it."""
    of_each = [(each, frozenset(areas(each.partnership))) for each in overviews]
    found: list[Plain] = []
    for area in book.areas:
        if area.broader is not None:
            continue
        within = book.within(area.id)
        there = [_named(each, writer) for each, own in of_each if not within.isdisjoint(own)]
        found.append(
            {"id": area.id, "title": writer.text(area.title), "n": len(there), "partnerships": [*there]}
        )
    return found


def _programmes(records: Iterable[Partnership], book: Guidebook, writer: Writer) -> list[Plain]:
    found = Counter(programme for each in records for programme in each.programmes)
    return [
        {"id": id, "title": writer.text(book.title("programmes", id)), "n": n}
        for id, n in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


Dated = tuple[str, Edtf | None, Text | StrEnum | None]
"""What happened: began, signed …, its date, and what it was."""


def _year(year: int, as_of: date, overviews: Iterable[Overview], writer: Writer) -> View:
    """What is dated in the year: beginnings, ends, signings, evaluations and events, each with its partnership."""
    found: dict[str, list[Plain]] = {name: [] for name in ("began", "ended", "signed", "evaluated", "events")}
    for each in overviews:
        for name, edtf, what in _dated(each.partnership):
            if _is_in(edtf, year, as_of):
                told = {"what": _what(what, writer), "when": writer.date(edtf)}
                found[name].append({**_named(each, writer), **told})
    return {**found}


def _dated(record: Partnership) -> Iterator[Dated]:
    yield "began", record.began, None
    if record.ended:
        yield "ended", record.ended.on, record.ended.reason
    for agreement in record.agreements:
        yield "signed", agreement.signed, agreement.title or agreement.kind
    for evaluation in record.evaluations:
        yield "evaluated", evaluation.on, evaluation.title
    for event in record.events:
        yield "events", event.when.edtf, event.title


def _is_in(edtf: Edtf | None, year: int, as_of: date) -> bool:
    """Whether all of a date lies in the year, and not after the day of the report."""
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return False
    return edtf.earliest >= date(year, 1, 1) and edtf.latest <= as_of


def _what(what: Text | StrEnum | None, writer: Writer) -> View | None:
    if isinstance(what, StrEnum):
        return {"text": label(what, writer.language), "lang": writer.language.code}
    return writer.text(what)


def _ages(overviews: Iterable[Overview], writer: Writer) -> list[Plain]:
    """The partnerships whose start is on record, the oldest first, with how many areas they work on."""
    aged = [(years, each) for each in overviews if (years := age(each)) is not None]
    return [
        {
            **_named(each, writer),
            "years": years,
            "areas": len(areas(each.partnership)),
            "done": sum(standing.status.value == "done" for standing in each.standings),
        }
        for years, each in sorted(aged, key=lambda pair: (-pair[0], pair[1].id))
    ]


def _gaps(overviews: Sequence[Overview], writer: Writer) -> list[Plain]:
    """What is not on record, as sentences with numbers: missing is not zero, and it is said."""
    running = [each for each in overviews if not each.has_ended]
    lacking: tuple[tuple[tuple[str, str], Callable[[Overview], object]], ...] = (
        (
            ngettext(
                "Of {n} partnership no start is on record.", "Of {n} partnerships no start is on record."
            ),
            lambda each: each.partnership.began,
        ),
        (
            ngettext("Of {n} partnership no form is on record.", "Of {n} partnerships no form is on record."),
            lambda each: each.partnership.kind,
        ),
        (
            ngettext(
                "Of {n} partnership no agreement is on record.",
                "Of {n} partnerships no agreement is on record.",
            ),
            lambda each: each.partnership.agreements,
        ),
        (
            ngettext("Of {n} partnership no area is on record.", "Of {n} partnerships no area is on record."),
            lambda each: areas(each.partnership),
        ),
        (
            ngettext(
                "Of {n} partnership no planned action is on record.",
                "Of {n} partnerships no planned action is on record.",
            ),
            lambda each: each.standings,
        ),
        (
            ngettext(
                "Of {n} partnership no evaluation is on record.",
                "Of {n} partnerships no evaluation is on record.",
            ),
            lambda each: each.partnership.evaluations,
        ),
    )
    found = ((words, sum(not has(each) for each in running)) for words, has in lacking)
    return [writer.language.count(*words, n) for words, n in found if n]


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many
