"""What the guidebook is made of: chapters of items, each with an id, a title, a text in our own words and its sources.

The same models read the guidebook that ships with c2c and a workspace's additions to it. An addition says only what it
changes, so everything but the id may be left out there.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from pydantic import create_model

from c2c.model.base import Record, Sources, Word
from c2c.model.text import Text
from c2c.vocab import Confidence


class Entry(Record):
    """One item of a chapter."""

    id: Word
    title: Text | None = None
    text: Text | None = None
    sources: Sources = ()


class Step(Entry):
    """A step of the narrative: the question that it asks, and what to do while one is there."""

    question: Text | None = None
    advice: Text | None = None


class ExpectedOutcome(Entry):
    """What a step should bring. `shown_by` names the functions of c2c.narrative that find it in a record."""

    step: Word | None = None
    shown_by: tuple[Word, ...] = ()


class Loop(Entry):
    """A way through the steps; `confidence` and `reason` say how sure it is that these are its steps.

    `closing` is what to look back on before the loop starts over.
    """

    steps: tuple[Word, ...] = ()
    confidence: Confidence | None = None
    reason: Text | None = None
    closing: Text | None = None


class Area(Entry):
    """An area of cooperation, maybe within a broader one (as SKOS has it)."""

    broader: Word | None = None


class Chapter(Record):
    """A file of the guidebook: guidebook/<chapter>.yaml."""

    items: tuple[Entry, ...] = ()


_NEEDED_MOST: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {"steps": Step, "outcomes": ExpectedOutcome, "loops": Loop, "areas": Area}
)
"""What the items of these chapters are; those of others are loaded when they are asked for."""


@cache
def chapter_model(name: str) -> type[Chapter]:
    """The model of a chapter's file."""
    item = _NEEDED_MOST.get(name)
    if item is None:
        from c2c.model.reference import ITEMS

        item = ITEMS.get(name, Entry)
    items: Any = tuple.__class_getitem__((item, ...))
    return create_model(name, __base__=Chapter, items=(items, ()))
