"""Facts, events and evidence: what cities and partnerships both have."""

from pydantic import Field

from c2c.model.base import Item, Number, Record, Slug, SourceRef, Url, Word
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import Bound, EventKind


class Quantity(Record):
    """A number as exactly as the source gives it."""

    value: Number
    bound: Bound = Bound.EXACTLY
    unit: Text | None = None


class Fact(Item):
    """A figure or a statement with its year: `on` is when it was true, as far as the source says."""

    quantity: Quantity | None = None
    on: Date | None = None


class Evidence(Record):
    """What shows that something happened: a source of the workspace, an address, or both, and what it shows."""

    source: Slug | None = None
    at: Text | None = None
    url: Url | None = None
    title: Text | None = None


class Event(Item):
    """Something that happened, apart from the planned actions or as evidence of one."""

    when: WhenField
    kind: EventKind
    attendance: Quantity | None = None
    actions: tuple[Slug, ...] = Field(default=())
    areas: tuple[Word, ...] = ()
    url: Url | None = None


__all__ = ["Event", "Evidence", "Fact", "Quantity", "SourceRef"]
