"""c2c learn: on a small workspace whose right answers are known by hand, and on our own data."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from building import DEMO, build, demo, told
from c2c.guidebook.book import Guidebook
from c2c.learning.account import account
from c2c.learning.portfolio import FEW, Factor, Part
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.source import Source
from c2c.standing import overview
from learning_world import FILES
from running import ROOT, c2c, put


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
