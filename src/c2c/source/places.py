"""Where everything in a file stands, looked up in the events that a reading gave: only what is asked is worked out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from c2c.diagnostics import Route
from c2c.source.text import START, Place

if TYPE_CHECKING:
    from c2c.source.reader import Data

Step = tuple[int, str | int]
"""A container, by its identity, and a key or a number in it."""


class Mark(Protocol):
    """A place as libyaml counts: from 0, in characters; `index` counts them from the beginning of the text."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """What is used of libyaml's events, which no stubs describe; each kind has some of it."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None
    version: tuple[int, int] | None
    tags: dict[str, str] | None


class Places:
    """The event of each value and each key of the data that a reading gave."""

    def __init__(self) -> None:
        self.data: Data = None
        self.root: Event | None = None
        self.values: dict[Step, Event] = {}
        self.keys: dict[Step, Event] = {}

    def of(self, route: Route, on_key: bool = False) -> Place:
        """Where the value at a route stands, or its key; the nearest thing around it if it is not in the data."""
        steps = self._steps(route)
        if not steps:
            return place_of(self.root) if self.root else START
        # what is not there is best looked for at the key of what should hold it
        if (on_key or len(steps) < len(route)) and steps[-1] in self.keys:
            return place_of(self.keys[steps[-1]])
        return place_of(self.values[steps[-1]])

    def lines(self, route: Route) -> tuple[int, int | None]:
        """The first line of what is at a route, and the one on which the next thing begins; None at the end of the file."""
        steps = self._steps(route)
        if len(steps) < len(route) or not steps:
            return (1, None) if not steps else self.lines(route[: len(steps)])
        first = (self.keys.get(steps[-1]) or self.values[steps[-1]]).start_mark.line + 1
        holders = [self.data]
        for part in route[:-1]:
            holders.append(item_at(holders[-1], part))
        for holder, part in zip(reversed(holders), reversed(route), strict=True):
            following = _after(holder, part)
            if following is not None:
                step = id(holder), following
                return first, (self.keys.get(step) or self.values[step]).start_mark.line + 1
        return first, None

    def plain(self) -> Iterator[Place]:
        """The places of the values without quotes, which a comment may have cut."""
        for event in (*self.values.values(), *([self.root] if self.root else [])):
            if isinstance(event, ScalarEvent) and not event.style:
                yield place_of(event)

    def _steps(self, route: Route) -> list[Step]:
        """The part of a route that is in the data."""
        data, steps = self.data, []
        for part in route:
            step = id(data), part
            if step not in self.values:
                break
            steps.append(step)
            data = item_at(data, part)
        return steps


def place_of(event: Event) -> Place:
    """The event's place. A collection's is its first character: its end mark lies behind trailing comments."""
    start, end = event.start_mark, event.end_mark
    line, column = start.line + 1, start.column + 1
    if isinstance(event, MappingStartEvent | SequenceStartEvent):
        return line, column, line, column + 1
    return line, column, end.line + 1, end.column + 1


def value_at(data: "Data", route: Route) -> "Data":
    """The value at a route; None if there is none."""
    for part in route:
        data = item_at(data, part)
    return data


def item_at(data: "Data", part: str | int) -> "Data":
    """The value of a key or a number in a mapping or list; None if there is none."""
    if isinstance(data, dict) and isinstance(part, str):
        return data.get(part)
    return data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None


def _after(data: "Data", part: str | int) -> str | int | None:
    """What follows a key or a number in its mapping or list."""
    if isinstance(data, list) and isinstance(part, int):
        return part + 1 if part + 1 < len(data) else None
    keys = list(data) if isinstance(data, dict) else []
    following = keys.index(part) + 1 if part in keys else len(keys)
    return keys[following] if following < len(keys) else None
