"""What c2c mends by itself: only where there is one way to mean it. What could mean two things is left to people.

To add a fix: write a function that finds what is to be said otherwise, and name it in the table.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from c2c.diagnostics import Route
from c2c.edit import Refused, Value, with_value
from c2c.model.marker import Markers
from c2c.model.partnership import Partnership
from c2c.source import Source, value_at
from c2c.vocab import DEFAULT_LEGEND
from c2c.workspace import File, file_of


class Fix(NamedTuple):
    """What is to stand in the place of a value, the first of these that the format takes; and the rule that asks for it."""

    code: str
    route: Route
    values: tuple[Value, ...]


Fixes = Callable[[File], Iterator[Fix]]


def lookalike_markers(file: File) -> Iterator[Fix]:
    """A marker that looks like one of the legend becomes the word that it is read as (C503)."""
    record = file.rest
    if not isinstance(record, Partnership):
        return
    legend = DEFAULT_LEGEND if record.legend is None else record.legend
    markers = Markers(legend)
    for place in record.places:
        for number, status in enumerate(place.action.status):
            if status.marker is None or status.marker in legend:
                continue
            meant = markers.meant_by(status.marker)
            if meant is not None:
                route = file.loaded.original((*place.route, "status", number, "is"))
                yield Fix("C503", route, (legend[meant].value,))


def dates_in_words(file: File) -> Iterator[Fix]:
    """A date in words that has one meaning becomes EDTF; the words stay beside it where the format has room (C210)."""
    for problem in file.loaded.problems:
        route = problem.route or ()
        written = value_at(file.source.data, route)
        meant = problem.facts.get("meant")
        if problem.kind != "not_a_date" or not meant or not isinstance(written, str):
            continue
        yield Fix("C210", route, ({"edtf": meant, "text": written}, meant))


def words_in_another_form(file: File) -> Iterator[Fix]:
    """A word of a closed list that is only spelt with capitals, spaces or hyphens becomes the word (C203)."""
    for problem in file.loaded.problems:
        written = value_at(file.source.data, problem.route or ())
        if problem.kind == "not_in_list" and isinstance(written, str):
            for word in problem.facts["known"].split(", "):
                if _plain(word) == _plain(written):
                    yield Fix("C203", problem.route or (), (word,))


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")


FIXES: Final[tuple[Fixes, ...]] = (lookalike_markers, dates_in_words, words_in_another_form)
"""All that c2c mends, in the order in which it is tried."""


class Mended(NamedTuple):
    """The text of a file with its fixes made, and what was mended, by rule and line."""

    text: str
    fixed: tuple[tuple[str, int], ...]


def mended(file: File) -> Mended | None:
    """A file as it is when all is mended that c2c mends; None if there is nothing. What cannot be written safely stays."""
    fixed: list[tuple[str, int]] = []
    left: set[Route] = set()
    while fix := next((each for fixes in FIXES for each in fixes(file) if each.route not in left), None):
        left.add(fix.route)
        better = next((each for value in fix.values if (each := _with(file, fix.route, value))), None)
        if better is not None:
            fixed.append((fix.code, file.source.span(fix.route).line))
            file = better
    return Mended(file.source.text, tuple(fixed)) if fixed else None


def _with(file: File, route: Route, value: Value) -> File | None:
    """The file with a value in the place of another, if it can be written, and the format takes it."""
    try:
        found = file_of(file.entry, Source.parse(with_value(file.source, route, value), file.source.name))
    except Refused:
        return None
    wrong = any((problem.route or ())[: len(route)] == route for problem in found.loaded.problems)
    return None if wrong else found
