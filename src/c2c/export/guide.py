"""The guidebook as plain data for JSON; docs/json.md has the keys. Texts are in one language, ids in none."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from c2c.export.document import Json
from c2c.guidebook.book import Guidebook
from c2c.model.base import Record, SourceRef
from c2c.model.guidebook import Entry
from c2c.model.text import Text
from c2c.saying import Speaker
from c2c.vocab import CHAPTERS


def guide(book: Guidebook, speaker: Speaker, chosen: Callable[[str, Entry], bool]) -> dict[str, list[Json]]:
    """Every chapter with its items that are chosen; the elements and outcomes of a step stand in it."""
    document = {name: _chapter(book, name, speaker, chosen) for name in CHAPTERS}
    elements, outcomes = document.pop("elements"), document.pop("outcomes")
    steps: list[Json] = []
    for number, step in enumerate(book.steps, start=1):
        inside = [[each for each in items if each["step"] == step.id] for items in (elements, outcomes)]
        if chosen("steps", step) or any(inside):
            steps.append(
                {**item(step, speaker), "number": number, "elements": inside[0], "outcomes": inside[1]}
            )
    document["areas"] = _nested(document["areas"])
    return {"steps": steps, **{name: items for name, items in document.items() if name != "steps"}}


def _nested(areas: list[Json]) -> list[Json]:
    """The areas that are in no other that is there, each with those within it under `narrower`."""
    there = {area["id"] for area in areas}

    def told(area: Json) -> Json:
        return {**area, "narrower": [told(each) for each in areas if each["broader"] == area["id"]]}

    return [told(area) for area in areas if area["broader"] not in there]


def _chapter(
    book: Guidebook, name: str, speaker: Speaker, chosen: Callable[[str, Entry], bool]
) -> list[Json]:
    return [item(entry, speaker) for entry in book.chapter(name) if chosen(name, entry)]


def item(entry: Entry, speaker: Speaker) -> Json:
    """An item with every field that its chapter has."""
    return {name: _value(getattr(entry, name), speaker) for name in type(entry).model_fields}


def _value(value: object, speaker: Speaker) -> object:
    if isinstance(value, Text):
        return speaker.text(value).text
    if isinstance(value, SourceRef):
        return {"source": value.source, "at": speaker.text(value.at).text if value.at else None}
    if isinstance(value, Record):
        return {name: _value(getattr(value, name), speaker) for name in type(value).model_fields}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_value(each, speaker) for each in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
