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
    """The step that it belongs to: `plan`."""


class Phase(Entry):
    """A phase of the strategy: where its work is done, and what the city's part is."""

    where: Where | None = None
    """Where its work is done: `local`."""

    role: Text | None = None
    """What the city's part is: `It brings people together.`."""


class Group(Entry):
    """A group of selection criteria, or a success factor with its characteristics."""

    of: Grouped | None = None
    """What it groups: `criteria`."""


class Criterion(Entry):
    """A criterion for choosing a city to work with, as a question that is answered yes, no or unknown."""

    group: Word | None = None
    """The group that it belongs to: `potential`."""

    question: Text | None = None
    """The question to answer with yes, no or unknown: `Does the city have an international office?`."""

    about: About | None = None
    """What the question is asked of: `city`."""


class Characteristic(Entry):
    """A characteristic of a success factor."""

    group: Word | None = None
    """The success factor that it belongs to: `mutual-interests`."""


class Kpi(Entry):
    """A key performance indicator: its unit, and what has to stay the same for two values to be compared."""

    kind: KpiKind | None = None
    """Whether it is a number or a statement: `quantitative`."""

    unit: Text | None = None
    """What is counted: `visits`."""

    comparable: Text | None = None
    """What has to stay the same for two values to be compared: `The same schools are asked.`."""


class OwnCriterion(Record):
    """A criterion of a city's own set; `criterion` names the one of the guidebook that it comes down to, if one does."""

    title: Text
    """The criterion, in the city's own words: `A port of its own`."""

    criterion: Word | None = None
    """The criterion of the guidebook that it comes down to, if it does: `shared-aims`."""

    weight: Number | None = None
    """How much it counts against the others: `2`."""


class CriteriaSet(Entry):
    """How one city chooses: its own criteria, the most important first."""

    criteria: tuple[OwnCriterion, ...] = ()
    """Its own criteria, the most important first: `[{title: A port of its own, weight: 2}]`."""


class Origin(Entry):
    """What the guidebook was taken from."""

    publisher: Words | None = None
    """Who published it: `City of Lyon`."""

    published: Date | None = None
    """When it appeared: `2019`."""

    url: Url | None = None
    """Where it can be read: `https://example.org/handbook`."""


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
