"""A text as a tree of what is written in it: where each value begins, where it ends, and in which form it stands.

The end of a value is where the last thing of it is said. libyaml's own end of a collection lies behind the comments that
follow it, and that of a text in lines behind its empty lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent

from c2c.diagnostics import Route
from c2c.edit.proof import Refused
from c2c.source.places import Event
from c2c.source.reader import events

_HEADER: Final = re.compile(r"[|>]([-+0-9]*)")


class Child(NamedTuple):
    """A part of a collection: its key or number, the key as it is written, and the value."""

    name: str | int
    key: "Node | None"
    node: "Node"


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a text, from the offset `start` up to `end`.

    `form` is the sign that it begins with: `{` and `[` for collections in brackets, `|` and `>` for texts in lines,
    `"` and `'` for quoted texts. Of a collection in lines and of a plain text it is empty.
    """

    start: int
    end: int
    column: int
    form: str
    is_mapping: bool = False
    is_list: bool = False
    children: tuple[Child, ...] = ()

    @property
    def is_scalar(self) -> bool:
        """Whether it is a single value."""
        return not (self.is_mapping or self.is_list)

    @property
    def is_in_lines(self) -> bool:
        """Whether it is a collection whose parts stand on lines of their own."""
        return bool(self.children) and not self.form

    @property
    def says_nothing(self) -> bool:
        """Whether nothing at all is written."""
        return self.start == self.end


def tree(text: str) -> Node:
    """The value of a text that reads without a mistake."""
    rest = events(text)
    next(rest)  # the start of the stream
    next(rest)  # the start of the document
    return _node(text, next(rest), rest)


def node_at(node: Node, route: Route) -> Node:
    """The value at a route. Raises Refused if there is none."""
    for part in route:
        node = child_at(node, part).node
    return node


def child_at(node: Node, name: str | int) -> Child:
    """A part of a collection by its key or number. Raises Refused if there is none."""
    for child in node.children:
        if child.name == name:
            return child
    raise Refused(f"{name}: was not found again")


def hyphen(text: str, node: Node, number: int) -> int:
    """Where the hyphen of an item stands, of a list in lines. Raises Refused where it is not found."""
    if number == 0:
        return node.start
    before, item = node.children[number - 1].node, node.children[number].node
    at = line_end(text, before.end) + 1
    mark = " " * node.column + "-"
    while at <= item.start:
        if text.startswith(mark, at):
            return at + node.column
        at = line_end(text, at) + 1
    raise Refused("the items of a list are written in a way that c2c does not know")


def line_start(text: str, at: int) -> int:
    """Where the line begins that an offset is in."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the newline stands that ends the line, or the text ends."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def written_end(text: str, at: int) -> int:
    """Where what can be written on the line ends: before its newline, of one or two characters."""
    end = line_end(text, at)
    return end - 1 if text[max(0, end - 1) : end] == "\r" else end


def comments(text: str, root: Node) -> list[str]:
    """Every comment outside of texts, in order, without the space around it."""
    found: list[str] = []
    at = 0
    for start, end in (*_scalars(root), (len(text), len(text))):
        while at < start:
            sign = text.find("#", at, start)
            if sign < 0:
                break
            at = line_end(text, sign)
            found.append(text[sign:at].rstrip())
        at = max(at, end)
    return found


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if node.is_scalar:
        yield node.start, node.end
    for child in node.children:
        if child.key is not None:
            yield child.key.start, child.key.end
        yield from _scalars(child.node)


def _node(text: str, event: Event, rest: Iterator[Event], around: int = 0) -> Node:
    """The value that an event begins; what it stands in stands in the column `around`."""
    start = event.start_mark.index
    column = event.start_mark.column
    if isinstance(event, ScalarEvent):
        form = event.style or ""
        end = _end_of_lines(text, event, around) if form in ("|", ">") else event.end_mark.index
        return Node(start, end, column, form)
    if not isinstance(event, MappingStartEvent | SequenceStartEvent):
        raise Refused("the file says something by reference")
    is_mapping = isinstance(event, MappingStartEvent)
    children, closing = _children(text, is_mapping, rest, column)
    sign = text[start : start + 1]
    bracket = sign if event.flow_style and sign in ("{", "[") else ""
    if bracket:
        end = closing.end_mark.index
    else:
        end = children[-1].node.end if children else start
    form = bracket or (
        "pair" if event.flow_style else ""
    )  # a pair in a list in brackets needs none of its own
    return Node(start, end, column, form, is_mapping, not is_mapping, tuple(children))


def _children(text: str, is_mapping: bool, rest: Iterator[Event], column: int) -> tuple[list[Child], Event]:
    """The parts of a collection, and the event that closes it."""
    children: list[Child] = []
    while True:
        event = next(rest)
        if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            return children, event
        node = _node(text, event, rest, column)
        if is_mapping:
            children.append(Child(event.value, node, _node(text, next(rest), rest, column)))
        else:
            children.append(Child(len(children), None, node))


def _end_of_lines(text: str, event: Event, around: int) -> int:
    """Where a text in lines ends: behind its last line, and behind the empty ones below it if they count."""
    start = event.start_mark.index
    lines = text[start : event.end_mark.index].removesuffix("\n").split("\n")
    header = _HEADER.match(lines[0])
    signs = header[1] if header else ""
    if "+" not in signs:
        digit = signs.strip("-")  # what is further in than the text is text
        indent = around + int(digit) if digit else _indent(lines[1:])
        while len(lines) > 1 and (len(lines[-1].rstrip("\r")) <= indent) and not lines[-1].strip():
            lines.pop()
    return start + len("\n".join(lines).removesuffix("\r"))


def _indent(lines: list[str]) -> int:
    first = next((line for line in lines if line.strip()), "")
    return len(first) - len(first.lstrip(" "))
