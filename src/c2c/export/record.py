"""A record as its file has it, as JSON: keys and words of the format, dates and numbers as they are written."""

from collections.abc import Iterable

from c2c.diagnostics import Route
from c2c.export.document import Json
from c2c.origins import Link
from c2c.source import value_at
from c2c.workspace import File


def record(kind: str, id: str, file: File, route: Route, taken_up: Iterable[Link]) -> Json:
    """The record of a file, or the part of it at a route, with its place; and the actions that took it up or came of it."""
    span = file.span(route)
    return {
        "kind": kind,
        "id": id,
        "path": span.path,
        "line": span.line,
        "taken_up": [link.action for link in taken_up],
        "data": value_at(file.source.data, route),
    }
