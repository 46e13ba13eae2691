"""The annual report of a platform: all partnerships together, what the year brought, and what nobody has recorded."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from c2c.agenda.items import Spans
from c2c.agenda.saying import Item, agenda, sorted_items
from c2c.dates import Edtf, parse
from c2c.dates.durations import plus
from c2c.guidebook.book import Guidebook
from c2c.learning.portfolio import learned
from c2c.learning.taught import Taught, taught
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.nursery import OPEN
from c2c.people.reciprocity import visits
from c2c.report.actions import counts_view
from c2c.report.ideas import Origins, ideas_view
from c2c.report.indicators import named_in, tally_view
from c2c.report.learned import learned_view, works_view
from c2c.report.people import Periods, names_of
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Counts, Overview, age, areas, began_in_some_year
from c2c.vocab import DEFAULT_LEGEND, Helix, IdeaStage, Status

AHEAD: Final = "P1Y"
"""How far the report looks ahead: it is written once a year."""
SHOWN: Final = 20
"""How many things of a kind a report says are to be done; of the others it says how many they are."""


class Told(NamedTuple):
    """What a platform's report needs of one partnership: small, plain, and the same wherever it was made.

    `named` is its id and title; `works` how its actions stand; `measured` and `counted` the indicators that have a value, or for
    which the record counts something; `dated` what is dated in the year, by what it is; `lacks` the numbers of the gaps; `ideas`
    those of the partnership and of its parties, each with its id in the workspace.
    """

    named: View
    speaks: bool
    has_ended: bool
    counts: Counts
    countries: frozenset[str]
    kind: str
    step: str | None
    areas: tuple[str, ...]
    measured: tuple[str, ...]
    counted: tuple[str, ...]
    programmes: tuple[str, ...]
    dated: tuple[tuple[str, View], ...]
    age: int | None
    age_is_least: bool
    lacks: frozenset[int]
    agenda: tuple[Item, ...]
    taught: Taught
    ideas: tuple[tuple[str, View], ...]


def told(
    view: View, year: int, overview: Overview, origins: Origins, periods: Periods, writer: Writer
) -> Told:
    """What is told of a partnership. It speaks, if it has something to say about the year, not only what was so before."""
    record = overview.partnership
    promised = view["promises"]
    assert isinstance(promised, dict)
    named: View = {"id": overview.id, "title": writer.text(record.title)}
    dated = tuple(_dated(record, year, overview.as_of, writer))
    cities = origins.cities
    parties = (cities.get(party) for party in record.parties)
    return Told(
        named,
        speaks=bool(promised["total"] or view["changes"] or view["expiring"] or dated)
        or any(_is_of(each, year, overview.as_of) for each in _said(record)),
        has_ended=overview.has_ended,
        counts=overview.counts,
        countries=frozenset(city.country for city in parties if city and city.country),
        kind=label(record.kind, writer.language) if record.kind else "",
        step=overview.declared.step if overview.declared else None,
        areas=areas(record),
        measured=named_in(view, "measured"),
        counted=named_in(view, "counted"),
        programmes=record.programmes,
        dated=dated,
        age=age(overview),
        age_is_least=began_in_some_year(record),
        lacks=frozenset(number for number, (_, has) in enumerate(_GAPS) if not has(overview)),
        agenda=tuple(agenda(overview, Spans(AHEAD, *periods), writer.speaker, names_of(cities, writer))),
        taught=taught(overview),
        ideas=tuple(_ideas(overview, origins, writer)),
    )


def platform_view(all: Sequence[Told], book: Guidebook, as_of: date, writer: Writer) -> View:
    """What there is to say of all partnerships together. docs/templates.md lists the keys."""
    counts = {status: sum(each.counts[status] for each in all) for status in Status}
    signs = {status: marker for marker, status in DEFAULT_LEGEND.items()}
    found = learned((each.taught for each in all), book)
    return {
        "total": len(all),
        "ended": sum(each.has_ended for each in all),
        "speaking": sum(each.speaks for each in all),
        "silent": [each.named for each in all if not each.speaks],
        "actions": sum(counts.values()),
        "counts": counts_view(counts, signs, writer.language),
        "countries": _counted((code for each in all for code in each.countries), writer.language.country),
        "kinds": _counted((each.kind for each in all), lambda word: word),
        "steps": _steps(all, book, writer),
        "undeclared": sum(each.step is None for each in all),
        "areas": _areas(all, book, writer),
        "works": works_view(found.areas, book, writer),
        "indicators": tally_view(
            (id for each in all for id in each.measured),
            (id for each in all for id in each.counted),
            book,
            writer,
        ),
        "programmes": _programmes(all, book, writer),
        "year": _year(all),
        "ages": _ages(all),
        "agenda": _agenda(all, as_of, writer),
        "learned": learned_view(found, book, writer),
        "ideas": _nursery(all, writer),
        "gaps": _gaps(all, writer),
    }


def _ideas(overview: Overview, origins: Origins, writer: Writer) -> Iterator[tuple[str, View]]:
    """The ideas of a partnership and of its parties, each with its id in the workspace and with what it belongs to."""
    record = overview.partnership
    holders: dict[str, Partnership | City] = {overview.id: record}
    holders |= {id: city for id in record.parties if (city := origins.cities.get(id))}
    for place, holder in holders.items():
        name = holder.names if isinstance(holder, City) else holder.title
        for idea in ideas_view(place, holder, overview.as_of, origins, writer):
            yield f"{place}/{idea['id']}", {"of": writer.text(name), "place": place, **idea}


def _nursery(all: Iterable[Told], writer: Writer) -> View:
    """How all ideas stand, and the first of those of which something is still to come, the agreed ones before others."""
    ideas = dict(idea for each in all for idea in each.ideas)
    stages = Counter(str(idea["status"]) for idea in ideas.values())
    still = [idea for _, idea in sorted(ideas.items()) if idea["status"] in OPEN]
    still.sort(key=lambda idea: idea["status"] != IdeaStage.AGREED)
    return {
        "n": len(ideas),
        "counts": [
            {"status": stage.value, "word": label(stage, writer.language), "n": stages[stage]}
            for stage in IdeaStage
        ],
        "open": list(still[:SHOWN]),
        "more": max(0, len(still) - SHOWN),
    }


def _counted(words: Iterable[str], said: Callable[[str], Plain]) -> list[Plain]:
    """How often each word stands, the most frequent first; the empty one, which is not on record, last."""
    found = sorted(Counter(words).items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    return [{"word": said(word), "n": n} for word, n in found]


def _steps(all: Iterable[Told], book: Guidebook, writer: Writer) -> list[Plain]:
    declared = Counter(each.step for each in all)
    return [{"id": step.id, "title": writer.text(step.title), "n": declared[step.id]} for step in book.steps]


def _areas(all: Iterable[Told], book: Guidebook, writer: Writer) -> list[Plain]:
    """Which partnerships work on each area of the guidebook that has no broader one, or on an area within it."""
    found: list[Plain] = []
    for area in book.areas:
        if area.broader is not None:
            continue
        within = book.within(area.id)
        there: list[Plain] = [each.named for each in all if not within.isdisjoint(each.areas)]
        found.append(
            {"id": area.id, "title": writer.text(area.title), "n": len(there), "partnerships": there}
        )
    return found


def _programmes(all: Iterable[Told], book: Guidebook, writer: Writer) -> list[Plain]:
    found = Counter(programme for each in all for programme in each.programmes)
    return [
        {"id": id, "title": writer.text(book.title("programmes", id)), "n": n}
        for id, n in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _year(all: Iterable[Told]) -> View:
    """What is dated in the year: beginnings, ends, signings, evaluations and events, each with its partnership."""
    found: dict[str, list[Plain]] = {name: [] for name in ("began", "ended", "signed", "evaluated", "events")}
    for each in all:
        for name, what in each.dated:
            found[name].append({**each.named, **what})
    return {**found}


def _dated(record: Partnership, year: int, as_of: date, writer: Writer) -> Iterator[tuple[str, View]]:
    """What of a record is dated wholly in the year, and not after the day of the report."""
    for name, edtf, what in _happened(record):
        if _is_of(edtf, year, as_of):
            yield name, {"what": _what(what, writer), "when": writer.date(edtf)}


def _is_of(edtf: Edtf | None, year: int, as_of: date) -> bool:
    """Whether a date lies wholly in the year, and not after the day of the report."""
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return False
    return date(year, 1, 1) <= edtf.earliest and edtf.latest <= as_of


def _said(record: Partnership) -> Iterator[Edtf | None]:
    """When something else was said that is news: a step declared, an idea, a lesson, an achievement, a value of an indicator."""
    yield from (each.on for each in record.narrative)
    yield from (each.on for each in record.ideas)
    yield from (each.on for each in record.lessons)
    yield from (each.when.edtf for each in record.achievements if each.when)
    yield from (each.period for each in record.kpis)


def _happened(record: Partnership) -> Iterator[tuple[str, Edtf | None, Text | StrEnum | None]]:
    yield "began", record.began, None
    if record.ended:
        yield "ended", record.ended.on, record.ended.reason
    for agreement in record.agreements:
        yield "signed", agreement.signed, agreement.title or agreement.kind
    for evaluation in record.evaluations:
        yield "evaluated", evaluation.on, evaluation.title
    for event in record.events:
        yield "events", event.when.edtf, event.title


def _what(what: Text | StrEnum | None, writer: Writer) -> View | None:
    if isinstance(what, StrEnum):
        return {"text": label(what, writer.language), "lang": writer.language.code}
    return writer.text(what)


def _ages(all: Iterable[Told]) -> list[Plain]:
    """The partnerships whose start is on record, the oldest first, with how many areas they work on."""
    aged = sorted((-each.age, str(each.named["id"]), each) for each in all if each.age is not None)
    return [
        {
            **each.named,
            "years": each.age,
            "at_least": each.age_is_least,
            "areas": len(each.areas),
            "done": each.counts[Status.DONE],
        }
        for _, _, each in aged
    ]


def _agenda(all: Iterable[Told], as_of: date, writer: Writer) -> View:
    """What is to be done after the day of the report: the first of what is overdue, of what is due, of what has no day."""
    items = sorted_items(each.agenda for each in all)
    kinds: dict[str, list[Item]] = {"overdue": [], "due": [], "undated": []}
    for item in items:
        kinds["undated" if item.date is None else "overdue" if item.overdue else "due"].append(item)
    return {
        "until": writer.date(parse(plus(as_of, AHEAD).isoformat())),
        **{
            name: {"n": len(found), "items": [_item(item, writer) for item in found[:SHOWN]]}
            for name, found in kinds.items()
        },
    }


def _item(item: Item, writer: Writer) -> View:
    return {
        "date": writer.date(parse(item.date.isoformat())) if item.date else "",
        "kind": label(item.kind, writer.language),
        "id": item.partnership,
        "partnership": item.title,
        "sentence": item.sentence,
    }


def _gaps(all: Sequence[Told], writer: Writer) -> list[Plain]:
    """What is not on record, as sentences with numbers: missing is not zero, and it is said."""
    numbers = Counter(number for each in all if not each.has_ended for number in each.lacks)
    return [
        writer.language.count(*words, numbers[number])
        for number, (words, _) in enumerate(_GAPS)
        if numbers[number]
    ]


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many


_GAPS: Final[tuple[tuple[tuple[str, str], Callable[[Overview], object]], ...]] = (
    (
        ngettext("Of {n} partnership no start is on record.", "Of {n} partnerships no start is on record."),
        lambda each: each.partnership.began,
    ),
    (
        ngettext("Of {n} partnership no form is on record.", "Of {n} partnerships no form is on record."),
        lambda each: each.partnership.kind,
    ),
    (
        ngettext(
            "Of {n} partnership no agreement is on record.", "Of {n} partnerships no agreement is on record."
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
    (
        ngettext(
            "Of {n} partnership no contact is on record.", "Of {n} partnerships no contact is on record."
        ),
        lambda each: each.partnership.contacts,
    ),
    (
        ngettext(
            "Of {n} partnership nobody from outside the government is on record.",
            "Of {n} partnerships nobody from outside the government is on record.",
        ),
        lambda each: any(one.sector not in (None, Helix.GOVERNMENT) for one in each.partnership.participants),
    ),
    (
        ngettext("Of {n} partnership no visit is on record.", "Of {n} partnerships no visit is on record."),
        visits,
    ),
)
"""What may not be on record: the sentence for a number of partnerships, and what to look at."""
