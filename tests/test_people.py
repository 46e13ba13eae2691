"""c2c people: on a small workspace whose right answers are known by hand, on our own data, and in reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import BASE, DEMO, build, demo, told
from running import ROOT, c2c, ours, put

HEAD = """
began: 2010
agreements: [{id: paper, kind: mou, signed: 2010}, {id: again, kind: renewal, signed: 2018, renews: paper}]
narrative: [{loop: continual_improvement, step: measure, on: 2019}]
contacts:
  - {id: first, party: lyon, role: Head of office, from: 2010, to: 2014, successor: second}
  - {id: second, party: lyon, role: Head of office, from: 2015, to: 2018-06}
  - {id: third, party: lyon, role: Desk officer, from: 2018-07, confirmed: 2019-10}
  - {id: desk, party: graz, role: Interpreter, name: Nobody Named, confirmed: 2017}
  - {id: later, party: graz, role: Successor to come, from: 2021}
participants:
  - {id: club, title: Rowing club, sector: civil_society, from: 2012, to: 2017, steps: [plan, do]}
  - {id: college, title: College, sector: academia, steps: [plan]}
  - {id: school, title: School, sector: academia, actions: [exchange, dream]}
  - {id: office, title: Health office, sector: government, actions: [exchange]}
  - {id: someone, title: Someone}
  - {id: to-come, title: To come, sector: industry, from: 2021}
events:
  - {id: mayors, title: Mayors, kind: visit, when: 2018-04, host: graz, level: high, follow_up: A second school}
  - {id: about-trip, title: The trip, kind: visit, when: 2019-03, actions: [trip]}
  - {id: riddle, title: Riddle, kind: visit, when: 2015}
  - {id: next, title: Next, kind: visit, when: 2020, host: lyon}
  - {id: party, title: A party, kind: celebration, when: 2019}
ideas:
  - {id: music, title: Music, by: [lyon, graz], on: 2019}
  - {id: film, title: Film, by: [graz]}
  - {id: nobodys, title: Nobody's}
""".strip()
ACTIONS = """
- {id: exchange, title: Exchange, when: 2019-05, proposed_by: graz, status: [{on: 2019-06, is: done}]}
- {id: dream, title: Dream, when: 2019-05, proposed_by: lyon}
- {id: trip, title: Trip, kind: visit, host: lyon, when: 2019-03, status: [{on: 2019-04, is: done}]}
- {id: tour, title: Tour, kind: visit, host: graz, when: 2017, status: [{on: 2018, is: done}]}
- {id: tour-again, title: Tour again, kind: visit, host: graz, when: 2017, same_as: [tour], status: [{on: 2018, is: done}]}
- {id: half, title: Half, kind: visit, host: graz, status: [{on: 2019, is: partly_done, postponed_to: 2020}]}
- {id: plan, title: Plan, kind: visit, host: graz, when: 2020}
- {id: wait, title: Wait, status: [{on: 2019, is: open, waiting_for: {party: graz, since: 2018}}]}
- {id: wait-long, title: Wait long, status: [{on: 2019, is: open, waiting_for: {who: The embassy, since: 2017-05}}]}
""".strip()
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: The platform\nlanguages: [en]\n",
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/empty.yaml": "title: Nothing on record\nparties: [lyon, graz]\nkind: mou\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def seen(root: Path, id: str = "demo", *arguments: str, as_of: str = "2019-12-31") -> dict[str, Any]:
    ran = c2c("--root", root, "people", id, "--as-of", as_of, "--json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)["partnerships"][0]
    return found


def rows(found: dict[str, Any], name: str, *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(item[key] for key in keys) for item in found[name]]


def test_contacts_with_tenure_and_who_is_to_be_confirmed(root: Path):
    found = seen(root)

    assert rows(found, "contacts", "id", "former", "stale", "confirm_by", "successor") == [
        ("first", True, False, "2011-12-31", "second"),
        ("second", True, False, "2016-12-31", None),
        ("third", False, False, "2020-10-31", None),
        ("desk", False, True, "2018-12-31", None),
    ]
    assert found["turnover"] == {"changes": 2, "since": "2010-01-01"}
    assert (found["single"], found["nobody"]) == (["lyon", "graz"], [])


def test_nobody_speaks_for_a_party_only_where_that_is_sure(root: Path):
    alone = "contacts: [{id: desk, party: graz, role: Desk}]"
    put(root, {DEMO: demo(alone)})
    assert (seen(root)["single"], seen(root)["nobody"]) == (["graz"], ["lyon"])

    put(root, {DEMO: demo(alone.replace("party: graz, ", ""))})  # it may be Lyon's
    assert (seen(root)["single"], seen(root)["nobody"]) == ([], [])

    assert (seen(root, "empty")["single"], seen(root, "empty")["nobody"]) == ([], [])  # unknown is not nobody


def test_sectors_and_steps(root: Path):
    sectors = {item["sector"]: item for item in seen(root)["sectors"]}

    def cells(sector: str | None) -> dict[str, tuple[list[str], str | None]]:
        return {each["step"]: (each["who"], each["last"]) for each in sectors[sector]["steps"]}

    assert cells("civil_society") == {"plan": (["club"], "2017"), "do": (["club"], "2017")}
    assert cells("academia") == {
        "plan": (["college"], None),
        "do": (["school"], "2019-05"),
    }  # dream is not done
    assert cells("industry") == {}  # who comes later is not there yet
    assert cells("government") == {
        "partner": (["paper", "again"], "2018"),
        "do": (["office", "exchange", "trip", "tour", "tour-again"], "2019-05"),
        "act": (["again"], "2018"),
    }
    assert sectors[None]["participants"] == ["someone"]
    assert (sectors["civil_society"]["last"], sectors["academia"]["last"]) == ("2017", None)


def test_the_gap_is_named(root: Path):
    assert rows(seen(root), "gaps", "sector", "since", "steps", "sentence") == [
        ("industry", None, [], "Industry: nobody on record."),
        ("academia", None, ["measure"], "Academia: nobody on record at Measure."),
        ("civil_society", "2017", [], "Civil society: nobody on record since 2017."),
    ]
    # in 2018, they had been there less than a year before
    assert "civil_society" not in [
        each[0] for each in rows(seen(root, as_of="2018-06"), "gaps", "sector", "since") if each[1]
    ]
    put(root, {DEMO: demo("participants: [{id: firm, title: Firm, sector: industry}]")})
    said = {each[0]: each[1] for each in rows(seen(root), "gaps", "sector", "sentence")}
    assert said["industry"] == "Industry: takes part, but at which steps is not on record."


def test_a_visit_that_is_told_of_under_its_other_id_is_one(root: Path):
    events = "events: [{id: told, title: Told, kind: visit, when: 2017, host: graz, actions: [ride-again]}]"
    actions = """
- {id: ride, title: Ride, kind: visit, host: graz, when: 2017, status: [{on: 2018, is: done}]}
- {id: ride-again, title: Ride again, same_as: [ride]}
"""
    put(root, {DEMO: demo(events, actions)})

    assert [each["id"] for each in seen(root)["visits"]] == ["told"]


def test_who_visits_whom(root: Path):
    found = seen(root)

    assert rows(found, "visits", "id", "when", "host", "guests", "level", "follow_up") == [
        ("riddle", "2015", None, [], None, None),
        ("tour", "2017", "graz", ["lyon"], None, None),  # tour-again is the same one
        ("mayors", "2018-04", "graz", ["lyon"], "high", "A second school"),
        ("about-trip", "2019-03", "lyon", ["graz"], None, None),  # the action says where
    ]
    assert rows(found, "exchange", "party", "paid", "received") == [("lyon", 2, 1), ("graz", 1, 2)]


def test_of_three_parties_the_guests_are_those_that_are_named(root: Path):
    visits = (
        "{id: a, title: A, kind: visit, when: 2018, host: lyon}",
        "{id: b, title: B, kind: visit, when: 2019, host: lyon, guests: [oslo]}",
    )
    text = demo(f"events: [{', '.join(visits)}]").replace("[lyon, graz]", "[lyon, graz, oslo]")
    put(root, {DEMO: text, "data/cities/oslo.yaml": "names: Oslo\nkind: city\ncountry: 'NO'\n"})

    assert rows(seen(root), "visits", "id", "guests") == [("a", []), ("b", ["oslo"])]


def test_who_proposes_and_who_is_waited_for(root: Path):
    found = seen(root)

    assert rows(found, "proposed", "party", "actions", "ideas") == [
        ("lyon", 1, 1),
        ("graz", 1, 2),
        (None, 7, 1),
    ]
    assert rows(found, "waiting", "action", "party", "who", "since") == [
        ("wait-long", None, "The embassy", "2017-05"),
        ("wait", "graz", None, "2018"),
    ]


def test_the_terminal_tells_all_of_it(root: Path):
    out = c2c("--root", root, "people", "demo", "--as-of", "2019").out

    for line in (
        "Head of office (first) · Lyon · since 2010 · until 2014 · then second",
        "Head of office (second) · Lyon · since 2015 · until June 2018 · no successor on record",
        "Interpreter (desk) · Graz · Nobody Named · confirmed 2017 · to be confirmed",
        "2 contacts have left since 1 January 2010.",
        "For Graz one contact speaks, and nobody else.",
        "Plan: club (last 2017)",
        "Do: office, exchange, trip, and 2 more (last May 2019)",
        "Civil society: nobody on record since 2017.",
        "Graz: visits paid 1, received 2",
        "Of 1 visit it is not recorded who was visited.",
        "Mayors (mayors) · April 2018 · to Graz · high level · afterwards: A second school",
        "waits for The embassy since May 2017: Wait long",
    ):
        assert line in out
    empty = c2c("--root", root, "people", "empty").out
    for line in ("No contact is on record.", "Nobody is on record.", "Nothing is on record."):
        assert line in empty


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "waits for The embassy since May 2017: Wait long",
                "waits for Graz since 2018: Wait",
                "waits for an answer since 2018: Nobody said who",
                "waits for an answer: Nobody said since when",
            ],
        ),
        (
            "da",
            [
                "venter på The embassy siden maj 2017: Wait long",
                "venter på Graz siden 2018: Wait",
                "venter på svar siden 2018: Nobody said who",
                "venter på svar: Nobody said since when",
            ],
        ),
        (
            "zh",
            [
                "自2017年5月起等待 The embassy：Wait long",
                "自2018年起等待 Graz：Wait",
                "自2018年起等待答复：Nobody said who",
                "等待答复：Nobody said since when",
            ],
        ),
    ],
)
def test_who_is_waited_for_is_said_as_far_as_it_is_on_record(root: Path, language: str, said: list[str]):
    more = (
        "\n- {id: who, title: Nobody said who, status: [{on: 2019, is: open, waiting_for: {since: 2018}}]}"
        "\n- {id: when, title: Nobody said since when, status: [{on: 2019, is: open, reason: waiting_for_others}]}"
    )
    put(root, {DEMO: demo(HEAD, ACTIONS + more), "c2c.yaml": "languages: [en, da, zh]\n"})

    ran = c2c("--root", root, "people", "demo", "--as-of", "2019", "--lang", language)

    assert [line.strip() for line in ran.out.splitlines()][-4:] == said


def test_the_table_of_all(root: Path):
    head, demo_row, empty = c2c("--root", root, "people", "--as-of", "2019").out.splitlines()

    assert head.split()[:3] == ["id", "partnership", "contacts"]
    assert demo_row.split() == ["demo", "Demo", "2", "1", "-", "2", "1", "4", "3", "2"]
    assert empty.split() == ["empty", "Nothing", "on", "record", *"--------"]


def test_new_records_what_is_asked(root: Path):
    put(
        root,
        {
            DEMO: demo(
                "", "- {id: trip, title: Trip, kind: visit, when: 2019, status: [{on: 2019, is: done}]}"
            )
        },
    )
    visit = ("visit", "demo", "--title", "Trip", "--when", "2019", "--host", "graz", "--level", "high")

    assert c2c("--root", root, "new", *visit, "--action", "trip", "--follow-up", "A school").code == 0
    club = (
        "participant",
        "demo",
        "--title",
        "Club",
        "--sector",
        "civil society",
        "--step",
        "plan",
        "--action",
        "trip",
    )
    assert c2c("--root", root, "new", *club).code == 0
    assert rows(seen(root), "visits", "host", "level", "follow_up") == [("graz", "high", "A school")]
    assert c2c("--root", root, "new", *club[:2], "--title", "X", "--step", "plann").err.startswith(
        "error: there is no step 'plann'"
    )


def test_what_names_nothing_is_found(tmp_path: Path):
    head = """
contacts: [{id: a, role: R, successor: b}, {id: c, role: R, successor: c}]
participants: [{id: p, title: P, steps: [plann], actions: [none], from: 2019, to: 2018}]
events: [{id: v, title: V, kind: visit, when: 2019, host: oslo, guests: [lyon, gra]}]
"""
    found = [
        line.partition(": ")[2] for line in told(build(tmp_path, {DEMO: demo(head)}), but=frozenset({"C702"}))
    ]

    assert sorted(line.split()[1] for line in found if line.startswith("error")) == [
        "C303", "C305", "C305", "C308", "C316", "C316", "C401",
    ]  # fmt: skip


def test_bycirklen_and_wuxi_at_the_end_of_2019():
    found = json.loads(ours("people", "bycirklen-wuxi", "--as-of", "2019-12-31", "--json").out)[
        "partnerships"
    ][0]

    assert found["contacts"] == []
    assert [(each["action"], each["who"], each["since"]) for each in found["waiting"]] == [
        ("kindergarten-exchange", "VIA", "2018-21")
    ]
    assert [(each["party"], each["paid"], each["received"]) for each in found["exchange"]] == [
        ("bycirklen", 2, 2),
        ("wuxi", 2, 2),
    ]
    assert found["proposed"] == [
        {"party": None, "actions": 40, "ideas": 0}
    ]  # nobody wrote down who proposed what
    assert all(visit["follow_up"] is None for visit in found["visits"])
    assert [gap["sector"] for gap in found["gaps"]] == ["industry", "academia", "civil_society"]


def test_all_our_partnerships_can_be_asked():
    everything = json.loads(c2c("--root", ROOT, "people", "--json", "--as-of", "2019").out)["partnerships"]
    nice = next(each for each in everything if each["id"] == "nice-zhanjiang")

    assert len(everything) == 83
    assert [(each["id"], each["host"], each["level"]) for each in nice["visits"]] == [
        ("citizens-in-zhanjiang", "zhanjiang", "citizens")
    ]


def test_a_report_says_who_speaks_for_whom_by_role_only(root: Path):
    for form in ("md", "html"):
        page = c2c("--root", root, "report", "demo", "--year", "2019", "--format", form).out
        for words in (
            "Who speaks for whom",
            "Desk officer",
            "to be confirmed",
            "Give and take",
            "A second school",
        ):
            assert words in page
        assert "Civil society: nobody on record since 2017." in page
        assert "Nobody Named" not in page
        assert (
            "Who speaks for whom"
            not in c2c("--root", root, "report", "empty", "--year", "2019", "--format", form).out
        )
    plain = c2c("--root", root, "report", "demo", "--year", "2019").out
    assert "| Plan | unknown | unknown | College | Rowing club (last 2017) |" in plain
    assert (
        "| Do | the parties; Health office (last May 2019) | unknown | School (last May 2019) | Rowing club (last 2017) |"
        in plain
    )


def test_the_annual_report_says_what_is_due_next_as_of_its_day_and_names_the_gaps(root: Path):
    page = c2c("--root", root, "report", "--year", "2019").out

    due = page[page.index("## What is due next") : page.index("## What is not on record")]
    assert "until 31 December 2020" in due
    assert "### Overdue (3)" in due
    assert "- 31 May 2019: Overdue: Dream (May 2019) (Demo)\n" in due
    assert "- Waiting for The embassy since May 2017: Wait long (Demo)\n" in due
    for gap in ("no contact", "nobody from outside the government", "no visit"):
        assert f"Of 1 partnership {gap}" in page
    assert page == c2c("--root", root, "report", "--year", "2019").out


def test_a_government_that_takes_part_by_its_parties_alone_is_no_zero():
    out = c2c("--root", ROOT, "people", "belfast-shenyang", "--as-of", "2019").out

    assert "  Government: the parties\n      Partner: sister-city-2016 (last 2016)\n" in out
    assert "(0)" not in out
