"""What is searched: the records that can be found, their texts, and the titles of what they belong to."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.model.base import Item
from c2c.model.city import City
from c2c.model.experience import Achievement, Idea
from c2c.model.partnership import Partnership
from c2c.model.text import UNDETERMINED, Text
from c2c.nursery import standing as idea_standing
from c2c.rules.walk import walk
from c2c.standing import standing
from c2c.vocab import IdeaStage, Status

TITLE: Final = "title"
_NOT_SEARCHED: Final = frozenset(("sources", "at"))
"""Where in a source something stands is no text about it."""

LISTS: Final[Mapping[str, str]] = {
    "idea": "ideas",
    "lesson": "lessons",
    "achievement": "achievements",
    "obstacle": "obstacles",
    "event": "events",
}
KINDS: Final = ("action", *LISTS)
"""The kinds of what can be found."""

Names = Callable[[str], tuple[Text, ...]]
"""The names of a city by its id, in all languages, and its other names."""


class Passage(NamedTuple):
    """A text that may have a word in it, and the key under which it stands."""

    field: str
    text: Text


class Subject(NamedTuple):
    """A record that can be found: what is said of it, by what areas it is found, and what it belongs to.

    `areas` are its own, or those of its partnership if it names none. `evidence` is None where none is asked for.
    """

    kind: str
    item: Item
    own: tuple[Passage, ...]
    by_areas: tuple[Passage, ...]
    context: tuple[Passage, ...]
    areas: tuple[str, ...]
    status: Status | IdeaStage | None = None
    evidence: bool | None = None
    like: str | None = None


def of_partnership(record: Partnership, book: Guidebook, names: Names, as_of: date) -> Iterator[Subject]:
    """What can be found in a partnership."""
    around = (Passage("partnership", record.title), *_of_cities(record.parties, names))
    for place in record.places:
        inside = (Passage("focus_area", place.focus_area.title), Passage("effort", place.effort.title))
        now = standing(place, as_of)
        shown = bool(now.record and now.record.evidence)
        found = _subject("action", place.action, book, (*inside, *around), record.areas)
        yield found._replace(status=now.status, evidence=shown, like=place.action.like)
    yield from _of_lists(record, book, around, record.areas, as_of)


def of_city(record: City, book: Guidebook, as_of: date) -> Iterator[Subject]:
    """What can be found in a city."""
    around = (Passage("city", record.names), *(_alias(each) for each in record.aliases))
    yield from _of_lists(record, book, around, (), as_of)


def _of_lists(
    record: Partnership | City,
    book: Guidebook,
    around: tuple[Passage, ...],
    areas: tuple[str, ...],
    as_of: date,
) -> Iterator[Subject]:
    for kind, name in LISTS.items():
        items: tuple[Item, ...] = getattr(record, name, ())
        for item in items:
            found = _subject(kind, item, book, around, areas)
            if isinstance(item, Idea):
                found = found._replace(status=idea_standing("", item, (), as_of).stage)
            elif isinstance(item, Achievement):
                found = found._replace(evidence=bool(item.evidence))
            yield found


def _subject(
    kind: str, item: Item, book: Guidebook, context: tuple[Passage, ...], otherwise: tuple[str, ...]
) -> Subject:
    own: tuple[str, ...] = getattr(item, "areas", ())
    by_areas = tuple(Passage("areas", book.title("areas", area)) for area in own)
    return Subject(kind, item, tuple(_texts(item)), by_areas, context, own or otherwise)


def _texts(item: Item) -> Iterator[Passage]:
    """The texts of a record, the title first."""
    for route, text in walk(item).texts:
        keys = [part for part in route if isinstance(part, str)]
        if _NOT_SEARCHED.isdisjoint(keys):
            yield Passage(keys[0] if keys[-1] == TITLE and len(keys) > 1 else keys[-1], text)


def _of_cities(ids: tuple[str, ...], names: Names) -> Iterator[Passage]:
    yield from (Passage("city", name) for id in ids for name in names(id))


def _alias(name: str) -> Passage:
    return Passage("city", Text({UNDETERMINED: name}))
