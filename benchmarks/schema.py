"""The JSON Schema of a partnership, as far as one can say what c2c's model says: for the tools that c2c is measured against.

Not one of schemas/: those help an editor, with suggestions and a condition on markers, and cost the other tools about half
as much time again. Here they are to have as little to do as c2c.

pydantic writes most of it. What c2c reads by functions of its own (texts, dates, addresses) is said here.
"""

import json
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from c2c.model.base import SLUG
from c2c.model.partnership import Partnership
from c2c.model.text import LANGUAGE

_WORDS: Final = {"type": "string", "pattern": r"\S"}
_TEXT: Final = {
    "anyOf": [
        {"type": ["string", "integer"]},  # YAML 1.1 reads `text: 2018` as a number
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
            "additionalProperties": _WORDS,
        },
    ]
}
_DATE: Final = {
    "anyOf": [
        {"type": "string", "pattern": r"^[\[{]?(\d{3}[\dX]|\d\dXX|\.\.|/)[-\dX?~%/.,\[\]{} ]*$"},
        {"type": "YEAR"},
    ]
}
_WHEN: Final = {
    "anyOf": [
        _DATE,
        {
            "type": "object",
            "properties": {"edtf": _DATE, "text": {"type": ["string", "integer"]}},
            "required": ["edtf"],
            "additionalProperties": False,
        },
    ]
}
_PLAIN: Final[dict[str, JsonSchemaValue]] = {"read_text": _TEXT, "_date": _DATE, "_when": _WHEN}
_BEFORE: Final[dict[str, JsonSchemaValue]] = {
    "_url": {
        "type": "string",
        "maxLength": 2000,
        "pattern": "^(https?://[^\\s<>\"'\\\\^`{|}]+|mailto:[^\\s]+@[^\\s]+)$",
    },
    "_one_line": _WORDS,
}


class Schema(GenerateJsonSchema):
    """pydantic's JSON Schema, with what c2c's own functions accept."""

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """What a validator of our own reads."""
        return _PLAIN[_name(schema)]

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """What is read before pydantic looks at it: a source may be just its id, a status just a marker."""
        name = _name(schema)
        inner = super().function_before_schema(schema)
        if name == "_source_ref":
            return {"anyOf": [{"type": "string", "pattern": SLUG}, inner]}
        return _BEFORE.get(name, inner)

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A closed list of words; a status may be written as a marker, which has no letters."""
        words = super().enum_schema(schema)
        return (
            {"anyOf": [words, {"type": "string", "pattern": r"^\W+$"}]}
            if schema["cls"].__name__ == "Status"
            else words
        )


def _name(schema: Any) -> str:
    return str(schema["function"]["function"].__name__)


def partnership(days_are_objects: bool = False) -> str:
    """The schema of data/partnerships/*.yaml, as JSON. A year is a number to those who read YAML 1.1, a day to some an object."""
    year = ["integer", "object"] if days_are_objects else "integer"
    schema = Partnership.model_json_schema(by_alias=True, schema_generator=Schema)
    return json.dumps(schema).replace('"YEAR"', json.dumps(year))
