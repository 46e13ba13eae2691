"""What a record consists of: the things in it that have an id, each the same thing wherever in the file it stands."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from c2c.diagnostics import Route
from c2c.model.base import Record
from c2c.model.text import Text

Value: TypeAlias = object
"""What a field of a record holds: a text, a date, a word, a number, a record, or several of them."""


Key: TypeAlias = tuple[str, str]
"""A kind and an id: what makes a thing the same in another state of its file."""


class Thing(NamedTuple):
    """A record with an id. `what` is its kind in one word; `above` is the thing that it stands in, by kind and id."""

    what: str
    id: str
    record: Record
    route: Route = ()
    above: Key | None = None

    @property
    def key(self) -> Key:
        """What makes it the same thing in another state of its file."""
        return self.what, self.id

    @property
    def title(self) -> Text | None:
        """What people call it."""
        found = getattr(self.record, "title", None) or getattr(self.record, "names", None)
        return found if isinstance(found, Text) else None

    def fields(self) -> Iterator[str]:
        """The fields that say something of this thing alone, not of the things in it."""
        for name in type(self.record).model_fields:
            value = getattr(self.record, name)
            if name != "id" and not _holds_things(value) and not (name in SINGULAR and value == ()):
                yield name


SINGULAR: Final[Mapping[str, str]] = {
    "accepted": "accepted",
    "achievements": "achievement",
    "actions": "action",
    "agreements": "agreement",
    "contacts": "contact",
    "doubts": "doubt",
    "efforts": "effort",
    "evaluations": "evaluation",
    "events": "event",
    "expectations": "expectation",
    "facts": "fact",
    "focus_areas": "focus_area",
    "ideas": "idea",
    "items": "item",
    "lessons": "lesson",
    "obstacles": "obstacle",
    "participants": "participant",
    "seeks": "wish",
    "strategies": "strategy",
    "strengths": "strength",
}
"""The lists of things, and what one of them is called."""


def things(what: str, id: str, record: Record) -> Iterator[Thing]:
    """The record of a file itself, and all that is in it. Where an id stands twice, the later ones get a number."""
    seen: dict[Key, int] = {}
    for thing in _within(Thing(what, id, record)):
        number = seen[thing.key] = seen.get(thing.key, 0) + 1
        yield thing if number == 1 else thing._replace(id=f"{thing.id} ({number})")


def _within(thing: Thing) -> Iterator[Thing]:
    yield thing
    for name in type(thing.record).model_fields:
        value = getattr(thing.record, name)
        if _holds_things(value):
            for number, item in enumerate(value):
                route = (*thing.route, name, number)
                yield from _within(Thing(SINGULAR.get(name, name), item.id, item, route, thing.key))


def _holds_things(value: Value) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(getattr(value[0], "id", None), str)
