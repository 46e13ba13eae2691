"""An edit: text → text. It changes the lines that it must and no other byte, and is proved by reading the result back.

Nothing here touches a file. What cannot be done so that exactly the wanted change comes out is refused, with a reason.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from c2c.source import Data, Source
from c2c.source.places import Event
from c2c.source.reader import events

Item = Mapping[str, str]
"""A record of plain words: its keys and their texts, in order."""

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


def with_item(source: Source, key: str, item: Item, before: Sequence[str]) -> str:
    """The text with an item more at the end of the list under a key of the root.

    A list that is not there yet is put before the first key of the root that is one of `before`, else at the end.
    Raises Refused.
    """
    data = source.data
    if not isinstance(data, dict) or not source.whole:
        raise Refused("the file has a mistake that keeps it from being read as a whole")
    present = data.get(key)
    if present is not None and not isinstance(present, list):
        raise Refused(f"{key}: is not a list")
    newline = "\r\n" if "\r\n" in source.text else "\n"
    lines = source.text.split("\n")
    if present is None:
        edited = _with_list(lines, source, key, item, before, newline)
    else:
        edited = _with_more(lines, _list_at(source, key), item, newline)
    text = "\n".join(edited)
    _prove(source, text, key, item)
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
        before = lines[line][:column]
        stays = before if found.is_empty or line != found.last_line else before.rstrip()
        return [*lines[:line], f"{stays}{told}{lines[line][column:]}", *lines[line + 1 :]]
    added = _in_lines(item, found.column, found.item_is_flow)
    return _inserted(lines, found.last_line + 1, added, newline)


def _with_list(
    lines: list[str], source: Source, key: str, item: Item, before: Sequence[str], newline: str
) -> list[str]:
    """The lines with a list of one item, under a key that is new or has nothing under it."""
    data = source.data
    assert isinstance(data, dict)
    added = _in_lines(item, 2, is_flow=False)
    if key in data:
        line = source.span((key,), on_key=True).line
        if lines[line - 1].split("#")[0].strip() != f"{key}:":
            raise Refused(f"{key}: has something in its line that c2c does not want to lose")
        return _inserted(lines, line, added, newline)
    if source.places.root is None or source.places.root.start_mark.column or _is_flow(source):
        raise Refused("the file is not written as one key a line")
    following = next((each for each in before if each in data), None)
    if following is None:
        at = len(lines)
        while at > 0 and not lines[at - 1].strip():
            at -= 1
        return _inserted(lines, at, ["", f"{key}:", *added], newline)
    at = source.span((following,), on_key=True).line - 1
    while at > 0 and lines[at - 1].startswith("#"):  # the comment above a key belongs to it
        at -= 1
    return _inserted(lines, at, [f"{key}:", *added, ""], newline)


def _is_flow(source: Source) -> bool:
    line = source.places.root.start_mark.line if source.places.root else 0
    return source.read_text.split("\n")[line].lstrip().startswith("{")


def _inserted(lines: list[str], at: int, added: list[str], newline: str) -> list[str]:
    """The lines with more before the line number `at`; a file without a newline at its end stays so."""
    end = newline.removesuffix("\n")
    told = [f"{line}{end}" for line in added]
    if at < len(lines):
        return [*lines[:at], *told, *lines[at:]]
    last = lines[-1] if lines[-1].endswith(end) else f"{lines[-1]}{end}"
    return [*lines[:-1], last, *told[:-1], added[-1]]


def _in_flow(item: Item) -> str:
    told = ", ".join(f"{key}: {scalar(text, in_flow=True)}" for key, text in item.items())
    return f"{{{told}}}"


def _in_lines(item: Item, column: int, is_flow: bool) -> list[str]:
    """An item of a list in lines, in the form of its neighbour."""
    hyphen = " " * column + "- "
    if is_flow:
        return [f"{hyphen}{_in_flow(item)}"]
    told = [f"{key}: {scalar(text)}" for key, text in item.items()]
    return [hyphen + told[0], *(" " * (column + 2) + each for each in told[1:])]


def _list_at(source: Source, key: str) -> _List:
    """How the list under a key of the root is written."""
    inside = _events_of(source.read_text, key)
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


def _events_of(text: str, key: str) -> list[Event]:
    """The events of the value of a key of the root, from its first to its last. Raises Refused."""
    found: list[Event] = []
    depth, is_key, is_wanted = 0, True, False
    for event in events(text):
        opens, closes = isinstance(event, _OPENING), isinstance(event, _CLOSING)
        depth -= closes
        if is_wanted:
            found.append(event)
        if depth == 1 and (
            closes or isinstance(event, ScalarEvent)
        ):  # a key or a value of the root is complete
            if is_wanted:
                return found
            is_wanted = is_key and isinstance(event, ScalarEvent) and event.value == key
            is_key = not is_key
        depth += opens
    raise Refused(f"{key}: was not found again")


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


def _prove(source: Source, text: str, key: str, item: Item) -> None:
    """Read the text back, and refuse it unless exactly the wanted item is more. Raises Refused."""
    read = Source.parse(text, source.name)
    assert isinstance(source.data, dict)
    present = source.data.get(key)
    expected = {**source.data, key: [*(present if isinstance(present, list) else []), dict(item)]}
    if read.data != expected or len(read.problems) != len(source.problems):
        raise Refused("c2c cannot write this so that it reads back as exactly this change")
