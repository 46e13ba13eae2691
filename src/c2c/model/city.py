"""What a city is: a place, or an association of places, that can be a party."""

from typing import Annotated

from pydantic import StringConstraints

from c2c.model.base import Flag, Item, Number, Record, Slug, Sources, Url, Words
from c2c.model.happening import Event, Fact
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import CityKind

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Membership(Record):
    """A city's place in an association, from when to when where that is known."""

    city: Slug
    joined: Date | None = None
    left: Date | None = None
    sources: Sources = ()


class Coordinates(Record):
    """WGS 84, in degrees."""

    lat: Number
    lon: Number


class City(Record):
    """A file of data/cities/."""

    id: Slug | None = None
    names: Text
    aliases: tuple[Words, ...] = ()
    kind: CityKind
    country: Country
    region: Text | None = None
    members: tuple[Membership, ...] = ()
    founded: Date | None = None
    dissolved: Date | None = None
    coordinates: Coordinates | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]{0,11}$")] | None = None
    website: Url | None = None
    looking: Flag = False
    summary: Text | None = None
    facts: tuple[Fact, ...] = ()
    strengths: tuple[Item, ...] = ()
    events: tuple[Event, ...] = ()
    doubts: tuple[Item, ...] = ()
    note: Text | None = None
    sources: Sources = ()
