"""YAML 1.2 core, read strictly: every scalar is text, every place is exact."""

import gc
import math
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from c2c.source import MAX_DEPTH, Source, read_bytes
from c2c.source.places import Places
from c2c.source.reader import MAX_PROBLEMS, read


def problems(text: str) -> list[str]:
    """What reading has found, as place and kind."""
    return [
        f"{problem.place[0]}:{problem.place[1]} {problem.kind}" for problem in Source.parse(text).problems
    ]


@pytest.mark.parametrize(
    "scalar",
    [
        *(
            "NO",
            "on",
            "off",
            "yes",
            "y",
            "true",
            "12:30",
            "010",
            "0x1F",
            "0o7",
            "1_000",
            "1e3",
            ".inf",
            ".NaN",
        ),
        *("2019-02-30", "2019-12-31", "2019-12-31T23:59:60Z", "=", "1.0", "-0", "√", "nul", "nUll"),
    ],
)
def test_a_plain_scalar_stays_the_text_that_it_is(scalar: str):
    source = Source.parse(f"a: {scalar}\n- {scalar}\n" if scalar == "?" else f"a: {scalar}\nb: [{scalar}]\n")

    assert (source.data, source.problems) == ({"a": scalar, "b": [scalar]}, ())


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_unless_it_is_quoted(scalar: str):
    source = Source.parse(f"a: {scalar}\nb: '{scalar}'\nc: [\"{scalar}\"]\n")

    assert (source.data, source.problems) == ({"a": None, "b": scalar, "c": [scalar]}, ())


def test_block_text_folds_and_keeps_as_yaml_says():
    text = "a: |\n  one\n   two\n\n  three\nb: >-\n  one\n  two\n\n  three\nc: one\n  two\nd: 'it''s'\ne: \"a\\tb\\u00f8\\n\"\n"

    assert Source.parse(text).data == {
        "a": "one\n two\n\nthree\n",
        "b": "one two\nthree",
        "c": "one two",
        "d": "it's",
        "e": "a\tbø\n",
    }


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# nothing\n", None),
        ("---\n", None),
        ("word\n", "word"),
        ("'a: b'", "a: b"),
        ("- a\n- [b, {c: d}]\n", ["a", ["b", {"c": "d"}]]),
        ("--- {a: b}\n...\n", {"a": "b"}),
        ("{}", {}),
    ],
)
def test_a_root_may_be_anything(text: str, data: object):
    source = Source.parse(text)

    assert (source.data, source.problems, source.whole) == (data, (), True)


def test_a_key_that_stands_twice_is_noted_and_the_first_one_counts():
    source = Source.parse("a: 1\nb: {x: 1, x: 2, x: 3}\na: 2\n")

    assert source.data == {"a": "1", "b": {"x": "1"}}
    assert [(problem.kind, problem.place, problem.route) for problem in source.problems] == [
        ("duplicate_key", (2, 11, 2, 12), ("b", "x")),
        ("duplicate_key", (2, 17, 2, 18), ("b", "x")),
        ("duplicate_key", (3, 1, 3, 2), ("a",)),
    ]
    assert not source.whole


def test_keys_that_are_no_words_are_noted_and_passed_over():
    source = Source.parse("a: 1\n~: 2\n<<: {b: 3}\nnull: 4\n'': 5\n\"\\u202e\": 6\n'<<': 7\n")

    assert source.data == {"a": "1", "null": "4", "": "5", "<<": "7"}
    assert [f"{p.place[0]}:{p.place[1]} {p.kind}" for p in source.problems] == [
        "2:1 bad_key",
        "3:1 merge_key",
        "6:1 forbidden_character",
    ]


def test_anchors_aliases_and_tags_are_noted_and_what_they_stand_at_is_read():
    source = Source.parse("a: &x one\nb: *x\nc: !!str [1, &y 2]\n&k d: !t {e: f}\n*x : g\n")

    assert [f"{p.place[0]}:{p.place[1]} {p.kind} {p.route}" for p in source.problems] == [
        "1:4 anchor ('a',)",
        "2:4 alias ('b',)",
        "3:4 tag ('c',)",
        "3:14 anchor ('c', 1)",
        "4:1 anchor None",
        "4:7 tag ('d',)",
        "5:1 bad_key None",
    ]
    assert source.data == {"a": "one", "b": None, "c": ["1", "2"], "d": {"e": "f"}}


def test_an_anchor_is_looked_for_only_where_there_may_be_one():
    assert problems('a: "x\\ty"\nb: Q&A\nc: 5 * 3\nd: hello!\n') == []


def test_a_root_alias_and_a_root_anchor_are_noted():
    assert problems("*x\n") == ["1:1 alias"]
    assert problems("&x word\n") == ["1:1 anchor"]
    assert problems("!!map {a: b}\n") == ["1:1 tag"]


def test_a_second_document_and_a_directive_are_noted():
    assert problems("a: 1\n---\nb: 2\n---\nc: 3\n") == ["2:1 second_document"]
    assert problems("%YAML 1.1\n---\na: 1\n") == ["1:1 directive"]
    assert problems("%TAG ! tag:x,2000:\n---\na: 1\n") == ["1:1 directive"]


def test_nesting_ends_at_the_bound():
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert problems(deep) == []

    source = Source.parse(f"a: 1\nb: [{deep}]\nc: 2\n")

    assert (source.data, source.whole) == ({"a": "1", "c": "2"}, False)
    assert [f"{p.place[0]}:{p.place[1]} {p.kind}" for p in source.problems] == [f"2:{MAX_DEPTH + 3} too_deep"]


@pytest.mark.parametrize(
    ("escape", "character"),
    [
        ("\\e", "U+001B"),
        ("\\0", "U+0000"),
        ("\\r", "U+000D"),
        ("\\N", "U+0085"),
        ("\\L", "U+2028"),
        ("\\u202e", "U+202E"),
    ],
)
def test_a_hidden_character_is_refused_by_escape_too_and_never_gets_into_the_data(
    escape: str, character: str
):
    source = Source.parse(f'a: "x{escape}y"\nb: 1\n')

    assert source.data == {"a": "x\ufffdy", "b": "1"}
    [problem] = source.problems
    assert (problem.kind, problem.place, problem.route) == (
        "forbidden_character",
        (1, 4, 1, 8 + len(escape)),
        ("a",),
    )
    assert problem.facts["character"] == character


def test_escapes_that_are_plain_characters_are_read():
    assert Source.parse('a: "\\t\\n\\"\\\\\\/\\x41\\u00e6\\U0001F600\\_"\n').data == {
        "a": '\t\n"\\/Aæ😀\u00a0'
    }


def test_of_one_reading_a_bounded_number_of_problems_is_told():
    source = Source.parse("a: 1\n" * 1000)

    kinds = [problem.kind for problem in source.problems]
    assert kinds == ["duplicate_key"] * MAX_PROBLEMS + ["too_many"]
    assert source.problems[-1].place == (MAX_PROBLEMS + 2, 1, MAX_PROBLEMS + 2, 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: \x00\n" * 30, "forbidden_character"),
        ("<<<<<<< x\n" * 30, "conflict_marker"),
        ("".join(f"a{n}: b #c\n" for n in range(30)), "cut_by_comment"),
    ],
)
def test_of_each_sort_of_crooked_sign_twenty_are_told(text: str, kind: str):
    found = [problem for problem in Source.parse(text).problems if problem.kind in (kind, "too_many")]

    assert [problem.kind for problem in found] == [kind] * 20 + ["too_many"]
    assert [problem.place[0] for problem in found] == list(range(1, 22))


def test_a_heading_beside_a_conflict_is_none():
    source = Source.parse("a: |\n  x\n=======\n<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> b\n")

    assert [(problem.kind, problem.place[0]) for problem in source.problems] == [
        ("conflict_marker", 4),
        ("syntax", 3),
    ]
    assert source.data == {"a": "x\n", "b": "1"}


def test_reading_leaves_the_collection_of_garbage_as_it_was():
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        try:
            read("a: b\n")
            read("a: [\n")
            assert gc.isenabled() == enabled
        finally:
            gc.enable()


def test_a_file_that_is_too_large_for_its_keys_is_not_read_on():
    source = Source.parse("a: 1\nb: [" + "x," * 150_000 + "]\nc: 2\n")

    [problem] = source.problems
    assert (problem.kind, problem.place[0], source.data) == ("too_large", 2, None)


def test_the_text_of_a_file_can_be_had_unread(tmp_path: Any):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: [\r\n")

    assert Source.text_of(read_bytes(path)) == "a: [\r\n"
    assert Source.text_of(read_bytes(tmp_path / "nowhere.yaml")) == ""
    path.write_bytes(b"\xff")
    assert Source.text_of(read_bytes(path)) == ""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_count_lines_and_characters_from_one(newline: str):
    text = newline.join(
        ["title: État 😀 无锡", "list:", "  - {a: ü, b: [1, 22]}", "  - 'c d'  # 无", "note: |", "  x", ""]
    )
    source = Source.parse(text, "f.yaml")

    assert str(source.span(("title",))) == "f.yaml:1:8"
    assert source.span(("title",))[1:] == (1, 8, 1, 17)
    assert source.span(("title",), on_key=True)[1:] == (1, 1, 1, 6)
    assert source.span(("list",))[1:] == (3, 3, 3, 4)
    assert source.span(("list", 0, "b", 1))[1:] == (3, 19, 3, 21)
    assert source.span(("list", 0, "b"), on_key=True)[1:] == (3, 12, 3, 13)
    assert source.span(("list", 1))[1:] == (4, 5, 4, 10)
    assert source.span(("list", 1), on_key=True)[1:] == (4, 5, 4, 10)
    assert source.span(("note",))[1:3] == (5, 7)
    assert source.span(())[1:] == (1, 1, 1, 2)


def test_a_byte_order_mark_moves_nothing(tmp_path: Any):
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: x\n")

    source = Source.load(path, "bom.yaml")

    assert (source.data, source.problems) == ({"title": "x"}, ())
    assert source.span(("title",))[1:] == (1, 8, 1, 9)


def test_the_place_of_what_is_not_there_is_the_nearest_thing_around_it():
    source = Source.parse("a:\n  b: [x, {c: d}]\n")

    assert source.span(("a", "missing"))[1:3] == (1, 1)
    assert source.span(("a", "b", 1, "missing", 3))[1:3] == (2, 10)
    assert source.span(("a", "b", 7))[1:3] == (2, 3)
    assert source.span(("missing",))[1:3] == (1, 1)
    assert source.span(("a", "b", 0, "in a text"))[1:3] == (2, 7)


def test_an_empty_file_has_a_place():
    assert Source.parse("").span(("a",))[1:] == (1, 1, 1, 1)


def test_libyaml_says_so_where_nobody_has_cleaned_the_text():
    reading = read("a: \x00")

    assert reading.stop is not None
    assert (
        "control characters" in reading.stop.problem.facts["problem"] or reading.stop.problem.kind == "syntax"
    )


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=12
)
KEYS = WORDS.filter(lambda key: key != "")
DATA = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
STYLES = st.sampled_from([True, False, None])


@given(DATA, STYLES, st.booleans(), st.sampled_from([80, math.inf]))
@example({"a": ["NO", "~", "", "null", "1:30", "<<"]}, None, True, 80)
def test_what_another_writer_dumps_is_read_back_equal_with_places_and_without(
    data: object, flow: bool | None, unicode: bool, width: float
):
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode, width=width)

    without = read(text)
    places = Places()
    with_places = read(text, places)

    assert (without.data, without.stop) == (data, None)
    assert with_places == without
    assert places.data == data


@given(DATA.filter(lambda data: isinstance(data, dict)))
def test_every_value_and_key_has_its_place(data: Any):
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"', width=math.inf)
    source, lines = Source.parse(text), text.split("\n")

    def check(value: Any, route: tuple[Any, ...]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                span = source.span((*route, key), on_key=True)
                assert yaml.safe_load(lines[span.line - 1][span.column - 1 : span.end_column - 1]) == key
                check(inner, (*route, key))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                check(inner, (*route, number))
        elif isinstance(value, str):
            span = source.span(route)
            assert yaml.safe_load(lines[span.line - 1][span.column - 1 : span.end_column - 1]) == value

    check(data, ())
