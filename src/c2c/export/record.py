"""A record as its file has it, as JSON: keys and words of the format, dates and numbers as they are written."""

from c2c.diagnostics import Route
from c2c.export.document import Json
from c2c.source import value_at
from c2c.workspace import File


def record(kind: str, id: str, file: File, route: Route) -> Json:
    """The record of a file, or the part of it at a route, with its place."""
    span = file.span(route)
    return {
        "kind": kind,
        "id": id,
        "path": span.path,
        "line": span.line,
        "data": value_at(file.source.data, route),
    }
