"""What the rules say of ideas and of where actions come from: origins in other files, circles, what was not proposed."""

import re
from pathlib import Path

from building import DEMO, build, demo, told

OTHER = "data/partnerships/north.yaml"


def found(tmp_path: Path, files: dict[str, str]) -> list[str]:
    lines = told(build(tmp_path, files))
    return [
        re.sub(r":\d+: error", ":", line.partition("yaml:")[2])
        for line in lines
        if " C33" in line or " C401" in line
    ]


def test_origins_in_other_files_are_looked_up(tmp_path: Path):
    there = demo("ideas: [{id: choir, title: A choir}]", "- {id: fair, title: Fair}")
    actions = "- {id: a, title: A, like: north/fare}\n- {id: b, title: B, idea: north/quire}\n"
    actions += "- {id: c, title: C, idea: lyon/x}\n- {id: d, title: D, like: north/fair, idea: north/choir}\n"
    actions += "- {id: e, title: E, idea: nowhere/x}\n- {id: f, title: F, like: f}\n- {id: g, title: G, like: nroth/fair}"

    assert found(tmp_path, {DEMO: demo("", actions), OTHER: there}) == [
        "11: C330 there is no action 'fare' in north",
        "12: C332 there is no idea 'quire' in north",
        "13: C332 there is no idea 'x' in lyon",
        "15: C332 there is no partnership or city 'nowhere'",
        "16: C330 'f' is this action itself",
        "17: C330 there is no partnership 'nroth'",
    ]


def test_a_circle_through_three_partnerships_is_seen_at_each_of_them(tmp_path: Path):
    files = {
        f"data/partnerships/p{n}.yaml": demo("", f"- {{id: a, title: A, like: p{(n + 1) % 3}/a}}")
        for n in range(3)
    }

    assert found(tmp_path, files) == [
        "11: C331 'a' comes from itself, by way of p1/a, p2/a",
        "11: C331 'a' comes from itself, by way of p2/a, p0/a",
        "11: C331 'a' comes from itself, by way of p0/a, p1/a",
    ]


def test_who_only_leads_to_a_circle_is_not_in_it(tmp_path: Path):
    actions = "- {id: a, title: A, like: b}\n- {id: b, title: B, like: c}\n- {id: c, title: C, like: b}"

    assert [line[:12] for line in found(tmp_path, {DEMO: demo("", actions)})] == [
        "12: C331 'b'",
        "13: C331 'c'",
    ]


def test_of_what_cannot_be_read_nothing_is_said_to_be_missing(tmp_path: Path):
    files = {DEMO: demo("", "- {id: a, title: A, like: north/fair, idea: north/x}"), OTHER: "title: [\n"}

    assert found(tmp_path, files) == []


def test_an_idea_is_not_agreed_before_it_is_proposed(tmp_path: Path):
    head = "ideas: [{id: choir, title: C, on: 2019, status: [{on: 2018, is: agreed}]}]"

    assert found(tmp_path, {DEMO: demo(head)}) == [
        "4: C401 the status of 2018 is before the proposal of 2019"
    ]
