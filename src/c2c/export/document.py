"""A JSON document: one, whole, written as it comes, and with nothing in it that a terminal would obey."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from c2c.source.text import FORBIDDEN

Json: TypeAlias = Mapping[str, object]

SCHEMA_VERSION: Final = 1


def document(head: Json, *lists: tuple[str, Iterable[object]]) -> Iterator[str]:
    """The document's text in pieces: the head's keys, then each list under its name, an item a line.

    A list is asked for when the one before it is written, so that 10,000 items need the room of one.
    """
    yield dumps({"schema_version": SCHEMA_VERSION, **head})[:-1]
    for name, items in lists:
        yield f", {dumps(name)}: ["
        before = "\n  "
        for item in items:
            yield before + dumps(item)
            before = ",\n  "
        yield "]" if before == "\n  " else "\n]"
    yield "}\n"


def print_document(head: Json, *lists: tuple[str, Iterable[object]]) -> None:
    """Print the document."""
    sys.stdout.writelines(document(head, *lists))


def dumps(value: object, indent: int | None = None) -> str:
    """The value as JSON, on one line if it is not indented: text as it is, characters that hide or control as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isprintable() else FORBIDDEN.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
