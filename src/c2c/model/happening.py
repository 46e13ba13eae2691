"""Facts, events and evidence: what cities and partnerships both have."""

from pydantic import Field

from c2c.model.base import Item, Number, Record, Slug, SourceRef, Url, Word
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import Bound, EventKind, Level


class Quantity(Record):
    """A number as exactly as the source gives it."""

    value: Number
    """The number: `47000`."""

    bound: Bound = Bound.EXACTLY
    """How exactly the source gives it: `about`."""

    unit: Text | None = None
    """What is counted: `pupils`, `{da: elever, en: pupils}`."""


class Fact(Item):
    """A figure or a statement with its year."""

    quantity: Quantity | None = None
    """The figure, if it is one: `{value: 47000, bound: about}`."""

    on: Date | None = None
    """When it was true, as far as the source says: `2018`."""


class Evidence(Record):
    """What shows that something happened: a source of the workspace, an address, or both, and what it shows."""

    source: Slug | None = None
    """The id of a file of data/sources/: `case-study`."""

    at: Text | None = None
    """Where in it: `page 12`."""

    url: Url | None = None
    """An address that shows it: `https://example.org/article`."""

    title: Text | None = None
    """What is found there: `Article of 3 May`."""


class Event(Item):
    """Something that happened, apart from the planned actions or as evidence of one.

    Of a visit, `host` is the party that was visited, `guests` are those that came, if more than one could have. `follow_up`
    is what came after it, or was agreed on it.
    """

    when: WhenField
    """When it happened: `2018-05-03`, `{edtf: 2018-21, text: spring 2018}`."""

    kind: EventKind
    """What sort of thing happened: `visit`."""

    host: Slug | None = None
    """Of a visit: the party that was visited: `graz`."""

    guests: tuple[Slug, ...] = ()
    """Of a visit: the parties that came, if more than one could have: `[lyon]`."""

    level: Level | None = None
    """Of a visit: who came: `high`."""

    follow_up: Text | None = None
    """Of a visit: what came after it, or was agreed on it: `Two schools write to each other.`."""

    attendance: Quantity | None = None
    """How many came: `{value: 200, bound: at_least}`."""

    actions: tuple[Slug, ...] = Field(default=())
    """The actions of this file that it is evidence of, by their ids: `[first-visit]`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[culture]`."""

    url: Url | None = None
    """Where one can read of it: `https://example.org/visit`."""


__all__ = ["Event", "Evidence", "Fact", "Quantity", "SourceRef"]
