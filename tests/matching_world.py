"""A small made-up workspace for matching, in which the right answers are known by hand, and what asks in it."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from c2c.guidebook.book import Guidebook
from c2c.matching.answers import Answer
from c2c.matching.criteria import answer, criterion_of
from c2c.matching.facts import Tie, tie_of
from c2c.matching.known import Known
from c2c.matching.match import OURS, Candidate, Matches, Wanted, asked_by_all, matches
from c2c.model.city import City
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.source import Source

DAY = date(2020, 6, 30)
BOOK = Guidebook()
IDS = [each.id for each in BOOK.criteria]
ANYBODY = Wanted()
SAYS = "answers:\n  - {{criterion: {}, answer: {}{}}}"

CITIES = {
    "amt": "names: Amt\nkind: city\ncountry: DE\nregion: Upland\nlooking: true\nseeks: [{id: w, title: W, areas: [industry]}]",
    "bach": "names: Bach\nkind: city\ncountry: NL",
    "upland": "names: Upland\nkind: region\ncountry: DE",
    "shi": """names: Shi
kind: city
country: CN
looking: true
participants: [{id: f, title: A firm, sector: industry}, {id: u, title: A school, sector: academia}]""",
    "cheng": "names: Cheng\nkind: city\ncountry: CN\nideas: [{id: park, title: A park, areas: [industry]}]",
    "qu": "names: Qu\nkind: district\ncountry: CN\nregion: Sheng",
    "sheng": "names: Sheng\nkind: province\ncountry: CN",
    "ring": "names: Ring\nkind: association\nmembers: [{city: cheng}]",
    "gone": "names: Gone\nkind: city\ncountry: CN\ndissolved: 2018",
}
TIES = {
    "bach-shi": "title: B and S\nparties: [bach, shi]\nkind: mou\nbegan: 2015",
    "amt-bach": "title: A and B\nparties: [amt, bach]\nbegan: 1990",
    "amt-cheng": "title: A and C\nparties: [amt, cheng]\nkind: twinning\nbegan: 2005\nended: {on: 2019, reason: not_renewed}",
    "upland-sheng": "title: U and S\nparties: [upland, sheng]\nkind: partnership_agreement\nbegan: 2001",
    "bach-cheng": "title: B and C\nparties: [bach, cheng]\nareas: [culture]",
}
"""Amt looks for a partner in China. Its region works with the province of Qu; its old partner Bach with Shi and Cheng."""


@cache
def read(model: type[City] | type[Partnership], text: str) -> City | Partnership:
    record = load(model, Source.parse(text).data).record
    assert isinstance(record, City | Partnership), text
    return record


def city(text: str) -> City:
    record = read(City, text)
    assert isinstance(record, City)
    return record


def tie(id: str, text: str, as_of: date = DAY) -> Tie:
    record = read(Partnership, text)
    assert isinstance(record, Partnership)
    return tie_of(id, record, as_of)


def known(
    cities: Mapping[str, str] = CITIES,
    ties: Mapping[str, str] = TIES,
    as_of: date = DAY,
    book: Guidebook = BOOK,
) -> Known:
    records = {id: city(text) for id, text in cities.items()}
    return Known(records, [tie(id, text, as_of) for id, text in ties.items()], book, as_of)


def ask(criterion: str, one: str, other: str, world: Known) -> Answer:
    about = next((each.about for each in world.book.criteria if each.id == criterion), None)
    return answer(criterion, criterion_of(criterion, about), one, other, world)


def verdict(criterion: str, one: str, other: str, **more: Mapping[str, str]) -> str:
    return ask(
        criterion, one, other, known({**CITIES, **more.get("cities", {})}, {**TIES, **more.get("ties", {})})
    ).verdict


def ranked(asking: str, world: Known, wanted: Wanted = ANYBODY) -> Matches:
    return matches(asking, OURS, asked_by_all(world), world, wanted)


def one(found: Matches, id: str) -> Candidate:
    return next(each for each in found.candidates if each.id == id)


def with_lines(id: str, *lines: str) -> dict[str, str]:
    return {**CITIES, id: "\n".join([CITIES[id], *lines])}
