"""What a city is: a place, or an association of places, that can be a party."""

from typing import Annotated

from c2c.model.base import Flag, Item, Number, Record, Slug, Sources, Url, Word, Words
from c2c.model.experience import Doubt, Evaluation, Idea, Lesson, Membership, Participant
from c2c.model.happening import Event, Fact
from c2c.model.narrative import Declared, Outcome
from c2c.model.scalars import matching
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import CityKind, Verdict

Country = Annotated[str, matching(r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Coordinates(Record):
    """WGS 84, in degrees."""

    lat: Number
    """Degrees north of the equator: `31.57`."""

    lon: Number
    """Degrees east of Greenwich: `120.3`."""


class Strategy(Item):
    """A plan of the city itself: a strategy, a concept, a policy."""

    adopted: Date | None = None
    """When it was decided: `2019-06`."""

    period: Date | None = None
    """For which time it is meant: `2017/2020`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[education]`."""

    countries: tuple[Country, ...] = ()
    """The countries that it says the city is to work with, ISO 3166-1 alpha-2: `[CN]`."""

    url: Url | None = None
    """Where it can be read: `https://example.org/strategy`."""


class Wish(Item):
    """What a city looks for in a partner."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[education, culture]`."""


class Answer(Record):
    """What the city says to a criterion for choosing a partner. Of several to the same question, the newest counts."""

    criterion: Word
    """The criterion of the guidebook: `shared-aims`."""

    answer: Verdict
    """Whether it is met: `yes`."""

    about: Slug | None = None
    """The other city, where the criterion is asked of two: `lyon`."""

    on: Date | None = None
    """As of when it is so: `2019`."""

    note: Text | None = None
    """What else there is to say: `Agreed at the spring meeting.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class City(Record):
    """A file of data/cities/."""

    id: Slug | None = None
    """The file's name says it; it may be left out: `lyon`."""

    names: Text
    """What the city is called: `Lyon`, `{da: Lyon, en: Lyon, zh: 里昂}`."""

    aliases: tuple[Words, ...] = ()
    """Other names that it goes by, in whatever language: `[Lugdunum]`."""

    kind: CityKind
    """What kind of place it is: `city`."""

    country: Country | None = None
    """Its country, as ISO 3166-1 has it; an association across countries has none: `FR`."""

    region: Text | None = None
    """Where in the country it is: `Auvergne-Rhône-Alpes`."""

    members: tuple[Membership, ...] = ()
    """Of an association: who belongs to it: `[{city: lyon, joined: 2007}]`."""

    founded: Date | None = None
    """Since when it exists: `1992`."""

    dissolved: Date | None = None
    """Until when it existed: `2020-12-31`."""

    coordinates: Coordinates | None = None
    """Where it is on a map: `{lat: 45.76, lon: 4.84}`."""

    wikidata: Annotated[str, matching(r"^Q[1-9][0-9]{0,11}$")] | None = None
    """What Wikidata knows it as: `Q456`."""

    website: Url | None = None
    """Its own website: `https://example.org/`."""

    looking: Flag = False
    """Whether it looks for a partner: `true`."""

    ad_hoc: Flag = False
    """Whether it works with others without agreements, and means to: `true`."""

    programmes: tuple[Word, ...] = ()
    """The programmes that it takes part in: `[iuc]`."""

    summary: Text | None = None
    """What one should know of it, in a few sentences: `A trading city at two rivers.`."""

    facts: tuple[Fact, ...] = ()
    """Figures and statements, each with its year:
    `[{id: population, title: Population, quantity: {value: 47000}, on: 2018}]`.
    """

    strengths: tuple[Item, ...] = ()
    """What it is good at: `[{id: clean-water, title: Clean water}]`."""

    strategies: tuple[Strategy, ...] = ()
    """Its own plans: `[{id: climate-plan, title: Climate plan, adopted: 2019-06}]`."""

    narrative: tuple[Declared, ...] = ()
    """Where it says that it is in the narrative, the newest last:
    `[{loop: local_helix, step: do, on: 2018-03}]`.
    """

    outcomes: tuple[Outcome, ...] = ()
    """What is known of expected outcomes that the rest of the file cannot show:
    `[{outcome: approved-plan, state: evidenced}]`.
    """

    participants: tuple[Participant, ...] = ()
    """Who takes part beside the city itself: `[{id: university, title: The university, sector: academia}]`.
    """

    evaluations: tuple[Evaluation, ...] = ()
    """Looks back: `[{id: review-2019, title: Review of 2019, on: 2019-12}]`."""

    events: tuple[Event, ...] = ()
    """What happened: `[{id: forum-2018, title: Forum, when: 2018-05, kind: conference}]`."""

    seeks: tuple[Wish, ...] = ()
    """What it looks for in a partner: `[{id: schools, title: Exchange of pupils, areas: [education]}]`."""

    answers: tuple[Answer, ...] = ()
    """What it says to the criteria for choosing a partner: `[{criterion: shared-aims, answer: yes, about: lyon}]`."""

    lessons: tuple[Lesson, ...] = ()
    """What was learned: `[{id: time, title: Trust takes time}]`."""

    ideas: tuple[Idea, ...] = ()
    """What somebody would like to do: `[{id: art-school, title: An art school together}]`."""

    doubts: tuple[Doubt, ...] = ()
    """What the sources leave open: `[{id: founding-year, title: Two sources give two years}]`."""

    note: Text | None = None
    """What else there is to say: `Since 2007 it works as one with its neighbours.`."""

    sources: Sources = ()
    """Where the file's facts come from, as far as they do not say so themselves: `[case-study]`."""
