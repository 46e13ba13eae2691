"""What the rules say beyond their manuals' examples, whole lines at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from building import DEMO, NARRATIVE, Files, build, demo, told
from c2c.rules.check import check
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]

RING = "data/cities/ring.yaml"
ASSOCIATION = "names: Ring\nkind: association\ncountry: FR\n"


def said(workspace: Workspace) -> list[str]:
    """Place, code and message of each finding."""
    found = [each for each in check(workspace).findings if each.code not in NARRATIVE]
    return [f"{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found]


def agreements(*each: str) -> Files:
    return {DEMO: demo("agreements:\n" + "\n".join(f"  - {{kind: mou, {fields}}}" for fields in each))}


def status(*each: str, action: str = "") -> Files:
    records = "".join(f"\n    - {{{fields}}}" for fields in each)
    return {DEMO: demo("", f"- id: lunch\n  title: Lunch\n{action}  status:{records}")}


def test_an_agreement_chain_holds_together(workspace: Build):
    chain = agreements(
        "id: a, signed: 2007, renews: c",
        "id: b, signed: 2010, renews: a",
        "id: c, signed: 2012, renews: b",
        "id: d, signed: 2013, renews: c",
        "id: e, signed: 2014, renews: e",
        "id: f, signed: 2001, renews: d",
        "id: g, renews: d",
        "id: h, signed: ../2000, renews: g",
    )

    assert said(workspace(chain)) == [
        "5:46 C601 'a' renews itself in the end",
        "6:46 C601 'b' renews itself in the end",
        "7:46 C601 'c' renews itself in the end",
        "9:46 C601 'e' renews itself in the end",
        "10:46 C601 signed 2001, before 'd' of 2013 that it renews",
    ]


def test_a_renewal_renews_something(workspace: Build):
    files = {
        DEMO: demo("agreements: [{id: a, kind: mou}, {id: b, kind: renewal}, {id: c, kind: mou, renews: x}]")
    }

    assert said(workspace(files)) == [
        "4:34 C601 the renewal 'b' does not say what it renews",
        "4:85 C601 there is no agreement 'x' here",
    ]


def test_of_agreements_that_could_not_be_read_none_is_missed(workspace: Build):
    files = {
        DEMO: demo("agreements: [{id: A, kind: mou}, {id: b, kind: renewal}, {id: c, kind: mou, renews: x}]")
    }

    assert said(workspace(files)) == ["4:19 C209 'A' is not an id"]


def test_dates_that_run_backwards(workspace: Build):
    text = demo(
        "began: 2010\nagreements:\n  - {id: a, kind: mou, signed: 2009, valid: 2008}\n"
        "  - {id: b, kind: letter_of_intent, signed: 2009}\n  - {id: c, kind: mou, signed: 2010-05, valid: 2010/2012}",
        """
- id: lunch
  title: Lunch
  when: 2018
  status:
    - on: 2017-12
      is: not_done
      reason: postponed
      postponed_to: 2017
      waiting_for: {party: graz, since: 2018, asked: [2018-05, 2016]}
    - {on: 2018-12, is: not_done, reason: postponed, postponed_to: 2018-05}
""",
    )

    assert said(workspace({DEMO: text})) == [
        "6:32 C401 the signing 2009 is before the beginning of the partnership 2010",
        "6:45 C401 validity until 2008 is before the signing 2009",
        "20:21 C401 the status of 2017-12 is before the waiting since 2018",
        "23:31 C401 the new date 2017 is before the planned date 2018",
        "24:74 C401 asked on 2016 is before the waiting since 2018",
    ]


def test_dates_of_an_association_that_run_backwards(workspace: Build):
    text = (
        ASSOCIATION
        + "founded: 1992\ndissolved: 1990\nmembers:\n  - {city: lyon, joined: 1991, left: 1980}\n  - {city: graz, joined: 1992}\n"
    )

    assert said(workspace({RING: text})) == [
        "5:12 C401 the end 1990 is before the founding 1992",
        "7:26 C401 joining 1991 is before the founding 1992",
        "7:38 C401 leaving 1980 is before joining 1991",
    ]


def test_coarse_and_open_dates_get_the_benefit_of_the_doubt(workspace: Build):
    head = "began: 2017-05\nended: {on: 2017, reason: other}\nagreements: [{id: a, kind: mou, signed: 2017, valid: ../2016?}]"

    assert said(workspace({DEMO: demo(head.replace("../2016?", "2017/.."))})) == []
    assert said(workspace({DEMO: demo(head)})) == [
        "6:54 C401 validity until ../2016? is before the signing 2017"
    ]


def test_what_begins_and_ends_on_one_day_is_in_order(workspace: Build):
    head = "began: 2017-05-01\nended: {{on: 2017-0{}, reason: other}}"

    assert said(workspace({DEMO: demo(head.format("5-01"))})) == []
    assert [each[:9] for each in said(workspace({DEMO: demo(head.format("4-30"))}))] == ["5:13 C401"[:9]]


def test_nothing_is_done_before_it_could_have_been(workspace: Build):
    when = "  when: {edtf: '{2017-05,2018}', text: May 2017 and 2018}\n"
    records = [
        "on: 2016, is: done, evidence: [{source: case-study}]",
        "on: 2017-05, is: partly_done, reason: postponed",
    ]
    records += ["on: 2015, is: open", "is: done", "on: ../2014, is: partly_done, reason: other"]

    assert said(workspace(status(*records, action=when))) == [
        "15:22 C402 done as of 2016, but planned for {2017-05,2018}",
        "18:17 C403 this status has no date, so it is not counted",
        "19:22 C402 partly done as of ../2014, but planned for {2017-05,2018}",
    ]


def test_a_status_without_an_end_is_not_counted(workspace: Build):
    assert said(workspace(status("on: 2019/.., is: open"))) == [
        "14:22 C403 2019/.. has no end, so this status is never counted"
    ]


def test_the_last_status_is_the_one_with_the_latest_date(workspace: Build):
    assert said(workspace(status("on: 2020, is: done", "on: 2019, is: unclear"))) == [
        "14:32 C502 'lunch' is done, and nothing shows it"
    ]
    assert said(workspace(status("on: 2020, is: unclear", "on: 2019, is: done", "is: open"))) == [
        "14:32 C504 'lunch' is unclear",
        "16:17 C403 this status has no date, so it is not counted",
    ]
    assert (
        said(
            workspace(
                status(
                    "on: 2020, is: open", "on: 2020-12-31, is: done, evidence: [{url: https://example.org}]"
                )
            )
        )
        == []
    )


def test_what_is_not_done_says_why(workspace: Build):
    records = [
        "on: 2017, is: partly_done",
        "on: 2018, is: not_done, reason: other",
        "on: 2019, is: not_done, note: x",
        "on: 2020, is: open",
    ]

    assert said(workspace(status(*records))) == ["14:32 C501 partly done, and nothing says why"]


def test_markers_and_their_legend(workspace: Build):
    head = "legend: {x: done, ✓: partly_done, “”: open}"
    actions = "\n".join(
        f"- {{id: a{n}, title: A{n}, status: [{{on: 2019, is: {marker}, reason: other, evidence: [{{source: case-study}}]}}]}}"
        for n, marker in enumerate(["x", "√", "'%'", "partly_done"])
    )

    found = check(workspace({DEMO: demo(head, actions)})).findings

    assert [
        (f"{each.span.line}:{each.span.column} {each.code} {each.message}", each.help)
        for each in found
        if each.code not in NARRATIVE
    ] == [
        ("13:57 C503 '√' looks like the marker ✓, and is read as it", "write is: partly_done"),
        ("14:57 C503 the marker '%' is in no legend", "the legend: x done, ✓ partly_done, “” open"),
        ("14:57 C504 'a2' is unclear", "ask whoever reported it, and add a status record with the answer"),
    ]


def test_two_statuses_of_one_date_are_the_same(workspace: Build):
    evidence = "evidence: [{source: case-study}]"
    records = [
        f"on: 2019, is: done, {evidence}",
        f"on: 2019, is: done, {evidence}",
        "on: 2019, is: open",
        "is: open",
    ]

    assert said(workspace(status(*records))) == [
        "16:22 C505 as of 2019 it is done and open",
        "17:17 C403 this status has no date, so it is not counted",
    ]


def test_ids_are_given_once_among_their_kind(workspace: Build):
    text = demo(
        "facts: [{id: all, title: A}, {id: all, title: B}]\nevents: [{id: all, title: A, kind: visit, when: 2019}]",
        "- {id: visits, title: A}\n- {id: all, title: B}",
    )
    text += "  - {id: all, title: All, efforts: [{id: visits, title: V}]}\n"

    assert said(workspace({DEMO: text})) == [
        "4:35 C304 the id 'all' is taken: it stands twice among the facts",
        "15:10 C304 the id 'all' is taken: it stands twice among the focus areas",
        "15:42 C304 the id 'visits' is taken: it stands twice among the efforts",
    ]


def test_the_ids_of_a_city_are_given_once(workspace: Build):
    text = "names: R\nkind: city\ncountry: FR\nfacts: [{id: a, title: A}, {id: a, title: B}]\nstrengths: [{id: a, title: A}]\n"

    assert said(workspace({RING: text})) == ["4:33 C304 the id 'a' is taken: it stands twice among the facts"]


def test_an_event_names_actions_of_its_file(workspace: Build):
    text = demo(
        "events: [{id: a, title: A, kind: visit, when: 2019, actions: [lunch, dinner]}]",
        "- {id: lunch, title: L}",
    )

    assert said(workspace({DEMO: text})) == ["4:70 C303 there is no action 'dinner' here"]


def test_sides_are_parties_or_members_of_one(workspace: Build):
    text = demo(
        "agreements: [{id: a, kind: mou, parties: [lyon, wuxi, nowhere]}]",
        "- {id: a, title: A, responsible: [{party: wuxi}], "
        "status: [{on: 2019, is: open, waiting_for: {party: wuxi, since: 2019}}]}",
    )
    wuxi = {"data/cities/wuxi.yaml": "names: Wuxi\nkind: city\ncountry: CN\n"}

    assert said(workspace({DEMO: text, **wuxi})) == [
        "4:49 C305 'wuxi' is not a party here",
        "4:55 C305 there is no city 'nowhere'",
        "12:53 C305 'wuxi' is not a party here",
        "12:112 C305 'wuxi' is not a party here",
    ]
    assert said(workspace({DEMO: text.replace("lyon, graz", "lyon, 城"), **wuxi})) == [
        "2:17 C209 '城' is not an id"
    ]


def test_a_partnership_has_two_parties(workspace: Build):
    assert said(workspace({DEMO: demo().replace("lyon, graz", "lyon")})) == [
        "2:10 C306 'lyon' is alone here: a partnership has two parties or more"
    ]
    assert said(workspace({DEMO: demo().replace("graz", "Graz")})) == ["2:17 C209 'Graz' is not an id"]


def test_members_are_cities_of_an_association(workspace: Build):
    files = {
        RING: ASSOCIATION + "members: [{city: lyon}, {city: lyonn}, {city: other}]\n",
        "data/cities/other.yaml": ASSOCIATION,
        "data/cities/region.yaml": "names: R\nkind: metropolitan_region\ncountry: FR\nmembers: [{city: lyon}]\n",
    }

    assert said(workspace(files)) == [
        "4:1 C307 a metropolitan region has no members",
        "4:32 C307 there is no city 'lyonn'",
        "4:47 C307 'other' is an association, not a city",
    ]


def test_nobody_is_told_that_a_city_has_no_members_whose_kind_cannot_be_read(workspace: Build):
    assert said(workspace({RING: "names: R\nkind: x\ncountry: FR\nmembers: [{city: lyon}]\n"})) == [
        "2:7 C203 'x' is not a kind"
    ]


def test_titles_tell_actions_apart(workspace: Build):
    actions = """
- {id: a, title: {en: Lunch, da: Frokost, zh: 午餐}}
- {id: b, title: {en: "lunch ", da: Middag, zh: 午餐}}
- {id: c, title: {en: Supper, da: FROKOST, zh: 晚餐}}
- {id: d, title: {en: Lunch, da: Frokost, zh: 午餐}, same_as: [demo/a]}
- {id: e, title: Supper, same_as: [f]}
- {id: f, title: Supper}
"""

    assert said(workspace({DEMO: demo("", actions)})) == [
        "12:28 C701 'b' has the same title as 'a'",
        "13:28 C701 'c' has the same title as 'a'",
    ]


def test_what_is_said_anew_needs_a_day_from_which_it_counts(tmp_path: Path):
    head = """
ideas: [{id: a, title: A, status: [{on: 2019/.., is: agreed}]}]
factors: [{factor: funding, rating: strong, on: 2018/..}, {factor: funding, rating: weak}]
"""
    city = "names: Graz\nkind: city\ncountry: AT\nanswers: [{criterion: join-platform, answer: no, on: 2018/..}]\n"
    found = told(build(tmp_path, {DEMO: demo(head), "data/cities/graz.yaml": city}))

    assert [line.split(" ", 3)[1:3] for line in found if "never counted" in line] == [["error", "C403"]] * 3


@pytest.mark.parametrize(
    ("chapter", "item", "message", "mend"),
    [
        ("outcomes", "title: A", "'a' is new, and nothing says where it belongs", "add step:"),
        ("factors", "title: A", "'a' is new, and nothing says where it belongs", "add group:"),
        ("factors", "title: A, group: similarity", "'similarity' is no group of factors", "mutual-interests"),
        ("criteria", "title: A, group: human", "'human' is no group of criteria", "potential"),
    ],
)
def test_what_is_new_in_the_guidebook_has_a_place_in_it(
    workspace: Build, chapter: str, item: str, message: str, mend: str
):
    name = f"data/guidebook/{chapter}.yaml"

    [finding] = check(workspace({name: f"items: [{{id: a, {item}}}]\n"})).findings

    assert (finding.span.path, finding.code, finding.message) == (name, "C323", message)
    assert mend in finding.help


def test_a_group_of_factors_says_so_and_one_of_criteria_need_not(workspace: Build):
    files = {
        "data/guidebook/groups.yaml": "items: [{id: luck, title: Luck}]\n",
        "data/guidebook/factors.yaml": "items: [{id: weather, title: The weather, group: luck}]\n",
        "data/guidebook/criteria.yaml": "items: [{id: wind, title: Wind, group: luck}, {id: rain, title: Rain}]\n",
    }

    [finding] = check(workspace(files)).findings

    assert str(finding).startswith(
        "data/guidebook/factors.yaml:1:50: error C323 'luck' is no group of factors"
    )


def test_what_the_guidebook_has_keeps_its_place(workspace: Build):
    files = {
        "data/guidebook/groups.yaml": "items: [{id: human, title: People}, {id: luck, of: factors, title: Luck}]\n",
        "data/guidebook/factors.yaml": """
items:
  - {id: funding, title: Money}
  - {id: weather, title: The weather, group: luck}
  - {id: regular-contact, group: luck}
""",
    }

    assert said(workspace(files)) == []
