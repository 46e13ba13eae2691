"""What rules say of the values of indicators, of contacts, and of what was learned."""

from collections.abc import Callable

import pytest

from building import DEMO, Files, demo, told
from c2c.workspace import Workspace

CHAPTER = {
    "data/guidebook/kpis.yaml": "items: [{id: bees, title: {da: Bier, en: Bees, zh: 蜜蜂}, kind: quantitative}]\n"
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
