"""The items of the guidebook's chapters that are read and searched, and decide nothing: criteria, indicators and so on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from c2c.model.base import Number, Record, Url, Word, Words
from c2c.model.guidebook import Area, Entry, ExpectedOutcome, Loop, Step
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import About, Grouped, KpiKind, Where


class Element(Entry):
    """Something to work on at a step."""

    step: Word | None = None


class Phase(Entry):
    """A phase of the strategy: where its work is done, and what the city's part is."""

    where: Where | None = None
    role: Text | None = None


class Group(Entry):
    """A group of selection criteria, or a success factor with its characteristics."""

    of: Grouped | None = None


class Criterion(Entry):
    """A criterion for choosing a city to work with, as a question that is answered yes, no or unknown."""

    group: Word | None = None
    question: Text | None = None
    about: About | None = None


class Characteristic(Entry):
    """A characteristic of a success factor."""

    group: Word | None = None


class Kpi(Entry):
    """A key performance indicator: its unit, and what has to stay the same for two values to be compared."""

    kind: KpiKind | None = None
    unit: Text | None = None
    comparable: Text | None = None


class OwnCriterion(Record):
    """A criterion of a city's own set; `criterion` names the one of the guidebook that it comes down to, if one does."""

    title: Text
    criterion: Word | None = None
    weight: Number | None = None


class CriteriaSet(Entry):
    """How one city chooses: its own criteria, the most important first."""

    criteria: tuple[OwnCriterion, ...] = ()


class Origin(Entry):
    """What the guidebook was taken from."""

    publisher: Words | None = None
    published: Date | None = None
    url: Url | None = None


ITEMS: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {
        "steps": Step,
        "elements": Element,
        "outcomes": ExpectedOutcome,
        "loops": Loop,
        "phases": Phase,
        "groups": Group,
        "criteria": Criterion,
        "sets": CriteriaSet,
        "factors": Characteristic,
        "kpis": Kpi,
        "areas": Area,
        "documents": Origin,
    }
)
"""What the items of a chapter are, where they have more than a title and a text."""
