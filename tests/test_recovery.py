"""One mistake hides no other, and nothing false is said of what was passed over."""

from collections.abc import Callable

import pytest

from building import DEMO, Files, demo, places, told
from c2c.source import Source
from c2c.source.recovery import MAX_ERRORS
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]


def test_three_mistakes_of_three_sorts_are_told_in_one_run(workspace: Build):
    text = demo(
        "note: asked: no answer\nbegan: 2017\nended: {on: 2007, reason: not_renewed}",
        "- {id: lunch, title: Lunch, status: [{on: 2019-12, is: partialy}]}",
    )

    assert told(workspace({DEMO: text})) == [
        f"{DEMO}:4:12: error C101 a colon where a value stands already",
        f"{DEMO}:6:13: error C401 the end 2007 is before the beginning 2017",
        f"{DEMO}:14:66: error C203 'partialy' is not a status",
    ]


RECOVERED: dict[str, tuple[str, object, list[str]]] = {
    # name: text, what is read of it, what is said of it
    "a colon in a text": (
        "a: 1\nb: x: y\nc: 3\n",
        {"a": "1", "c": "3"},
        ["2:5 mapping values are not allowed"],
    ),
    "a colon in an item": (
        "a:\n  - id: lunch: x\n    title: T\n  - id: b\n",
        {"a": [{"title": "T"}, {"id": "b"}]},
        ["2:14 mapping values are not allowed"],
    ),
    "two colons in a list of words": (
        "a:\n- x: y: z\n- b\n- c: [\nd: e\n",
        {"a": [None, "b", None], "d": "e"},
        ["2:7 mapping values are not allowed", "4:6 did not find expected ',' or ']'"],
    ),
    "a quote that is never closed": (
        'a: 1\nb: "x\nc: 3\n',
        {"a": "1", "c": "3"},
        ["2:4 found unexpected end of stream"],
    ),
    "a quote in the last line, which has no end": (
        'a: 1\nb: "x',
        {"a": "1"},
        ["2:4 found unexpected end of stream"],
    ),
    "an item that no piece of a line mends": (
        "- x\n&x\n%\n: e\n",
        ["x"],
        ["3:1 could not find expected ':'", "2:1 could not find expected ':'"],
    ),
    "a quote that another closes": (
        'a: 1\nb: "x\nc: 3\nd: "y"\ne: 5\n',
        {"a": "1", "c": "3", "d": "y", "e": "5"},
        ["2:4 unclosed quote"],
    ),
    "a quote inside quotes": ("a: 'it's'\nb: 'ok'\n", {"b": "ok"}, ["1:8 did not find expected key"]),
    "a text behind a quote, with its next line": (
        'kind: a\nnote: "abc" def\n  more text\nz: 1\n',
        {"kind": "a", "z": "1"},
        ["2:13 did not find expected key"],
    ),
    "a bracket that is never closed": (
        "a: [x, y\nb: 2\nc: 3\n",
        {"b": "2", "c": "3"},
        ["1:4 did not find expected ',' or ']'"],
    ),
    "a bracket at the end": ("a: 1\nb: [\n", {"a": "1"}, ["2:4 did not find expected node content"]),
    "a bracket at the end without a line break": (
        "a: 1\nb: {c: d",
        {"a": "1"},
        ["2:4 did not find expected ',' or '}'"],
    ),
    "a bracket at the end, and comments": (
        "a: 1\nb: [\n# x\n\n",
        {"a": "1"},
        ["2:4 did not find expected node content"],
    ),
    "brackets over several lines": (
        "a: [\n  x,\n  y: : ,\n]\nb: 2\n",
        {"a": ["x"], "b": "2"},
        ["3:6 did not find expected node content"],
    ),
    "an open bracket over several lines": (
        "a: [\n  x\n  y: [,\n]\nb: 2\n",
        {"b": "2"},
        ["1:4 did not find expected ',' or ']'"],
    ),
    "a key without its colon": (
        "a: 1\nb 2\nc: 3\n",
        {"a": "1", "c": "3"},
        ["2:1 could not find expected ':'"],
    ),
    "a key that is indented too far": (
        "a: 1\n   b: 2\nc: 3\n",
        {"a": "1", "c": "3"},
        ["2:5 mapping values are not allowed"],
    ),
    "a key that is indented too little": (
        "a:\n  - id: x\n    b: 1\n   c: 2\n    d: 3\n  - id: y\n",
        {"a": [{"id": "x", "b": "1"}, {"id": "y"}]},
        ["4:4 did not find expected '-' indicator"],
    ),
    "a tab": (
        "a: 1\n\tb: 2\nc: 3\n",
        {"a": "1", "c": "3"},
        ["2:1 found a tab character that violates indentation"],
    ),
    "signs that nothing begins with": (
        "a: %\nb: @x\nc: `y`\nd: 4\n",
        {"d": "4"},
        [f"{n}:4 found character that cannot start any token" for n in (1, 2, 3)],
    ),
    "signs that need a name": (
        "a: &\nb: *\nc: !<\nd: 4\n",
        {"d": "4"},
        [
            "1:5 did not find expected alphabetic or numeric character",
            "2:5 did not find expected alphabetic or numeric character",
            "3:6 did not find expected tag URI",
        ],
    ),
    "a list among keys": (
        "a: 1\n- b\n- c\nd: 4\n",
        {"a": "1", "d": "4"},
        ["2:1 did not find expected key", "3:1 did not find expected key"],
    ),
    "text behind the head of a block": (
        "a: |x\n  b\nc: 3\n",
        {"c": "3"},
        ["1:5 did not find expected comment or line break"],
    ),
    "block text that is not indented": (
        "a: |\n  b\nc\nd: 4\n",
        {"a": "b\n", "d": "4"},
        ["3:1 could not find expected ':'"],
    ),
    "a key that is a list": ("a: 1\n? [b]\n: 2\nc: 3\n", {"a": "1", "c": "3"}, ["2:3 "]),
    "a bracket before everything": ("}\na: 1\n", {"a": "1"}, ["1:1 did not find expected node content"]),
    "words behind the end": ("a: 1\n...\nb: 2\n", {"a": "1"}, ["3:1 did not find expected <document start>"]),
}


@pytest.mark.parametrize("name", RECOVERED)
def test_what_is_read_around_a_syntax_error(name: str):
    text, data, expected = RECOVERED[name]

    source = Source.parse(text)

    assert source.data == data
    said = [f"{p.place[0]}:{p.place[1]} {p.facts.get('problem', '')}" for p in source.problems]
    assert [line.removesuffix(" in this context") for line in said] == expected
    assert not source.whole


def test_places_behind_a_syntax_error_are_those_of_the_file():
    source = Source.parse("a: 1\nb: x: y\nc: [1, {d: 😀e}]\n")

    assert source.span(("c", 1, "d"))[1:] == (3, 12, 3, 14)


def test_what_was_noted_before_a_syntax_error_is_told_once(workspace: Build):
    text = "title: Demo\nkind: twinning\nkind: mou\nparties: [lyon, graz]\nnote: a: b\nbegan: c: d\nkind: twinning\n"

    assert told(workspace({DEMO: text})) == [
        f"{DEMO}:3:1: error C102 the key 'kind' stands here again, after line 2",
        f"{DEMO}:5:8: error C101 a colon where a value stands already",
        f"{DEMO}:6:9: error C101 a colon where a value stands already",
        f"{DEMO}:7:1: error C102 the key 'kind' stands here again, after line 2",
    ]


NOTHING_FALSE: dict[str, tuple[str, list[str]]] = {
    "a key may have been in a line that was passed over": (
        "title: Demo\nparties: [lyon, graz]\nkind: twinning: yes\n",
        ["3:15 C101"],
    ),
    "a value may have been in the lines that were passed over": (
        "title:\n  en: a: b\nparties: [lyon, graz]\nkind: twinning\n",
        ["2:8 C101"],
    ),
    "a text does not go on behind what was passed over": (
        'title: Demo\nparties: [lyon, graz]\nkind: twinning\nnote: "abc" def\n  more text\n',
        ["4:13 C101"],
    ),
    "a reason may have been passed over": (
        demo("", "- id: a\n  title: A\n  status:\n    - on: 2019\n      is: not_done\n      note: x: y"),
        ["16:24 C101"],
    ),
    "a date may have been passed over": (
        demo("", "- id: a\n  title: A\n  status:\n    - is: open\n      on: 2019: 12"),
        ["15:25 C101"],
    ),
    "an action may have been passed over": (
        demo("", "- {id: a, title: A, same_as: [b]}\n- {id: b, title: B: C, [}"),
        ["12:29 C101"],
    ),
    "a language may have been passed over": (
        "title:\n  en: Demo\n  da: Eks: empel\n  zh: 示例\nparties: [lyon, graz]\nkind: twinning\n",
        ["3:10 C101"],
    ),
    "a key may have been merged in": (
        "title: Demo\nparties: [lyon, graz]\n<<: {kind: twinning}\n",
        ["3:1 C106"],
    ),
    "a key may have been left out": ("title: Demo\nparties: [lyon, graz]\n~: twinning\n", ["3:1 C109"]),
    "a key may have been written with something hidden": (
        'title: Demo\nparties: [lyon, graz]\n"ki\\u200bnd": twinning\n',
        ["3:1 C111"],
    ),
    "a title may have been in the hyphen's line": (
        demo("", "- title: A: B\n  id: a"),
        ["11:21 C101"],
    ),
}


@pytest.mark.parametrize("name", NOTHING_FALSE)
def test_nothing_false_is_said_of_what_was_passed_over(name: str, workspace: Build):
    text, expected = NOTHING_FALSE[name]

    assert places(told(workspace({DEMO: text}))) == expected


def test_a_record_that_ends_where_something_was_passed_over_is_whole(workspace: Build):
    text = "title: {da: Demo}\nended: {~: 1, on: 2019, reason: other}\nparties: [lyon, graz]\n"

    assert places(told(workspace({DEMO: text}))) == ["1:1 C702", "2:9 C109"]


def test_what_is_missing_elsewhere_in_the_file_is_said(workspace: Build):
    text = demo(
        "note: {en: Note, da: Note}",
        """
- id: a
  title: A
  status:
    - on: 2019
      is: not_done
- id: b
  title: B
  status:
    - on: 2019
      is: done
      note: x: y
- id: c
  title: C
  status:
    - is: done
- id: d
""",
    )

    assert told(workspace({DEMO: text})) == [
        f"{DEMO}:4:1: warning C702 the text under 'note' has no zh",
        f"{DEMO}:16:21: warning C501 not done, and nothing says why",
        f"{DEMO}:22:24: error C101 a colon where a value stands already",
        f"{DEMO}:26:17: error C403 this status has no date, so it is not counted",
        f"{DEMO}:26:21: note C502 'c' is done, and nothing shows it",
        f"{DEMO}:27:13: error C202 'title' is missing here",
    ]


def test_the_search_for_syntax_errors_ends():
    source = Source.parse("".join(f"k{n}: a: b\n" for n in range(100)) + "last: 1\n")

    assert len(source.problems) == MAX_ERRORS + 1
    assert (source.data, source.whole) == (None, False)


def test_an_error_that_no_piece_holds_is_told_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("c2c.source.recovery.MAX_WORK", 0)

    source = Source.parse("a: 1\nb: x: y\nc: [\n")

    assert [problem.place for problem in source.problems] == [(2, 5, 2, 6)]
    assert source.data is None
