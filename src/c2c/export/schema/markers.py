"""How a schema tells a status from a slip: a word, or a marker, which has no letters unless the file's legend has some."""

from typing import Final

from c2c.export.schema.shapes import Json
from c2c.language import Language, known
from c2c.saying import label
from c2c.vocab import DEFAULT_LEGEND, Status

_NO_LETTERS: Final = r"^[\W_]+$"
_PATH: Final = ("focus_areas", "efforts", "actions", "status")


def status_or_marker() -> Json:
    """A word or one of the usual markers is offered; what else may stand here depends on the file's legend."""
    languages = [Language(code) for code in known()]
    marker_of = {status: marker for marker, status in DEFAULT_LEGEND.items()}
    words = {status.value: _said(status, languages, marker_of.get(status, "")) for status in Status}
    markers = {
        marker: f"{_said(status, languages)}. The word {status.value} is better."
        for marker, status in DEFAULT_LEGEND.items()
    }
    offered: Json = {
        "type": "string",
        "enum": [*words, *markers],
        "enumDescriptions": [*words.values(), *markers.values()],
    }
    others: Json = {
        "description": "A marker of this file's legend.",
        "not": {"anyOf": [{"enum": offered["enum"]}, {"type": ["array", "object", "null"]}]},
    }
    return {"anyOf": [offered, others]}


def _said(status: Status, languages: list[Language], marker: str = "") -> str:
    said = " · ".join(dict.fromkeys(label(status, language) for language in languages))
    return f"{marker} {said}".lstrip()


def strict_unless_letters() -> Json:
    """Of a partnership: unless its legend has letters, a status is a word or has none."""
    words = "|".join(status.value for status in Status)
    inner: Json = {
        "is": {
            "pattern": rf"^(?:{words}|[\W_]+)$",
            "patternErrorMessage": f"not a status: {', '.join(Status)}, or a marker of the legend",
            "doNotSuggest": True,
        }
    }
    for name in reversed(_PATH):
        inner = {name: {"items": {"properties": inner}, "doNotSuggest": True}}
    return {
        "if": {"properties": {"legend": {"propertyNames": {"pattern": _NO_LETTERS}}}},
        "then": {"properties": inner},
    }
