"""What the rules say of texts: their languages, what they tell of people, and what the parser does not understand."""

from collections.abc import Callable

import pytest

from building import DEMO, NARRATIVE, Files, demo
from c2c.rules.check import check
from c2c.rules.libyaml import explained
from c2c.source import Source
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]


def said(workspace: Workspace) -> list[str]:
    """Place, code and message of each finding."""
    found = [each for each in check(workspace).findings if each.code not in NARRATIVE]
    return [f"{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found]


def test_a_text_is_in_every_language_or_in_none(workspace: Build):
    head = "summary: {en: A, zh: A}\nended: {on: 2019, reason: other, note: {fr: A}}\nnote: A\n"
    head += "evaluations: [{id: a, title: A, findings: [A, {en: B, da: B}]}]"

    assert said(workspace({DEMO: demo(head)})) == [
        "4:1 C702 the text under 'summary' has no da",
        "5:34 C702 the text under 'note' has no en, da or zh",
        "7:47 C702 the text under 'findings' has no zh",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("somebody@example.org", "Mail: a.b+c@x-y.co.uk!", "<a@b.cd>"),
        *(
            "+45 33 12 34 56",
            "(+86) 510-8888-8888",
            "0086 510 88888888",
            "ring +4533123456",
            "+49 (0)89 1234567",
        ),
        *(
            "tlf. 33 12 34 56",
            "Tel: 33123456",
            "telefon 3312 3456",
            "电话：0510-88888888",
            "手机 13812345678",
            "TLF 33.12.34.56",
        ),
        "\\x74lf 33 12 34 56",
    ],
)
def test_addresses_and_numbers_of_people_are_found(text: str, workspace: Build):
    assert len(check(workspace({DEMO: demo(f'note: "{text}"')})).findings) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("@home", "a@b", "lunch @ example.org", "user@", "@@", "a@.b"),
        *(
            "2017-2020",
            "2019-12-31",
            "47.000 + 12",
            "12 00 34 56 78 90",
            "+5 %",
            "1+12345678",
            "EN 0012345",
            "https://x.org/+4533123456",
        ),
        *("hotel 1234567", "Tel Aviv 1909 to 2019", "tlf 12", "phone: yes, in 2018", "7+33123456", "9 of 10"),
    ],
)
def test_what_only_looks_like_them_is_not(text: str, workspace: Build):
    assert check(workspace({DEMO: demo(f"note: '{text}'")})).findings == []


def test_an_address_is_found_wherever_it_stands_and_said_once_each(workspace: Build):
    text = demo(
        "note: {en: [a@b.cd], x@y.zz: b}\nareas: [a@b.cd]",
        "- {id: a, title: 'a@b.cd or tlf 33 12 34 56 or +45 33 12 34 56'}",
    )

    found = check(workspace({DEMO: text})).findings

    assert [(each.span.line, each.span.column) for each in found if each.code == "C801"] == [
        (4, 13),
        (5, 9),
        (13, 28),
        (13, 28),
    ]
    assert {each.subject for each in found if each.code == "C801"} == {"demo", "demo/a"}


SYNTAX = {
    'a: "b\n': "the quote is never closed",
    'a: "b\nc: "d"\n': "the quote is never closed",
    "a: 'b\n---\nc: d\n": "the quote is never closed",
    "a: %\n": "a value cannot begin with this character",
    "a:\n\t- b\n": "a value cannot begin with this character",
    "a: b\n\tc: d\n": "a tab where spaces belong",
    "a: b: c\n": "a colon where a value stands already",
    "a: - b\n": "a list cannot begin here",
    "a: [b\nc: d\n": "the bracket is not closed, or a comma is missing",
    "a: {b: c\nd: e\n": "the bracket is not closed, or a comma is missing",
    "a: [b,, c]\n": "a value is missing here, or a bracket is not closed",
    "a: 'b'c'\n": "this is no key, or its indentation does not fit",
    "a:\n  - b: c\n    d: e\n   f: g\n": "the indentation does not fit the list",
    "a: 1\nb\nc: 2\n": "a key without its colon",
    "{a: b}\nc: d\n": "the record has ended before this line",
    "a: | b\n  c\n": "nothing can stand behind | or > on this line",
    'a: "\\w"\n': "a backslash that means nothing",
    'a: "\\xzz"\n': "a backslash that means nothing",
    'a: "\\ud800"\n': "a backslash that means nothing",
    "a: &\n": "a value cannot begin with & or *",
    "a: *\n": "a value cannot begin with & or *",
    "a: !<x\n": "a value cannot begin with !",
    "a: !u!x b\n": "a value cannot begin with !",
    "%X\n---\na: b\n": "a line cannot begin with %",
    "%YAML 3.0\n---\na: b\n": "a line cannot begin with %",
}


@pytest.mark.parametrize("text", SYNTAX)
def test_what_the_parser_says_is_said_in_words(text: str):
    problems = [problem for problem in Source.parse(text).problems if problem.kind == "syntax"]

    sentences = [explained(problem.facts["problem"]) for problem in problems]

    assert sentences[0][0] == SYNTAX[text]
    assert sentences[0][1]


def test_what_the_parser_may_say_one_day_is_passed_on():
    assert explained("found a dragon") == (
        "found a dragon",
        "line up the keys of one mapping, and the hyphens of one list, in the same column",
    )
