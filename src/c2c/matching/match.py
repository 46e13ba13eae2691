"""With whom a city could work: the candidates, each with its answers, its score and its place."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from fractions import Fraction
from typing import NamedTuple

from c2c.matching.answers import Answer
from c2c.matching.criteria import Criterion, answer, criterion_of, fits
from c2c.matching.facts import Tie
from c2c.matching.known import Known
from c2c.matching.paths import Way, ways
from c2c.matching.scoring import Rank, Score, rank, reach, score, shares
from c2c.model.reference import CriteriaSet
from c2c.model.reference import Criterion as Entry
from c2c.model.text import Text
from c2c.vocab import Verdict

OURS = "guidebook"
"""What the twelve criteria together are called, beside the sets of single cities."""


class Asked(NamedTuple):
    """A criterion that is asked: its title and weight in the set, and, if it is one of the guidebook, its id and text."""

    title: Text
    share: Fraction
    entry: Entry | None = None
    criterion: Criterion | None = None


class Wanted(NamedTuple):
    """Who may be a candidate: of which countries (None: those that the city's own works with), and whether partners may."""

    countries: frozenset[str] | None = None
    same_country: bool = False
    new: bool = False


class Change(NamedTuple):
    """Where a candidate would stand if an unknown were answered."""

    yes: int
    no: int


class Candidate(NamedTuple):
    """A candidate: the answers in the order of the criteria, and the place; those that are alike in all share a place.

    `ties` are those that it has with the city already, `ways` those that lead there through others, `fits` the areas in
    which one of the two looks for a partner and the other works. `changes` has what each unknown would change; None where
    it changes nothing, or where it is the asking city that has to answer, which would be the same for others.
    """

    id: str
    place: int
    score: Score
    answers: tuple[Answer, ...]
    ties: tuple[Tie, ...]
    ways: tuple[Way, ...]
    fits: tuple[str, ...]
    changes: tuple[Change | None, ...]


class Why(Enum):
    """Why there is no candidate."""

    PARTNERS = auto()  # whoever could be one is a partner already, and partners are left out
    ASKED_FOR_OWN = auto()  # only the city's own country was asked for, which is left out
    OWN_COUNTRY = auto()  # there are only cities of the city's own country
    NONE_THERE = auto()  # of the countries that were asked for there is no other city
    NO_OTHER = auto()  # there is no other city that has a country


class Nobody(NamedTuple):
    """That there is no candidate, and why; `countries` are those that were asked for."""

    why: Why
    countries: tuple[str, ...] = ()


class Matches(NamedTuple):
    """The candidates of a city, the best first, by a set of criteria; `of` is how many there are, if some are left out.

    `nobody` says why, if there are none.
    """

    city: str
    set: str
    asked: tuple[Asked, ...]
    candidates: tuple[Candidate, ...]
    of: int
    known: Known
    nobody: Nobody | None = None

    @property
    def unknown(self) -> Fraction:
        """Which share of the answers is unknown."""
        verdicts = [each.verdict for found in self.candidates for each in found.answers]
        return Fraction(verdicts.count(Verdict.UNKNOWN), max(1, len(verdicts)))


def asked_by_all(known: Known) -> tuple[Asked, ...]:
    """The guidebook's criteria, each of the same weight."""
    entries = known.book.criteria
    weights = shares(1 for _ in entries)
    return tuple(_asked(each.title, share, each) for each, share in zip(entries, weights, strict=True))


def asked_by_set(chosen: CriteriaSet, known: Known) -> tuple[Asked, ...]:
    """A city's own criteria, by their weights, which are 1 where the set gives none. What weighs nothing is not asked."""
    entries = {each.id: each for each in known.book.criteria}
    own = [each for each in chosen.criteria if each.weight is None or each.weight > 0]
    weights = shares(1 if each.weight is None else each.weight for each in own)
    return tuple(
        _asked(each.title, share, entries.get(each.criterion or ""))
        for each, share in zip(own, weights, strict=True)
    )


def matches(city: str, set: str, asked: tuple[Asked, ...], known: Known, wanted: Wanted) -> Matches:
    """The candidates of a city, ranked."""
    countries = _countries(city, known, wanted)
    found = [_Found.of(city, id, asked, known) for id in candidates(city, known, wanted, countries)]
    ranks = sorted(each.rank for each in found)
    told = (_candidate(each, asked, ranks) for each in found)
    ranked = tuple(sorted(told, key=lambda each: (each.place, each.id)))
    nobody = None if ranked else _nobody(city, known, wanted)
    return Matches(city, set, asked, ranked, len(ranked), known, nobody)


def candidates(city: str, known: Known, wanted: Wanted, countries: frozenset[str]) -> Iterable[str]:
    """Who could be a partner: of the countries, not the city itself nor one of its association, and not dissolved."""
    mine = known.countries(city)
    for id in known.cities:
        theirs = known.countries(id)
        if known.are_together(city, id) or not known.is_there(id) or not theirs & countries:
            continue
        if theirs & mine and not wanted.same_country:
            continue
        if wanted.new and any(not each.tie.ended for each in known.between(city, id)):
            continue
        yield id


def _nobody(city: str, known: Known, wanted: Wanted) -> Nobody:
    """Why there is no candidate: what is left out by what was asked, and else that nobody is there."""
    countries = tuple(sorted(wanted.countries or ()))
    if _is_any(city, known, wanted._replace(new=False)):
        return Nobody(Why.PARTNERS)
    if _is_any(city, known, wanted._replace(new=False, same_country=True)):
        return Nobody(Why.ASKED_FOR_OWN if countries else Why.OWN_COUNTRY, countries)
    return Nobody(Why.NONE_THERE if countries else Why.NO_OTHER, countries)


def _is_any(city: str, known: Known, wanted: Wanted) -> bool:
    countries = wanted.countries or _countries(city, known, wanted)
    return any(True for _ in candidates(city, known, wanted, countries))


def _countries(city: str, known: Known, wanted: Wanted) -> frozenset[str]:
    if wanted.countries is not None:
        return wanted.countries
    mine = known.countries(city)
    every = frozenset[str]().union(*(known.countries(id) for id in known.cities))
    across = known.across(mine) or every - mine
    return across | mine if wanted.same_country else across


class _Found(NamedTuple):
    """A candidate before it has a place."""

    id: str
    answers: tuple[Answer, ...]
    ties: tuple[Tie, ...]
    ways: tuple[Way, ...]
    fits: tuple[str, ...]
    rank: Rank

    @classmethod
    def of(cls, city: str, id: str, asked: Sequence[Asked], known: Known) -> "_Found":
        answers = tuple(_answer(each, city, id, known) for each in asked)
        ties = tuple(each.tie for each in known.between(city, id))
        found, areas = ways(city, id, known), fits(city, id, known)
        weights = [each.share for each in asked]
        return cls(id, answers, ties, found, areas, rank(weights, answers, len(areas), reach(ties, found)))


def _candidate(found: _Found, asked: Sequence[Asked], ranks: Sequence[Rank]) -> Candidate:
    weights = [each.share for each in asked]
    place = _place(found.rank, ranks)
    return Candidate(
        found.id,
        place,
        score(weights, [each.verdict for each in found.answers]),
        found.answers,
        found.ties,
        found.ways,
        found.fits,
        tuple(_change(found, number, weights, ranks) for number in range(len(weights))),
    )


def _place(of: Rank, ranks: Sequence[Rank]) -> int:
    """How many are better, and one; the ranks rise."""
    return 1 + len(ranks) - bisect_right(ranks, of)


def _change(found: _Found, number: int, weights: Sequence[Fraction], ranks: Sequence[Rank]) -> Change | None:
    """Where a candidate would stand if one unknown were a yes, or a no; the others stay as they are."""
    unknown = found.answers[number]
    if unknown.verdict is not Verdict.UNKNOWN or (unknown.ask and found.id not in unknown.ask):
        return None
    here = _place(found.rank, ranks)
    places = []
    for verdict in (Verdict.YES, Verdict.NO):
        answers = list(found.answers)
        answers[number] = Answer(verdict)
        then = rank(weights, answers, len(found.fits), reach(found.ties, found.ways))
        places.append(_place(then, ranks) - (then < found.rank))  # it is not behind itself as it is now
    change = Change(*places)
    return None if change == (here, here) else change


def _answer(asked: Asked, city: str, id: str, known: Known) -> Answer:
    if asked.entry is None or asked.criterion is None:
        return Answer(Verdict.UNKNOWN, ask=(id,))
    return answer(asked.entry.id, asked.criterion, city, id, known)


def _asked(title: Text | None, share: Fraction, entry: Entry | None) -> Asked:
    if entry is None:
        return Asked(title or Text({"und": ""}), share)
    return Asked(title or Text({"und": entry.id}), share, entry, criterion_of(entry.id, entry.about))
