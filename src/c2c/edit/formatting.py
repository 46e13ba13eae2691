"""The canonical form of a file: keys in the format's order, two columns a level, no more than one empty line in a row.

What stands in brackets, in quotes or over lines stays so. A comment goes where that goes which it belongs to: the line that
it ends, what it stands above, or, further in, what it stands below. A comment at the very top stays there.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import Final, NamedTuple, TypeVar

from c2c.diagnostics import Route
from c2c.edit.proof import Refused, check_whole, proved
from c2c.edit.splicing import Splice, spliced
from c2c.edit.tree import Child, Node, comments, hyphen, line_end, line_start, tree
from c2c.source import Source

Order = Callable[[Route], Sequence[str]]
"""The keys of the mapping at a route in their order; none where a file says what there is."""

_STEP: Final = 2
_CANNOT: Final = "c2c cannot bring it into form so that it reads back as the same"
_UNKNOWN: Final = "its lines are written in a way that c2c does not know"
_T = TypeVar("_T")


def formatted(source: Source, order: Order) -> str:
    """The text in canonical form; it says the same, and has every comment. Raises Refused."""
    check_whole(source)
    text = _with_newlines(source.text)
    root = tree(_with_newlines(source.read_text))
    if root.is_mapping and not root.form:
        told = _Form(text, order).file(root)
    else:
        told = text.rstrip()
    newline = "\r\n" if "\r\n" in source.text else "\n"
    candidates = (f"{told}{end}".replace("\n", newline) for end in ("\n", ""))
    found = proved(source, candidates, source.data, _CANNOT)
    if Counter(_comments(source.read_text)) != Counter(_comments(Source.parse(found).read_text)):
        raise Refused("c2c cannot say where its comments belong")
    return found


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _comments(text: str) -> list[str]:
    return comments(_with_newlines(text), tree(_with_newlines(text)))


class _Part(NamedTuple):
    """A part of a collection, its number, and the lines that go with it: above it, and below it further in."""

    child: Child
    number: int
    above: list[str]
    below: list[str]


class _Form:
    """The form of one text, whose lines end with a newline alone."""

    def __init__(self, text: str, order: Order) -> None:
        self.text = text
        self.order = order
        self.is_open = False
        """Whether the last lines are of a text that has the empty lines below it, too."""

    def file(self, root: Node) -> str:
        """All lines of the file, without the last newline."""
        start = line_start(self.text, root.start)
        head = [line.rstrip() for line in self.text[:start].split("\n")[:-1]]
        stays, goes = _head(head)
        after = [line.rstrip() for line in self.text[line_end(self.text, root.end) + 1 :].split("\n")]
        tail, last = _told_apart(after, root.column)
        lines = self._collection(root, 0, (), goes, tail, 0)
        last = _trimmed_above(last) if self.is_open else last
        gap = [""] if stays and not stays[-1] else []
        return "\n".join([*_trimmed_below(stays), *gap, *lines, *_trimmed_below(last)])

    def _collection(
        self, node: Node, column: int, route: Route, above: list[str], below: list[str], least: int
    ) -> list[str]:
        """The lines of a collection in lines, all of them with their indentation, which is `least` or more."""
        inside, outside = _told_apart(below, node.column)
        parts = list(self._parts(node, above, inside))
        if node.is_mapping:
            parts = _in_order(parts, [str(part.child.name) for part in parts], self.order(route))
        lines: list[str] = []
        for part in parts:
            led = _trimmed_above(part.above) if self.is_open or not lines else _single_spaced(part.above)
            lines += (" " * column + line if line else "" for line in led)
            lines += self._entry(node, part, column, (*route, part.child.name))
        return [*lines, *self._below(outside, column - node.column, least)]

    def _below(self, lines: list[str], by: int, least: int) -> list[str]:
        """The comments below a part."""
        told = _trimmed_above(lines) if self.is_open else _single_spaced(lines)
        self.is_open = self.is_open and not told
        return _shifted(told, by, least)

    def _parts(self, node: Node, above: list[str], below: list[str]) -> Iterator[_Part]:
        """The parts with their comments. What is between two parts is told apart by how far in it stands."""
        for number, (child, following) in enumerate(pairwise((*node.children, None))):
            assert child is not None
            mine, next_above = (below, []) if following is None else self._between(node, number)
            yield _Part(child, number, above, mine)
            above = [line.strip() for line in next_above]

    def _between(self, node: Node, number: int) -> tuple[list[str], list[str]]:
        """The lines between a part and the next that belong to the one, and those that belong to the other."""
        child, following = node.children[number : number + 2]
        begins = following.key.start if following.key else hyphen(self.text, node, number + 1)
        first, last = line_end(self.text, child.node.end) + 1, line_start(self.text, begins)
        if last < first or self.text[last:begins].strip():
            raise Refused(_UNKNOWN)
        return _told_apart([line.rstrip() for line in self.text[first:last].split("\n")[:-1]], node.column)

    def _entry(self, node: Node, part: _Part, column: int, route: Route) -> list[str]:
        """The lines of a part, with those below it."""
        value, key = part.child.node, part.child.key
        indent = " " * column
        if key is None:
            begins = hyphen(self.text, node, part.number) + 1
            head = f"{indent}-"
        else:
            begins = self.text.find(":", key.end) + 1
            head = f"{indent}{self.text[key.start : key.end]}:"
        first, *more = [line.rstrip() for line in self.text[begins : value.start].split("\n")]
        above = [line.strip() for line in more[:-1]]
        if any(line and not line.startswith("#") for line in (first.strip(), *above)):
            raise Refused(_UNKNOWN)
        if value.is_in_lines:
            self.is_open = False
            below = self._collection(value, column + _STEP, route, above, part.below, column + 1)
            if key is None and not first:
                return _behind_hyphen(below, column)
            return [f"{head}{first}", *below]
        said = self._said(value, column, node.column, route)
        if more:
            said[0] = f"{indent}  {said[0]}"
            said = [f"{head}{first}", *(f"{indent}  {line}" for line in above if line), *said]
        else:
            said[0] = f"{head} {said[0]}".rstrip() if value.says_nothing else f"{head} {said[0]}"
        said[-1] += self.text[value.end : line_end(self.text, value.end)].rstrip()
        self.is_open = value.form in ("|", ">") and "+" in self.text[value.start : value.start + 3]
        return [*said, *self._below(part.below, column - node.column, column + 1)]

    def _said(self, value: Node, column: int, old: int, route: Route) -> list[str]:
        """The lines of a single value or of a collection in brackets, the first without its indentation."""
        written = self.text[value.start : value.end]
        if value.form in ("{", "[") and "\n" not in written:
            return [self._in_brackets(value, route)]
        first, *rest = written.split("\n")
        least = {"|": 0, ">": 0, "{": column, "[": column}.get(value.form, column + 1)
        return [first, *_shifted(rest, column - old, least)]

    def _in_brackets(self, node: Node, route: Route) -> str:
        """A value in brackets on one line, its keys in order."""
        there = list(node.children)
        order = self.order(route) if node.is_mapping else ()
        wanted = _in_order(there, [str(child.name) for child in there], order)
        splices = []
        for place, child in zip(there, wanted, strict=True):
            key = self.text[child.key.start : child.node.start] if child.key else ""
            inner = self._in_brackets(child.node, (*route, child.name))
            begins = (place.key or place.node).start
            splices.append(Splice(begins - node.start, place.node.end - node.start, f"{key}{inner}"))
        return spliced(self.text[node.start : node.end], splices)


def _behind_hyphen(lines: list[str], column: int) -> list[str]:
    """The lines of an item whose first key stands behind the hyphen; a comment above that key stands above the item."""
    at = next(number for number, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
    above = [line[_STEP:] for line in lines[:at]]
    return [*above, f"{' ' * column}- {lines[at][column + _STEP :]}", *lines[at + 1 :]]


def _head(lines: list[str]) -> tuple[list[str], list[str]]:
    """What stands above the first key: what stays at the top, and what goes where the key goes."""
    lines = _trimmed_above(lines)
    at = len(lines)
    while at and lines[at - 1].startswith("#"):
        at -= 1
    return (lines, []) if at == 0 else (lines[:at], lines[at:])


def _told_apart(lines: list[str], column: int) -> tuple[list[str], list[str]]:
    """Of the lines below a part those that belong to it, as they are further in than `column`, and the others."""
    at = 0
    for number, line in enumerate(lines):
        if line and (len(line) - len(line.lstrip(" ")) <= column or not line.lstrip().startswith("#")):
            break
        at = number + 1 if line else at
    return lines[:at], lines[at:]


def _in_order(parts: Sequence[_T], names: Sequence[str], keys: Sequence[str]) -> list[_T]:
    """The parts in the order of the keys; one that is not among them stays behind the one that it stands behind."""
    order = {name: number for number, name in enumerate(keys)}
    placed: list[tuple[int, _T]] = []
    for part, name in zip(parts, names, strict=True):
        placed.append((order.get(name, placed[-1][0] if placed else -1), part))
    return [part for _, part in sorted(placed, key=lambda pair: pair[0])]


def _single_spaced(lines: Sequence[str]) -> list[str]:
    """The lines with no more than one empty line in a row."""
    return [line for number, line in enumerate(lines) if line or number == 0 or lines[number - 1]]


def _trimmed_above(lines: Sequence[str]) -> list[str]:
    """The same without empty lines at the beginning."""
    return list(dropwhile(lambda line: not line, _single_spaced(lines)))


def _trimmed_below(lines: Sequence[str]) -> list[str]:
    """The same without empty lines at the end."""
    return _trimmed_above(lines[::-1])[::-1]


def _shifted(lines: Sequence[str], by: int, least: int) -> list[str]:
    """The lines further in or out, but no further out than `least`; those of space alone stay of space alone."""
    told = []
    for line in lines:
        stripped = line.lstrip(" ")
        column = max(0, len(line) - len(stripped) + by)
        told.append(" " * (max(column, least) if stripped else column) + stripped if line else "")
    return told
