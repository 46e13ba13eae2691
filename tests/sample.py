"""A record that says everything: each key with its own example, and every record in it in the same way."""

from collections.abc import Iterator
from typing import get_args, get_type_hints

from c2c.model.base import Record, SourceRef
from c2c.model.manual import manual
from c2c.source import Data
from c2c.source.reader import read


def full(model: type[Record]) -> Data:
    """The record as the reader gives it: every scalar is a text."""
    return {key: _value(model, key, annotation) for key, annotation in _keys(model)}


def _keys(model: type[Record]) -> Iterator[tuple[str, object]]:
    hints = get_type_hints(model)
    yield from ((field.alias or name, hints[name]) for name, field in model.model_fields.items())


def _value(model: type[Record], key: str, annotation: object) -> Data:
    inner = next((each for each in _records(annotation) if each is not SourceRef), None)
    if inner is None:
        return read(manual(model)[key].written[0]).data
    return [full(inner)] if "tuple" in str(annotation) else full(inner)


def _records(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)
