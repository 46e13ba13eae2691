"""The values of an indicator: which can be compared, what their trend is, how near they are to a target."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2c.dates import parse
from c2c.kpi.series import change, differences, nearness, series
from c2c.model.experience import KpiValue
from c2c.model.text import Text
from c2c.vocab import Aim, Bound, Differs, Trend, ValueKind

PERIODS = (
    "2015",
    "2016",
    "2017",
    "2018",
    "2019",
    "2019-40",
    "2019-41",
    "2018?",
    "2017/..",
    "[2016,2018]",
    "2016-05-03",
)
TEXTS = (None, Text({"en": "One way"}), Text({"en": "One way", "da": "En vej"}), Text({"und": "Another"}))
VALUES = st.builds(
    lambda period, kind, value, bound, unit, definition: KpiValue.model_construct(
        kpi="k", period=parse(period), kind=kind, value=value, bound=bound, unit=unit, definition=definition,
        statement=None, evidence=(), note=None, sources=(),
    ),
    st.sampled_from(PERIODS), st.sampled_from(ValueKind), st.integers(-3, 3) | st.none(), st.sampled_from(Bound),
    st.sampled_from(TEXTS), st.sampled_from(TEXTS),
)  # fmt: skip


@given(st.lists(VALUES, max_size=7), st.randoms())
def test_no_trend_is_said_over_a_break_nor_against_a_bound(values: list[KpiValue], dice: Any):
    found = series(values, None, date(2019, 12, 31))

    for run in found.runs:
        turn = change(run)
        for one in run.points:
            for other in run.points:
                assert _words(one.unit) == _words(other.unit)
                assert _words(one.definition) == _words(other.definition)
        if turn and turn.trend is not Trend.UNKNOWN:
            assert Bound.ABOUT not in (turn.now.bound, turn.before.bound)
            assert not turn.now.period.uncertain
            last, first = turn.before.period.latest, turn.now.period.earliest
            assert last is not None
            assert first is not None
            assert last < first
            assert _holds(turn.trend, turn.before.value, turn.now.value)
        assert (nearness(run) is None) == (not run.targets)
    shuffled = dice.sample(values, len(values))
    assert series(shuffled, None, date(2019, 12, 31)) == found


def _words(text: Text | None) -> str:
    return next(iter(text.by_language.values())) if text else ""


def _holds(trend: Trend, before: Any, now: Any) -> bool:
    return bool({Trend.UP: now > before, Trend.DOWN: now < before, Trend.SAME: now == before}[trend])


@given(st.lists(VALUES, max_size=7))
def test_nothing_is_lost_and_missing_never_becomes_a_number(values: list[KpiValue]):
    found = series(values, None, date(2030, 12, 31))

    told = [each for run in found.runs for each in run.values]
    assert sorted(map(id, told)) == sorted(id(each) for each in values if each.value is not None)


def value(period: str, number: float | None = 1, **more: Any) -> KpiValue:
    given = {"period": parse(period), "value": number, "kind": ValueKind.MEASURED, "bound": Bound.EXACTLY}
    empty = {
        "kpi": "k",
        "unit": None,
        "definition": None,
        "statement": None,
        "note": None,
        "evidence": (),
        "sources": (),
    }
    return KpiValue.model_construct(**{**empty, **given, **more})


@pytest.mark.parametrize(
    ("now", "target", "baseline", "aim"),
    [
        ({"number": 30}, {"number": 30}, None, Aim.REACHED),
        ({"number": 29}, {"number": 30}, None, Aim.NOT_YET),
        ({"number": 20, "bound": Bound.AT_LEAST}, {"number": 30}, None, Aim.UNKNOWN),
        ({"number": 35, "bound": Bound.AT_LEAST}, {"number": 30}, None, Aim.REACHED),
        ({"number": 20, "bound": Bound.AT_MOST}, {"number": 30}, None, Aim.NOT_YET),
        ({"number": 30, "bound": Bound.ABOUT}, {"number": 30}, None, Aim.UNKNOWN),
        ({"number": 40}, {"number": 30, "bound": Bound.ABOUT}, None, Aim.UNKNOWN),
        ({"number": 40}, {"number": 30, "bound": Bound.AT_MOST}, None, Aim.NOT_YET),
        ({"number": 20}, {"number": 30, "bound": Bound.AT_MOST}, None, Aim.REACHED),
        ({"number": 20}, {"number": 30}, {"number": 50}, Aim.REACHED),  # less is wanted
        ({"number": 40}, {"number": 30}, {"number": 50}, Aim.NOT_YET),
    ],
)
def test_how_near_a_value_is_to_its_target(now: Any, target: Any, baseline: Any, aim: Aim):
    values = [value("2019", **now), value("2020", **target, kind=ValueKind.TARGET)]
    values += [value("2015", **baseline, kind=ValueKind.BASELINE)] if baseline else []

    found = nearness(series(values, None, date(2019, 12, 31)).runs[0])

    assert found is not None
    assert found.aim is aim


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (value("2018"), value("2019"), ()),
        (value("2018-02"), value("2019-01"), ()),
        (value("2018"), value("2019-40"), (Differs.PERIOD,)),
        (value("2018"), value("2017/.."), (Differs.PERIOD,)),
        (value("2018", unit=Text({"en": "visits"})), value("2019"), ()),  # the guidebook says the same
        (value("2018", unit=Text({"en": "tonnes"})), value("2019"), (Differs.UNIT,)),
        (value("2018", definition=TEXTS[1]), value("2019", definition=TEXTS[2]), ()),
        (value("2018", definition=TEXTS[1]), value("2019"), (Differs.DEFINITION,)),
        (value("2018", definition=TEXTS[3]), value("2019-40", definition=TEXTS[1], unit=TEXTS[1]), tuple(Differs)),
    ],
)  # fmt: skip
def test_what_keeps_values_from_being_compared(one: KpiValue, other: KpiValue, differs: tuple[Differs, ...]):
    assert differences(one, other, Text({"en": "visits", "da": "besøg"})) == differs


def test_two_that_contradict_each_other_may_both_be_true():
    values = [value("2018", 5), value("2018", 9), value("2019", 7), value("2019", 10)]

    turn = change(series(values, None, date(2019, 12, 31)).runs[0])

    assert turn is not None
    assert turn.trend is Trend.UNKNOWN


def test_what_is_not_over_is_not_measured_yet():
    assert series([value("2019")], None, date(2019, 6, 1)).runs == ()
    assert len(series([value("2019", kind=ValueKind.TARGET)], None, date(2010, 1, 1)).runs) == 1
