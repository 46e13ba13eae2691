"""Findings as text, a line each, JSON and annotations: what data contain stays data."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from c2c.diagnostics import Finding, Severity, Span
from c2c.export.document import document, dumps
from c2c.export.findings import FORMATS
from c2c.export.findings.github import escaped, escaped_property
from c2c.export.findings.summary import summary
from c2c.rules.check import Checked
from c2c.source.text import FORBIDDEN
from running import c2c
from test_inert import HOSTILE


def finding(
    message: str = "is wrong", help: str = "", span: Span | None = None, path: str = "data/cities/lyon.yaml"
) -> Finding:
    return Finding(
        span or Span(path, 2, 3, 2, 6), "C203", "not-in-list", Severity.ERROR, message, help, "lyon"
    )


def told(form: str, *findings: Finding, lines: dict[str, str] | None = None, accepted: int = 0) -> str:
    checked = Checked(3, list(findings), [finding()] * accepted)
    return "".join(FORMATS[form](checked, lambda name: (lines or {}).get(name, "").split("\n")))


def test_help_names_every_format():
    told_help = " ".join(c2c("validate", "--help").out.split())

    names = list(FORMATS)
    assert f"{', '.join(names[:-1])} or {names[-1]}" in told_help


@pytest.mark.parametrize(
    ("counts", "accepted", "said"),
    [
        ({}, 0, "3 files: nothing to mend"),
        ({Severity.ERROR: 1}, 0, "3 files: 1 error"),
        (
            {Severity.NOTE: 2, Severity.ERROR: 2, Severity.WARNING: 1},
            0,
            "3 files: 2 errors, 1 warning, 2 notes",
        ),
        ({Severity.NOTE: 1}, 0, "3 files: nothing to mend, 1 note"),
        ({Severity.WARNING: 2}, 1, "3 files: 2 warnings (1 accepted in c2c.yaml)"),
        ({}, 2, "3 files: nothing to mend (2 accepted in c2c.yaml)"),
    ],
)
def test_the_summary(counts: dict[Severity, int], accepted: int, said: str):
    findings = [finding()._replace(severity=severity) for severity, n in counts.items() for _ in range(n)]

    assert summary(Checked(3, findings, [finding()] * accepted)) == said


@pytest.mark.parametrize(("files", "said"), [(0, "0 files: nothing to mend"), (1, "1 file: nothing to mend")])
def test_the_summary_of_few_files(files: int, said: str):
    assert summary(Checked(files, [], [])) == said


def test_concise_is_a_line_each():
    assert told("concise", finding(), finding("b")) == (
        "data/cities/lyon.yaml:2:3: error C203 is wrong\n"
        "data/cities/lyon.yaml:2:3: error C203 b\n"
        "3 files: 2 errors\n"
    )


def excerpt(line: str, *place: int) -> list[str]:
    """What text shows of a line with a place in it."""
    out = told("text", finding(span=Span("f", *(place or (1, 3, 1, 6)))), lines={"f": line})
    return out.split("\n\n")[0].split("\n")[1:]


def test_text_shows_the_line_carets_and_help():
    out = told("text", finding(help="write city"), lines={"data/cities/lyon.yaml": "names: L\nk: ctiy\n"})

    assert out == (
        "data/cities/lyon.yaml:2:3: error C203 is wrong\n"
        "    2 | k: ctiy\n"
        "          ^^^\n"
        "   help: write city\n"
        "\n"
        "3 files: 1 error\n"
    )


@pytest.mark.parametrize(
    ("line", "place", "carets"),
    [
        ("k: ctiy", (1, 4, 1, 8), "           ^^^^"),
        ("无锡: 无x锡y", (1, 5, 1, 7), "              ^^^"),  # wide characters take two columns
        ("a: [b", (1, 4, 2, 1), "           ^^"),  # to the end of the line
        ("a: b   ", (1, 4, 3, 2), "           ^"),
        ("a: b", (1, 5, 1, 5), "            ^"),  # at the end: one caret behind it
        ("a: b", (1, 9, 1, 9), "            ^"),
    ],
)
def test_carets_stand_under_the_place(line: str, place: tuple[int, ...], carets: str):
    assert excerpt(line, *place) == [f"    1 | {line.rstrip()}", carets]


def test_a_long_line_is_shown_around_the_place():
    line = "k: " + "x" * 200 + "HERE" + "y" * 200

    shown_line, carets = excerpt(line, 1, 204, 1, 208)

    assert shown_line == "    1 | …" + "x" * 50 + "HERE" + "y" * 46 + "…"
    assert shown_line[carets.index("^") : len(carets)] == "HERE"
    assert excerpt(line, 1, 1, 1, 2) == [f"    1 | {line[:100]}…", "        ^"]
    assert excerpt("x" * 100, 1, 100, 1, 101)[0] == "    1 | " + "x" * 100


@pytest.mark.parametrize("place", [(0, 1, 0, 1), (9, 1, 9, 1), (2, 1, 2, 1)])
def test_where_there_is_no_line_there_is_no_excerpt(place: tuple[int, ...]):
    assert excerpt("a: b\n   \n", *place) == []


def test_wide_space_and_tabs_keep_their_places():
    assert excerpt("a:\u3000b\tc", 1, 4, 1, 5) == ["    1 | a:\u3000b c", "            ^"]
    assert excerpt("a:\tb\x1bc", 1, 4, 1, 7) == ["    1 | a: b�c", "           ^^^"]


def test_json_has_exactly_these_keys():
    told_json = json.loads(told("json", finding(help="h"), accepted=1))

    assert told_json == {
        "schema_version": 1,
        "summary": {"files": 3, "errors": 1, "warnings": 0, "notes": 0, "accepted": 1},
        "findings": [
            {
                "code": "C203",
                "rule": "not-in-list",
                "severity": "error",
                "path": "data/cities/lyon.yaml",
                "line": 2,
                "column": 3,
                "end_line": 2,
                "end_column": 6,
                "subject": "lyon",
                "message": "is wrong",
                "help": "h",
            }
        ],
        "accepted": [{**told_json["findings"][0], "help": ""}],
    }


def test_json_of_nothing_is_one_document():
    assert json.loads(told("json")) == {
        "schema_version": 1,
        "summary": {"files": 3, "errors": 0, "warnings": 0, "notes": 0, "accepted": 0},
        "findings": [],
        "accepted": [],
    }


def test_github_annotates():
    assert told("github", finding("100% a, b: c", help="d\ne", path="data/ci,t:y%.yaml")) == (
        "::error file=data/ci%2Ct%3Ay%25.yaml,line=2,endLine=2,title=C203 not-in-list,col=3,endColumn=6"
        "::100%25 a, b: c%0Ad%0Ae\n"
        "3 files: 1 error\n"
    )


def test_github_calls_a_note_a_notice():
    findings = [finding()._replace(severity=severity) for severity in Severity]

    assert re.findall(r"^::(\w+) ", told("github", *findings), re.MULTILINE) == ["error", "warning", "notice"]


def test_github_takes_no_columns_of_several_lines():
    out = told("github", finding(span=Span("f", 2, 3, 4, 1)))

    assert out.startswith("::error file=f,line=2,endLine=4,title=C203 not-in-list::is wrong\n")


def test_github_shows_an_empty_place_as_one_column():
    assert "col=3,endColumn=4:" in told("github", finding(span=Span("f", 2, 3, 2, 3)))


def unescaped(text: str) -> str:
    """What GitHub makes of a message."""
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@given(HOSTILE)
def test_an_escaped_message_comes_back(text: str):
    assert unescaped(escaped(text)) == text
    assert "\n" not in escaped(text)
    assert "\r" not in escaped(text)


@given(HOSTILE)
def test_an_escaped_property_comes_back_and_parts_nothing(text: str):
    told_property = escaped_property(text)

    assert unescaped(told_property.replace("%3A", ":").replace("%2C", ",")) == text
    assert not set("\r\n:,") & set(told_property)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_message_becomes_a_command_or_reaches_the_terminal(message: str, help: str, line: str):
    one = finding(message, help)
    for form in ("text", "concise", "github"):
        out = told(form, one, lines={"data/cities/lyon.yaml": f"a\n{line}"})
        assert not FORBIDDEN.search(out)
        assert "\r" not in out
        assert sum(each.lstrip().startswith("::") for each in out.split("\n")) == (form == "github")
        if form != "github":
            assert "##[" not in out
    assert out.split("\n")[0].count("::error ") == 1
    assert len(out.split("\n")) == 3


@given(HOSTILE, HOSTILE)
def test_json_brings_the_very_text_and_nothing_that_a_terminal_obeys(message: str, help: str):
    out = told("json", finding(message, help))

    (read,) = json.loads(out)["findings"]
    assert (read["message"], read["help"]) == (message, help)
    assert not FORBIDDEN.search(out)


@given(st.lists(st.dictionaries(HOSTILE, st.one_of(HOSTILE, st.integers(), st.none(), st.booleans()))))
def test_a_document_is_read_as_it_was_meant(items: list[dict[str, object]]):
    text = "".join(document({"head": "√"}, ("items", items), ("more", [])))

    assert json.loads(text) == {"schema_version": 1, "head": "√", "items": items, "more": []}
    assert not FORBIDDEN.search(text)
    assert text.count("\n") == (len(items) + 2 if items else 1)


def test_text_is_written_as_it_is():
    assert dumps({"a": "Ærø 无锡 √"}) == '{"a": "Ærø 无锡 √"}'


def issues(*findings: Finding) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(told("gitlab", *findings))
    return found


def test_gitlab_gets_a_list_of_issues():
    assert issues() == []
    (issue,) = issues(finding("is wrong", help="write city"))

    assert {key: value for key, value in issue.items() if key != "fingerprint"} == {
        "description": "is wrong (write city)",
        "check_name": "C203 not-in-list",
        "severity": "major",
        "location": {
            "path": "data/cities/lyon.yaml",
            "positions": {"begin": {"line": 2, "column": 3}, "end": {"line": 2, "column": 6}},
        },
    }


def test_an_issue_keeps_its_fingerprint_when_lines_come_and_go():
    here, there = finding(), finding(span=Span("data/cities/lyon.yaml", 9, 3, 9, 6))

    assert issues(here)[0]["fingerprint"] == issues(there)[0]["fingerprint"]
    assert len({issue["fingerprint"] for issue in issues(here, there, finding("else"))}) == 3


def test_sarif_is_what_other_peoples_model_of_it_takes():
    severities = [finding()._replace(severity=severity) for severity in Severity]

    text = told("sarif", *severities, accepted=1)
    log = Sarif.model_validate_json(text)

    (run,) = log.runs
    assert run.tool.driver.name == "c2c"
    assert run.tool.driver.rules
    assert run.results
    assert [str(result.level.value) for result in run.results if result.level] == [
        "error",
        "warning",
        "note",
        "error",
    ]
    results = json.loads(text)["runs"][0]["results"]
    assert ["suppressions" in result for result in results] == [False, False, False, True]
    for result in run.results:
        assert result.rule_index is not None
        assert run.tool.driver.rules[result.rule_index].id == result.rule_id == "C203"


def test_sarif_quotes_addresses_and_gives_regions_that_are_not_empty():
    (result,) = json.loads(
        told("sarif", finding(path="data/ci ty%.yaml", span=Span("data/ci ty%.yaml", 4, 2, 4, 2)))
    )["runs"][0]["results"]

    place = result["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "data/ci%20ty%25.yaml", "uriBaseId": "ROOT"},
        "region": {"startLine": 4, "startColumn": 2},
    }


def test_junit_is_what_other_peoples_parser_takes():
    findings = [
        finding(help="write city"),
        finding()._replace(severity=Severity.NOTE),
        finding(span=Span("data/cities/graz.yaml", 1)),
    ]

    suites = list(JUnitXml.fromstring(told("junit", *findings).encode()))

    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("data/cities/lyon.yaml", 2, 1),
        ("data/cities/graz.yaml", 1, 1),
    ]
    first, second = suites[0]
    assert first.name == "C203 not-in-list, line 2"
    assert first.result[0].message == "is wrong"
    assert first.result[0].text == "data/cities/lyon.yaml:2:3: error C203 is wrong\nwrite city"
    assert second.is_passed
    assert [case.is_passed for suite in JUnitXml.fromstring(told("junit").encode()) for case in suite] == [
        True
    ]


@given(HOSTILE, HOSTILE)
def test_what_data_contain_is_text_in_every_format(message: str, path: str):
    one = finding(message, help=message, path=path)

    issue = issues(one)[0]
    result = json.loads(told("sarif", one))["runs"][0]["results"][0]
    case = next(iter(next(iter(JUnitXml.fromstring(told("junit", one).encode("utf-8", "surrogatepass"))))))

    assert message in str(issue["description"])
    assert result["message"]["text"].startswith(message)
    assert case.result[0].type == "C203"
