"""What the record says to each of the guidebook's criteria: one function a criterion, all of them in one table.

A criterion is asked of the candidate alone, of each of the two cities (both must be so, or one is enough), or of the two
together. Only where it is asked of the candidate alone does it matter who asks. To add one: write a function and name it
in the table. A criterion of a workspace that has none here is answered by the cities themselves, or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, auto
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from c2c.matching.answers import Answer, no, said_of_city, said_of_pair, unknown, yes
from c2c.matching.facts import ENOUGH, Evidence, Fact, Look
from c2c.matching.known import Known
from c2c.vocab import About, CityKind, Helix, Verdict


class Asked(Enum):
    """Of whom a criterion is asked."""

    CANDIDATE = auto()
    BOTH = auto()  # of each of the two, and both must say yes
    EITHER = auto()  # of each of the two, and one is enough
    PAIR = auto()  # of the two together


OfCity = Callable[[str, Known], Answer]
OfPair = Callable[[str, str, Known], Answer]


class Criterion(NamedTuple):
    """How a criterion is answered from the record. `of_pair` is the same for (one, other) and (other, one)."""

    asked: Asked
    of_city: OfCity | None = None
    of_pair: OfPair | None = None


def official_voice(city: str, known: Known) -> Answer:
    """A place speaks for itself. An association does if it has signed something for its members."""
    if not known.is_there(city):
        return no([Evidence("city", city, ("dissolved",), known.cities[city].names)])
    own = known.cities[city].kind is not CityKind.ASSOCIATION
    found = _evidence(known.facts(city, Look.GOVERNMENT)) if own else _signed_itself(city, known)
    return yes(found) if found else unknown([], [city])


def helix_cooperation(city: str, known: Known) -> Answer:
    """Companies and universities of the city take part in what it does."""
    sectors = {sector: _actors(city, known, sector) for sector in (Helix.INDUSTRY, Helix.ACADEMIA)}
    found = [each for evidence in sectors.values() for each in evidence]
    return yes(found) if all(sectors.values()) else unknown(found, [city])


def critical_mass(city: str, known: Known) -> Answer:
    """No record shows how much weight local partners have: who takes part is a lead, and the city has to say."""
    return unknown(_evidence(known.facts(city, Look.ACTOR)), [city])


def international_strategy(city: str, known: Known) -> Answer:
    """A strategy of the city names a country on the other side."""
    across = known.across(known.countries(city))
    found = _evidence(fact for fact in known.facts(city, Look.ABROAD) if fact.word in across)
    return yes(found) if found else unknown(_evidence(known.facts(city, Look.STRATEGY)), [city])


def shared_history(one: str, other: str, known: Known) -> Answer:
    """Something has happened between the two. That they stand in a file together is a lead: it may be all talk."""
    found = _of_ties(one, other, known, Look.HISTORY)
    return yes(found) if found else unknown(_of_ties(one, other, known, Look.TIE), _two(one, other))


def agreement_in_hand(one: str, other: str, known: Known) -> Answer:
    """Something is signed between the two and holds, or is talked about. If all that there was has ended, it is no."""
    found = [*_of_ties(one, other, known, Look.AGREED), *_of_ties(one, other, known, Look.TALKS)]
    if found:
        return yes(found)
    ties = known.between(one, other)
    if ties and all(each.tie.ended for each in ties):
        return no(_of_ties(one, other, known, Look.ENDED))
    leads = [*_of_ties(one, other, known, Look.LAPSED), *_of_ties(one, other, known, Look.TIE)]
    looking = [_evidence(known.facts(city, Look.LOOKING)) for city in _two(one, other)]
    if all(looking):  # both look for a partner: neither is on its way to the other yet
        leads += [each for evidence in looking for each in evidence]
    return unknown(leads, _two(one, other))


def shared_aims(one: str, other: str, known: Known) -> Answer:
    """Both work on an area, or want to: the same, or one within the other."""
    found = list(shared_areas(one, other, known))
    return yes(found) if found else unknown([], _without_aims(one, other, known) or _two(one, other))


def platform_agenda(one: str, other: str, known: Known) -> Answer:
    """The two work on areas as part of the platform's programme. What else the agenda has, no record says."""
    programme = _of_ties(one, other, known, Look.PLATFORM)
    areas = _of_ties(one, other, known, Look.AIM)
    if programme and areas:
        return yes([*programme, *areas])
    return unknown(shared_areas(one, other, known), _two(one, other))


def reference_city(city: str, known: Known) -> Answer:
    """The record has a strength of the city, a result, or an award."""
    found = _evidence(known.facts(city, Look.MODEL))
    return yes(found) if found else unknown([], [city])


def peer_activities(city: str, known: Known) -> Answer:
    """The city looks for a partner, is in a programme of exchange, or meets and works with others."""
    found = _evidence(known.facts(city, Look.PEER))
    return yes(found) if found else unknown([], [city])


def host_project(city: str, known: Known) -> Answer:
    """No record shows that a city would be host: an idea of its own for a project is a lead, and the city has to say."""
    return unknown(_evidence(known.facts(city, Look.PROJECT)), [city])


def join_platform(city: str, known: Known) -> Answer:
    """The city is part of the platform's programme."""
    found = _evidence(known.facts(city, Look.PLATFORM))
    return yes(found) if found else unknown([], [city])


CRITERIA: Final[Mapping[str, Criterion]] = MappingProxyType(
    {
        "official-voice": Criterion(Asked.CANDIDATE, official_voice),
        "helix-cooperation": Criterion(Asked.CANDIDATE, helix_cooperation),
        "critical-mass": Criterion(Asked.CANDIDATE, critical_mass),
        "international-strategy": Criterion(Asked.CANDIDATE, international_strategy),
        "shared-history": Criterion(Asked.PAIR, of_pair=shared_history),
        "agreement-in-hand": Criterion(Asked.PAIR, of_pair=agreement_in_hand),
        "shared-aims": Criterion(Asked.PAIR, of_pair=shared_aims),
        "platform-agenda": Criterion(Asked.PAIR, of_pair=platform_agenda),
        "reference-city": Criterion(Asked.EITHER, reference_city),
        "peer-activities": Criterion(Asked.BOTH, peer_activities),
        "host-project": Criterion(Asked.EITHER, host_project),
        "join-platform": Criterion(Asked.CANDIDATE, join_platform),
    }
)
"""Every criterion that a record can answer, by its id in the guidebook."""

_UNASKED: Final = {About.CITY: Criterion(Asked.CANDIDATE), About.PAIR: Criterion(Asked.PAIR)}


def criterion_of(id: str, about: About | None) -> Criterion:
    """How a criterion is answered; one that a workspace has added is answered by the cities alone."""
    return CRITERIA.get(id) or _UNASKED[about or About.CITY]


def answer(id: str, criterion: Criterion, asking: str, candidate: str, known: Known) -> Answer:
    """What is known of a candidate for a city: what the cities have said, else what the record shows."""
    if criterion.asked is Asked.CANDIDATE:
        return _of_one(id, criterion, candidate, known)
    said = said_of_pair(asking, candidate, id, known)
    if said is not None:
        return said
    one, other = _two(asking, candidate)
    if criterion.of_city is None:
        found = criterion.of_pair(one, other, known) if criterion.of_pair else None
        return found or unknown([], (one, other))
    halves = [_of_one(id, criterion, city, known) for city in (one, other)]
    return _joined(halves, Verdict.YES if criterion.asked is Asked.EITHER else Verdict.NO)


def _of_one(id: str, criterion: Criterion, city: str, known: Known) -> Answer:
    said = said_of_city(city, id, known)
    if said is not None:
        return said
    return criterion.of_city(city, known) if criterion.of_city else unknown([], [city])


def _joined(halves: list[Answer], decides: Verdict) -> Answer:
    """The answer for two of the answers for each: `decides` is the verdict that decides wherever it stands."""
    verdicts = [each.verdict for each in halves]
    verdict = decides if decides in verdicts else verdicts[0] if len({*verdicts}) == 1 else Verdict.UNKNOWN
    is_said = any(each.is_said for each in halves if each.verdict is verdict)
    if verdict is not Verdict.UNKNOWN:
        told = (each for half in halves if half.verdict is verdict for each in half.evidence)
        return Answer(verdict, tuple(dict.fromkeys(told)), is_said=is_said)
    open_ = [each for each in halves if each.verdict is Verdict.UNKNOWN]
    leads = (
        each for half in halves for each in (*half.evidence, *half.leads) if half.verdict is not Verdict.NO
    )
    return unknown(leads, (city for each in open_ for city in each.ask))


def shared_areas(one: str, other: str, known: Known) -> Iterator[Evidence]:
    """What shows that two cities work on the same area, or on one within the other's: a place for each of the two."""
    mine, theirs = (_areas(city, known, Look.AIM) for city in _two(one, other))
    for area, near in _near(mine, theirs, known):
        yield from (mine[area], theirs[near])


def fits(one: str, other: str, known: Known) -> tuple[str, ...]:
    """The areas in which one of two cities looks for a partner and the other works, or wants to."""
    found: set[str] = set()
    for seeking, working in ((one, other), (other, one)):
        wishes, aims = _areas(seeking, known, Look.WISH), _areas(working, known, Look.AIM)
        found.update(wish for wish, _ in _near(wishes, aims, known))
    return tuple(sorted(found))


def _near(mine: Iterable[str], theirs: Iterable[str], known: Known) -> Iterator[tuple[str, str]]:
    """The pairs of areas that are the same, or one within the other."""
    return (
        (area, near)
        for area in sorted(mine)
        for near in sorted(theirs)
        if near == area or near in known.within(area) or area in known.within(near)
    )


def _areas(city: str, known: Known, look: Look) -> dict[str, Evidence]:
    """The areas of a city, each with the first place that names it."""
    found: dict[str, Evidence] = {}
    for fact in known.facts(city, look):
        found.setdefault(fact.word, fact.evidence)
    return found


def _without_aims(one: str, other: str, known: Known) -> list[str]:
    return [city for city in _two(one, other) if next(known.facts(city, Look.AIM), None) is None]


def _actors(city: str, known: Known, sector: Helix) -> list[Evidence]:
    return _evidence(fact for fact in known.facts(city, Look.ACTOR) if fact.word == sector.value)


def _signed_itself(city: str, known: Known) -> list[Evidence]:
    """What an association itself has signed, not one of its members."""
    ties = (tie for tie, party in known.bonds(city) if party == city)
    return _evidence(fact for tie in ties for fact in tie.facts.get(Look.AGREED, ()))


def _of_ties(one: str, other: str, known: Known, look: Look) -> list[Evidence]:
    """What the ties of two cities with each other show."""
    return _evidence(fact for each in known.between(one, other) for fact in each.facts(look))


def _evidence(facts: Iterator[Fact]) -> list[Evidence]:
    return list(islice(dict.fromkeys(fact.evidence for fact in facts), ENOUGH))


def _two(one: str, other: str) -> tuple[str, str]:
    """Two cities in the same order, whoever asks."""
    return (one, other) if one <= other else (other, one)
