"""After a syntax error: blank the smallest piece that holds it and read on, so that one mistake hides no other.

Lines are blanked, never removed: what is read afterwards keeps its places.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from yaml import ScalarEvent, YAMLError

from c2c.source.places import place_of
from c2c.source.reader import Reading, Stop, events, read
from c2c.source.text import Place, Problem

MAX_ERRORS: Final = 40
"""How many syntax errors of one file are looked for."""
MAX_WORK: Final = 2_000_000
"""How many characters may be parsed again while looking; a file of usual size can be parsed a hundred times."""

_BOUNDS: Final = frozenset(("too_large", "too_many"))
_HYPHENS: Final = re.compile(r" *(?:- +)*")
_OPENING: Final = re.compile(r"[\[{]")
_CLOSING: Final = re.compile(r"[\]}]")
_VALUE: Final = re.compile(r" *:(?:\s.*)?")


class Recovered(NamedTuple):
    """A text with the broken pieces blanked, its reading, and the lines from … to of each piece."""

    text: str
    reading: Reading
    blanked: list[tuple[int, int]]


def recover(text: str, reading: Reading) -> Recovered:
    """Read on behind each syntax error, as long as there is a piece without which more can be read."""
    lines = text.split("\n")
    blanked: list[tuple[int, int]] = []
    # every reading begins at the top and finds again what the one before has found
    found = {(problem.kind, problem.place): problem for problem in reading.problems}
    attempts = MAX_WORK // (len(text) + 1)
    while reading.stop is not None:
        best = None
        if len(blanked) < MAX_ERRORS:
            best, attempts = _best_attempt(lines, reading.stop, attempts)
        problem = best.piece.problem if best else _problem(reading.stop, lines)
        found[problem.kind, problem.place] = problem
        if best is None:
            break
        blanked.append((best.piece.first, best.piece.last))
        lines, reading = best.lines, best.reading
        found |= {(problem.kind, problem.place): problem for problem in reading.problems}
    return Recovered("\n".join(lines), reading._replace(problems=list(found.values())), blanked)


class _Piece(NamedTuple):
    """Lines that may hold the mistake, what stays of the first of them, and the problem if the mistake is there."""

    first: int
    last: int
    stays: str
    problem: Problem
    is_small: bool


class _Attempt(NamedTuple):
    """What can be read without a piece."""

    piece: _Piece
    lines: list[str]
    reading: Reading

    @property
    def reached(self) -> float:
        """The line of the next mistake; infinity if there is none."""
        stop = self.reading.stop
        return _problem(stop, self.lines).place[0] if stop else float("inf")


def _best_attempt(lines: list[str], stop: Stop, attempts: int) -> tuple[_Attempt | None, int]:
    """The attempt that leads furthest beyond the mistake, if one does; and how many attempts are left then.

    A larger piece is tried only where no small one helps.
    """
    best: _Attempt | None = None
    reached: float = _problem(stop, lines).place[0]
    for piece in _pieces(lines, stop):
        if attempts == 0 or (best and not piece.is_small):
            break
        attempts -= 1
        attempt = _without(lines, piece)
        if attempt.reached > reached:
            best, reached = attempt, attempt.reached
        if attempt.reading.stop is None:
            break
    return best, attempts


def _without(lines: list[str], piece: _Piece) -> _Attempt:
    blank = [piece.stays, *[""] * (piece.last - piece.first)]
    rest = [*lines[: piece.first - 1], *blank, *lines[piece.last :]]
    return _Attempt(piece, rest, read("\n".join(rest)))


def _pieces(lines: list[str], stop: Stop) -> Iterator[_Piece]:
    """Pieces that may hold the mistake, the likely ones first."""
    if stop.problem.kind in _BOUNDS:
        return
    problem, opened = _problem(stop, lines), stop.opened
    broken = problem.place[0]
    line = _small(lines, broken, problem)
    yield line
    if opened and opened[0] < broken:
        yield _small(lines, opened[0], problem._replace(place=opened))
    quoted = _last_long_quote("\n".join(lines)) if problem.kind == "syntax" else None
    if quoted and quoted[0] < broken:
        yield _small(lines, quoted[0], Problem("syntax", quoted, facts={"problem": "unclosed quote"}))
    if line.stays:
        yield line._replace(stays="", is_small=False)
    before = _last_said(lines, broken - 1)
    if before:
        yield _small(lines, before, problem)._replace(is_small=False)
    yield from (_Piece(first, last, "", problem, False) for first, last in _blocks_around(lines, broken))


def _problem(stop: Stop, lines: list[str]) -> Problem:
    """The problem; if the file ended too early, where that begins which has no end, or else behind the last word."""
    problem, number = stop.problem, stop.problem.place[0]
    last = _last_said(lines, min(number, len(lines)))
    if last in (0, number):
        return problem
    if number <= len(lines) and lines[number - 1].strip():
        return problem
    end = len(lines[last - 1].rstrip())
    return problem._replace(place=stop.opened or (last, end, last, end + 1))


def _last_said(lines: list[str], number: int) -> int:
    """The number of the last line up to `number` that says something; 0 if there is none."""
    while number and (not lines[number - 1].strip() or lines[number - 1].lstrip().startswith("#")):
        number -= 1
    return number


def _small(lines: list[str], number: int, problem: Problem) -> _Piece:
    """A line with those that go on with its value; the hyphens of an item stay, for its other lines hang on them."""
    hyphens = _HYPHENS.match(lines[number - 1])
    stays = hyphens[0] if hyphens and "-" in hyphens[0] else ""
    indent = hyphens.end() if hyphens else 0
    last, open_brackets = number, _open_brackets(lines[number - 1])
    for following in range(number + 1, len(lines) + 1):
        content = lines[following - 1]
        if not content.strip():
            continue
        closes = open_brackets > 0 and _CLOSING.match(content.lstrip())
        if _indent(content) <= indent and not closes and not _VALUE.fullmatch(content):
            break
        last, open_brackets = following, open_brackets + _open_brackets(content)
    return _Piece(number, last, stays, problem, True)


def _open_brackets(line: str) -> int:
    return len(_OPENING.findall(line)) - len(_CLOSING.findall(line))


def _last_long_quote(text: str) -> Place | None:
    """The first line of the last quoted text over several lines before the mistake: its quote may be one too few."""
    place = None
    try:
        for event in events(text):
            if isinstance(event, ScalarEvent) and event.style in ("'", '"'):
                found = place_of(event)
                place = found if found[0] < found[2] else place
    except YAMLError:
        pass
    return (place[0], place[1], place[0], place[1] + 1) if place else None


def _blocks_around(lines: list[str], broken: int) -> Iterator[tuple[int, int]]:
    """The list items around a line, from the innermost, and the top-level key."""
    edge = float("inf")
    for number in range(broken, 0, -1):
        content = lines[number - 1]
        stripped = content.strip()
        indent = _indent(content)
        if indent >= edge or not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("-") or indent == 0:
            yield number, _last_line(lines, number, indent)
            edge = indent
        if indent == 0:
            return


def _last_line(lines: list[str], first: int, indent: int) -> int:
    """The last line of the block that begins at `first`: up to the next line that is indented as little."""
    last = first
    for number in range(first + 1, len(lines) + 1):
        content = lines[number - 1]
        if content.strip() and _indent(content) <= indent:
            break
        last = number
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
