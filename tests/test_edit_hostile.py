"""Edits of files that are written as badly as YAML allows: right or refused, never wrong; and seldom refused.

`--hypothesis-profile=torture` tries ten thousand files an edit.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from c2c.diagnostics import Route
from c2c.edit import Refused, Value, formatted, with_item, with_key, with_value, without
from c2c.edit.form import plain
from c2c.model.order import keys_at
from c2c.model.partnership import Partnership
from c2c.source import Data, Source, value_at
from scribbling import WORDS, Scribbler

assert settings.default
EXAMPLES = max(200, settings.default.max_examples)
NEW: tuple[dict[str, Value], ...] = (
    {"on": "2020-02", "is": "done"},
    {
        "id": "new-one",
        "title": {"da": "Ny: handling #1", "en": "New action", "zh": "新行动 😀"},
        "when": {"edtf": "{2017-05,2018?}", "text": "maj 2017 (evt. 18?)"},
        "areas": ["education", "culture"],
        "note": "One paragraph.\n\nAnother one, " + "with many words " * 12 + "in it.",
        "sources": [{"source": "sheet", "at": "Besøg"}, {"source": "letter"}],
    },
)
TEXTS = (
    "done",
    "",
    "Ja: #1",
    "two\nlines",
    "無錫 😀",
    "it's",
    'say "so"',
    "a " * 80 + "b",
    " space ",
    "~",
    "- no",
    "C:\\x",
)


class Edit:
    """An edit of a file: what is to come out, and which lines of the file it may touch."""

    def __init__(
        self, make: Callable[[], str], expected: Data, touches: int, loses: tuple[str, ...] = ()
    ) -> None:
        self.make, self.expected, self.touches, self.loses = make, expected, touches, loses


def places(data: Data, route: Route = ()) -> Iterator[tuple[Route, Data]]:
    """Everything in the data, with its route."""
    yield route, data
    parts = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for part, value in parts:
        yield from places(value, (*route, part))


def put(data: Data, route: Route, value: Data) -> Data:
    copy = deepcopy(data)
    holder_of(copy, route)[route[-1]] = value
    return copy


def holder_of(data: Data, route: Route) -> Any:
    """The list or the mapping that a route ends in: the last part of a route is a number or a key as it asks."""
    return value_at(data, route[:-1])


def one_item_more(source: Source, chance: Random) -> Edit | None:
    lists = [
        route
        for route, value in places(source.data)
        if isinstance(value, list) and isinstance(route[-1], str)
    ]
    if not lists:
        return None
    route, item = chance.choice(lists), chance.choice(NEW)
    there = value_at(source.data, route)
    assert isinstance(there, list)
    return Edit(lambda: with_item(source, route, item, ()), put(source.data, route, [*there, plain(item)]), 2)


def one_key_more(source: Source, chance: Random) -> Edit | None:
    holders = [route for route, value in places(source.data) if isinstance(value, dict) and value]
    route = chance.choice(holders)
    holder = value_at(source.data, route)
    assert isinstance(holder, dict)
    key = chance.choice(("status", "new_key", *(name for name, value in holder.items() if value is None)))
    if holder.get(key) is not None:
        return None
    item = chance.choice(NEW)
    value: Value = chance.choice((item, [item], chance.choice(TEXTS)))
    before = chance.sample(list(holder), len(holder) // 2)
    expected = put(source.data, (*route, key), plain(value))
    return Edit(lambda: with_key(source, (*route, key), value, before), expected, 1)


def another_value(source: Source, chance: Random) -> Edit | None:
    singles = [route for route, value in places(source.data) if not isinstance(value, list | dict) and route]
    if not singles:
        return None
    route, value = chance.choice(singles), chance.choice((*TEXTS, chance.choice(WORDS)))
    first, following = source.places.lines(route)
    inside = tuple(COMMENT.findall(str(value_at(source.data, route))))  # what looks like one, and is text
    touches = (following or source.text.count("\n") + 2) - first + 1
    return Edit(lambda: with_value(source, route, value), put(source.data, route, value), touches, inside)


def one_thing_less(source: Source, chance: Random) -> Edit | None:
    route = chance.choice([route for route, _ in places(source.data) if route])
    copy = deepcopy(source.data)
    holder = holder_of(copy, route)
    del holder[route[-1]]
    first, following = source.places.lines(route)
    if not holder:  # brackets stand behind its key then
        first, _ = source.places.lines(route[:-1])
    lines = source.text.split("\n")
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    last = following or len(lines) + 1
    region = "\n".join(lines[first - 1 : last])
    return Edit(lambda: without(source, route), copy, last - first + 2, tuple(COMMENT.findall(region)))


EDITS = {
    "one item more": one_item_more,
    "one key more": one_key_more,
    "another value": another_value,
    "one thing less": one_thing_less,
}
COMMENT = re.compile(r"# \d+ .*?: \[x")
REFUSED = {"one item more": 0.02, "one key more": 0.01, "another value": 0.01, "one thing less": 0.1}
"""How many may be refused of the files that somebody sane may have written."""


def is_sane(seed: int) -> bool:
    """Half of the files are as a sane person may have written them."""
    return seed % 2 == 0


def scribbled(seed: int) -> tuple[Source, Random] | None:
    chance = Random(seed)
    source = Source.parse(Scribbler(chance, wild=not is_sane(seed)).file(), "data/partnerships/demo.yaml")
    return (source, chance) if source.whole and isinstance(source.data, dict) else None


def touched(before: str, after: str) -> int:
    """How many lines of a text are not in another, between what the two begin and end with alike."""
    old, new = before.split("\n"), after.split("\n")
    shorter = min(len(old), len(new))
    begin = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    end = next((n for n in range(shorter - begin) if old[-1 - n] != new[-1 - n]), shorter - begin)
    return len(old) - begin - end


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_right_or_refused(name: str):
    count: Counter[str] = Counter()

    def note(what: str) -> None:
        event(what)
        count[what] += 1

    @settings(max_examples=EXAMPLES)
    @given(st.integers(0, 2**64))
    def run(seed: int) -> None:
        made = scribbled(seed)
        edit = EDITS[name](*made) if made else None
        if made is None or edit is None:
            note("nothing to do")
            return
        source, _ = made
        try:
            after = edit.make()
        except Refused:
            note("refused" if is_sane(seed) else "refused, wild")
        else:
            note("right" if is_sane(seed) else "right, wild")
            check(source, after, edit)

    run()
    assert count["right"] > count["nothing to do"]
    assert count["refused"] <= REFUSED[name] * count["right"] + 2


def check(source: Source, after: str, edit: Edit) -> None:
    """What comes out is what was wanted, and all other lines and comments are there."""
    assert Source.parse(after).data == edit.expected
    assert touched(source.text, after) <= edit.touches
    kept = COMMENT.findall(after)
    assert all(comment in kept or comment in edit.loses for comment in COMMENT.findall(source.text))
    if "\r\n" in source.text:
        assert after.count("\n") == after.count("\r\n")
    assert after.endswith("\n") == source.text.endswith("\n")


def test_the_canonical_form_says_the_same_and_loses_no_comment():
    count: Counter[str] = Counter()

    def note(what: str) -> None:
        event(what)
        count[what] += 1

    @settings(max_examples=EXAMPLES)
    @given(st.integers(0, 2**64))
    def run(seed: int) -> None:
        made = scribbled(seed)
        if made is None:
            note("nothing to do")
            return
        source, _ = made
        try:
            after = canonical(source)
        except Refused:
            note("refused")
            return
        note("right")
        again = Source.parse(after)
        assert again.data == source.data
        assert sorted(COMMENT.findall(after)) == sorted(COMMENT.findall(source.text))
        assert canonical(again) == after
        assert list(again.data or ()) == [
            key for key in keys_at(Partnership, ()) if key in (again.data or ())
        ]

    run()
    assert count["right"] > count["nothing to do"]
    assert count["refused"] <= 0.02 * count["right"] + 2


def canonical(source: Source) -> str:
    return formatted(source, lambda route: keys_at(Partnership, route))
