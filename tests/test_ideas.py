"""Ideas from proposed to agreed to action or dropped, and actions that were taken up from others: on a small workspace whose
right answers are known by hand, and on the project's own data."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from building import BASE, DEMO, build, demo
from c2c.matching.facts import Look, facts_of_city
from c2c.model.city import City
from c2c.source import Source
from c2c.workspace import CITY
from repositories import commit, repository
from running import ROOT, Ran, c2c, put

HEAD = """
ideas:
  - {id: choir, title: {en: A choir, da: Et kor, zh: 合唱团}, on: 2018, by: [lyon], areas: [culture]}
  - {id: race, title: A race, on: 2018, by: [lyon, graz], status: [{on: 2019-03, is: agreed}]}
  - id: garden
    title: A garden
    status:
      - {on: 2018, is: agreed}
      - {on: 2019-06, is: dropped, reason: no_resources}
  - {id: later, title: Later, on: 2021}
""".strip()
ACTIONS = """
- {id: lunch, title: Lunch, areas: [culture]}
- {id: race-of-2019, title: Race of 2019, idea: race}
""".strip()
OTHER = "data/partnerships/north.yaml"
NORTH = demo(
    "",
    "- {id: fair, title: {en: Fair, da: Messe}, kind: event, areas: [business, culture], when: 2017,\n"
    "   proposed_by: graz, beneficiaries: [Shops], responsible: [{party: graz}], host: lyon,\n"
    "   status: [{on: 2018, is: done, evidence: [{source: case-study}]}], note: It rained}",
)
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "languages: [en, da, zh]\n",
    DEMO: demo(HEAD, ACTIONS),
    OTHER: NORTH.replace("title: Demo", "title: {en: The north, da: Nord}"),
    "data/cities/lyon.yaml": "names: {en: Lyon, zh: 里昂}\nkind: city\ncountry: FR\n"
    "ideas: [{id: school, title: A school, areas: [education]}]\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def run(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, *arguments)


def listed(root: Path, *arguments: str, as_of: str = "2019") -> list[tuple[str, str, str | None]]:
    """The ideas that are listed: id, status, since when."""
    ran = run(root, "list", "ideas", "--json", "--as-of", as_of, *arguments)
    assert (ran.code, ran.err) == (0, "")
    found: list[Any] = json.loads(ran.out)["ideas"]
    return [
        (f"{each['partnership'] or each['city']}/{each['id']}", each["status"], each["since"])
        for each in found
    ]


def last_action(root: Path) -> Any:
    data: Any = Source.parse((root / DEMO).read_text(encoding="utf-8")).data
    return data["focus_areas"][0]["efforts"][0]["actions"][-1]


def test_the_nursery_says_how_each_idea_stands(root: Path):
    assert listed(root) == [
        ("demo/choir", "proposed", "2018"),
        ("demo/race", "action", "2019-03"),
        ("demo/garden", "dropped", "2019-06"),
        ("lyon/school", "proposed", None),
    ]
    assert listed(root, "--in", "demo", as_of="2018") == [
        ("demo/choir", "proposed", "2018"),
        ("demo/race", "action", None),  # an action has no day on which it came into the plan
        ("demo/garden", "agreed", "2018"),
    ]
    assert ("demo/later", "proposed", "2021") in listed(root, as_of="2021")


def test_filters_of_the_nursery(root: Path):
    def ids(*arguments: str) -> list[str]:
        return [each[0] for each in listed(root, *arguments)]

    assert ids("--open") == ["demo/choir", "lyon/school"]
    assert ids("--status", "dropped") == ["demo/garden"]
    assert ids("--by", "graz") == ["demo/race"]
    assert ids("--by", "lyon") == [
        "demo/choir",
        "demo/race",
        "lyon/school",
    ]  # in a city's file it is the city's
    assert ids("--area", "education") == ["lyon/school"]
    assert ids("--in", "lyon") == ["lyon/school"]
    for wrong in (("--in", "lyom"), ("--status", "done"), ("--area", "nope"), ("--by", "nobody")):
        assert run(root, "list", "ideas", *wrong).code == 2
    assert run(root, "list", "ideas", "--by", "graz", "--open").err == "no idea matches\n"


def test_the_table_names_people_by_their_cities_and_what_came_of_an_idea(root: Path):
    lines = run(root, "list", "ideas", "--lang", "zh", "--as-of", "2019").out.splitlines()

    assert lines[1].split() == ["demo/choir", "已提出", "2018年", "里昂", "合唱团"]
    assert lines[2].endswith("A race → demo/race-of-2019")


def test_an_idea_is_reported_on_like_an_action_and_every_other_byte_stays(root: Path):
    before = (root / DEMO).read_text()

    ran = run(root, "set", "demo/choir", "agreed", "--on", "spring 2019", "--note", "At the dinner")

    assert ran.code == 0
    new = "areas: [culture], status: [{on: 2019-21, is: agreed, note: At the dinner}]}"
    assert (root / DEMO).read_text() == before.replace(
        "areas: [culture]}\n  - {id: race", f"{new}\n  - {{id: race"
    )
    assert ("demo/choir", "agreed", "2019-21") in listed(root)
    assert run(root, "set", "lyon/school", "dropped", "--on", "2019", "--reason", "postponed").code == 0
    assert ("lyon/school", "dropped", "2019") in listed(root)


def test_of_an_idea_and_an_action_with_one_id_the_status_says_which_is_meant(root: Path):
    put(root, {DEMO: demo("ideas: [{id: lunch, title: An idea}]", ACTIONS)})

    assert run(root, "set", "demo/lunch", "agreed", "--on", "2019").code == 0
    assert run(root, "set", "demo/lunch", "done", "--on", "2019").code == 0
    assert ("demo/lunch", "agreed", "2019") in listed(root)
    assert last_action(root)["id"] == "race-of-2019"
    assert json.loads(run(root, "list", "actions", "--json").out)["actions"][0]["status"] == "done"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["demo/choir", "done", "--on", "2019"],
            "there is no status 'done'\n   help: one of proposed, agreed, dropped",
        ),
        (["demo/lunch", "agreed", "--on", "2019"], "there is no status 'agreed'"),
        (["demo/choir", "agreed", "--on", "2019", "--evidence", "case-study"], "an idea has no evidence"),
        (
            ["demo/choirs", "agreed", "--on", "2019"],
            "there is no idea 'choirs' in demo\n   help: did you mean 'choir'?",
        ),
        (["lyon/lunch", "done", "--on", "2019"], "there is no idea 'lunch' in lyon"),
        (["demo/choir"], "STATUS is missing\n   help: one of proposed, agreed, dropped"),
        (["demo/choir", "%", "--on", "2019"], "there is no status '%'"),
    ],
)
def test_what_cannot_be_said_of_an_idea(root: Path, arguments: list[str], said: str):
    before = (root / DEMO).read_bytes()

    ran = run(root, "set", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")
    assert (root / DEMO).read_bytes() == before


def test_an_action_is_made_from_an_idea_in_one_edit(root: Path):
    before = (root / DEMO).read_text().splitlines()

    ran = run(root, "new", "action", "demo", "--effort", "visits", "--idea", "choir", "--when", "2020")

    assert ran.code == 0
    assert last_action(root) == {
        "id": "choir",
        "title": {"en": "A choir", "da": "Et kor", "zh": "合唱团"},
        "when": "2020",
        "proposed_by": "lyon",  # who alone proposed the idea
        "areas": ["culture"],
        "idea": "choir",
    }
    assert [line for line in before if line not in (root / DEMO).read_text().splitlines()] == []
    assert ("demo/choir", "action", None) in listed(root)


def test_an_idea_of_a_city_becomes_an_action_of_a_partnership(root: Path):
    city = (root / "data/cities/lyon.yaml").read_bytes()

    ran = run(
        root,
        "new",
        "action",
        "demo",
        "--effort",
        "visits",
        "--idea",
        "lyon/school",
        "--title",
        "en=Our school",
    )

    assert ran.code == 0
    assert last_action(root) == {
        "id": "school",
        "title": {"en": "Our school"},
        "areas": ["education"],
        "idea": "lyon/school",
    }
    assert (root / "data/cities/lyon.yaml").read_bytes() == city
    assert ("lyon/school", "action", None) in listed(root)
    assert run(root, "show", "lyon/school").out.endswith("became: demo/school  Our school\n")


def test_an_action_is_taken_up_from_another_partnership_with_its_origin_and_nothing_that_is_true_there_alone(
    root: Path,
):
    ran = run(root, "new", "action", "demo", "--effort", "visits", "--like", "north/fair")

    assert ran.code == 0
    assert last_action(root) == {
        "id": "fair",
        "title": {"en": "Fair", "da": "Messe"},
        "kind": "event",
        "areas": ["business", "culture"],
        "like": "north/fair",
    }
    assert run(root, "show", "north/fair").out.endswith("taken up in: demo/fair  Fair\n")
    assert json.loads(run(root, "show", "north/fair", "--json").out)["found"][0]["taken_up"] == ["demo/fair"]
    assert [each["like"] for each in json.loads(run(root, "list", "actions", "--json").out)["actions"]] == [
        None,
        None,
        "north/fair",
        None,
    ]


def test_the_id_of_the_origin_is_taken_if_it_is_free(root: Path):
    for id in ("fair", "fair-north", "messe"):
        more = ("--id", "messe") if id == "messe" else ()
        assert (
            run(root, "new", "action", "demo", "--effort", "visits", "--like", "north/fair", *more).code == 0
        )
        assert last_action(root)["id"] == id
    assert run(root, "new", "action", "demo", "--effort", "visits", "--like", "lunch").code == 0
    assert (last_action(root)["id"], last_action(root)["like"]) == ("lunch-demo", "lunch")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--like", "north/fare", "there is no action 'fare' in north\n   help: did you mean 'fair'?"),
        ("--like", "nort/fair", "there is no partnership 'nort'\n   help: did you mean 'north'?"),
        ("--like", "", "there is no action '' in demo"),
        ("--idea", "quire", "there is no idea 'quire' in demo"),
        ("--idea", "lyn/school", "there is no partnership or city 'lyn'"),
    ],
)
def test_an_origin_that_there_is_not(root: Path, option: str, value: str, said: str):
    before = (root / DEMO).read_bytes()

    ran = run(root, "new", "action", "demo", "--effort", "visits", option, value)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (root / DEMO).read_bytes() == before


def test_nothing_is_written_where_it_is_only_to_be_shown(root: Path):
    before = (root / DEMO).read_bytes()

    ran = run(root, "new", "action", "demo", "--effort", "visits", "--like", "north/fair", "--dry-run")

    assert "like: north/fair}\n" in ran.out
    assert (root / DEMO).read_bytes() == before


def test_what_became_of_an_idea_is_told_in_words(root: Path):
    repository(root, {})
    commit(root, {}, "As it was")
    assert run(root, "set", "demo/choir", "agreed", "--on", "2019-05", "--note", "At last").code == 0
    assert run(root, "set", "demo/garden", "proposed", "--on", "2020").code == 0
    assert (
        run(
            root, "new", "action", "demo", "--effort", "visits", "--like", "north/fair", "--idea", "choir"
        ).code
        == 0
    )

    said = run(root, "diff").out
    assert "A choir: proposed → agreed (May 2019, “At last”)" in said
    assert "A garden: dropped → proposed (2020)" in said
    assert "action added: A choir, taken up from north/fair, came of the idea choir" in said
    assert "Et kor: foreslået → aftalt (maj 2019, »At last«)" in run(root, "diff", "--lang", "da").out
    changes = json.loads(run(root, "diff", "--format", "json").out)["changes"]
    assert [
        (each["before"], each["after"])
        for each in changes
        if each["id"] == "choir" and each["what"] == "idea"
    ] == [("proposed", "agreed")]
    life = run(root, "log", "demo/garden").out
    assert "  2018: agreed\n  June 2019: dropped (no resources)\n  2020: proposed\n" in life


def test_two_branches_that_report_on_one_idea_are_joined(root: Path):
    theirs, ours, base = root / "theirs.yaml", root / DEMO, root / "base.yaml"
    base.write_bytes(ours.read_bytes())
    assert run(root, "set", "demo/choir", "agreed", "--on", "2019").code == 0
    theirs.write_bytes(ours.read_bytes())
    ours.write_bytes(base.read_bytes())
    assert run(root, "set", "demo/choir", "dropped", "--on", "2020", "--reason", "no_resources").code == 0

    assert run(root, "merge", str(base), str(ours), str(theirs)).code == 0

    assert ("demo/choir", "agreed", "2019") in listed(root)
    assert ("demo/choir", "dropped", "2020") in listed(root, as_of="2020")


def test_the_report_says_what_became_of_ideas_and_where_actions_come_from(root: Path):
    assert run(root, "new", "action", "demo", "--effort", "visits", "--like", "north/fair").code == 0

    for form in ("md", "html"):
        text = run(root, "report", "demo", "--year", "2019", "--format", form).out
        assert "Ideas, and what became of them" in text
        for said in (
            "proposed, 2018; proposed by Lyon",
            "dropped, June 2019; no resources",
            "Taken up from",
        ):
            assert said in text
        assert "became an action, March 2019; proposed by Lyon, Graz: Demo: Race of 2019" in text
        assert "The north: Fair" in text
        assert "Later" not in text
        origin = run(root, "report", "north", "--year", "2019", "--format", form).out
        assert "Taken up in" in origin
        assert "Demo: Fair" in origin
    assert "Taget op i: Demo: Messe" in run(root, "report", "north", "--year", "2019", "--lang", "da").out


def test_a_city_that_dropped_its_idea_has_none_to_host_any_more(tmp_path: Path):
    def has_a_project(text: str) -> bool:
        space = build(tmp_path, {"data/cities/graz.yaml": f"names: Graz\nkind: city\ncountry: AT\n{text}"})
        city = next(file.record for file in space.files(CITY, ["graz"]))
        assert isinstance(city, City)
        return Look.PROJECT in facts_of_city("graz", city, date(2019, 12, 31))

    assert has_a_project("ideas: [{id: park, title: A park, status: [{on: 2020, is: dropped, note: No}]}]")
    assert not has_a_project(
        "ideas: [{id: park, title: A park, status: [{on: 2019, is: dropped, note: No}]}]"
    )


def test_the_ideas_of_our_own_data_are_all_still_proposed():
    found = json.loads(c2c("--root", ROOT, "list", "ideas", "--json").out)["ideas"]

    assert {each["status"] for each in found} == {"proposed"}  # no source says that one was agreed or dropped
    assert ("nice", "visa-centre", ["nice"]) in [(each["city"], each["id"], each["by"]) for each in found]
    assert len(found) == 12
