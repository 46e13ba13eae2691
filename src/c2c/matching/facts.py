"""What a file says that bears on choosing a partner: short facts, each with its place, sorted by what they show.

A partnership is boiled down to these where it is read, so that a thousand of them cost little room; the criteria are asked
of the facts alone. What a file does not say is not there, and that means nothing yet.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum, StrEnum, auto
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from c2c.dates import Edtf
from c2c.diagnostics import Route
from c2c.model.base import Sources
from c2c.model.city import City
from c2c.model.partnership import Agreement, Ending, Partnership
from c2c.model.text import Text
from c2c.narrative.evidence import ACTIVITIES, MEETINGS, Case, delivered
from c2c.nursery import standing
from c2c.standing import declared, ends, is_held
from c2c.standing import standing as standing_of
from c2c.vocab import CityKind, EventKind, Helix, IdeaStage, PartnershipKind

R = TypeVar("R", City, Partnership)

PLATFORM: Final = "urban-eu-china"
"""The programme whose platform and agenda two of the twelve criteria ask for."""
ENOUGH: Final = 3
"""Of what a file may say hundreds of times over, so many are kept."""
_SIGNED: Final = frozenset(PartnershipKind) - {PartnershipKind.PROGRAMME_PAIRING, PartnershipKind.AD_HOC}
"""The forms of partnership that rest on something signed."""
_TALK: Final = frozenset((EventKind.DECISION, EventKind.DEBATE))
"""The events that one side has by itself."""
_PEERS: Final = frozenset((*MEETINGS, *ACTIVITIES)) - {EventKind.DECISION, EventKind.PUBLICATION}


class Look(Enum):
    """What a fact shows."""

    TIE = auto()  # the two stand together in a partnership's file
    HISTORY = auto()  # something has happened between the two
    TALKS = auto()  # cooperation is talked about
    AGREED = auto()  # something is signed, and holds as far as is known
    LAPSED = auto()  # something was signed, and its time is over
    ENDED = auto()  # cooperation has ended
    AIM = auto()  # an area that one works on or wants to; the word is the area
    WISH = auto()  # an area in which one looks for a partner; the word is the area
    ACTOR = auto()  # somebody from outside the government takes part; the word is the sector
    GOVERNMENT = auto()  # the city itself is the counterpart
    STRATEGY = auto()  # there is a strategy
    ABROAD = auto()  # a strategy names a country; the word is the country
    MODEL = auto()  # something to learn from
    PEER = auto()  # it takes part in exchange between peers, or means to
    PROJECT = auto()  # it has an idea for a project
    PLATFORM = auto()  # it is part of the platform
    LOOKING = auto()  # it looks for a partner


class Evidence(NamedTuple):
    """What in the record says so: the kind of file and its id, the route in it, what stands there, and its sources.

    `chapter` is the guidebook's chapter that has the title, where `what` is an item of it.
    """

    kind: str
    file: str
    route: Route
    what: Text | StrEnum
    id: str = ""
    on: Edtf | None = None
    sources: tuple[str, ...] = ()
    chapter: str = ""


class Fact(NamedTuple):
    """Evidence, and whose it is: of the cities `of`, or, if that is empty, of all whom the file is about."""

    evidence: Evidence
    of: tuple[str, ...] = ()
    word: str = ""


Facts = Mapping[Look, tuple[Fact, ...]]


class Tie(NamedTuple):
    """A partnership, boiled down. `is_real` says that there is or was cooperation, and not just talk of it."""

    id: str
    parties: tuple[str, ...]
    title: Text
    began: Edtf | None
    ended: bool
    is_real: bool
    facts: Facts


class File(NamedTuple):
    """A record on its way to facts: whose file it is, and by which day it is looked at."""

    kind: str
    id: str
    as_of: date

    def evidence(
        self,
        route: Route,
        what: Text | StrEnum,
        sources: Sources = (),
        id: str = "",
        on: Edtf | None = None,
        chapter: str = "",
    ) -> Evidence:
        """Evidence from this file."""
        cited = tuple(dict.fromkeys(each.source for each in sources))
        return Evidence(self.kind, self.id, route, what, id, on, cited, chapter)

    def named(self, route: Route, chapter: str, id: str, sources: Sources) -> Evidence:
        """Evidence that names an item of the guidebook."""
        return self.evidence(route, Text({"und": id}), sources, id, chapter=chapter)

    def by(self, edtf: Edtf | None) -> bool:
        """Whether something of this date had come: it can have begun by then. Undated things are there."""
        return edtf is None or edtf.earliest is None or edtf.earliest <= self.as_of


Look1 = Callable[[R, File], Iterator[tuple[Look, Fact]]]


def facts_of_city(id: str, record: City, as_of: date) -> Facts:
    """What a city's file says of the city."""
    file = File("city", id, as_of)
    return _sorted(found for look in _OF_CITY for found in look(record, file))


def tie_of(id: str, record: Partnership, as_of: date) -> Tie:
    """What a partnership's file says of its parties."""
    file = File("partnership", id, as_of)
    over = _ending(record, as_of) is not None
    found = [each for look in _OF_PARTNERSHIP for each in look(record, file)]
    if over:  # what the two wanted then, they may not want now
        found = [each for each in found if each[0] not in _OF_THE_RUNNING]
    return Tie(id, record.parties, record.title, record.began, over, _is_real(record), _sorted(found))


_OF_THE_RUNNING: Final = frozenset((Look.AGREED, Look.LAPSED, Look.TALKS, Look.AIM, Look.PEER, Look.PROJECT))


def _sorted(found: Iterator[tuple[Look, Fact]] | list[tuple[Look, Fact]]) -> Facts:
    told: dict[Look, list[Fact]] = {}
    for look, fact in found:
        told.setdefault(look, []).append(fact)
    return {look: tuple(facts) for look, facts in told.items()}


def _ending(record: Partnership, as_of: date) -> Ending | None:
    """How a partnership ended, if it had by that day."""
    end = record.ended
    return end if end is not None and end.on.latest is not None and end.on.latest <= as_of else None


def _is_real(record: Partnership) -> bool:
    told = (record.kind, record.began, record.ended, record.agreements, record.programmes, record.events)
    return any(told) or bool(record.achievements) or any(place.action for place in record.places)


def _programmes(record: City | Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """Programmes in which cities meet as peers, and the platform's own."""
    for i, id in enumerate(record.programmes):
        fact = Fact(file.named(("programmes", i), "programmes", id, record.sources))
        yield Look.PEER, fact
        if id == PLATFORM:
            yield Look.PLATFORM, fact


def _actors(record: City | Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """Who takes part from outside the government, and what they work on."""
    for i, each in enumerate(record.participants):
        of = (each.side,) if each.side else ()
        is_whose = isinstance(record, City) or bool(of)
        if each.sector is not None and each.sector is not Helix.GOVERNMENT and is_whose:
            evidence = file.evidence(("participants", i), each.title, each.sources, each.id)
            yield Look.ACTOR, Fact(evidence, of, each.sector.value)
        for j, area in enumerate(each.areas if is_whose else ()):
            evidence = file.named(("participants", i, "areas", j), "areas", area, each.sources)
            yield Look.AIM, Fact(evidence, of, area)


def _ideas(record: City | Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """What somebody would like to do and has not dropped. In a city's file it is the city, unless others are named."""
    for i, each in enumerate(record.ideas):
        of = each.by or ((file.id,) if isinstance(record, City) else ())
        is_dropped = standing(file.id, each, of, file.as_of).stage is IdeaStage.DROPPED
        if of and file.by(each.on) and not is_dropped:
            evidence = file.evidence(("ideas", i), each.title, each.sources, each.id, each.on)
            yield Look.PROJECT, Fact(evidence, of)
            for j, area in enumerate(each.areas):
                named = file.named(("ideas", i, "areas", j), "areas", area, each.sources)
                yield Look.AIM, Fact(named, of, area)


def _models(record: City | Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """What others could learn from: strengths, results, awards."""
    if isinstance(record, City):
        for i, strength in enumerate(record.strengths):
            yield (
                Look.MODEL,
                Fact(file.evidence(("strengths", i), strength.title, strength.sources, strength.id)),
            )
    else:
        yield from ((Look.MODEL, Fact(evidence)) for evidence in _results(record, file))
    for i, event in enumerate(record.events):
        if event.kind is EventKind.AWARD and file.by(event.when.edtf):
            evidence = file.evidence(("events", i), event.title, event.sources, event.id, event.when.edtf)
            yield Look.MODEL, Fact(evidence)


def _results(record: Partnership, file: File) -> Iterator[Evidence]:
    """What came of it by then."""
    for i, each in enumerate(record.achievements):
        when = each.when.edtf if each.when else None
        if file.by(when):
            yield file.evidence(("achievements", i), each.title, each.sources, each.id, when)


def _events(record: City | Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """Meetings and joint activities."""
    found = (
        Fact(file.evidence(("events", i), each.title, each.sources, each.id, each.when.edtf))
        for i, each in enumerate(record.events)
        if each.kind in _PEERS and file.by(each.when.edtf)
    )
    yield from ((Look.PEER, fact) for fact in islice(found, ENOUGH))


def _being(record: City, file: File) -> Iterator[tuple[Look, Fact]]:
    """What the city is, and whether it looks for a partner or works ad hoc."""
    fact = Fact(file.evidence(("kind",), record.kind, record.sources))
    if record.kind is not CityKind.ASSOCIATION:
        yield Look.GOVERNMENT, fact
    for name in ("looking", "ad_hoc"):
        if getattr(record, name):
            fact = Fact(file.evidence((name,), record.names, record.sources))
            yield Look.PEER, fact
            if name == "looking":
                yield Look.LOOKING, fact


def _strategies(record: City, file: File) -> Iterator[tuple[Look, Fact]]:
    for i, each in enumerate(record.strategies):
        when = each.adopted or each.period
        if not file.by(when):
            continue
        evidence = file.evidence(("strategies", i), each.title, each.sources, each.id, when)
        yield Look.STRATEGY, Fact(evidence)
        yield from ((Look.ABROAD, Fact(evidence, (), country)) for country in each.countries)
        for j, area in enumerate(each.areas):
            named = file.named(("strategies", i, "areas", j), "areas", area, each.sources)
            yield Look.AIM, Fact(named, (), area)


def _wishes(record: City, file: File) -> Iterator[tuple[Look, Fact]]:
    for i, each in enumerate(record.seeks):
        yield Look.PEER, Fact(file.evidence(("seeks", i), each.title, each.sources, each.id))
        for j, area in enumerate(each.areas):
            wish = Fact(file.named(("seeks", i, "areas", j), "areas", area, each.sources), (), area)
            yield Look.AIM, wish
            yield Look.WISH, wish


def _cooperation(record: Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """That there is cooperation, or talk of it, and whether it has ended."""
    evidence = file.evidence((), record.title, record.sources, file.id, record.began)
    real, at = _is_real(record), declared(record, file.as_of)
    if file.by(record.began):
        yield Look.TIE, Fact(evidence)
    if at is not None and at.step == "partner":  # the step that ends with an agreement
        where = ("narrative", record.narrative.index(at))
        yield Look.TALKS, Fact(file.evidence(where, record.title, at.sources, file.id, at.on))
    elif not real:
        yield Look.TALKS, Fact(evidence)
    end = _ending(record, file.as_of)
    if end is not None:
        yield Look.ENDED, Fact(file.evidence(("ended",), end.reason, end.sources, on=end.on))


def _history(record: Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """What has happened, and not only been talked of: the first thing of all parties, and of those who did one by themselves.

    That a partnership has a file, a form or a programme is no history: it may be no more than wished for.
    """
    told: set[frozenset[str]] = set()
    for fact in _happened(record, file):
        parties = frozenset(fact.of or record.parties)
        if parties not in told:
            yield Look.HISTORY, fact
            told.add(parties)
        if parties >= {*record.parties}:
            return


def _happened(record: Partnership, file: File) -> Iterator[Fact]:
    """A beginning, agreements, events that are no mere talk, actions that took place, and what came of it."""
    if record.began is not None and file.by(record.began):
        yield Fact(file.evidence(("began",), record.title, record.sources, file.id, record.began))
    yield from (Fact(evidence, paper.parties) for paper, evidence in _papers(record, file))
    for i, event in enumerate(record.events):
        if event.kind not in _TALK and file.by(event.when.edtf):
            of = (event.host, *event.guests) if event.host and event.guests else ()
            evidence = file.evidence(("events", i), event.title, event.sources, event.id, event.when.edtf)
            yield Fact(evidence, of)
    for place in record.places:
        if is_held(standing_of(place, file.as_of)):
            action, when = place.action, place.action.when.edtf if place.action.when else None
            yield Fact(file.evidence(place.route, action.title, action.sources, action.id, when))
    yield from map(Fact, _results(record, file))


def _agreements(record: Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """What is signed: the papers, as long as each holds, and the partnership's form, unless all its papers are over."""
    is_over = False
    for each, evidence in _papers(record, file):
        end = ends(record, each)
        renewed = any(other.renews == each.id and file.by(other.signed) for other in record.agreements)
        is_over = renewed or (end is not None and end < file.as_of)
        yield Look.LAPSED if is_over else Look.AGREED, Fact(evidence, each.parties)
    if record.kind in _SIGNED and not is_over and file.by(record.began):
        yield Look.AGREED, Fact(file.evidence(("kind",), record.kind, record.sources, on=record.began))


def _papers(record: Partnership, file: File) -> Iterator[tuple[Agreement, Evidence]]:
    """The agreements that were there by then."""
    for i, each in enumerate(record.agreements):
        when = each.signed or each.valid
        if file.by(when):
            yield (
                each,
                file.evidence(("agreements", i), each.title or each.kind, each.sources, each.id, when),
            )


def _aims(record: Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """The areas that the parties work on together, each once."""
    found: dict[str, Evidence] = {}
    for route, areas, sources in _areas(record):
        for i, area in enumerate(areas):
            if area not in found:
                found[area] = file.named((*route, i), "areas", area, sources)
    yield from ((Look.AIM, Fact(evidence, (), area)) for area, evidence in found.items())


def _areas(record: Partnership) -> Iterator[tuple[Route, tuple[str, ...], Sources]]:
    yield ("areas",), record.areas, record.sources
    for i, each in enumerate(record.agreements):
        yield ("agreements", i, "areas"), each.areas, each.sources
    for place in record.places:
        if place.action.areas:
            yield (*place.route, "areas"), place.action.areas, place.action.sources
    for i, event in enumerate(record.events):
        yield ("events", i, "areas"), event.areas, event.sources


def _delivered(record: Partnership, file: File) -> Iterator[tuple[Look, Fact]]:
    """Actions that were done."""
    for proof in islice(delivered(Case(record, file.as_of)), ENOUGH):
        if proof.route[0] == "focus_areas":
            yield Look.PEER, Fact(file.evidence(proof.route, proof.what, record.sources, proof.id, proof.on))


_OF_CITY: Final[tuple[Look1[City], ...]] = (
    _being,
    _programmes,
    _actors,
    _ideas,
    _models,
    _events,
    _strategies,
    _wishes,
)
_OF_PARTNERSHIP: Final[tuple[Look1[Partnership], ...]] = (
    _cooperation,
    _history,
    _agreements,
    _programmes,
    _actors,
    _ideas,
    _models,
    _events,
    _aims,
    _delivered,
)

NO_FACTS: Final[Facts] = MappingProxyType({})
