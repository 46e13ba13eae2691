"""From the models to definitions of a schema: what each record may say, each key with what it means and an example."""

from collections.abc import Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Final, Union, get_args, get_origin, get_type_hints

from c2c.export.schema.known import Known, language_name
from c2c.export.schema.markers import status_or_marker
from c2c.export.schema.shapes import SHAPES, Json, Shape, described, only, text_in
from c2c.language import Language, known
from c2c.model import base, text
from c2c.model.manual import about, manual, named
from c2c.saying import label
from c2c.vocab import DEFAULT_LEGEND, Status

_NOTHING: Final = Shape("nothing", only("null"))


class Definitions:
    """The definitions that a schema needs, each made when it is first referred to."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.found: dict[str, Json] = {}

    def record(self, model: type[base.Record]) -> Json:
        """A mapping with the keys of a record, and no others."""
        manuals = manual(model)
        hints = get_type_hints(model, include_extras=True)
        properties: dict[str, Json] = {}
        required = []
        for name, field in model.model_fields.items():
            key = field.alias or name
            said = manuals[key]
            told = {**described(said.said), "examples": list(said.examples)}
            at_least = next((each.min_length for each in field.metadata if hasattr(each, "min_length")), 0)
            listed = {"minItems": at_least} if at_least else {}
            properties[key] = {**self._value(hints[name], key), **listed, **told}
            if field.is_required():
                required.append(key)
        return {
            "type": "object",
            "title": named(model),
            **described(about(model)),
            **({"required": required} if required else {}),
            "properties": properties,
            "additionalProperties": False,
        }

    def _value(self, annotation: object, key: str, or_nothing: bool = False) -> Json:
        """What may stand at a key."""
        parts = get_args(annotation)
        if annotation is text.Text:
            languages = {code: language_name(code) for code in self._known.languages}
            return self._shaped(text_in(languages), or_nothing)
        if annotation in SHAPES:
            return self._shaped(self._with_ids(SHAPES[annotation], key), or_nothing)
        if get_origin(annotation) in (Union, UnionType):
            inner = next(part for part in parts if part is not NoneType)
            return self._value(inner, key, NoneType in parts)
        if get_origin(annotation) is tuple:
            return {"type": "array", "items": self._value(parts[0], key)}
        if get_origin(annotation) is dict:
            return self._shaped(self._legend(), or_nothing)
        if get_origin(annotation) is Annotated:  # a source with its place, or its id alone
            ids = self._with_ids(SHAPES[base.Slug], "source")
            return {"anyOf": [self._shaped(ids, False), self._value(parts[0], key)]}
        return self._of_class(annotation, key, or_nothing)

    def _of_class(self, annotation: object, key: str, or_nothing: bool) -> Json:
        assert isinstance(annotation, type)
        name = named(annotation).replace(" ", "_")
        if issubclass(annotation, StrEnum):
            if annotation is Status and key == "is":
                return self._shaped(Shape("status_or_marker", status_or_marker()), or_nothing)
            return self._shaped(Shape(name, _words(annotation)), or_nothing)
        assert issubclass(annotation, base.Record)
        if name not in self.found:
            self.found[name] = {}  # so that a record may hold its like
            self.found[name] = self.record(annotation)
        there = _reference(name)
        return {"anyOf": [there, self._shaped(_NOTHING, False)]} if or_nothing else there

    def _with_ids(self, shape: Shape, key: str) -> Shape:
        """The shape of an id with the ids that are known at a key as suggestions; any other is accepted too."""
        what = self._known.named(key)
        ids = self._known.ids(what) if what else {}
        if not ids:
            return shape
        suggested: list[Json] = [{"const": id, "description": said} for id, said in ids.items()]
        other = {"type": "string", **described("Another one; `c2c validate` says whether it is known.")}
        return Shape(f"known_{what}", {**shape.schema, "anyOf": [*suggested, other]}, shape.others)

    def _legend(self) -> Shape:
        """Any marker, and what it means; the usual ones are offered."""
        status = self._of_class(Status, "", False)
        usual: Json = {
            marker: {**status, "description": f"What {marker} means."} for marker in DEFAULT_LEGEND
        }
        schema: Json = {"type": "object", "properties": usual, "additionalProperties": status}
        return Shape("legend", schema)

    def _shaped(self, shape: Shape, or_nothing: bool) -> Json:
        name = f"{shape.name}_or_nothing" if or_nothing else shape.name
        if name not in self.found:
            self.found[name] = shape.accepted(or_nothing)
            for other in _referred(self.found[name]):
                self._needed(other)
        return _reference(name)

    def _needed(self, name: str) -> None:
        """A definition that another one refers to by itself."""
        for shape in SHAPES.values():
            if shape.name == name:
                self._shaped(shape, False)


def _reference(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _referred(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(there := value.get("$ref"), str):
            yield there.removeprefix("#/definitions/")
        for inner in value.values():
            yield from _referred(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _referred(inner)


def _words(words: type[StrEnum]) -> Json:
    """A closed list, each word with what reports say for it."""
    languages = [Language(code) for code in known()]
    said = [
        " · ".join(dict.fromkeys(label(word, language).replace("{n}", "n") for language in languages))
        for word in words
    ]
    return {"type": "string", "enum": [word.value for word in words], "enumDescriptions": said}
