"""A file of data as c2c has read it: text, data, problems, and the place of everything on demand."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from c2c.diagnostics import Route, Span
from c2c.source.files import read_bytes
from c2c.source.places import Places
from c2c.source.reader import Data, read
from c2c.source.recovery import recover
from c2c.source.text import SHOWN, Problem, decode, readable, suspicious, without_conflicts

_CUT: Final = re.compile(r"[ \t]+#[^\s#!]")
_LOSING: Final = frozenset(("bad_key", "merge_key"))


@dataclass(frozen=True)
class Source:
    """One file. `name` is its path from the workspace's root, with slashes; `text` is as on disk.

    `data` is None when nothing could be read. `whole` is False when a part was left out because of a mistake, and
    `lost` has the lines, from … to, where that was.
    """

    name: str
    text: str
    data: Data = None
    problems: tuple[Problem, ...] = ()
    whole: bool = True
    read_text: str = field(default="", repr=False)
    lost: tuple[tuple[int, int], ...] = ()
    known_places: Places | None = field(default=None, repr=False, compare=False)

    @classmethod
    def load(cls, path: str | Path, name: str) -> "Source":
        """Read a file, whatever it is. Never raises for what is on disk."""
        return cls.of(read_bytes(path), name)

    @classmethod
    def of(cls, content: bytes | Problem, name: str) -> "Source":
        """Read bytes, or say what kept them from being read."""
        text = content if isinstance(content, Problem) else decode(content)
        if isinstance(text, Problem):
            return cls(name, "", problems=(text,), whole=False)
        return cls.parse(text, name)

    @staticmethod
    def text_of(content: bytes | Problem) -> str:
        """The text of bytes, unread; empty if there is none that can be shown."""
        text = content if isinstance(content, Problem) else decode(content)
        return "" if isinstance(text, Problem) else text

    @classmethod
    def parse(cls, text: str, name: str = "text") -> "Source":
        """Read a text."""
        problems = suspicious(text)
        unsettled = (
            readable(text) if any(problem.kind == "forbidden_character" for problem in problems) else text
        )
        read_text, conflicts, lost = without_conflicts(unsettled)
        # places cost as much as the reading; where they will be asked for, it is made with them at once
        places = Places() if _may_cut(read_text) else None
        reading = read(read_text, places)
        if reading.stop is not None:
            read_text, reading, blanked = recover(read_text, reading)
            lost = lost + blanked
            places = _places(read_text) if _may_cut(read_text) else None
        problems += conflicts
        problems += reading.problems
        lost += [(problem.place[0], problem.place[0]) for problem in reading.problems if _loses(problem)]
        cut = _cut_by_comment(read_text, places) if places is not None else []
        whole = not (reading.stop or reading.problems or conflicts)
        lines_lost = tuple(_with_next(lost, read_text))
        return cls(
            name,
            text,
            reading.data,
            tuple(problems + cut),
            whole,
            read_text,
            lines_lost,
            places if cut else None,
        )

    def span(self, route: Route, on_key: bool = False) -> Span:
        """Where the value at `route` stands, or its key; the nearest thing around it if it is not in the file."""
        return Span(self.name, *self.places.of(route, on_key))

    def is_complete(self, route: Route) -> bool:
        """Whether nothing was left out of what the file says at a route: only then can something be missing there."""
        if not self.lost:
            return True
        first, following = self.places.lines(route)
        return not any(
            first <= end and (following is None or begin < max(following, first + 1))
            for begin, end in self.lost
        )

    @cached_property
    def places(self) -> Places:
        """Every value's and key's place: a second reading, made only when somebody asks and the first had none."""
        return self.known_places or _places(self.read_text)


def _loses(problem: Problem) -> bool:
    """Whether a key was passed over that may have been meant as any other."""
    return problem.kind in _LOSING or (problem.kind == "forbidden_character" and problem.route is None)


def _with_next(lost: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The pieces that were left out, each up to the next line that says something: what it says may hang on them."""
    lines = text.split("\n") if lost else []
    joined: list[tuple[int, int]] = []
    for first, last in sorted(lost):
        if joined and last < joined[-1][1]:
            continue
        begin = joined.pop()[0] if joined and first <= joined[-1][1] else first
        numbers = range(last + 1, len(lines) + 1)
        joined.append((begin, next((number for number in numbers if lines[number - 1].strip()), len(lines))))
    return joined


def _places(text: str) -> Places:
    places = Places()
    read(text, places)
    return places


def _may_cut(text: str) -> bool:
    """Whether anything looks like a `#` that cuts a value off."""
    return " #" in text and _CUT.search(text) is not None


def _cut_by_comment(text: str, places: Places) -> list[Problem]:
    """Plain values that end at a `#` with a word behind it: `title: Item #3` is read as `Item`."""
    lines = text.split("\n")
    found: list[Problem] = []
    for _, _, line, column in places.plain():
        # nothing at all, behind the end of the file, stands on no line
        match = _CUT.match(lines[line - 1], column - 1) if line <= len(lines) else None
        if match:
            place = (line, match.end() - 1, line, len(lines[line - 1].rstrip()) + 1)
            found.append(Problem("cut_by_comment" if len(found) < SHOWN else "too_many", place))
        if len(found) > SHOWN:
            break
    return found
