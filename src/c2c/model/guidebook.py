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
    """An id that the guidebook has, to say otherwise of that item; or a new one: `beekeeping`."""

    title: Text | None = None
    """What it is called; a new item needs it: `Beekeeping`, `{da: Biavl, en: Beekeeping}`."""

    text: Text | None = None
    """What it is about, in our own words: `Bees in cities, and who keeps them.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Step(Entry):
    """A step of the narrative: the question that it asks, and what to do while one is there."""

    question: Text | None = None
    """The question that the step asks: `What do we want to reach?`."""

    advice: Text | None = None
    """What to do while one is there: `Talk to those who have done it before.`."""


class ExpectedOutcome(Entry):
    """What a step should bring."""

    step: Word | None = None
    """The step that should bring it: `plan`."""

    shown_by: tuple[Word, ...] = ()
    """The functions of c2c.narrative that find it in a record: `[framework-agreement]`."""


class Loop(Entry):
    """A way through the steps."""

    steps: tuple[Word, ...] = ()
    """The steps that it leads through, in order: `[plan, do, measure, act]`."""

    confidence: Confidence | None = None
    """How sure it is that these are its steps: `stated`."""

    reason: Text | None = None
    """Why it is that sure: `The handbook says so.`."""

    closing: Text | None = None
    """What to look back on before the loop starts over: `What would we do again?`."""


class Area(Entry):
    """An area of cooperation, maybe within a broader one (as SKOS has it)."""

    broader: Word | None = None
    """The area that it belongs to: `culture`."""


class Chapter(Record):
    """A file of the guidebook: guidebook/<chapter>.yaml."""

    items: tuple[Entry, ...] = ()
    """What the workspace adds to the chapter, or says otherwise: `[{id: beekeeping, title: Beekeeping}]`."""


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
