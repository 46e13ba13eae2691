"""The order of the keys in a file: as the models have their fields, then what is noted, then what grows."""

from collections.abc import Sequence
from functools import cache
from typing import Final, get_args

from c2c.diagnostics import Route
from c2c.model.base import Record
from c2c.model.loading import type_at

_NOTED: Final = ("note", "sources")
_GROWING: Final = ("efforts", "actions", "status")
"""The lists of records that a plan is made of: what is said of a thing itself stands before them, not pages below."""


@cache
def keys_of(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record, in the order in which a file has them."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    own = {name for name in model.__annotations__ if model.__base__ is not Record}
    inherited = [key for key in fields if key in _NOTED and model.__base__ is not Record and key not in own]
    growing = [key for key in fields if key in _GROWING and _holds_records(fields[key].annotation)]
    first = [key for key in fields if key not in (*inherited, *growing)]
    return (*first, *inherited, *growing)


def keys_at(model: type[Record], route: Route) -> Sequence[str]:
    """The keys of the record at a route of a file; none where a file says itself what keys there are."""
    at = type_at(model, route)
    return keys_of(at) if isinstance(at, type) and issubclass(at, Record) else ()


def _holds_records(annotation: object) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return any(_holds_records(argument) for argument in get_args(annotation))
