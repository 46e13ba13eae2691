"""Three texts of a file become one that says what both sides say, or shows where they contradict each other.

Where joining the lines, as git does, says just what both sides mean, that is taken, for it keeps every comment and every
form. Where it does not, theirs is written into ours change by change. What contradicts is left between conflict markers.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol

from c2c.diagnostics import Route
from c2c.edit import Refused, Value, with_item, with_key, with_value, without
from c2c.history.merging import Do, Step, merged, same, steps
from c2c.source import Data, Source, value_at


class Lines(Protocol):
    """Joins texts line by line; with `union` lines of both sides stand where they conflict. False if they do."""

    def __call__(self, ours: str, base: str, theirs: str, union: bool = False) -> tuple[str, bool]:
        """The text, and whether it is without conflict."""


class Joined(NamedTuple):
    """A text, and whether there is nothing left to decide."""

    text: str
    is_clean: bool


def join(base: Source, ours: Source, theirs: Source, lines: Lines, labels: tuple[str, str]) -> Joined:
    """The text of ours with all that theirs changed since the base.

    What cannot be read is joined by lines only, as git would.
    """
    by_lines = lines(ours.text, base.text, theirs.text)
    if not all(_is_readable(each) for each in (base, ours, theirs)):
        return Joined(*by_lines)
    data, left = merged(base.data, ours.data, theirs.data)
    if not left:
        for text, is_clean in (by_lines, lines(ours.text, base.text, theirs.text, union=True)):
            if is_clean and _says(text, data):
                return Joined(text, True)
    try:
        mine = _written(base.data, ours, theirs.data)
        yours = _written(base.data, mine, theirs.data, force=True)
    except Refused:
        return Joined(between_markers(ours.text, theirs.text, labels) if by_lines[1] else by_lines[0], False)
    return Joined(between_markers(mine.text, yours.text, labels), not left)


def between_markers(ours: str, theirs: str, labels: tuple[str, str]) -> str:
    """The text with both sides between conflict markers where they differ; the text, where they do not."""
    mine, yours = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    told: list[str] = []
    for what, i, j, k, m in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes():
        if what == "equal":
            told += mine[i:j]
        else:
            told += [f"<<<<<<< {labels[0]}\n", *_ended(mine[i:j]), "=======\n"]
            told += [*_ended(yours[k:m]), f">>>>>>> {labels[1]}\n"]
    return "".join(told)


def _ended(lines: list[str]) -> Iterator[str]:
    """The lines, each with its end: a marker stands on a line of its own."""
    return (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _is_readable(source: Source) -> bool:
    return source.whole and (isinstance(source.data, dict) or not source.text.strip())


def _says(text: str, data: Data) -> bool:
    read = Source.parse(text)
    return read.whole and same(read.data, data)


def _written(base: Data, ours: Source, theirs: Data, force: bool = False) -> Source:
    """Ours with the steps written into it that do not contradict it; by force, all. Raises Refused."""
    while step := next(
        (each for each in steps(base, ours.data, theirs) if force or not each.contradicts), None
    ):
        ours = Source.parse(_edited(ours, step), ours.name)
    return ours


def _edited(source: Source, step: Step) -> str:
    """The text with a step made. Raises Refused."""
    route = step.route
    if step.do is Do.REMOVE:
        return without(source, route)
    value = _value(step.value)
    if step.do is Do.ADD_ITEM:
        return with_item(source, route, value, ())
    if step.do is Do.ADD_KEY:
        return with_key(source, route, value, step.before)
    if not isinstance(value_at(source.data, route), dict | list) and isinstance(value, str):
        return with_value(source, route, value)
    rest = Source.parse(without(source, route), source.name)
    if isinstance(route[-1], str):
        return with_key(rest, route, value, _following(source.data, route))
    return with_item(rest, route[:-1], value, ())


def _value(data: Data) -> Value:
    """Data as it can be written. A key without a value says nothing. Raises Refused for an item without one."""
    if isinstance(data, dict):
        return {key: _value(each) for key, each in data.items() if each is not None}
    if data is None:
        raise Refused("an item of a list is empty")
    return data if isinstance(data, str) else [_value(each) for each in data]


def _following(data: Data, route: Route) -> tuple[str, ...]:
    """The keys behind one."""
    keys = list(holder) if isinstance(holder := value_at(data, route[:-1]), dict) else []
    return tuple(keys[keys.index(str(route[-1])) + 1 :])
