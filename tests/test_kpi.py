"""c2c kpi: on a small workspace whose right answers are known by hand, on our own data, and with whatever values come."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from building import BASE, DEMO, build, demo
from running import ROOT, c2c, ours, put

HEAD = """
kpis:
  - {kpi: foreign-students, period: 2019, value: 50, definition: With exchange students., sources: [case-study]}
  - {kpi: foreign-students, period: 2016, value: 20}
  - {kpi: foreign-students, period: 2015, value: 10, note: Counted by hand.}
  - {kpi: foreign-students, period: 2018, value: 30, bound: at_least, definition: With exchange students.}
  - {kpi: foreign-students, period: 2020, value: 60, kind: target}
  - {kpi: foreign-students, period: 2014, value: 5, kind: baseline}
  - {kpi: trade, period: 2018, value: 7, unit: million euros}
  - {kpi: trade, period: 2019, value: 0, unit: million euros}
  - {kpi: trade, period: 2025, value: 9, unit: million euros, kind: target}
  - {kpi: bees, period: 2019-41, value: 4}
  - {kpi: reputation, period: 2019, statement: Both newspapers are kind., evidence: [{source: case-study}]}
events:
  - {id: mayors, title: Mayors, kind: visit, when: 2018-04, host: graz, level: high}
  - {id: mayors-back, title: Back, kind: visit, when: 2019-05, host: lyon, level: high}
  - {id: traders, title: Traders, kind: visit, when: 2019-06, host: graz, level: business}
  - {id: riddle, title: Riddle, kind: visit, when: 2018/2019, level: high}
  - {id: choir, title: Choir, kind: exchange, when: 2019-03, areas: [culture]}
  - {id: of-pupils, title: Pupils, kind: exchange, when: 2019-10, actions: [pupils]}
  - {id: next, title: Next, kind: exchange, when: 2021}
participants:
  - {id: dyers, title: Dyers, sector: industry, side: lyon, from: 2018}
  - {id: three, title: Three firms, sector: industry, side: graz, from: 2018, quantity: {value: 3}}
  - {id: some, title: Some firms, sector: industry, quantity: {value: 9, bound: about}}
  - {id: school, title: School, sector: academia, from: 2018}
lessons: [{id: time, title: Trust takes time, on: 2019, areas: [culture, education]}]
evaluations:
  - {id: review, title: Review, on: 2019-12, published: [{medium: web, on: 2019-12}, {medium: library}]}
""".strip()
ACTIONS = """
- {id: pupils, title: Pupils, kind: exchange, when: 2019-05, areas: [education], status: [{on: 2019-06, is: done}]}
- {id: again, title: Pupils, kind: exchange, when: 2019-05, same_as: [pupils], status: [{on: 2019-06, is: done}]}
- {id: twin, title: Twin, kind: exchange, when: 2019, same_as: [twin-again], status: [{on: 2019, is: done}]}
- {id: twin-again, title: Twin, kind: exchange, when: 2019, status: [{on: 2019, is: done}]}
- {id: dream, title: Dream, kind: exchange, when: 2019}
- {id: bridge, title: Bridge, kind: project, when: 2018/2020, status: [{on: 2019, is: done}]}
- {id: dropped, title: Dropped, kind: project, when: 2019, status: [{on: 2019, is: not_done}]}
- {id: some-time, title: Some time, kind: project, status: [{on: 2019, is: done}]}
""".strip()
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: The platform\nlanguages: [en]\n",
    "data/guidebook/kpis.yaml": "items: [{id: bees, title: Bees, kind: quantitative, unit: hives}]\n",
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/empty.yaml": "title: Nothing on record\nparties: [lyon, graz]\nkind: mou\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def seen(
    root: Path, kpi: str, *arguments: str, id: str = "demo", as_of: str = "2019-12-31"
) -> dict[str, Any]:
    ran = c2c("--root", root, "kpi", id, "--as-of", as_of, "--json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)["partnerships"][0]["kpis"]
    return next(each for each in found if each["id"] == kpi)


def years(found: dict[str, Any]) -> dict[int, tuple[int | None, list[str]]]:
    return {each["year"]: (each["n"], each["ids"]) for each in found["counted"]["years"]}


def test_a_changed_definition_breaks_the_series_and_bounds_are_kept(root: Path):
    first, second = seen(root, "foreign-students")["runs"]

    assert [(each["period"], each["value"], each["kind"]) for each in first["values"]] == [
        ("2014", 5, "baseline"),
        ("2015", 10, "measured"),
        ("2016", 20, "measured"),
    ]
    assert (first["differs"], first["trend"]) == ([], {"trend": "up", "from": "2015", "to": "2016"})
    assert first["target"] is None
    assert [(each["period"], each["bound"]) for each in second["values"]] == [
        ("2018", "at_least"),
        ("2019", "exactly"),
        ("2020", "exactly"),
    ]
    assert second["differs"] == ["definition"]
    assert second["trend"] == {"trend": "unknown", "from": "2018", "to": "2019"}  # 2018 may have had 60
    assert second["target"] == {"period": "2020", "value": 60, "bound": "exactly", "state": "not_yet"}


def test_a_value_of_zero_is_one_and_nothing_on_record_is_none(root: Path):
    trade = seen(root, "trade")["runs"][0]

    assert [each["value"] for each in trade["values"]] == [7, 0, 9]
    assert trade["trend"] == {"trend": "down", "from": "2018", "to": "2019"}
    nothing = seen(root, "trade", id="empty")
    assert (nothing["runs"], nothing["statements"], nothing["counted"]) == ([], [], None)
    assert seen(root, "joint-projects", id="empty")["counted"] == {"years": [], "undated": []}
    out = c2c("--root", root, "kpi", "empty").out
    assert "Nothing on record, which is not zero: High-level visits received; " in out
    assert "high-level-visits" not in out
    assert not re.search(r"\b0\b", out)


def test_what_the_record_counts_is_counted_apart_by_year(root: Path):
    visits = seen(root, "high-level-visits")
    assert years(visits) == {2018: (1, ["mayors"]), 2019: (1, ["mayors-back"])}
    assert visits["counted"]["undated"] == ["riddle"]
    shares = {
        (each["party"], each["way"], each["word"]): each["n"]
        for each in visits["counted"]["years"][1]["shares"]
    }
    assert shares == {
        ("lyon", "received", "high"): 1,
        ("graz", "paid", "high"): 1,
        ("graz", "received", "business"): 1,
        ("lyon", "paid", "business"): 1,
    }
    assert years(seen(root, "joint-projects")) == {2018: (1, ["bridge"]), 2019: (1, ["bridge"])}
    assert seen(root, "joint-projects")["counted"]["undated"] == ["some-time"]
    exchanges = years(seen(root, "non-commercial-exchanges"))
    assert exchanges == {2019: (3, ["pupils", "twin", "choir"])}
    assert years(seen(root, "our-companies-there")) == {2018: (2, ["dyers", "three"])}
    assert seen(root, "our-companies-there")["counted"]["undated"] == ["some"]
    assert years(seen(root, "new-knowledge")) == {2019: (1, ["time"])}
    assert years(seen(root, "publicity-volume")) == {2019: (1, ["review 1"])}
    assert seen(root, "visitors")["counted"] is None


def test_a_year_shows_what_is_of_it_and_compares_it_with_what_was_before(root: Path):
    of_2016 = seen(root, "foreign-students", "--year", "2016")["runs"]

    assert [(run["trend"], [each["period"] for each in run["values"]]) for run in of_2016] == [
        ({"trend": "up", "from": "2015", "to": "2016"}, ["2016"])
    ]
    assert seen(root, "reputation", "--year", "2018")["statements"] == []
    assert json.loads(c2c("--root", root, "kpi", "--json", "--year", "2018").out)["as_of"] == "2018-12-31"


def test_the_terminal_says_values_trends_targets_breaks_and_counts(root: Path):
    out = re.sub(" {2,}", "  ", c2c("--root", root, "kpi", "demo", "--as-of", "2019-12-31").out)

    for line in (
        "2016  20  students per academic year  ↑ up since 2015",
        "  Not compared with the values before: another definition.",
        "  What was counted: With exchange students.",
        "? cannot be said, against 2018  60 for 2020: not yet reached  case-study",
        "2019  0  million euros  ↓ down since 2018  9 for 2025: not yet reached",
        "  2019: Both newspapers are kind.",
        "  Counted from the record, 2018: 1 visit on a high level is on record (Graz: 1 received; Lyon: 1 paid).",
        (
            "  Counted from the record, 2019: 1 visit on a high level is on record (Graz: 1 paid; Lyon: 1 received); "
            "other visits on record, of which the level is not recorded or not high: 1 (Graz: 1 received; Lyon: 1 paid)."
        ),
        "  Counted from the record, of no single year: 1 visit on a high level is on record.",
        "  Counted from the record, 2018: 2 entries on companies that take part are on record (Graz: 1; Lyon: 1).",
        "  Counted from the record, of no single year: 1 entry on companies that take part is on record.",
    ):
        assert line in out


def test_a_visit_is_told_of_as_far_as_it_is_on_record(root: Path):
    events = """events:
  - {id: some-visit, title: Some visit, kind: visit, when: 2018-05}
  - {id: guests, title: Guests, kind: visit, when: 2018-06, guests: [lyon], level: business}
  - {id: host, title: Host, kind: visit, when: 2018-07, host: lyon}
  - {id: mayor, title: Mayor, kind: visit, when: 2019-07, guests: [lyon], level: high}"""
    put(root, {DEMO: demo(events)})
    out = c2c("--root", root, "kpi", "demo", "--as-of", "2019").out

    assert (
        "2018: other visits on record, of which the level is not recorded or not high: 3 "
        "(Graz: 1 paid; Lyon: 1 received, 1 paid; not recorded who was visited: 2).\n"
    ) in out
    assert (
        "2019: 1 visit on a high level is on record (Lyon: 1 paid; not recorded who was visited: 1).\n" in out
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "da",
            (
                "andre besøg registreret, hvis niveau ikke er højt eller ikke er registreret: 4 "
                "(Bycirklen: 2 modtaget, 1 aflagt; Wuxi: 1 modtaget, 2 aflagt; ikke registreret, hvem der fik besøg: 1)."
            ),
        ),
        (
            "zh",
            "有记录的其他访问（级别未记录或非高级别）：4次（Bycirklen：接待2次、出访1次；无锡：接待1次、出访2次；未记录由谁接待：1次）。",
        ),
    ],
)
def test_visits_can_be_read_in_our_languages(language: str, words: str):
    assert words in ours("kpi", "bycirklen-wuxi", "--as-of", "2019", "--lang", language).out


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("period: 2018, value: 7, unit: euros", "period: 2014, value: 3, unit: dollars, kind: baseline"), 0),
        (("period: 2018, value: 7, unit: euros", "period: 2018, value: 3, unit: dollars"), 0),
        (("period: 2018, value: 7, unit: euros", "period: 2020, value: 3, unit: dollars, kind: target"), 1),
        (("period: 2018, value: 7, unit: euros", "period: 2017, value: 3, unit: dollars"), 1),
    ],
)
def test_values_are_said_not_to_be_compared_only_where_there_are_some_before(
    root: Path, lines: tuple[str, str], told: int
):
    put(root, {DEMO: demo("\n".join(["kpis:", *(f"  - {{kpi: trade, {each}}}" for each in lines)]))})
    out = c2c("--root", root, "kpi", "demo", "--as-of", "2019").out

    assert out.count("Not compared with the values before: another unit.") == told


def test_all_partnerships_stand_in_the_order_of_ids_whatever_their_values(root: Path):
    put(root, {"data/partnerships/a.yaml": demo("kpis: [{kpi: trade, period: 2019, value: 1}]")})
    out = c2c("--root", root, "kpi", "--as-of", "2019-12-31").out

    assert (
        "Trade  trade\n  a: 1 amount per year, in one currency (2019)\n  demo: 0 million euros (2019) ↓\n"
        in out
    )
    assert re.search(r"^trade +Trade +2 +-$", out, re.MULTILINE)
    assert re.search(r"^visitors +Foreign visitors and tourists +- +-$", out, re.MULTILINE)
    assert re.search(r"^bees +Bees +1 +-$", out, re.MULTILINE)
    assert (
        "trade" not in c2c("--root", root, "kpi", "--city", "lyon", "--kind", "mou").out.split("\n\n", 1)[1:]
    )


def test_the_table_of_a_year_has_what_is_of_it_alone(root: Path):
    def rows(year: str) -> dict[str, tuple[str, ...]]:
        table = c2c("--root", root, "kpi", "--year", year).out.partition("\n\n")[0]
        cells = [re.split("  +", line) for line in table.splitlines()[1:]]
        return {id: tuple(counts) for id, _, *counts in cells if counts != ["-", "-"]}

    assert rows("2019")["high-level-visits"] == ("-", "1")
    assert rows("2016") == {"foreign-students": ("1", "-")}


def test_our_own_data_have_what_their_sources_state():
    found = json.loads(ours("kpi", "bycirklen-wuxi", "--as-of", "2019-12-31", "--json").out)
    counted = {each["id"]: each["counted"] for each in found["partnerships"][0]["kpis"]}

    assert all(not each["runs"] and not each["statements"] for each in found["partnerships"][0]["kpis"])
    assert [each["n"] for each in counted["high-level-visits"]["years"]] == [
        None,
        None,
    ]  # no level is on record
    assert len(counted["our-companies-there"]["undated"]) == 4
    everything = json.loads(c2c("--root", ROOT, "kpi", "--json", "--as-of", "2019").out)["partnerships"]
    assert len(everything) == 83
    reported = {
        (partnership["id"], each["id"], value["period"], value["value"])
        for partnership in everything
        for each in partnership["kpis"]
        for run in each["runs"]
        for value in run["values"]
    }
    assert reported == {
        ("belfast-shenyang", "academic-activities", "2019", 2),
        ("belfast-shenyang", "foreign-students", "2018", 14),
    }
    assert {len(each["kpis"]) for each in everything} == {18}


def test_what_is_aimed_at_in_words_is_not_measured(tmp_path: Path):
    head = "kpis: [{kpi: reputation, period: 2018, kind: target, statement: To be well known}]"
    root = build(tmp_path, {DEMO: demo(head)}).root
    table = c2c("--root", root, "kpi").out.splitlines()

    (row,) = (line for line in table if line.startswith("reputation "))
    assert re.search(r" -  +-", row), row


def test_two_places_where_an_evaluation_stands_are_two(tmp_path: Path):
    places = "[{medium: web, on: 2019, url: 'https://a.org'}, {medium: web, on: 2019, url: 'https://b.org'}]"
    root = build(
        tmp_path, {DEMO: demo(f"evaluations: [{{id: e, title: E, on: 2019, published: {places}}}]")}
    ).root

    assert "2019: 2 publications are on record" in c2c("--root", root, "kpi", "demo").out


def test_a_number_is_never_rounded_to_zero(tmp_path: Path):
    root = build(tmp_path, {DEMO: demo("kpis: [{kpi: trade, period: 2018, value: 0.0000001}]")}).root

    assert "1E-7" in c2c("--root", root, "kpi", "demo").out
