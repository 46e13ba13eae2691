"""An edit: text → text. It changes the lines that it must and no other byte, and is proved by reading the result back.

Nothing here touches a file. What cannot be done so that exactly the wanted change comes out is refused, with a reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from c2c.diagnostics import Route
from c2c.source import Data, Source, item_at, value_at
from c2c.source.places import Event
from c2c.source.reader import events

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
Item: TypeAlias = "Mapping[str, Value]"
"""A record of plain words, lists and records: its keys and their values, in order."""

_OPENING: Final = (MappingStartEvent, SequenceStartEvent)
_CLOSING: Final = (MappingEndEvent, SequenceEndEvent)


class Refused(Exception):
    """An edit that cannot be made; `str()` says why."""


class _List(NamedTuple):
    """A list in a text: where its brackets are or its last item ends, and how its last item is written.

    Lines and columns count from 0. `flow` has the line and column of the closing bracket of a list in brackets;
    `last_line` is the last line of a list in lines, whose hyphens stand in `column`.
    """

    is_empty: bool
    flow: tuple[int, int] | None
    last_line: int
    column: int
    item_is_flow: bool


def with_item(source: Source, route: Route, item: Item, before: Sequence[str]) -> str:
    """The text with an item more at the end of the list at a route, whose last part is a key.

    A list that is not there yet is put before the first of its neighbours that is one of `before`, else at their end.
    Raises Refused.
    """
    *above, key = route
    holder = value_at(source.data, tuple(above))
    if not isinstance(holder, dict) or not isinstance(key, str) or not source.whole:
        raise Refused("the file has a mistake that keeps it from being read as a whole")
    present = holder.get(key)
    if present is not None and not isinstance(present, list):
        raise Refused(f"{key}: is not a list")
    newline = "\r\n" if "\r\n" in source.text else "\n"
    lines = source.text.split("\n")
    if present is None:
        edited = _with_list(lines, source, route, item, before, newline)
    else:
        edited = _with_more(lines, _list_at(source, route), item, newline)
    text = "\n".join(edited)
    _prove(source, text, route, item)
    return text


def scalar(text: str, in_flow: bool = False) -> str:
    """A text as YAML, plain where that reads back as the same text, else in double quotes."""
    plain = f"k: [{text}]" if in_flow else f"k: {text}"
    expected: Data = [text] if in_flow else text
    if text.isprintable() and text == text.strip() and "\n" not in text:
        read = Source.parse(f"{plain}\n")
        if read.data == {"k": expected} and not read.problems:
            return text
    escaped = "".join(_escaped(character) for character in text)
    return f'"{escaped}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def _with_more(lines: list[str], found: _List, item: Item, newline: str) -> list[str]:
    """The lines with an item more in a list that is there."""
    if found.flow is not None:
        line, column = found.flow
        told = _in_flow(item) if found.is_empty else f", {_in_flow(item)}"
        return _spliced(lines, line, column, told, keeps_space=found.is_empty)
    added = _in_lines(item, found.column, found.item_is_flow)
    return _inserted(lines, found.last_line + 1, added, newline)


def _with_list(
    lines: list[str], source: Source, route: Route, item: Item, before: Sequence[str], newline: str
) -> list[str]:
    """The lines with a list of one item, under a key that is new or has nothing under it."""
    *above, key = route
    holder = value_at(source.data, tuple(above))
    assert isinstance(holder, dict)
    inside = _events_at(source.read_text, tuple(above))
    start = inside[0].start_mark
    if _stands_at(source.read_text.split("\n"), start.line, start.column, "{"):
        if not above:
            raise Refused("the file is not written as one key a line")
        if key in holder:
            raise Refused(f"{key}: has something in its line that c2c does not want to lose")
        end = inside[-1].end_mark
        told = f"{key}: [{_in_flow(item)}]" if not holder else f", {key}: [{_in_flow(item)}]"
        return _spliced(lines, end.line, end.column - 1, told, keeps_space=not holder)
    column = start.column
    indent = " " * column
    added = _in_lines(item, column + 2, is_flow=False)
    if key in holder:
        line = source.span(route, on_key=True).line
        if lines[line - 1].split("#")[0].strip() != f"{key}:":
            raise Refused(f"{key}: has something in its line that c2c does not want to lose")
        return _inserted(lines, line, added, newline)
    gap = [""] if not above else []  # between the keys of the root stands an empty line
    following = next((each for each in before if each in holder), None)
    if following is None:
        at = len(lines) if not above else _last_line(source.read_text.split("\n"), inside) + 1
        while at > 0 and not lines[at - 1].strip():
            at -= 1
        return _inserted(lines, at, [*gap, f"{indent}{key}:", *added], newline)
    at = source.span((*above, following), on_key=True).line - 1
    while at > 0 and lines[at - 1].startswith(f"{indent}#"):  # the comment above a key belongs to it
        at -= 1
    return _inserted(lines, at, [f"{indent}{key}:", *added, *gap], newline)


def _spliced(lines: list[str], line: int, column: int, told: str, keeps_space: bool = False) -> list[str]:
    """The lines with something put into one of them, before a bracket; space before the bracket goes."""
    before = lines[line][:column]
    stays = before if keeps_space or not before.strip() else before.rstrip()
    return [*lines[:line], f"{stays}{told}{lines[line][column:]}", *lines[line + 1 :]]


def _stands_at(lines: list[str], line: int, column: int, sign: str) -> bool:
    return lines[line][column : column + 1] == sign


def _inserted(lines: list[str], at: int, added: list[str], newline: str) -> list[str]:
    """The lines with more before the line number `at`; a file without a newline at its end stays so."""
    end = newline.removesuffix("\n")
    told = [f"{line}{end}" for line in added]
    if at < len(lines):
        return [*lines[:at], *told, *lines[at:]]
    last = lines[-1] if lines[-1].endswith(end) else f"{lines[-1]}{end}"
    return [*lines[:-1], last, *told[:-1], added[-1]]


def _in_flow(value: Value) -> str:
    """A value in brackets, on one line."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_in_flow(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(_in_flow, value))}]"


def _in_lines(item: Item, column: int, is_flow: bool) -> list[str]:
    """An item of a list in lines, in the form of its neighbour."""
    hyphen = " " * column + "- "
    if is_flow:
        return [f"{hyphen}{_in_flow(item)}"]
    told = [
        f"{key}: {scalar(value) if isinstance(value, str) else _in_flow(value)}"
        for key, value in item.items()
    ]
    return [hyphen + told[0], *(" " * (column + 2) + each for each in told[1:])]


def _list_at(source: Source, route: Route) -> _List:
    """How the list at a route is written."""
    inside = _events_at(source.read_text, route)
    start, end = inside[0], inside[-1]
    lines = source.read_text.split("\n")
    is_empty = len(inside) == 2
    if lines[start.start_mark.line][start.start_mark.column : start.start_mark.column + 1] == "[":
        closing = end.end_mark.line, end.end_mark.column - 1
        last = inside[-2].end_mark.line if not is_empty else -1
        return _List(is_empty, closing, last, 0, item_is_flow=True)
    items = _children(inside)
    last_item = items[-1]
    mark = lines[last_item[0].start_mark.line][
        last_item[0].start_mark.column : last_item[0].start_mark.column + 1
    ]
    last_said = _last_line(lines, last_item)
    return _List(is_empty, None, last_said, start.start_mark.column, item_is_flow=mark == "{")


def _last_line(lines: list[str], item: list[Event]) -> int:
    """The last line that says something of an item. A collection's own end lies behind the comments that follow it."""
    said = [
        event
        for event in item
        if isinstance(event, ScalarEvent) or (isinstance(event, _CLOSING) and _is_bracket(lines, event))
    ]
    end = said[-1].end_mark if said else item[0].start_mark
    line = end.line if end.column or not said else end.line - 1
    while line > item[0].start_mark.line and not lines[line].strip():
        line -= 1
    return line


def _is_bracket(lines: list[str], event: Event) -> bool:
    mark = event.end_mark
    return mark.column > 0 and lines[mark.line][mark.column - 1 : mark.column] in ("]", "}")


def _events_at(text: str, route: Route) -> list[Event]:
    """The events of the value at a route, from its first to its last. Raises Refused."""
    rest = events(text)
    next(rest)  # the start of the stream
    next(rest)  # the start of the document
    event = next(rest)
    for part in route:
        event = _entered(event, rest, part)
    return [event, *_rest_of(event, rest)]


def _entered(event: Event, rest: Iterator[Event], part: str | int) -> Event:
    """The first event of a part of the value that an event begins. Raises Refused if there is no such part."""
    number = 0
    while not isinstance(inner := next(rest), _CLOSING):
        if isinstance(event, SequenceStartEvent):
            if number == part:
                return inner
            number += 1
        else:
            value = next(rest)  # a key of ours is a scalar, and has no inside
            if inner.value == part:
                return value
            inner = value
        for _ in _rest_of(inner, rest):
            pass
    raise Refused(f"{part}: was not found again")


def _rest_of(event: Event, rest: Iterator[Event]) -> Iterator[Event]:
    """The events of a value after its first."""
    depth = int(isinstance(event, _OPENING))
    while depth:
        inner = next(rest)
        depth += isinstance(inner, _OPENING) - isinstance(inner, _CLOSING)
        yield inner


def _children(inside: list[Event]) -> list[list[Event]]:
    """The events of each item of a list."""
    items: list[list[Event]] = []
    depth = 0
    for event in inside[1:-1]:
        if depth == 0:
            items.append([])
        items[-1].append(event)
        depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
    return items


def _prove(source: Source, text: str, route: Route, item: Item) -> None:
    """Read the text back, and refuse it unless exactly the wanted item is more. Raises Refused."""
    read = Source.parse(text, source.name)
    if len(read.problems) != len(source.problems) or read.data != _expected(source.data, route, _plain(item)):
        raise Refused("c2c cannot write this so that it reads back as exactly this change")


def _expected(data: Data, route: Route, item: Data) -> Data:
    """The data with the item more."""
    if not route:
        return [*(data if isinstance(data, list) else []), item]
    part, *rest = route
    inner = _expected(item_at(data, part), tuple(rest), item)
    if isinstance(data, list):
        return [inner if number == part else each for number, each in enumerate(data)]
    assert isinstance(data, dict)
    assert isinstance(part, str)
    return {**data, part: inner}


def _plain(value: Value) -> Data:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value]
