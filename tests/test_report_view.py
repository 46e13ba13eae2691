from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from c2c.report.view import Question
from reporting import LANGUAGES, partnership, seen, workspace
from running import c2c
from sheet import SHEET


def _only(root: Path, **how: Any) -> dict[str, Any]:
    partnerships = seen(root, **how)["partnerships"]
    assert isinstance(partnerships, list)
    (one,) = partnerships
    assert isinstance(one, dict)
    return one


def _values(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)


def _numbers(tally: dict[str, Any]) -> dict[str, int]:
    return {each["outcome"]: each["n"] for each in tally["outcomes"]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_templates_see_plain_data_only(lang: str) -> None:
    plain = (dict, list, str, int, float, bool, type(None))

    assert {type(value) for value in _values(seen(SHEET, lang))} <= set(plain)


def test_the_real_sheet_counts_as_its_readme_says() -> None:
    view = _only(SHEET)

    assert view["total"] == 40
    assert {each["status"]: each["n"] for each in view["counts"]} == {
        "done": 32,
        "partly_done": 3,
        "not_done": 1,
        "unclear": 1,
        "open": 3,
    }
    assert [[effort["total"] for effort in area["efforts"]] for area in view["focus_areas"]] == [
        [5, 4, 4, 2],
        [5, 6],
        [5, 5, 4],
    ]
    assert [[effort and effort["total"] for effort in row] for row in view["rows"]] == [
        [5, 5, 5],
        [4, 6, 5],
        [4, None, 4],
        [2, None, None],
    ]
    assert view["twice"] == 2
    assert view["updated_before"] == ""


def test_done_without_evidence_is_a_class_of_its_own(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        a=partnership("""
            {id: shown, title: A, status: [{on: 2019-12, is: done, evidence: [{url: "https://example.org/a"}]}]}
            {id: said, title: B, status: [{on: 2019-12, is: done}]}
            {id: silent, title: C}
        """),
    )

    view = _only(root)

    assert _numbers(view) == {
        "proven": 1,
        "unproven": 1,
        "partly_done": 0,
        "not_done": 0,
        "unclear": 0,
        "open": 1,
    }
    assert [each["id"] for each in view["delivered"]] == ["shown"]
    assert [each["id"] for each in view["unproven"]] == ["said"]
    assert [each["id"] for each in view["unreported"]] == ["silent"]
    assert view["open"] == []


def test_a_bar_is_as_long_as_its_parts(tmp_path: Path) -> None:
    actions = "\n".join(f"{{id: a{i}, title: A{i}, status: [{{on: 2019-12, is: done}}]}}" for i in range(7))
    root = workspace(tmp_path, a=partnership(actions + "\n{id: last, title: Last}"))

    bar = _only(root)["outcomes"]

    assert [(each["from"], each["share"]) for each in bar if each["n"]] == [(0.0, 87.5), (87.5, 12.5)]


def test_the_promises_of_a_year_are_told_apart(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        a=partnership("""
            {id: dated, title: A, when: 2019-09}
            {id: moved, title: B, when: 2018, status: [{on: 2018-12, is: open, postponed_to: 2019-05}]}
            {id: running, title: C}
            {id: earlier, title: D, when: 2018}
            {id: settled, title: E, when: 2018, status: [{on: 2018-12, is: done}]}
            {id: later, title: F, when: 2020}
        """),
    )

    plans = _only(root)["promises"]["plans"]

    assert {plan["plan"]: [each["id"] for each in plan["actions"]] for plan in plans} == {
        "dated": ["dated", "moved"],
        "running": ["running"],
        "earlier": ["earlier"],
    }


def test_what_a_plan_that_is_over_left_open_is_a_promise_of_the_years_before(tmp_path: Path) -> None:
    over = partnership("{id: undated, title: A}").replace("2017/2020", "2017/2018")
    root = workspace(tmp_path, a=over)

    plans = _only(root)["promises"]["plans"]

    found = {plan["plan"]: [each["id"] for each in plan["actions"]] for plan in plans if plan["actions"]}
    assert found == {"earlier": ["undated"]}


def test_what_is_next_is_what_is_dated_and_what_is_still_pending(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        a=partnership("""
            {id: dated, title: A, when: 2020-03}
            {id: moved, title: B, when: 2018, status: [{on: 2019-12, is: partly_done, postponed_to: 2020}]}
            {id: away, title: C, when: 2020, status: [{on: 2019-12, is: open, postponed_to: 2021}]}
            {id: running, title: D}
            {id: carried, title: E, when: 2019}
            {id: done, title: F, when: 2020, status: [{on: 2019-12, is: done}]}
            {id: half, title: G, when: 2019, status: [{on: 2019-12, is: partly_done}]}
        """),
    )

    following = _only(root)["next"]

    assert following["year"] == 2020
    assert [each["id"] for each in following["actions"]] == ["dated", "moved"]
    assert [each["id"] for each in following["away"]] == ["away"]
    assert [each["id"] for each in following["running"]] == ["running"]
    assert [each["id"] for each in following["carried"]] == ["carried"]


@pytest.mark.parametrize(
    ("began", "age", "is_least"),
    [("2007", 12, False), ("2007-06-01", 12, False), ("198X", 30, True), ("2030", None, False)],
)
def test_an_age_is_the_least_that_it_can_be(
    tmp_path: Path, began: str, age: int | None, is_least: bool
) -> None:
    root = workspace(tmp_path, a=partnership("{id: a, title: A, when: 2019}", f"began: {began}\n"))

    view = _only(root)

    assert (view["age"], view["age_is_least"]) == (age, is_least)


def test_who_is_waited_for_is_said_even_if_the_record_does_not_say_who(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        a=partnership("""
            {id: named, title: A, status: [{on: 2019-12, is: open, waiting_for: {party: graz, since: 2018-21}}]}
            {id: nobody, title: B, status: [{on: 2019-12, is: open, reason: waiting_for_others}]}
            {id: other, title: C, status: [{on: 2019-12, is: open, reason: postponed}]}
        """),
    )

    waiting = _only(root)["waiting"]

    assert [(each["id"], each["waiting"]) for each in waiting] == [
        ("named", {"who": {"text": "graz", "lang": "und"}, "since": "spring 2018", "asked": []}),
        ("nobody", {"who": None, "since": "", "asked": []}),
    ]


def test_what_changed_is_grouped_by_what_became_of_what(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        a=partnership("""
            {id: new, title: A, status: [{on: 2019-12, is: done}]}
            {id: grown, title: B, status: [{on: 2018-12, is: partly_done}, {on: 2019-12, is: done}]}
            {id: again, title: C, status: [{on: 2018-12, is: open}, {on: 2019-12, is: open}]}
            {id: still, title: D, status: [{on: 2018-12, is: done}]}
        """),
    )

    view = _only(root)

    assert view["updated_before"] == "December 2018"
    assert [
        (each["before"], each["after"], each["n"], [a["id"] for a in each["actions"]])
        for each in view["changes"]
    ] == [("", "done", 1, ["new"]), ("partly done", "done", 1, ["grown"]), ("open", "open", 1, ["again"])]


def test_the_record_is_told_as_far_as_it_was_so_by_then() -> None:
    view = _only(SHEET)
    ending = _only(SHEET, question=Question(2020, date(2020, 12, 31)))

    assert view["ended"] is None
    assert ending["ended"]["reason"] == "not renewed"
    assert [each["when"] for each in view["events"]] == ["18 September 2019"]
    assert len(ending["events"]) > 1
    assert [each["id"] for each in view["expiring"]] == ["renewal-2017"]


def test_an_unclear_action_keeps_its_raw_marker() -> None:
    (unclear,) = _only(SHEET)["unclear"]

    assert (unclear["marker"], unclear["word"]) == ("(%)", "unclear")


def test_a_doubt_that_came_up_later_is_left_out() -> None:
    told = [each["title"]["text"] for each in _only(SHEET)["doubts"]]
    later = [
        each["title"]["text"] for each in _only(SHEET, question=Question(2020, date(2020, 12, 31)))["doubts"]
    ]

    assert "Was the agreement renewed in 2019?" not in told
    assert "Was the agreement renewed in 2019?" in later
    assert set(told) < set(later)


def test_when_an_agreement_expires_is_a_sentence(tmp_path: Path) -> None:
    agreements = """
agreements:
  - {id: renewal, kind: renewal, signed: 2017, valid: 2017/2020}
  - {id: charter, kind: charter, signed: 2017-05-01, valid: 2017-05-01/2020-04-30}
  - {id: open, kind: mou, signed: 2017, valid: 2017/}
"""
    root = workspace(tmp_path, a=partnership("{id: one, title: A}", rest=agreements.lstrip()))

    assert [each["expiry"] for each in _only(root)["agreements"]] == [
        "The agreement as renewed in 2017 expires in 2020.",
        "An agreement expires: charter, valid 1 May 2017–30 April 2020.",
        "",
    ]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["the charter of May 2007", "Pact of friendship", "the charter of 2012", "addendum", ""]),
        ("da", ["charter fra maj 2007", "Pact of friendship", "charter fra 2012", "tillæg", ""]),
        ("zh", ["2007年5月宪章", "Pact of friendship", "2012年宪章", "补充协议", ""]),
    ],
)
def test_what_an_agreement_renews_is_called_by_title_or_form_and_year(
    tmp_path: Path, lang: str, told: list[str]
) -> None:
    agreements = """
agreements:
  - {id: a1, kind: charter, signed: 2007-05}
  - {id: a2, kind: mou, title: Pact of friendship, signed: 2010, renews: a1}
  - {id: a3, kind: charter, valid: 2012/2015, renews: a2}
  - {id: a4, kind: addendum, renews: a3}
  - {id: a5, kind: renewal, renews: a4}
"""
    root = workspace(tmp_path, a=partnership("{id: one, title: A}", rest=agreements.lstrip()))

    found = _only(root, lang=lang)["agreements"]
    assert [each["renews"] for each in found] == ["", *told[:-1]]


def test_a_decision_in_a_row_of_them_ends_with_a_full_stop_only_at_the_end(tmp_path: Path) -> None:
    evaluations = "evaluations: [{id: e, title: E, on: 2018, decisions: [Meet more., Write less.]}]\n"
    root = workspace(tmp_path, a=partnership("{id: one, title: A}", rest=evaluations))

    decisions = _only(root)["evaluations"][0]["decisions"]
    assert [each["text"] for each in decisions] == ["Meet more", "Write less."]


def test_a_place_that_is_in_no_country_is_told_without_one(tmp_path: Path) -> None:
    city = "names: Example Hill\nkind: municipality\ncountry: ZZ\n"
    root = workspace(tmp_path, a=partnership("{id: one, title: A}"))
    (root / "data/cities").mkdir(exist_ok=True)
    (root / "data/cities/lyon.yaml").write_text(city)

    (party,) = [each for each in _only(root)["parties"] if each["name"]["text"] == "Example Hill"]
    assert (party["kind"], party["country"]) == ("municipality", "")
    page = (c2c("--root", root, "report", "--year", "2019", "--lang", "en")).out
    assert "Example Hill (municipality)" in page


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "| 2017 | 6 · Evidence: letter [1] |",
                "| 2019 | 8 |",
                "| since 2018 | 7 [2] |",
                "1. letter · no web address on record",
            ],
        ),
        (
            "da",
            [
                "| 2017 | 6 · Dokumentation: letter [1] |",
                "| 2019 | 8 |",
                "| siden 2018 | 7 [2] |",
                "1. letter · ingen webadresse registreret",
            ],
        ),
        (
            "zh",
            [
                "| 2017年 | 6 · 证明材料：letter [1] |",
                "| 2019年 | 8 |",
                "| 自2018年起 | 7 [2] |",
                "1. letter · 无网址记录",
            ],
        ),
    ],
)
def test_a_source_that_is_not_on_record_is_named_by_its_id_and_an_open_period_is_in_no_picture(
    tmp_path: Path, lang: str, lines: list[str]
) -> None:
    values = """
kpis:
  - {kpi: trade, period: 2017, value: 6, unit: firms, evidence: [{source: letter}]}
  - {kpi: trade, period: 2019, value: 8, unit: firms}
  - {kpi: trade, period: 2018/.., value: 7, unit: firms, sources: [note]}
"""
    root = workspace(tmp_path, a=partnership("{id: one, title: A}") + values)

    told = c2c("--root", root, "report", "--year", "2019", "--lang", lang).out.splitlines()
    page = c2c("--root", root, "report", "--year", "2019", "--lang", lang, "--format", "html").out

    assert [line for line in told if line in lines] == lines
    (trade,) = [each for each in _only(root)["indicators"] if each["id"] == "trade"]
    assert sum(map(len, trade["picture"]["runs"])) == 2
    assert '<li id="a-source-1">letter · ' in page


def test_who_joins_or_leaves_later_has_not_yet(tmp_path: Path) -> None:
    dates = "membership: [{city: graz, joined: 2018, left: 2020-06}]\n"
    root = workspace(tmp_path, a=partnership("{id: one, title: A}", dates))

    def of_graz(year: int) -> tuple[str, str]:
        _, graz = _only(root, question=Question(year, date(year, 12, 31)))["parties"]
        return graz["joined"], graz["left"]

    assert [of_graz(year) for year in (2017, 2019, 2020)] == [("", ""), ("2018", ""), ("2018", "June 2020")]


def test_evidence_without_a_title_is_its_address(tmp_path: Path) -> None:
    shown = '[{url: "https://example.org/a", at: page 12}]'
    action = f"{{id: one, title: A, status: [{{on: 2019, is: done, evidence: {shown}}}]}}"
    root = workspace(tmp_path, a=partnership(action))

    told = c2c("--root", root, "report", "--year", "2019").out.splitlines()

    assert "  - Evidence: <https://example.org/a> (page 12)" in told
