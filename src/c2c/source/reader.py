"""YAML 1.2 core, read strictly: one loop over libyaml's events gives data, problems and, if asked, every place.

PyYAML's constructors are never called: they crash on deep nesting, let duplicate keys win silently, and turn NO,
12:30 and 010 into something else. Every scalar stays text; the model knows which text is a number or a date.
"""

import gc
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple, Protocol, TypeAlias, cast

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
)
from yaml._yaml import CParser

from c2c.diagnostics import Route
from c2c.source.places import Event, Mark, Places, place_of
from c2c.source.text import FORBIDDEN_AS_ESCAPE, Place, Problem, named

Data: TypeAlias = "str | None | list[Data] | dict[str, Data]"

MAX_DEPTH: Final = 32
"""How deep lists and mappings may nest; a partnership needs 12."""
MAX_PARTS: Final = 150_000
"""How many keys, values and brackets a file may hold; 1 MiB of actions has 125,000. It bounds time and memory."""
MAX_PROBLEMS: Final = 200
"""How many problems of one file are told. A text with more of its own is read no further."""

_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_ODD_KEYS: Final = _NULLS | {"<<"}
_NO_KEY: Final = "\x00"
_DISCARDED: Final = "\x00"
_CLOSED: Final = ("a flow sequence", "a flow mapping", "a simple key", "a quoted scalar")
"""What has an end of its own. When the parser misses it, the mistake is often where the thing begins."""


class Stop(NamedTuple):
    """What kept the parser from reading to the end, and where that begins of which it did not find the end."""

    problem: Problem
    opened: Place | None = None


class Reading(NamedTuple):
    """What one pass over a text gave; no data if something stopped it."""

    data: Data
    problems: list[Problem]
    stop: Stop | None = None


def read(text: str, places: Places | None = None) -> Reading:
    """The data of one YAML document. Never raises for bad text; places are written into `places` when it is given.

    The text has none of the characters that are forbidden raw: see `readable`.
    """
    reader = _Reader(text, places)
    collects = gc.isenabled()
    gc.disable()  # all that comes stays: to look for garbage meanwhile triples the time of a large file
    try:
        data = reader.document()
    except YAMLError as error:
        return Reading(None, reader.problems, _syntax_error(error))
    except _Stopped as stopped:
        return Reading(None, reader.problems, Stop(stopped.problem))
    finally:
        if collects:
            gc.enable()
    return Reading(data, reader.problems)


class _Stopped(Exception):
    """The rest of the document cannot be read sensibly."""

    def __init__(self, kind: str, event: Event, **facts: str) -> None:
        super().__init__(kind)
        self.problem = Problem(kind, place_of(event), facts=facts)


class _Parser(Protocol):
    """What is used of libyaml's parser, which no stubs describe."""

    def get_event(self) -> Event:
        """The next event. Raises YAMLError."""


def events(text: str) -> Iterator[Event]:
    """The events of a text, one by one, without a step of Python in between. Raises YAMLError."""
    return iter(cast("_Parser", CParser(text)).get_event, None)


class _Reader:
    """One reading. Open containers wait on an explicit stack, so no input can exhaust Python's."""

    def __init__(self, text: str, places: Places | None) -> None:
        self.events = events(text)
        self.problems: list[Problem] = []
        self.places = places
        self.has_escapes = "\\" in text
        # without one of these no node is an alias, and none has an anchor or a tag
        self.careful = "&" in text or "*" in text or "!" in text
        self.slow = self.careful or self.has_escapes or places is not None
        self.stack: list[tuple[dict[str, Data] | None, list[Data] | None, str]] = []
        self.with_discarded: dict[int, dict[str, Data]] = {}

    def document(self) -> Data:
        """The root value of the only document; None for an empty stream."""
        next(self.events)  # the start of the stream
        event = next(self.events)
        if isinstance(event, StreamEndEvent):
            return None
        if event.version or event.tags:
            self._note("directive", event)
        data = self._tree()
        next(self.events)  # the end of the document
        event = next(self.events)
        if not isinstance(event, StreamEndEvent):
            self._note("second_document", event)
        for mapping in self.with_discarded.values():
            for key in [key for key in mapping if key.startswith(_DISCARDED)]:
                del mapping[key]
        if self.places is not None:
            self.places.data = data
        return data

    def _tree(self) -> Data:
        """The loop: one event at a time until the root is complete. Of `mapping` and `items` the open one is not None.

        The time of a reading goes here: methods are called only where something may be odd, or places are asked for.
        """
        stack, slow = self.stack, self.slow
        mapping: dict[str, Data] | None = None
        items: list[Data] | None = None
        key = _NO_KEY
        for event in islice(self.events, MAX_PARTS):
            kind: type[object] = type(event)
            value: Data
            if kind is ScalarEvent:
                text = event.value
                if key is _NO_KEY and mapping is not None:
                    odd = slow or text in mapping or text in _ODD_KEYS
                    key = self._key(event, mapping) if odd else text
                    continue
                odd = slow or text in _NULLS
                value = self._scalar(event, mapping, items, key) if odd else text
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                finished = items if mapping is None else mapping
                mapping, items, key = stack.pop()
                if not stack:
                    return finished
                key = _NO_KEY
                continue
            else:
                odd = slow or (key is _NO_KEY and mapping is not None) or len(stack) == MAX_DEPTH
                empty: Data = {} if kind is MappingStartEvent else []
                value = self._begun(event, mapping, items, key, empty) if odd else empty
            if mapping is not None:
                mapping[key] = value
            elif items is not None:
                items.append(value)
            elif not isinstance(value, dict | list):
                return value
            if kind is not ScalarEvent and value is not None:
                stack.append((mapping, items, key))
                mapping = value if isinstance(value, dict) else None
                items = value if isinstance(value, list) else None
            key = _NO_KEY
        raise _Stopped("too_large", event, parts=str(MAX_PARTS))

    def _scalar(
        self, event: Event, mapping: dict[str, Data] | None, items: list[Data] | None, key: str
    ) -> str | None:
        """A value, of which anything may be odd; a � stands for what must not come by an escape either."""
        if self.careful and (event.anchor is not None or event.tag is not None):
            self._note_anchor_and_tag(event, self._route(mapping, items, key))
        self._remember(event, mapping, items, key)
        text = event.value
        if not event.style:
            return None if text in _NULLS else text
        if not (self.has_escapes and event.style == '"' and (hidden := FORBIDDEN_AS_ESCAPE.search(text))):
            return text
        route = self._route(mapping, items, key)
        self._note("forbidden_character", event, route, **named(hidden[0]), escaped="in a value")
        return FORBIDDEN_AS_ESCAPE.sub("\ufffd", text)

    def _begun(
        self, event: Event, mapping: dict[str, Data] | None, items: list[Data] | None, key: str, empty: Data
    ) -> Data:
        """The empty mapping or list that begins here, None for an alias; what is wrong is noted. Raises _Stopped."""
        if mapping is not None and key is _NO_KEY:
            raise _Stopped("bad_key", event)
        self._remember(event, mapping, items, key)
        if isinstance(event, AliasEvent):
            self._note("alias", event, self._route(mapping, items, key), name=event.anchor or "")
            return None
        if event.anchor is not None or event.tag is not None:
            self._note_anchor_and_tag(event, self._route(mapping, items, key))
        if len(self.stack) == MAX_DEPTH:
            raise _Stopped("too_deep", event, bound=str(MAX_DEPTH))
        return empty

    def _key(self, event: Event, mapping: dict[str, Data]) -> str:
        """The key of a mapping; one that cannot count is noted, and its value goes under a name that is discarded."""
        self._note_anchor_and_tag(event, None)
        key = self._counting_key(event, mapping)
        if self.places is not None:
            self.places.keys[id(mapping), key] = event
        return key

    def _counting_key(self, event: Event, mapping: dict[str, Data]) -> str:
        key = event.value
        if key in mapping:
            self._note("duplicate_key", event, self._route(mapping, None, key), key=key)
        elif hidden := FORBIDDEN_AS_ESCAPE.search(key):
            self._note("forbidden_character", event, None, **named(hidden[0]), escaped="in a key")
        elif event.style or key not in _ODD_KEYS or key == "null":
            return key
        else:
            self._note("merge_key" if key == "<<" else "bad_key", event)
        self.with_discarded[id(mapping)] = mapping
        return f"{_DISCARDED}{len(mapping)}"

    def _remember(
        self, event: Event, mapping: dict[str, Data] | None, items: list[Data] | None, key: str
    ) -> None:
        """Keep the place of the value that is about to be attached, if places are asked for."""
        if self.places is None:
            return
        if mapping is not None:
            self.places.values[id(mapping), key] = event
        elif items is not None:
            self.places.values[id(items), len(items)] = event
        else:
            self.places.root = event

    def _note_anchor_and_tag(self, event: Event, route: Route | None) -> None:
        if event.anchor is not None:
            self._note("anchor", event, route, name=event.anchor)
        if event.tag is not None:
            self._note("tag", event, route, tag=event.tag)

    def _note(self, kind: str, event: Event, route: Route | None = None, **facts: str) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            raise _Stopped("too_many", event)
        self.problems.append(Problem(kind, place_of(event), route, facts))

    def _route(self, mapping: dict[str, Data] | None, items: list[Data] | None, key: str) -> Route:
        """The path to the value that is about to be attached."""
        if mapping is None and items is None:
            return ()
        around = (waiting if items is None else len(items) - 1 for _, items, waiting in self.stack[1:])
        return (*around, key if items is None else len(items))


def _syntax_error(error: YAMLError) -> Stop:
    """The parser's complaint with its place; at the end of the file, where the thing that never ends begins."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Stop(Problem("syntax", facts={"problem": str(error).split("\n")[0]}))
    problem, context = error.problem or "", error.context or ""
    place = _at(error.problem_mark)
    opened = _at(error.context_mark) if error.context_mark and context.endswith(_CLOSED) else None
    if opened and "end of stream" in problem:
        place = opened
    return Stop(Problem("syntax", place, facts={"problem": problem}), opened)


def _at(mark: Mark) -> Place:
    return mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2
