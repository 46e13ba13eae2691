"""What rules say of the values of indicators, of contacts, of what was learned, and of what a city answers."""

from collections.abc import Callable

import pytest

from building import DEMO, Files, demo, told
from c2c.workspace import Workspace

CHAPTER = {
    "data/guidebook/kpis.yaml": "items: [{id: bees, title: {da: Bier, en: Bees, zh: 蜜蜂}, kind: quantitative}]\n",
    "data/guidebook/criteria.yaml": "items: [{id: hives, group: potential, title: {da: Stader, en: Hives, zh: 蜂箱}}]\n",
}


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        ("kpis: [{kpi: high-level-visits, period: 2019, value: 3}]", "", ""),
        ("kpis: [{kpi: bees, period: 2019-33, value: 0, kind: baseline}]", "", ""),
        (
            "kpis: [{kpi: hihg-level-visits, period: 2019, value: 3}]",
            "C308",
            "no indicator 'hihg-level-visits'",
        ),
        ("kpis: [{kpi: bees, period: 2019}]", "C313", "'bees' is quantitative, and has no value"),
        (
            "kpis: [{kpi: bees, period: 2019, statement: Many}]",
            "C313",
            "'bees' is quantitative, and has no value",
        ),
        ("kpis: [{kpi: bees, period: 2019, value: many}]", "C207", "'many' is not a number"),
        (
            "kpis: [{kpi: bees, period: 2019, value: 3, statement: Many}]",
            "C313",
            "'bees' is quantitative, and its statement would not be shown",
        ),
        (
            "kpis: [{kpi: reputation, period: 2019, statement: Much, value: 3}]",
            "C313",
            "'reputation' is qualitative, and its value would not be shown",
        ),
        ("kpis: [{kpi: hnoey, period: 2019}]", "C313", "nothing says what 'hnoey' was"),
        ("contacts: [{id: a, role: Head, party: lyon, from: 2019, to: 2020}]", "", ""),
        ("contacts: [{id: a, role: Head, party: wuxi}]", "C305", "there is no city 'wuxi'"),
        ("contacts: [{id: a, role: Head, from: 2019, to: 2018}]", "C401", "to 2018 is before from 2019"),
        ("contacts: [{id: a, role: A}, {id: a, role: B}]", "C304", "the id 'a' is taken"),
        ("factors: [{factor: funding, rating: fair}, {factor: funding, rating: weak, on: 2019}]", "", ""),
        ("factors: [{factor: fundnig, rating: fair}]", "C308", "no success factor 'fundnig'"),
        ("factors: [{factor: funding, rating: 3}]", "C203", "'3'"),
        (
            "factors: [{factor: funding, rating: fair, on: 2019-12}, {factor: funding, rating: weak, on: 2019}]",
            "C320",
            "'funding' is rated twice on one day",
        ),
        (
            "factors: [{factor: funding, rating: fair}, {factor: funding, rating: fair}]",
            "C320",
            "'funding' is rated twice without a date",
        ),
        ("obstacles: [{id: a, title: A, challenge: distance, step: do, adjustment: B, effect: C}]", "", ""),
        (
            "obstacles: [{id: a, title: A, challenge: distnace}]",
            "C308",
            "the guidebook has no challenge 'distnace'",
        ),
        ("obstacles: [{id: a, title: A, step: dance}]", "C308", "the guidebook has no step 'dance'"),
        (
            "obstacles: [{id: a, title: A, since: 2019, adjustment: B, adjusted: 2018}]",
            "C401",
            "the change 2018 is before the obstacle since 2019",
        ),
        ("obstacles: [{id: a, title: A, adjusted: 2018}]", "C321", "'a' has the day of a change"),
        ("evaluations: [{id: a, title: A, scopes: [activity, alignment], decisions: [B]}]", "", ""),
        (
            "evaluations: [{id: a, title: A, scopes: [activty]}]",
            "C308",
            "the guidebook has no scope 'activty'",
        ),
    ],
)
def test_a_value_is_of_its_indicators_kind_and_a_contact_of_a_party(
    workspace: Callable[[Files], Workspace], said: str, code: str, message: str
):
    found = told(workspace({DEMO: demo(said), **CHAPTER}))

    if not code:
        assert found == []
    else:
        assert [line for line in found if f" {code} " in line and message in line], found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("criterion: shared-history, answer: yes, about: graz", []),
        ("criterion: hives, answer: yes", []),
        (
            "criterion: shared-history, answer: yes",
            ["4:11 C317 'shared-history' is about two cities, and the other one is not named"],
        ),
        (
            "criterion: official-voice, answer: yes, about: graz",
            ["4:59 C317 'official-voice' is about one city, and this file is about 'lyon'"],
        ),
        (
            "criterion: hives, answer: yes, about: graz",
            ["4:50 C317 'hives' is about one city, and this file is about 'lyon'"],
        ),
        (
            "criterion: shared-history, answer: yes, about: lyon",
            ["4:59 C317 that is this city itself"],
        ),
        (
            "criterion: shared-history, answer: yes, about: grazz",
            ["4:59 C317 there is no city 'grazz'"],
        ),
        ("criterion: hivse, answer: yes, about: graz", ["4:23 C308 the guidebook has no criterion 'hivse'"]),
    ],
)
def test_an_answer_is_about_those_whom_its_criterion_is_about(
    workspace: Callable[[Files], Workspace], answer: str, found: list[str]
):
    lyon = f"names: Lyon\nkind: city\ncountry: FR\nanswers: [{{{answer}}}]\n"

    lines = told(workspace({"data/cities/lyon.yaml": lyon, **CHAPTER}))

    assert [line.partition("yaml:")[2].replace(": error", "") for line in lines] == found


def test_a_chapter_names_what_the_guidebook_has(workspace: Callable[[Files], Workspace]):
    chapters = {
        "loops": "{id: local_helix, steps: [aim, act, meausre]}",
        "areas": "{id: education, broader: shcool}",
        "elements": "{id: e, title: E, step: paln}",
        "criteria": "{id: c, title: C, group: potentail}",
        "sets": "{id: s, title: S, criteria: [{title: T, criterion: host-porject}]}",
    }

    lines = told(
        workspace({f"data/guidebook/{name}.yaml": f"items: [{item}]\n" for name, item in chapters.items()})
    )

    assert [line.partition("/guidebook/")[2].replace(": error", "") for line in lines] == [
        "areas.yaml:1:34 C308 the guidebook has no area 'shcool'",
        "criteria.yaml:1:34 C308 the guidebook has no group 'potentail'",
        "elements.yaml:1:33 C308 the guidebook has no step 'paln'",
        "loops.yaml:1:45 C308 the guidebook has no step 'meausre'",
        "sets.yaml:1:60 C308 the guidebook has no criterion 'host-porject'",
    ]
