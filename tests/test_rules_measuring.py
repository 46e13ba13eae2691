"""What rules say of the values of indicators and of contacts."""

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
