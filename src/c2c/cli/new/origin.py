"""What a new action takes over from where it comes from: an action elsewhere (--like), or an idea (--idea).

Title, kind and areas are taken over, each unless another is given: what it is about. How it stands, when it is to be, who sees
to it, who has something of it and what shows it are facts about the origin alone, and stay there.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from c2c.cli.options import known_id
from c2c.edit import Value
from c2c.errors import BadOption, CannotRead, Unknown
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.origins import whole_id
from c2c.source import Data, item_at, value_at
from c2c.workspace import CITY, PARTNERSHIP, Entry, Workspace

if TYPE_CHECKING:
    from c2c.diagnostics import Route

_OF_ACTION: Final = ("title", "kind", "areas")
_OF_IDEA: Final = ("title", "areas")


class Origin(NamedTuple):
    """What is taken over, by key, and the ids that the new action could have, the best first."""

    values: dict[str, Value]
    ids: tuple[str, ...]


NOWHERE: Final = Origin({}, ())


def origin_of(space: Workspace, place: str, like: str | None, idea: str | None) -> Origin:
    """What an action of a partnership takes over; nothing, if it comes from nowhere. Raises Unknown, BadOption."""
    found = NOWHERE
    if like is not None:
        found = _joined(found, _like(space, place, like))
    if idea is not None:
        found = _joined(found, _idea(space, place, idea))
    return found


def _joined(one: Origin, other: Origin) -> Origin:
    return Origin(one.values | other.values, (*other.ids, *one.ids))


def _like(space: Workspace, place: str, like: str) -> Origin:
    partnership, _, name = whole_id(place, like).partition("/")
    entry = _entry(space, known_id(space, PARTNERSHIP, partnership))
    record, data = _read(space, entry)
    actions = (
        {each.action.id: each.route for each in record.places} if isinstance(record, Partnership) else {}
    )
    if name not in actions:
        listed = f"c2c list actions --partnership {partnership} names them all"
        raise Unknown("action", name, actions, listed, where=partnership)
    return Origin(_taken(data, actions[name], _OF_ACTION), (name, f"{name}-{partnership}"))


def _idea(space: Workspace, place: str, idea: str) -> Origin:
    holder, _, name = whole_id(place, idea).partition("/")
    entry = _entry(space, holder)
    record, data = _read(space, entry)
    ideas = [each.id for each in record.ideas]
    if name not in ideas:
        near = [*ideas, *_ideas_of_parties(space, record)]
        raise Unknown(
            "idea", name, near, f"c2c list ideas names them all; c2c new idea {holder} adds one", holder
        )
    found = record.ideas[ideas.index(name)]
    values = _taken(data, ("ideas", ideas.index(name)), _OF_IDEA)
    if (
        len(found.by) == 1
        and holder == place
        and isinstance(record, Partnership)
        and found.by[0] in record.parties
    ):
        values["proposed_by"] = found.by[0]
    return Origin(values, (name,))


def _entry(space: Workspace, id: str) -> Entry:
    """The file of a partnership or a city. Raises Unknown."""
    entries = {entry.id: entry for of in (CITY, PARTNERSHIP) for entry in space.entries if entry.kind == of}
    if id not in entries:
        raise Unknown("partnership or city", id, entries, "c2c list partnerships names them all")
    return entries[id]


def _read(space: Workspace, entry: Entry) -> tuple[Partnership | City, Data]:
    file = space.read(entry)
    if not isinstance(file.record, Partnership | City):
        raise CannotRead(entry.name)
    return file.record, file.source.data


def _taken(data: Data, route: "Route", keys: Iterable[str]) -> dict[str, Value]:
    """Some of what a file says of a record, in all languages."""
    record = value_at(data, route)
    said = ((key, item_at(record, key) if isinstance(record, dict) else None) for key in keys)
    return {key: _value(each) for key, each in said if each is not None}


def _value(data: Data) -> Value:
    if isinstance(data, dict):
        return {key: _value(each) for key, each in data.items()}
    if isinstance(data, list):
        return [_value(each) for each in data]
    return data or ""


def only_one(option: str, given: list[str] | None) -> str | None:
    """The one value of an option that can be given once. Raises BadOption."""
    if given and len(given) > 1:
        raise BadOption(f"--{option} is given twice", "give it once")
    return given[0].strip() if given else None


def _ideas_of_parties(space: Workspace, record: Partnership | City) -> Iterator[str]:
    """The ideas of the parties' own files, as they are named from elsewhere: CITY/IDEA."""
    parties = record.parties if isinstance(record, Partnership) else ()
    for file in space.files(CITY, [id for id in parties if id in space.ids(CITY)]):
        if isinstance(file.record, City):
            yield from (f"{file.entry.id}/{each.id}" for each in file.record.ideas)
