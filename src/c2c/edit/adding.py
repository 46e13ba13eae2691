"""Something more in a text: an item at the end of a list, a key in a mapping, in the form of what stands beside it."""

from collections.abc import Iterator, Sequence

from c2c.diagnostics import Route
from c2c.edit.form import WIDTH, Value, entry_lines, in_flow, item_lines, plain
from c2c.edit.proof import Refused, changed, check_whole, proved
from c2c.edit.splicing import (
    Splice,
    comments_above,
    lines_after,
    lines_before,
    spliced,
    with_its_comments,
)
from c2c.edit.tree import Child, Node, child_at, line_end, line_start, node_at, tree
from c2c.source import Data, Source, value_at


def with_item(source: Source, route: Route, item: Value, before: Sequence[str]) -> str:
    """The text with an item more at the end of the list at a route, whose last part is a key.

    A list that is not there yet is put before the first of its neighbours that is one of `before`, else at their end.
    Raises Refused.
    """
    check_whole(source)
    present = value_at(source.data, route)
    if present is None:
        return with_key(source, route, [item], before)
    if not isinstance(present, list):
        raise Refused(f"{route[-1]}: is not a list")
    text = source.text
    found = node_at(tree(source.read_text), route)
    candidates = (spliced(text, splices) for splices in _more(text, found, item))
    return proved(source, candidates, changed(source.data, route, lambda _: [*present, plain(item)]))


def with_key(source: Source, route: Route, value: Value, before: Sequence[str]) -> str:
    """The text with a key more, the last part of the route, or with a value under one that has none. Raises Refused."""
    check_whole(source)
    *above, key = route
    holder = value_at(source.data, tuple(above))
    if not isinstance(holder, dict) or not isinstance(key, str):
        raise Refused("the file has a mistake that keeps it from being read as a whole")
    if holder.get(key) is not None:
        raise Refused(f"{key}: is there already")
    text = source.text
    found = node_at(tree(source.read_text), tuple(above))
    if key in holder:
        ways = [_under(text, found, child_at(found, key), value)]
    elif found.is_in_lines:
        gaps = ([""], []) if not above else ([],)
        ways = [_key_in_lines(text, found, key, value, before, gap) for gap in gaps]
    elif found.form == "{" and above:
        ways = [[_key_in_braces(text, found, key, value, before)]]
    else:
        raise Refused("the file is not written as one key a line")
    expected: Data = {**holder, key: plain(value)}
    candidates = (spliced(text, splices) for splices in ways)
    return proved(source, candidates, changed(source.data, tuple(above), lambda _: expected))


def _more(text: str, found: Node, item: Value) -> Iterator[list[Splice]]:
    """The ways to put an item behind the last one of a list."""
    if found.is_in_lines:
        yield [_item_in_lines(text, found, item)]
    elif found.children:
        yield _item_in_brackets(text, found, item)
    else:
        yield from _first_item(text, found, item)


def _item_in_lines(text: str, found: Node, item: Value) -> Splice:
    last = found.children[-1].node
    lines = item_lines(item, found.column, is_flow=bool(last.form))
    gap = [""] if len(found.children) > 1 and _is_apart(text, found.children[-2].node, last) else []
    return lines_after(text, with_its_comments(text, last, found.column), [*gap, *lines])


def _is_apart(text: str, one: Node, other: Node) -> bool:
    """Whether an empty line stands between two items."""
    between = text[line_end(text, one.end) : line_start(text, other.start)]
    return any(not line.strip() for line in between.split("\n")[1:-1])


def _item_in_brackets(text: str, found: Node, item: Value) -> list[Splice]:
    """A comma and the item behind the last one; on a line of its own, if that one has its own."""
    last = found.children[-1].node
    comma = _comma(text, last.end, found.end - 1)
    at = last.end if comma is None else comma + 1
    start = line_start(text, last.start)
    indent = text[start : last.start]
    on_its_own = not indent.strip() and line_start(text, found.start) != start
    if on_its_own and line_end(text, at) < found.end:
        comma_too = [Splice(at, at, ",")] if comma is None else []
        after = f"{indent}{in_flow(item)}{'' if comma is None else ','}"
        return [*comma_too, lines_after(text, at, [after])]
    return [Splice(at, at, f"{',' if comma is None else ''} {in_flow(item)}")]


def _comma(text: str, at: int, end: int) -> int | None:
    """Where the comma behind the last part of a collection in brackets stands, if there is one."""
    while at < end:
        if text[at] == ",":
            return at
        at = line_end(text, at) if text[at] == "#" else at + 1
    return None


def _first_item(text: str, found: Node, item: Value) -> Iterator[list[Splice]]:
    """Into empty brackets, if it fits their line; else below their key in their stead."""
    told = in_flow(item)
    end = found.end - 1
    inside = [Splice(end, end, told)]
    start = line_start(text, found.start)
    head = text[start : found.start]
    fits = found.end - start + len(told) <= WIDTH
    indent = len(head) - len(head.lstrip(" -"))
    if not fits and text[found.start : found.end] == "[]" and head.rstrip().endswith(":"):
        lines = item_lines(item, indent + 2)
        yield [Splice(start + len(head.rstrip()), found.end, ""), lines_after(text, found.end, lines)]
    yield inside


def _under(text: str, found: Node, child: Child, value: Value) -> list[Splice]:
    """A value below a key that has none, or in the brackets that it stands in."""
    node, key = child.node, child.key
    assert key is not None
    if not found.is_in_lines:
        space = " " if text[node.start - 1] == ":" else ""
        return [Splice(node.start, node.end, f"{space}{in_flow(value)}")]
    lines = entry_lines(str(child.name), value, found.column, in_lines=True)
    colon = text.index(":", key.end) + 1
    if text[colon : node.start].strip(" "):
        raise Refused(f"{child.name}: has something in its line that c2c does not want to lose")
    first = lines[0][found.column + len(str(child.name)) + 1 :]
    return [Splice(colon, node.end, first), lines_after(text, node.end, lines[1:])]


def _key_in_lines(
    text: str, found: Node, key: str, value: Value, before: Sequence[str], gap: list[str]
) -> list[Splice]:
    """A key with its value on lines of their own; what takes several lines stands apart by the gap."""
    column = found.column
    lines = entry_lines(key, value, column, in_lines=isinstance(value, list))
    gap = gap if len(lines) > 1 else []
    following = _following(found, before)
    if following is None:
        last = found.children[-1].node
        return [lines_after(text, with_its_comments(text, last, column), [*gap, *lines])]
    assert following.key is not None
    start = line_start(text, following.key.start)
    if text[start : following.key.start].strip():  # it stands behind a hyphen, and the new one now does
        rest = lines_before(text, following.key.start, lines).text.lstrip(" ")
        return [Splice(following.key.start, following.key.start, f"{rest}{' ' * column}")]
    at = comments_above(text, following.key.start, column)
    above = text[line_start(text, at - 1) : at].strip() if at else ""
    return [lines_before(text, at, [*(gap if above else []), *lines, *gap])]


def _key_in_braces(text: str, found: Node, key: str, value: Value, before: Sequence[str]) -> Splice:
    told = in_flow({key: value})[1:-1]
    following = _following(found, before)
    if following is not None and following.key is not None:
        at = following.key.start
        return Splice(at, at, f"{told}, ")
    if not found.children:
        return Splice(found.end - 1, found.end - 1, told)
    last = found.children[-1].node
    comma = _comma(text, last.end, found.end - 1)
    at = last.end if comma is None else comma + 1
    return Splice(at, at, f"{',' if comma is None else ''} {told}")


def _following(found: Node, before: Sequence[str]) -> Child | None:
    """The first part that is one of the keys that a new one is to stand before, in the order of `before`."""
    places = {child.name: child for child in found.children}
    return next((places[name] for name in before if name in places), None)
