"""The changes between two states of a file, by meaning: what came, what went, and what is said otherwise now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeGuard, TypeVar

from c2c.history.alike import KEYS
from c2c.history.things import Key, Thing, Value, things
from c2c.model.base import Record
from c2c.model.experience import Idea, IdeaRecord, KpiValue
from c2c.model.happening import Quantity
from c2c.model.partnership import Action, StatusRecord
from c2c.model.text import Text
from c2c.model.when import When
from c2c.standing import counting, records
from c2c.vocab import Status

T = TypeVar("T")

ALIKE: Final = 0.5
"""What part of its fields a thing must have kept to be the same under another id."""


class How(StrEnum):
    """What happened to a thing, or to a field of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(NamedTuple):
    """One change. `field` is empty if the thing itself came or went, `id` if it has another id now.

    `field` has dots where a record is in a record, and the language behind a text in several: ended.note.da.
    Of a status that is new, `before` is the record that counted until then.
    """

    thing: Thing
    field: str
    how: How
    before: Value = None
    after: Value = None


class Pair(NamedTuple):
    """A thing as it was and as it is; None where it was or is not there."""

    before: Thing | None
    after: Thing | None


def pairs(before: Iterable[Thing], after: Iterable[Thing]) -> Iterator[Pair]:
    """The things of two states of a file, in the order of the newer one; what went comes last.

    A thing that has another id now, and kept its title or most of its fields, is the same.
    """
    olds, news = ({each.key: each for each in state} for state in (before, after))
    renamed = same_things(
        (each for key, each in olds.items() if key not in news),
        (each for key, each in news.items() if key not in olds),
    )
    keys = {new: old for old, new in renamed.items()}
    yield from (Pair(olds.get(keys.get(key, key)), new) for key, new in news.items())
    yield from (Pair(old, None) for key, old in olds.items() if key not in news and key not in renamed)


def changes(found: Sequence[Pair]) -> Iterator[Change]:
    """What changed between the two states that the pairs are from."""
    came = {new.key for old, new in found if new and not old}
    went = {old.key for old, new in found if old and not new}
    was = {new.key: old.key for old, new in found if old and new}
    called = {thing.key: thing.title or Text({"und": thing.id}) for pair in found for thing in pair if thing}
    for old, new in found:
        if old and new:
            yield from _of_thing(old, new, was, called)
        elif new and new.above not in came:  # what came with a new thing is not news by itself
            yield Change(new, "", How.ADDED, None, new.record)
        elif old and not new and old.above not in went:
            yield Change(old, "", How.REMOVED, old.record, None)


def inside(change: Change) -> Iterator[Change]:
    """What changed within a record that has no id, field by field; nothing for a quantity and for what is no record."""
    before, after = change.before, change.after
    if not isinstance(before, Record) or isinstance(before, Quantity) or type(before) is not type(after):
        return
    fields = {field.alias or name: name for name, field in type(before).model_fields.items()}
    if isinstance(before, KpiValue):  # its number is one thing, as a Quantity is
        fields = {"value": "quantity"} | {
            key: name for key, name in fields.items() if name not in Quantity.model_fields
        }
    for called, name in fields.items():
        inner = f"{change.field}.{called}"
        yield from _of_field(change.thing, inner, getattr(before, name), getattr(after, name), change.thing)


def same_things(gone: Iterable[Thing], new: Iterable[Thing]) -> dict[Key, Key]:
    """The things that only changed their id: the key that each had, and the key that it has."""
    left = list(new)
    found: dict[Key, Key] = {}
    for old in gone:
        likeness = [(_likeness(old, each), -number, each) for number, each in enumerate(left)]
        best = max(likeness, key=lambda each: each[:2], default=None)
        if best and best[0] > ALIKE:
            found[old.key] = best[2].key
            left.remove(best[2])
    return found


def _likeness(old: Thing, new: Thing) -> float:
    """How much two things of a kind have in common, from 0 to 1; a title counts as much as all the rest."""
    if old.what != new.what or type(old.record) is not type(new.record):
        return 0
    names = {*old.fields(), *new.fields()}
    pairs = [(getattr(old.record, name), getattr(new.record, name)) for name in names]
    said = [(one, other) for one, other in pairs if one or other]
    same = sum(one == other for one, other in said) / len(said) if said else 0
    children = bool(set(_children(old)) & set(_children(new)))
    return max(same, 1.0 if old.title and old.title == new.title else 0, 0.6 if children else 0)


def _children(thing: Thing) -> Iterator[Key]:
    return (each.key for each in things(*thing.key, thing.record) if each.above == thing.key)


def _of_thing(old: Thing, new: Thing, was: Mapping[Key, Key], called: Mapping[Key, Text]) -> Iterator[Change]:
    if old.id != new.id:
        yield Change(new, "id", How.CHANGED, old.id, new.id)
    if old.above and new.above and old.above != was.get(new.above):
        yield Change(new, "in", How.CHANGED, called[old.above], called[new.above])
    names = {*old.fields(), *new.fields()}
    for name in type(new.record).model_fields:
        if name in names:
            yield from _of_field(new, name, getattr(old.record, name), getattr(new.record, name), old)


def _of_field(thing: Thing, name: str, old: Value, new: Value, within: Thing) -> Iterator[Change]:
    """The changes of a field of a thing, or of a record in it."""
    if old == new:
        return
    if isinstance(old, Text) and isinstance(new, Text):
        yield from _of_mapping(thing, name, old.by_language, new.by_language)
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _of_mapping(thing, name, old, new)
    elif _is_list(old) and _is_list(new):
        yield from _of_list(thing, name, old, new, within)
    elif isinstance(old, Record) and isinstance(new, Record) and not isinstance(new, Quantity):
        for each in type(new).model_fields:
            yield from _of_field(thing, f"{name}.{each}", getattr(old, each), getattr(new, each), within)
    else:
        yield _change(thing, name, _said(old), _said(new))


def _is_list(value: Value) -> TypeGuard[tuple[Value, ...]]:
    """Whether a value is a list; a date with its words is a tuple too, and is none."""
    return isinstance(value, tuple) and not isinstance(value, When)


def _said(value: Value) -> Value:
    """A value, if it says something: a flag that is down and an empty list say nothing."""
    return None if value is False or value == () else value


def _of_mapping(
    thing: Thing, name: str, old: Mapping[str, Value], new: Mapping[str, Value]
) -> Iterator[Change]:
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            yield _change(thing, f"{name}.{key}", old.get(key), new.get(key))


def _of_list(
    thing: Thing, name: str, old: tuple[Value, ...], new: tuple[Value, ...], within: Thing
) -> Iterator[Change]:
    """The changes of a list: what is in both is none, wherever it stands; of the rest, what speaks of the same is a pair."""
    old, new = tuple(map(_meant, old)), tuple(map(_meant, new))
    gone, came = _without(old, new), _without(new, old)
    for after in came:
        before = next((each for each in gone if _key(name, each) == _key(name, after)), None)
        if before is not None:
            gone.remove(before)
            yield Change(thing, name, How.CHANGED, before, after)
        else:
            yield Change(thing, name, How.ADDED, _counted_until(within, name, after), after)
    yield from (Change(thing, name, How.REMOVED, each, None) for each in gone)


def _meant(value: Value) -> Value:
    """A status record without the marker that it was written with: √ and done mean the same. What is unclear keeps it."""
    if isinstance(value, StatusRecord) and value.marker and value.is_ is not Status.UNCLEAR:
        return value.model_copy(update={"marker": None})
    return value


def _without(values: tuple[T, ...], others: tuple[T, ...]) -> list[T]:
    """The values that the others lack, each as often as it is more."""
    left = list(others)
    found = []
    for value in values:
        if value in left:
            left.remove(value)
        else:
            found.append(value)
    return found


def _counted_until(thing: Thing, name: str, record: Value) -> Value:
    """The status record that counted when a new one is from; nothing for other values."""
    if not isinstance(record, StatusRecord | IdeaRecord) or not isinstance(thing.record, Action | Idea):
        return None
    latest = record.on.latest if record.on else None
    if latest is None:
        return None
    counted = (
        records(thing.record, latest)
        if isinstance(thing.record, Action)
        else counting(thing.record.status, latest)
    )
    return next(reversed(counted), None)


def _key(field: str, value: Value) -> Value:
    names = KEYS.get(field.rpartition(".")[2], ())
    told = [getattr(value, name, None) for name in names]
    return told if any(told) else object()


def _change(thing: Thing, field: str, before: Value, after: Value) -> Change:
    how = How.ADDED if before is None else How.REMOVED if after is None else How.CHANGED
    return Change(thing, field, how, before, after)
