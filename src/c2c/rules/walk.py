"""Every text and every reference to a source inside a record, with its route, in one walk for all rules."""

from typing import Final, NamedTuple, TypeAlias, get_args

from c2c.diagnostics import Route
from c2c.model.base import Record, SourceRef
from c2c.model.happening import Evidence
from c2c.model.text import Text

SourceHolder: TypeAlias = SourceRef | Evidence


class Found(NamedTuple):
    """What a record holds, in the order of the model's fields."""

    texts: list[tuple[Route, Text]]
    sources: list[tuple[Route, SourceHolder]]


def walk(record: Record) -> Found:
    """The texts in several languages of a record and of all records in it, and what names a source."""
    found = Found([], [])
    _walk(record, (), found)
    return found


def _walk(record: Record, route: Route, found: Found) -> None:
    values = record.__dict__
    if isinstance(record, SourceHolder):
        found.sources.append((route, record))
    for name, key in _HOLDERS.get(record.__class__) or _holders(record.__class__):
        value = values[name]
        if not value:
            continue
        if value.__class__ is Text:
            found.texts.append(((*route, key), value))
        elif value.__class__ is tuple:
            for i, item in enumerate(value):
                if item.__class__ is Text:
                    found.texts.append(((*route, key, i), item))
                else:
                    _walk(item, (*route, key, i), found)
        else:
            _walk(value, (*route, key), found)


_HOLDERS: Final[dict[type[Record], tuple[tuple[str, str], ...]]] = {}
"""Per class the fields (with their keys in the file) that can hold a text or a record, worked out when first asked."""


def _holders(model: type[Record]) -> tuple[tuple[str, str], ...]:
    fields = model.model_fields.items()
    _HOLDERS[model] = tuple((name, field.alias or name) for name, field in fields if _holds(field.annotation))
    return _HOLDERS[model]


def _holds(annotation: object) -> bool:
    if isinstance(annotation, type):
        return annotation is Text or issubclass(annotation, Record)
    return any(_holds(argument) for argument in get_args(annotation))
