"""c2c learn: on a small workspace whose right answers are known by hand, on our own data, and in reports."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from building import BASE, DEMO, build, demo, told
from c2c.guidebook.book import Guidebook
from c2c.learning.account import account
from c2c.learning.portfolio import FEW, Factor, Part
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.source import Source
from c2c.standing import overview
from running import ROOT, c2c, put

HEAD = """
began: 2000
evaluations:
  - {id: first, title: First review, on: 2015, by: The two mayors, scopes: [activity], findings: [Too few meetings],
     decisions: [Meet every month], published: [{medium: newspaper, on: 2015-06}]}
  - {id: second, title: Second review, period: 2016/2018, scopes: [activity, partnership]}
  - {id: silent, title: Nobody knows what of, on: 2018}
  - {id: later, title: Later review, on: 2020, scopes: [alignment]}
obstacles:
  - {id: distance, title: The distance, challenge: distance, step: do, since: 2010, adjustment: Meet online,
     adjusted: 2016, effect: More people take part, evidence: [{source: case-study}]}
  - {id: turnover, title: Nobody stays, challenge: staff-changes, step: plan, since: 2017, adjustment: A joint mailbox,
     adjusted: 2018-06}
  - {id: money, title: No money, challenge: staff-and-resources, since: 2018}
  - {id: nameless, title: Something else}
  - {id: to-come, title: To come, challenge: language, since: 2020}
factors:
  - {factor: champions, rating: weak}
  - {factor: champions, rating: strong, on: 2018}
  - {factor: reciprocity, rating: fair, on: 2018, by: The two mayors, evidence: [{source: case-study}]}
  - {factor: funding, rating: absent, on: 2019}
  - {factor: regular-contact, rating: strong, on: 2020}
achievements:
  - {id: exchange, title: A yearly exchange, beneficiaries: [Pupils], evidence: [{source: case-study}]}
  - {id: unshown, title: Nobody can show it}
events:
  - {id: concert, title: Concert, kind: festival, when: 2018}
  - {id: quarrel, title: Quarrel, kind: debate, when: 2018}
lessons: [{id: time, title: Trust takes time, areas: [culture]}]
""".strip()
SHOWN = "status: [{on: 2018, is: done, evidence: [{source: case-study}]}]"
ACTIONS = f"""
- {{id: choir, title: Choir, kind: exchange, areas: [culture, music], beneficiaries: [Singers], {SHOWN}}}
- {{id: choir-again, title: Choir again, kind: exchange, areas: [culture], same_as: [choir], {SHOWN}}}
- {{id: trip, title: Trip, kind: visit, areas: [education], status: [{{on: 2018, is: done}}]}}
- {{id: paper, title: Paper, kind: agreement, status: [{{on: 2018, is: done}}]}}
- {{id: fair, title: Fair, areas: [business]}}
""".strip()
MUSIC = "items: [{id: music, title: Music, broader: culture}]\n"
OTHER = """
title: Other
parties: [lyon, graz]
kind: mou
began: 2015
areas: [education]
obstacles: [{id: far, title: Too far, challenge: distance, step: do}]
factors: [{factor: champions, rating: absent}, {factor: reciprocity, rating: strong}]
"""
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: The platform\nlanguages: [en]\n",
    "data/guidebook/areas.yaml": MUSIC,
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/other.yaml": OTHER,
    "data/partnerships/empty.yaml": "title: Nothing on record\nparties: [lyon, graz]\nkind: mou\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def asked(root: Path, *arguments: str, as_of: str = "2019-12-31") -> dict[str, Any]:
    ran = c2c("--root", root, "learn", "--as-of", as_of, "--json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def one(root: Path, id: str = "demo", *arguments: str, as_of: str = "2019-12-31") -> dict[str, Any]:
    found: dict[str, Any] = asked(root, id, *arguments, as_of=as_of)["accounts"][0]
    return found


def rows(found: list[dict[str, Any]], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(item[key] for key in keys) for item in found]


def test_the_workspace_of_this_test_is_well_formed(root: Path):
    from c2c.workspace import Workspace

    findings = told(Workspace.open(root))

    assert [line for line in findings if " error " in line or "warning" in line] == []


def test_evaluations_by_what_they_look_at(root: Path):
    found = one(root)

    assert rows(found["scopes"], "scope", "evaluations") == [
        ("activity", ["first", "second"]),
        ("partnership", ["second"]),
        ("alignment", []),  # the later one had not been taken
        ("contribution", []),
    ]
    assert rows(found["evaluations"], "id", "on", "by", "decisions") == [
        ("first", "2015", "The two mayors", ["Meet every month"]),
        ("second", None, None, []),
        ("silent", "2018", None, []),
    ]
    assert found["evaluations"][0]["published"] == [{"medium": "newspaper", "on": "2015-06", "url": None}]
    out = c2c("--root", root, "learn", "demo", "--as-of", "2019", "--topic", "evaluations").out
    never = "Alignment with the environment and Contribution to the city's objectives"
    assert f"Never looked at, as far as is on record: {never}." in out
    assert "Of 1 evaluation it is not recorded what it looks at." in out


def test_obstacles_by_how_far_they_have_come(root: Path):
    assert rows(one(root)["obstacles"], "id", "state", "adjustment", "effect", "evidence") == [
        ("distance", "effect", "Meet online", "More people take part", 1),
        ("turnover", "adjusted", "A joint mailbox", None, 0),
        ("money", "open", None, None, 0),
        ("nameless", "open", None, None, 0),
    ]
    # a change counts from its day on, and its effect with it
    assert rows(one(root, as_of="2015-12-31")["obstacles"], "id", "state", "adjustment", "effect") == [
        ("distance", "open", None, None),
        ("nameless", "open", None, None),
    ]


def test_the_profile_takes_the_newest_rating_and_leaves_out_what_is_not_rated(root: Path):
    found = one(root)["profile"]

    assert rows(found, "factor", "rated", "of", "mean") == [
        ("human", 2, 7, 3.5),  # strong, 4, and fair, 3; the weak one is older
        ("mutual-interests", 0, 7, None),
        ("support", 0, 3, None),
        ("publicity", 0, 4, None),
        ("management", 1, 6, 1.0),  # absent is rated; what is rated in 2020 is not there yet
    ]
    assert rows(found[0]["ratings"], "id", "rating", "on") == [
        ("champions", "strong", "2018"),
        ("reciprocity", "fair", "2018"),
    ]
    assert one(root, "empty")["profile"][0]["mean"] is None


def test_age_variety_and_results_of_one(root: Path):
    found = one(root)

    assert (found["years"], found["kinds"]) == (19, ["exchange", "festival", "visit"])  # no paper, no quarrel
    assert found["areas"] == ["culture", "music", "education", "business"]
    assert found["results_with_evidence"] == 2  # the exchange, and the choir once
    assert rows([found, one(root, "empty")], "results_with_evidence", "years") == [(2, 19), (0, None)]


def test_evaluations_of_many(root: Path):
    found = asked(root)

    assert (found["evaluated"], found["partnerships"]) == (1, 3)
    assert rows(found["scopes"], "scope", "partnerships") == [
        ("activity", 1),
        ("partnership", 1),
        ("alignment", 0),
        ("contribution", 0),
        (None, 1),
    ]


def test_obstacles_of_many_by_challenge_and_by_step(root: Path):
    found = asked(root)

    assert rows(found["challenges"], "challenge", "partnerships", "changed", "with_effect") == [
        ("distance", ["demo", "other"], ["demo"], ["demo"]),
        ("staff-and-resources", ["demo"], [], []),
        ("staff-changes", ["demo"], ["demo"], []),
        (None, ["demo"], [], []),
    ]
    assert rows(found["steps"], "step", "partnerships", "with_effect") == [
        ("plan", ["demo"], []),
        ("do", ["demo", "other"], ["demo"]),
        (None, ["demo"], []),
    ]
    assert rows(found["obstacles"], "partnership", "id", "state")[-1] == ("other", "far", "open")


def test_factors_where_results_have_evidence_and_where_not(root: Path):
    found = asked(root)

    assert (found["partnerships"], found["with_evidence"]) == (3, 1)
    assert [
        (each["factor"], each["with_evidence"], each["without_evidence"], each["too_few"])
        for each in found["factors"]
    ] == [
        ("champions", {"n": 1, "of": 1}, {"n": 0, "of": 1}, True),
        ("reciprocity", {"n": 1, "of": 1}, {"n": 1, "of": 1}, True),
        ("funding", {"n": 0, "of": 1}, {"n": 0, "of": 0}, True),
    ]
    assert not Factor("champions", Part(1, FEW), Part(0, FEW - 1)).says_something
    assert Factor("champions", Part(1, FEW), Part(0, FEW)).says_something


def test_areas_and_how_their_actions_stand(root: Path):
    found = asked(root)["areas"]

    assert [
        (
            each["area"],
            each["actions"],
            each["counts"]["done"],
            each["counts"]["open"],
            each["done_with_evidence"],
        )
        for each in found
    ] == [
        ("culture", 2, 2, 0, 2),  # music is within culture, and counts once
        ("business", 1, 0, 1, 0),
        ("education", 1, 1, 0, 0),
        (None, 1, 1, 0, 0),
    ]


def test_age_and_variety_beside_evidence_of_results(root: Path):
    found = asked(root)["splits"]

    assert [
        (each["by"], each["from"], each["to"], tuple(each["with_evidence"].values())) for each in found
    ] == [
        ("years", 0, 9, (0, 1)),
        ("years", 10, None, (1, 1)),
        ("years", None, None, (0, 1)),
        ("areas", 0, 2, (0, 1)),
        ("areas", 3, None, (1, 1)),
        ("areas", None, None, (0, 1)),
        ("kinds", 0, 2, (0, 0)),
        ("kinds", 3, None, (1, 1)),
        ("kinds", None, None, (0, 2)),
    ]


def test_good_practice_is_what_can_be_shown_or_was_learned(root: Path):
    assert rows(
        asked(root)["practice"], "kind", "partnership", "id", "beneficiaries", "evidence", "effect"
    ) == [
        ("achievement", "demo", "exchange", ["Pupils"], 1, None),
        ("achievement", "demo", "unshown", [], 0, None),
        ("action", "demo", "choir", ["Singers"], 1, None),
        ("adjustment", "demo", "distance", [], 1, "More people take part"),
        ("lesson", "demo", "time", [], 0, None),
    ]


def test_the_words_say_how_few_they_are_and_never_a_share(root: Path):
    out = c2c("--root", root, "learn", "--as-of", "2019").out

    assert "1 of 3 partnerships have evidence of results on record." in out
    assert "do not say what causes what" in out
    assert out.count("Fewer than 5 partnerships stand on one side: too few to say anything.") == 3
    assert out.count("too few to say anything\n") == 3  # each factor
    assert "%" not in out
    for line in (
        "2 of 3 partnerships have obstacles on record (no change on record: 3; changed, no effect on record: 1; ",
        "Changed, with an effect: to be judged, and taken up (1)",
        "    Effect: More people take part",
    ):
        assert line in out


def test_a_topic_and_filters(root: Path):
    only = asked(root, "--topic", "areas")
    assert set(only) == {
        "schema_version",
        "as_of",
        "partnerships",
        "with_evidence",
        "evaluated",
        "areas",
        "left_out",
    }
    assert "splits" not in asked(root, "demo", "--topic", "factors")["accounts"][0]
    assert asked(root, "--area", "education")["partnerships"] == 2
    assert asked(root, "--kind", "mou")["with_evidence"] == 0

    wrong = c2c("--root", root, "learn", "demo", "--topic", "age")
    assert (wrong.code, wrong.out) == (2, "")
    assert "leave the partnership out" in wrong.err
    assert "did you mean 'factors'" in c2c("--root", root, "learn", "--topic", "factor").err


def test_a_broken_file_is_left_out_and_the_rest_is_answered(root: Path):
    put(root, {"data/partnerships/other.yaml": "title: [\n"})

    ran = c2c("--root", root, "learn", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["left_out"] == ["data/partnerships/other.yaml"]
    assert c2c("--root", root, "learn", "other").code == 1


def test_where_nothing_is_on_record_that_is_said(root: Path):
    out = c2c("--root", root, "learn", "empty").out

    for line in (
        "No evaluation is on record.",
        "No obstacle is on record.",
        "No success factor is rated.",
        "Nothing is on record.",
    ):
        assert line in out


def test_bycirklen_and_wuxi():
    found = one(ROOT, "bycirklen-wuxi")

    assert rows(found["scopes"], "scope", "evaluations") == [
        ("activity", []),
        ("partnership", ["yearly-evaluation", "evaluation-2010-2012"]),
        ("alignment", []),
        ("contribution", []),
    ]
    assert rows(found["obstacles"], "id", "challenge", "state") == [
        ("size", "incomparable-contexts", "open"),
        ("changing-contacts", "staff-changes", "open"),
        ("complex-administration", None, "open"),
        ("no-tracking-system", None, "open"),
        ("proposals-left-to-danes", "one-sided-effort", "open"),
    ]
    assert all(each["mean"] is None for each in found["profile"])  # no source rates a factor
    assert found["evaluations"][0]["published"][0]["medium"] == "newspaper"


def test_all_our_partnerships_together():
    found = asked(ROOT)

    assert (found["partnerships"], found["with_evidence"]) == (83, 11)
    assert found["factors"] == []
    assert [each["with_evidence"] for each in found["splits"] if each["by"] == "years"] == [
        {"n": 1, "of": 2},
        {"n": 4, "of": 8},
        {"n": 6, "of": 73},
    ]
    areas = {each["area"]: each for each in found["areas"]}
    assert (areas["education"]["actions"], areas["education"]["done_with_evidence"]) == (22, 3)
    assert ("pupil-exchanges", 2) in rows(found["practice"], "id", "evidence")
    assert ("anniversary-review", []) not in rows(found["practice"], "id", "areas")


def test_a_report_shows_what_was_changed_and_how_the_factors_are_rated(root: Path):
    plain = c2c("--root", root, "report", "demo", "--year", "2019").out
    page = c2c("--root", root, "report", "demo", "--year", "2019", "--format", "html").out

    distance = (
        "- **The distance** (changed, effect on record, since 2010)\n"
        "  - Challenge: Long and costly journeys\n"
        "  - Step: Do\n"
        "  - What was changed: Meet online (2016)\n"
        "  - Effect: More people take part\n"
        "  - Evidence: A case study [1]\n"
    )
    for line in (
        distance,
        "- **Nobody stays** (changed, no effect on record, since 2017)\n",
        "- **No money** (no change on record, since 2018)\n  - Challenge:",
        "| The human side | 2 of 7 | 3.5 of 4 |\n| Mutual interests | 0 of 7 | not rated |\n",
        "  - Decisions: Meet every month\n  - What it looks at: The single activity\n",
        "- **Enthusiastic champions**: strong (2018)\n",
    ):
        assert line in plain
    for words in ("no change on record", "3.5 of 4", "not rated", "Meet every month", "Meet online (2016)"):
        assert words in page
    empty = c2c("--root", root, "report", "empty", "--year", "2019").out
    assert "Success factors" not in empty
    assert "Never looked at" not in empty  # where there is no evaluation, nothing more is to be said


def test_the_annual_report_says_what_can_be_learned(root: Path):
    for form, head in (("md", "## What can be learned\n"), ("html", ">What can be learned</h2>")):
        page = c2c("--root", root, "report", "--year", "2019", "--format", form).out
        assert head in page
        for words in (
            "do not say what causes what",
            "How the actions of each area stand",
            "Meet online",
            "too few to say anything",
        ):
            assert words in page
    assert page == c2c("--root", root, "report", "--year", "2019", "--format", "html").out


def test_a_mean_of_one_rating_is_that_rating():
    record = load(Partnership, Source.parse(demo("factors: [{factor: funding, rating: weak}]")).data).record
    assert isinstance(record, Partnership)

    groups = account(overview("demo", record, date(2019, 12, 31)), Guidebook()).profile

    assert [(each.id, each.mean) for each in groups if each.ratings] == [("management", Fraction(2))]


@pytest.mark.parametrize("links", [("", "same_as: [x]"), ("same_as: [y]", "")])
def test_what_the_plan_has_twice_is_one_example_whichever_says_so(tmp_path: Path, links: tuple[str, str]):
    shown = "beneficiaries: [Pupils], status: [{on: 2019, is: done, evidence: [{source: paper}]}]"
    actions = "\n".join(
        f"- {{id: {id}, title: {id}, {link + ',' if link else ''} {shown}}}"
        for id, link in zip("xy", links, strict=True)
    )
    root = build(tmp_path, {DEMO: demo(actions=actions)}).root
    found = json.loads(c2c("--root", root, "learn", "demo", "--topic", "practice", "--json").out)

    assert len(found["accounts"][0]["practice"]) == found["accounts"][0]["results_with_evidence"] == 1
