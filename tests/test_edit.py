"""Lossless edits: one entry more, every other byte as it was, proved by reading back; or refused with a reason."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2c.edit import Refused, formatted, scalar, with_item, with_key, with_value, without
from c2c.model.order import keys_at
from c2c.model.partnership import Partnership
from c2c.source import Source
from running import ROOT

ITEM = {"loop": "local_helix", "step": "do", "on": "2018-03"}
FIELDS = list(Partnership.model_fields)
BEFORE = FIELDS[FIELDS.index("narrative") + 1 :]
LINES = "  - loop: local_helix\n    step: do\n    on: 2018-03\n"
FLOW = "{loop: local_helix, step: do, on: 2018-03}"

GIVEN = {
    # how a file writes its list: the text before and after
    "lines": (
        "narrative:\n  - loop: a\n    on: 2017  # since the spring\n\n# what follows\nfacts: []\n",
        f"narrative:\n  - loop: a\n    on: 2017  # since the spring\n{LINES}\n# what follows\nfacts: []\n",
    ),
    "lines without indent": (
        "narrative:\n- loop: a\nfacts: []\n",
        "narrative:\n- loop: a\n- loop: local_helix\n  step: do\n  on: 2018-03\nfacts: []\n",
    ),
    "items in braces": (
        "narrative:\n  - {loop: a}\n  - {loop: b} # last\nfacts: []\n",
        f"narrative:\n  - {{loop: a}}\n  - {{loop: b}} # last\n  - {FLOW}\nfacts: []\n",
    ),
    "an item with a text over lines": (
        "narrative:\n  - loop: a\n    note: >-\n      One\n      # two\n\nfacts: []\n",
        f"narrative:\n  - loop: a\n    note: >-\n      One\n      # two\n{LINES}\nfacts: []\n",
    ),
    "brackets": ("narrative: [{loop: a}] # all\n", f"narrative: [{{loop: a}}, {FLOW}] # all\n"),
    "brackets over lines": (
        "narrative: [\n  {loop: a},\n  {loop: b}\n]\n",
        f"narrative: [\n  {{loop: a}},\n  {{loop: b}},\n  {FLOW}\n]\n",
    ),
    "brackets over lines, with a comma and a comment at the end": (
        "narrative: [\n  {loop: a},\n  {loop: b},  # last\n]\n",
        f"narrative: [\n  {{loop: a}},\n  {{loop: b}},  # last\n  {FLOW},\n]\n",
    ),
    "items with an empty line between": (
        "narrative:\n  - loop: a\n\n  # the next\n  - loop: b\n    # it was so\n\nfacts: []\n",
        f"narrative:\n  - loop: a\n\n  # the next\n  - loop: b\n    # it was so\n\n{LINES}\nfacts: []\n",
    ),
    "nothing, said with a sign": (
        "narrative: ~  # yet\nfacts: []\n",
        f"narrative:  # yet\n{LINES}facts: []\n",
    ),
    "empty brackets": ("narrative: []\nfacts: []\n", f"narrative: [{FLOW}]\nfacts: []\n"),
    "nothing under the key": ("narrative:\nfacts: []\n", f"narrative:\n{LINES}facts: []\n"),
    "no key, and one that comes after it": (
        "title: A\n\n# the facts\nfacts: []\n",
        f"title: A\n\nnarrative:\n{LINES}\n# the facts\nfacts: []\n",
    ),
    "no key, and none that comes after it": ("title: A\n", f"title: A\n\nnarrative:\n{LINES}"),
    "no newline at the end": ("title: A", f"title: A\n\nnarrative:\n{LINES}".rstrip("\n")),
    "no newline at the end of the list": (
        "narrative:\n  - loop: a",
        f"narrative:\n  - loop: a\n{LINES}".rstrip("\n"),
    ),
    "carriage returns": (
        "title: A\r\nnarrative:\r\n  - loop: a\r\nfacts: []\r\n",
        f"title: A\r\nnarrative:\r\n  - loop: a\r\n{LINES.replace(chr(10), chr(13) + chr(10))}facts: []\r\n",
    ),
    "a key that is quoted": ('"narrative":\n  - loop: a\n', f'"narrative":\n  - loop: a\n{LINES}'),
    "the same key further in": (
        "facts:\n  - narrative: [x]\nnarrative:\n  - loop: a\n",
        f"facts:\n  - narrative: [x]\nnarrative:\n  - loop: a\n{LINES}",
    ),
}


def edited(text: str, before: Sequence[str] = BEFORE) -> str:
    return with_item(Source.parse(text, "x.yaml"), ("narrative",), ITEM, before)


@pytest.mark.parametrize("how", GIVEN)
def test_the_new_entry_has_the_form_of_its_neighbours_and_all_else_stays(how: str):
    before, after = GIVEN[how]

    assert edited(before) == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("narrative: x\n", "is not a list"),
        ("narrative: {a: b}\n", "is not a list"),
        ("title: [\n", "keeps it from being read"),
        ("a: 1\na: 2\n", "keeps it from being read"),
        ("- a\n", "keeps it from being read"),
        ("", "keeps it from being read"),
        ("{title: A}\n", "not written as one key a line"),
        ("narrative: # nothing yet\nfacts: []\n", ""),
        ("narrative:\n  # below\n  ~\n", "something in its line"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(text: str, why: str):
    if not why:
        assert edited(text) == f"narrative: # nothing yet\n{LINES}facts: []\n"
        return
    with pytest.raises(Refused, match=why):
        edited(text)


@pytest.mark.parametrize(
    "path",
    [
        path
        for folder in ("cities", "partnerships")
        for path in sorted((ROOT / "data" / folder).glob("*.yaml"))
    ],
    ids=lambda path: path.stem,
)
def test_every_file_of_ours_gets_one_entry_and_loses_no_line(path):
    text = path.read_text(encoding="utf-8")

    after = edited(text)

    lines = after.split("\n")
    for line in text.split("\n"):
        lines.remove(line)
    assert [line for line in lines if line] in (
        ["narrative:", *LINES.rstrip("\n").split("\n")],
        LINES.rstrip("\n").split("\n"),
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(WORDS, st.booleans())
def test_a_scalar_reads_back_as_it_was_or_the_file_says_why_not(text: str, in_flow: bool):
    written = scalar(text, in_flow)
    line = f"k: [{written}]\n" if in_flow else f"k: {written}\n"
    read = Source.parse(line)

    if read.whole:
        assert read.data == {"k": [text] if in_flow else text}
    else:
        assert {problem.kind for problem in read.problems} <= {"forbidden_character", "not_nfc"}


@given(st.lists(st.dictionaries(st.sampled_from("abc"), WORDS, min_size=1), max_size=3), WORDS, st.booleans())
def test_an_edit_is_exact_or_refused(items: list[dict[str, str]], note: str, in_lines: bool):
    told = [", ".join(f"{key}: {scalar(text, True)}" for key, text in item.items()) for item in items]
    if in_lines and told:
        text = "title: A\nnarrative:\n" + "".join(f"  - {{{each}}}\n" for each in told) + "facts: []\n"
    else:
        text = f"title: A\nnarrative: [{', '.join(f'{{{each}}}' for each in told)}]\nfacts: []\n"
    source = Source.parse(text)
    try:
        after = with_item(source, ("narrative",), {**ITEM, "note": note}, BEFORE)
    except Refused:
        return
    read = Source.parse(after)
    assert isinstance(source.data, dict)
    assert isinstance(source.data["narrative"], list)
    assert read.data == {**source.data, "narrative": [*source.data["narrative"], {**ITEM, "note": note}]}
    assert after.startswith("title: A\nnarrative:")
    assert after.endswith("facts: []\n")


def parsed(text: str) -> Source:
    return Source.parse(text, "x.yaml")


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("k: a  # why\nl: b\n", "done", "k: done  # why\nl: b\n"),
        ("k: 'a'\n", "it's", "k: 'it''s'\n"),
        ('k: "a"\n', 'say "é"', 'k: "say \\"é\\""\n'),
        ("k: a\n", "no: #1", 'k: "no: #1"\n'),
        ("k: # empty\n", "done", "k: done # empty\n"),
        ("k: ~\n", "done", "k: done\n"),
        ("k: a", "b", "k: b"),
        ("k: a\r\nl: b\r\n", "c", "k: c\r\nl: b\r\n"),
        ("k: >- # why\n  one\n  two\nl: b\n", "three", "k: three # why\nl: b\n"),
        ("k: |\n  one\n\nl: b\n", "two\nlines", "k: |-\n  two\n  lines\n\nl: b\n"),
        ("k: one\n  two\nl: b\n", "three", "k: three\nl: b\n"),
    ],
)
def test_another_value_stands_where_the_old_one_stood(text: str, value: str, after: str):
    assert with_value(parsed(text), ("k",), value) == after


@pytest.mark.parametrize(
    ("route", "after"),
    [
        (("a",), "b: 1 # one\n\nc:\n  # first\n  - x: 1\n    y: [1, 2, 3]\n  - z\n"),
        (("b",), "# about a\na: 1\n\nc:\n  # first\n  - x: 1\n    y: [1, 2, 3]\n  - z\n"),
        (("c",), "# about a\na: 1\nb: 1 # one\n"),
        (("c", 0), "# about a\na: 1\nb: 1 # one\n\nc:\n  - z\n"),
        (("c", 0, "x"), "# about a\na: 1\nb: 1 # one\n\nc:\n  # first\n  - y: [1, 2, 3]\n  - z\n"),
        (("c", 0, "y", 0), "# about a\na: 1\nb: 1 # one\n\nc:\n  # first\n  - x: 1\n    y: [2, 3]\n  - z\n"),
        (("c", 0, "y", 2), "# about a\na: 1\nb: 1 # one\n\nc:\n  # first\n  - x: 1\n    y: [1, 2]\n  - z\n"),
    ],
)
def test_what_is_taken_out_goes_with_its_comments_and_nothing_else(route: tuple[str | int, ...], after: str):
    text = "# about a\na: 1\nb: 1 # one\n\nc:\n  # first\n  - x: 1\n    y: [1, 2, 3]\n  - z\n"

    assert without(parsed(text), route) == after


@pytest.mark.parametrize(
    ("text", "route", "after"),
    [
        ("k:\n  - a\n  - b", ("k", 1), "k:\n  - a"),
        ("k: a\r\nl: b", ("l",), "k: a"),
        ("k:\n  - x: 1  # one\n    y: 2\n", ("k", 0, "x"), "k:\n  - y: 2\n"),
        ("k: [a: 1, b: 2]\n", ("k", 1), "k: [a: 1]\n"),
    ],
)
def test_the_last_one_and_one_behind_a_hyphen_leave_nothing_behind(
    text: str, route: tuple[str | int, ...], after: str
):
    assert without(parsed(text), route) == after


@pytest.mark.parametrize(
    ("text", "route", "why"),
    [
        ("k: [ # why\n  a]\n", ("k", 0), "a comment stands there"),
        ("k: [a, # why\n  b]\n", ("k", 0), "a comment stands there"),
        ("k:\n  - x: 1\n    # why\n    y: 2\n", ("k", 0, "x"), "a comment stands there"),
        ("k:\n  - x: 1\n", ("k", 0, "x"), "nothing would be left"),
        ("k: a\n", (), "nothing would be left"),
        ("k: a\n", ("l",), "l: was not found again"),
    ],
)
def test_what_would_take_more_with_it_is_not_taken_out(text: str, route: tuple[str | int, ...], why: str):
    with pytest.raises(Refused, match=why):
        without(parsed(text), route)


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("k: [a]\n", "b", "k: is more than a single value"),
        ("k: {a: b}\n", "b", "k: is more than a single value"),
        ("k: a\n", "left\u202eto right", "reads back as exactly this change"),
    ],
)
def test_what_is_no_value_is_not_put_in_the_place_of_another(text: str, value: str, why: str):
    with pytest.raises(Refused, match=why):
        with_value(parsed(text), ("k",), value)


def test_where_nothing_is_said_in_braces_there_is_no_value_to_change():
    with pytest.raises(Refused, match="there is no single value to change"):
        with_value(parsed("k: {a: , b: c}\n"), ("k", "a"), "d")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("k:\n  - {a: b, l: }\n", "k:\n  - {a: b, l: [c]}\n"),
        ("k:\n  - {l: , a: b}\n", "k:\n  - {l: [c], a: b}\n"),
        ("k:\n  - {a: b, l: ~}\n", "k:\n  - {a: b, l: [c]}\n"),
        ("k:\n  - {}\n", "k:\n  - {l: [c]}\n"),
        ("k:\n  - {a: b,}\n", "k:\n  - {a: b, l: [c]}\n"),
    ],
)
def test_a_list_comes_into_braces_where_its_key_stands_or_at_their_end(text: str, after: str):
    assert with_item(parsed(text), ("k", 0, "l"), "c", ()) == after


def test_a_key_that_is_there_is_not_put_there_again():
    with pytest.raises(Refused, match="k: is there already"):
        with_key(parsed("k: a\n"), ("k",), "b", ())


def test_a_list_of_lists_has_each_on_lines_of_its_own_where_one_is_too_long():
    one, other = "a" * 70, "b" * 70

    assert with_item(parsed("k:\n  - c\n"), ("k",), [one, other], ()) == (
        f"k:\n  - c\n  - - {one}\n    - {other}\n"
    )


def test_of_the_last_one_empty_brackets_stay():
    assert without(parsed("k:  # all\n  - a\nl: b\n"), ("k", 0)) == "k: []  # all\nl: b\n"
    assert without(parsed("k: [a]\n"), ("k", 0)) == "k: []\n"
    with pytest.raises(Refused, match="nothing would be left"):
        without(parsed("k: a\n"), ("k",))


UNSORTED = """\
# The banner

# what it is called
title:   A  # indeed
began: 2007


kind: mou
agreements:
    -   note: >
           Folded
           text
        # the number
        id: first
        # below the first
    # the second
    - {note: x, id: second}   \t
parties: [a, b]
# the end"""
SORTED = """\
# The banner

# what it is called
title: A  # indeed
parties: [a, b]

kind: mou
began: 2007
agreements:
  # the number
  - id: first
    note: >
       Folded
       text
    # below the first
  # the second
  - {id: second, note: x}
# the end
"""


def test_the_canonical_form_has_an_order_and_comments_go_along():
    assert canonical(UNSORTED) == SORTED
    assert canonical(SORTED) == SORTED


def canonical(text: str) -> str:
    return formatted(parsed(text), lambda route: keys_at(Partnership, route))
