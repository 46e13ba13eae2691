"""Three states of a file's data become one: what each side changed, by meaning, and where the two contradict each other.

A step brings one change of theirs into ours. After it is made, the steps are asked for again: what is done is none any more.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from c2c.diagnostics import Route
from c2c.edit.proof import changed, less
from c2c.history.alike import STATEMENTS
from c2c.source import Data


class Do(StrEnum):
    """What a step does to ours."""

    ADD_KEY = "add_key"
    ADD_ITEM = "add_item"
    REPLACE = "replace"
    REMOVE = "remove"


class Step(NamedTuple):
    """One change of theirs. `route` is in ours: of ADD_ITEM the list's, else what comes, changes or goes.

    `before` are the keys that a new key stands before in theirs. `contradicts` says that ours changed the same in another way.
    """

    do: Do
    route: Route
    value: Data
    contradicts: bool
    before: tuple[str, ...] = ()


def merged(base: Data, ours: Data, theirs: Data, force: bool = False) -> tuple[Data, tuple[Step, ...]]:
    """Ours with all that theirs changed, and the steps that contradict ours, which are made only by force."""
    while step := next((each for each in steps(base, ours, theirs) if force or not each.contradicts), None):
        ours = _done(ours, step)
    return ours, tuple(steps(base, ours, theirs))


def steps(base: Data, ours: Data, theirs: Data, route: Route = ()) -> Iterator[Step]:
    """What is to be done to ours so that it has what theirs changed."""
    if theirs in (base, ours):
        return
    if isinstance(ours, dict) and isinstance(theirs, dict):
        yield from _of_mapping(base if isinstance(base, dict) else {}, ours, theirs, route)
    elif isinstance(ours, list) and isinstance(theirs, list):
        yield from _of_list(base if isinstance(base, list) else [], ours, theirs, route)
    else:
        yield Step(Do.REPLACE, route, theirs, contradicts=ours != base)


def same(one: Data, other: Data) -> bool:
    """Whether two states mean the same, whatever the order of keys and items."""
    return _normal(one) == _normal(other)


def _normal(data: Data) -> str:
    if isinstance(data, dict):
        return json.dumps(sorted((key, _normal(each)) for key, each in data.items() if each is not None))
    if isinstance(data, list):
        return json.dumps(sorted(map(_normal, data)))
    return json.dumps(data)


def _of_mapping(
    base: Mapping[str, Data], ours: Mapping[str, Data], theirs: Mapping[str, Data], route: Route
) -> Iterator[Step]:
    keys = list(dict.fromkeys((*theirs, *base)))
    for number, key in enumerate(keys):
        was, here, there = base.get(key), ours.get(key), theirs.get(key)
        if there in (was, here):
            continue
        if there is None:
            yield Step(Do.REMOVE, (*route, key), None, contradicts=here != was)
        elif here is None:
            before = tuple(keys[number + 1 :])
            yield Step(Do.ADD_KEY, (*route, key), there, was is not None, before)
        else:
            yield from steps(was, here, there, (*route, key))


def _of_list(base: list[Data], ours: list[Data], theirs: list[Data], route: Route) -> Iterator[Step]:
    names = _WHOLE.get(str(route[-1]) if route else "")
    known, mine, yours = (_by_key(each, names or ("id",)) for each in (base, ours, theirs))
    for key in dict.fromkeys((*yours, *known)):
        was, here, there = known.get(key), mine.get(key), yours.get(key)
        if there is None:
            if here is not None and was is not None:
                yield Step(Do.REMOVE, (*route, here.number), None, contradicts=here.value != was.value)
        elif here is None:
            if was is None or there.value != was.value:
                yield Step(Do.ADD_ITEM, route, there.value, contradicts=was is not None)
        elif not names:
            yield from steps(was.value if was else None, here.value, there.value, (*route, here.number))
        elif here.value != there.value and (was is None or there.value != was.value):
            contradicts = was is None or here.value != was.value
            yield Step(Do.REPLACE, (*route, here.number), there.value, contradicts)


class _Item(NamedTuple):
    number: int
    value: Data


_WHOLE: Final[Mapping[str, tuple[str, ...]]] = {"accepted": ("rule", "subject"), **STATEMENTS}
"""The lists whose items are one statement each, and by what these are told apart. Half of one and half of another says what
nobody said, so where both sides changed one, or say two things of the same, that is for people to decide."""


def _by_key(items: Sequence[Data], names: tuple[str, ...]) -> dict[str, _Item]:
    """The items by what tells them apart; what nothing tells apart by all that it says, and by how often it stands there."""
    found: dict[str, _Item] = {}
    for number, item in enumerate(items):
        named = [item.get(name) for name in names] if isinstance(item, dict) else []
        key = "=" + "/".join(map(str, named)) if any(named) else _normal(item)
        again = 1
        while (f"{key} {again}") in found:
            again += 1
        found[f"{key} {again}"] = _Item(number, item)
    return found


def _done(data: Data, step: Step) -> Data:
    """The data with a step made."""
    if step.do is Do.ADD_ITEM:
        return changed(
            data, step.route, lambda items: [*items, step.value] if isinstance(items, list) else items
        )
    if step.do is Do.REMOVE:
        return changed(data, step.route[:-1], lambda holder: less(holder, step.route[-1]))
    return changed(data, step.route, lambda _: step.value)
