"""How the small values of a file are read: markers for `Annotated`, each with a whole schema of pydantic-core's."""

from collections.abc import Callable
from copy import copy

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Scalar:
    """A value that is read by a schema of its own, whatever its type says.

    pydantic's StringConstraints, BeforeValidator and PlainValidator say the same, but pydantic works their schemas out
    anew for each of some two hundred fields, at every start: that takes 1.4 times as long for a partnership's.
    """

    def __init__(self, schema: CoreSchema, pattern: str = "") -> None:
        """`pattern` is what a text has to match, for those who describe the type to others."""
        self._schema = schema
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return copy(self._schema)  # pydantic may write into it


def matching(pattern: str, max_length: int | None = None) -> Scalar:
    """A text that a pattern matches."""
    return Scalar(core_schema.str_schema(pattern=pattern, max_length=max_length), pattern)


def read_by(function: Callable[[object], object], then: CoreSchema | None = None) -> Scalar:
    """What a function makes of the value, checked by a schema if there is one."""
    if then is None:
        return Scalar(core_schema.no_info_plain_validator_function(function))
    return Scalar(core_schema.no_info_before_validator_function(function, then))
