"""One value changed, or one thing taken out; what stands around it stays."""

from collections.abc import Iterator
from typing import Final

from c2c.diagnostics import Route
from c2c.edit.form import Value, in_flow, plain, quoted, scalar, text_lines
from c2c.edit.proof import Refused, changed, check_whole, less, proved
from c2c.edit.splicing import Splice, comments_above, newline_at, spliced, with_its_comments
from c2c.edit.tree import Node, child_at, hyphen, line_end, line_start, node_at, tree, written_end
from c2c.source import Source, value_at

_COMMENT: Final = "a comment stands there that c2c does not want to lose"


def with_value(source: Source, route: Route, value: Value) -> str:
    """The text with another value in the place of a single one, in the same quotes where that can be. Raises Refused."""
    check_whole(source)
    if isinstance(value_at(source.data, route), list | dict):
        raise Refused(f"{route[-1] if route else 'it'}: is more than a single value")
    root = tree(source.read_text)
    found = node_at(root, route)
    is_inside = any(node_at(root, route[:length]).form for length in range(len(route)))
    candidates = (
        spliced(source.text, [each]) for each in _instead(source.text, root, route, value, is_inside)
    )
    if not route or (found.says_nothing and is_inside):
        raise Refused("there is no single value to change")
    return proved(source, candidates, changed(source.data, route, lambda _: plain(value)))


def without(source: Source, route: Route) -> str:
    """The text without the key or the item at a route, and without the comments that belong to it. Raises Refused."""
    check_whole(source)
    if not route:
        raise Refused("nothing would be left")
    root = tree(source.read_text)
    holder, part = node_at(root, route[:-1]), route[-1]
    child = child_at(holder, part)
    number = holder.children.index(child)
    if len(holder.children) == 1:
        ways = [_emptied(source.text, root, route[:-1])]
    elif holder.is_in_lines:
        ways = [[each] for each in _lines_out(source.text, holder, number)]
    else:
        ways = [[_out_of_brackets(source.text, holder, number)]]
    expected = changed(source.data, route[:-1], lambda data: less(data, part))
    return proved(source, (spliced(source.text, splices) for splices in ways), expected)


def _instead(text: str, root: Node, route: Route, value: Value, is_inside: bool) -> Iterator[Splice]:
    """The ways to write a value where another stands."""
    found = node_at(root, route)
    if not isinstance(value, str):
        yield _on_line(text, found, in_flow(value))
    elif found.form in ("|", ">"):
        yield from _over_lines(text, root, route, value)
        yield _on_line(text, found, scalar(value))
    else:
        yield _on_line(text, found, quoted(value, found.form, is_inside))
        yield _on_line(text, found, scalar(value, is_inside))


def _on_line(text: str, found: Node, told: str) -> Splice:
    """A value on the line where the old one begins. The header of a text in lines may have a comment, which stays."""
    if found.says_nothing:
        return Splice(found.start, found.end, f" {told}")
    if found.form not in ("|", ">"):
        return Splice(found.start, found.end, told)
    header = text[found.start : written_end(text, found.start)]
    _, sign, comment = header.partition(" #")
    return Splice(found.start, found.end, f"{told}{sign}{comment}")


def _over_lines(text: str, root: Node, route: Route, value: str) -> Iterator[Splice]:
    """A text in lines in the place of another one; not where a comment behind its header would go."""
    found = node_at(root, route)
    holder = node_at(root, route[:-1])
    if "#" in text[found.start : line_end(text, found.start)]:
        return
    lines = text_lines("", value, holder.column)
    if len(lines) > 1:
        newline = newline_at(text, written_end(text, found.start))
        yield Splice(found.start, found.end, newline.join([lines[0].lstrip(), *lines[1:]]))


def _emptied(text: str, root: Node, route: Route) -> list[Splice]:
    """Empty brackets in the place of a collection with one part."""
    found = node_at(root, route)
    empty = "[]" if found.is_list else "{}"
    if found.form in ("[", "{"):
        begin, end = _extent(found.children[0].key, found.children[0].node)
        if "#" in text[found.start : begin] + text[end : found.end]:
            raise Refused(_COMMENT)
        return [Splice(found.start, found.end, empty)]
    if not route or found.form or not isinstance(route[-1], str):
        raise Refused("nothing would be left")
    key = child_at(node_at(root, route[:-1]), route[-1]).key
    assert key is not None
    column = found.column - 1 if found.is_mapping else found.column
    end = with_its_comments(text, found.children[-1].node, column)
    head = text[key.end : line_end(text, key.end)]
    colon = key.end + head.index(":") + 1
    told = Splice(colon, colon, f" {empty}")
    begin = line_end(text, key.end)
    comments = comments_above(text, found.start, found.column)
    stays = text[begin : max(begin, comments - 1)]
    return [told, Splice(begin + len(stays) if stays.strip() else begin, end, "")]


def _lines_out(text: str, holder: Node, number: int) -> Iterator[Splice]:
    """The lines of a part of a collection in lines, with the comments right above and those that belong to it.

    Of two empty lines, one above and one below, one goes too; or all below, where they would belong to a text above.
    """
    child = holder.children[number]
    begins = child.key.start if child.key is not None else hyphen(text, holder, number)
    end = with_its_comments(text, child.node, holder.column)
    if text[line_start(text, begins) : begins].strip():
        yield _first_out(text, holder, end)
        return
    start = comments_above(text, begins, holder.column)
    below = end
    while below < len(text) and not text[below : line_end(text, below + 1)].strip():
        below = line_end(text, below + 1)
    is_apart = start > 0 and not text[line_start(text, start - 1) : start].strip()
    if is_apart and below >= len(text) - 1:
        start = len(text[:start].rstrip()) + 1 + text.startswith("\r", len(text[:start].rstrip()))
    elif is_apart and below > end:
        yield Splice(start, line_end(text, end + 1) + 1, "")
    if end < len(text):
        yield Splice(start, end + 1, "")
        yield Splice(start, min(below + 1, len(text)), "")
    else:
        yield Splice(start - 1 - text.startswith("\r\n", start - 2), end, "")


def _first_out(text: str, holder: Node, end: int) -> Splice:
    """What stands behind a hyphen: what comes after it takes its place. A comment between the two would be lost."""
    following = holder.children[1]
    begins = following.key.start if following.key is not None else hyphen(text, holder, 1)
    if text[min(end, begins) : begins].strip():
        raise Refused(_COMMENT)
    return Splice(holder.start, begins, "")


def _out_of_brackets(text: str, holder: Node, number: int) -> Splice:
    """A part of a collection in brackets, with one of the commas beside it."""
    children = holder.children
    start, end = _extent(children[number].key, children[number].node)
    if number:
        start = _extent(children[number - 1].key, children[number - 1].node)[1]
    else:
        end = _extent(children[1].key, children[1].node)[0]
    around = text[start:end].replace(
        text[slice(*_extent(children[number].key, children[number].node))], "", 1
    )
    if "#" in around:
        raise Refused(_COMMENT)
    return Splice(start, end, "")


def _extent(key: Node | None, node: Node) -> tuple[int, int]:
    return (node if key is None else key).start, node.end
