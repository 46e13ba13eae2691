"""What a city is: a place, or an association of places, that can be a party."""

from typing import Annotated

from pydantic import StringConstraints

from c2c.model.base import Flag, Item, Number, Record, Slug, Sources, Url, Word, Words
from c2c.model.experience import Doubt, Evaluation, Idea, Lesson, Membership, Participant
from c2c.model.happening import Event, Fact
from c2c.model.narrative import Declared, Outcome
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import CityKind

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Coordinates(Record):
    """WGS 84, in degrees."""

    lat: Number
    lon: Number


class Strategy(Item):
    """A plan of the city itself: a strategy, a concept, a policy; `adopted` is when it was decided."""

    adopted: Date | None = None
    period: Date | None = None
    url: Url | None = None


class Wish(Item):
    """What a city looks for in a partner."""

    areas: tuple[Word, ...] = ()


class City(Record):
    """A file of data/cities/. `ad_hoc` says that the city works with others without agreements, and means to."""

    id: Slug | None = None
    names: Text
    aliases: tuple[Words, ...] = ()
    kind: CityKind
    country: Country | None = None
    region: Text | None = None
    members: tuple[Membership, ...] = ()
    founded: Date | None = None
    dissolved: Date | None = None
    coordinates: Coordinates | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]{0,11}$")] | None = None
    website: Url | None = None
    looking: Flag = False
    ad_hoc: Flag = False
    programmes: tuple[Word, ...] = ()
    summary: Text | None = None
    facts: tuple[Fact, ...] = ()
    strengths: tuple[Item, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    narrative: tuple[Declared, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    participants: tuple[Participant, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    events: tuple[Event, ...] = ()
    seeks: tuple[Wish, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    ideas: tuple[Idea, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    note: Text | None = None
    sources: Sources = ()
