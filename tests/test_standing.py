"""How things stand as of a day: which record counts, what is due, what is overdue."""

from datetime import date
from typing import Any

import pytest

from c2c.model.loading import load
from c2c.model.partnership import Action, Partnership
from c2c.source import Source
from c2c.standing import count, declared, overview, records
from c2c.vocab import Status

PARTNERSHIP = """
title: Lyon and Graz
parties: [lyon, graz]
kind: twinning
{rest}
focus_areas:
  - id: all
    title: All
    {period}
    efforts:
      - id: visits
        title: Visits
        actions: [{actions}]
"""


def partnership(*actions: str, rest: str = "", period: str = "") -> Partnership:
    told = ", ".join(f"{{id: a{n}, title: A, {action}}}" for n, action in enumerate(actions))
    text = PARTNERSHIP.format(actions=told, rest=rest, period=period)
    record = load(Partnership, Source.parse(text).data).record
    assert isinstance(record, Partnership), text
    return record


def action(text: str) -> Action:
    return partnership(text).places[0].action


def of(text: str, as_of: str, period: str = "") -> Any:
    """How the one action stands."""
    return overview("lyon-graz", partnership(text, period=period), date.fromisoformat(as_of)).standings[0]


def status(text: str, as_of: str) -> str:
    return str(of(text, as_of).status.value)


def test_an_action_without_a_record_is_open_and_not_reported_on():
    standing = of("when: 2019", "2019-06-30")

    assert (standing.status, standing.record, standing.pending) == (Status.OPEN, None, True)


@pytest.mark.parametrize(
    ("on", "first_day"),
    [
        ("2019-12-24", "2019-12-24"),
        ("2019-12", "2019-12-31"),
        ("2019", "2019-12-31"),
        ("2018-24", "2019-02-28"),  # winter ends in the next year
        ("2019-37", "2019-04-30"),
        ("2017/2019", "2019-12-31"),
        ("2019-05?", "2019-05-31"),
    ],
)
def test_a_record_counts_from_its_latest_possible_day(on: str, first_day: str):
    text = f"status: [{{on: {on}, is: done}}]"
    before = date.fromordinal(date.fromisoformat(first_day).toordinal() - 1)

    assert status(text, before.isoformat()) == "open"
    assert status(text, first_day) == "done"


@pytest.mark.parametrize("on", ["", "on: 2019/.., ", "on: 2019/, "])
def test_a_record_without_a_last_day_never_counts(on: str):
    assert status(f"status: [{{{on}is: done}}]", "2099-12-31") == "open"


def test_the_newest_record_counts_wherever_it_stands_in_the_file():
    text = "status: [{on: 2019-12, is: done}, {on: 2018-12, is: not_done}]"

    assert status(text, "2019-12-30") == "not_done"
    assert status(text, "2019-12-31") == "done"


def test_of_two_records_of_a_day_the_later_in_the_file_counts():
    assert status("status: [{on: 2019, is: done}, {on: 2019-12-31, is: unclear}]", "2020-01-01") == "unclear"
    assert status("status: [{on: 2019-12-31, is: unclear}, {on: 2019, is: done}]", "2020-01-01") == "done"


def test_records_are_in_the_order_of_their_days():
    text = "status: [{on: 2020, is: done}, {is: unclear}, {on: 2018, is: open}, {on: 2019-06, is: not_done}]"

    found = records(action(text), date(2019, 12, 31))

    assert [record.is_.value for record in found] == ["open", "not_done"]


@pytest.mark.parametrize(
    ("when", "last_day"),
    [
        ("2019-09-30", "2019-09-30"),
        ("2019-09", "2019-09-30"),
        ("2018-21", "2018-05-31"),
        ('"{2017-05,2018?}"', "2018-12-31"),
    ],
)
def test_it_is_overdue_from_the_day_after_the_latest_possible_day(when: str, last_day: str):
    day = date.fromisoformat(last_day)
    after = date.fromordinal(day.toordinal() + 1)

    assert not of(f"when: {when}", day.isoformat()).overdue
    assert of(f"when: {when}", after.isoformat()).overdue


@pytest.mark.parametrize("when", ["", "when: 2017/.., ", "when: 2017/, "])
def test_what_has_no_last_day_is_never_overdue(when: str):
    assert not of(f"{when}status: [{{on: 2019, is: open}}]", "2099-12-31").overdue


@pytest.mark.parametrize(
    ("is_", "overdue"),
    [("open", True), ("done", False), ("partly_done", False), ("not_done", False), ("unclear", False)],
)
def test_only_what_is_pending_can_be_overdue(is_: str, overdue: bool):
    standing = of(f"when: 2018, status: [{{on: 2019, is: {is_}}}]", "2020-01-01")

    assert (standing.overdue, standing.pending) == (overdue, overdue)


@pytest.mark.parametrize("word", ["partly_done", "not_done", "open"])
def test_what_is_partly_done_and_put_off_is_pending(word: str):
    text = f"when: 2018, status: [{{on: 2019, is: {word}, postponed_to: 2020-21}}]"

    assert of(text, "2020-05-31").pending
    assert not of(text, "2020-05-31").overdue
    assert of(text, "2020-06-01").overdue


def test_what_is_put_off_is_due_then():
    text = "when: 2018-05, status: [{on: 2018-06, is: open, postponed_to: {edtf: 2019, text: naeste aar}}]"

    assert of(text, "2018-06-29").due.edtf.text == "2018-05"
    assert of(text, "2018-06-29").overdue
    assert of(text, "2018-06-30").due.edtf.text == "2019"
    assert not of(text, "2019-12-31").overdue
    assert of(text, "2020-01-01").overdue


def test_a_later_record_that_names_no_new_date_does_not_take_it_back():
    text = "when: 2018, status: [{on: 2018-06, is: open, postponed_to: 2021}, {on: 2020, is: open, note: not yet}]"

    assert of(text, "2020-12-31").due.edtf.text == "2021"
    assert not of(text, "2020-12-31").overdue


def test_the_last_of_two_new_dates_is_the_one():
    text = "when: 2018, status: [{on: 2020, is: open, postponed_to: 2022}, {on: 2018, is: open, postponed_to: 2021}]"

    assert of(text, "2020-12-31").due.edtf.text == "2022"


def test_without_a_date_of_its_own_it_is_due_in_the_period_of_its_focus_area():
    standing = of("kind: visit", "2021-01-01", period="period: 2017/2020")

    assert (standing.due.edtf.text, standing.own_date, standing.overdue) == ("2017/2020", False, True)
    assert not of("kind: visit", "2020-12-31", period="period: 2017/2020").overdue


def test_its_own_date_goes_before_the_period():
    standing = of("when: 2018", "2019-06-01", period="period: 2017/2020")

    assert (standing.due.edtf.text, standing.own_date, standing.overdue) == ("2018", True, True)


def test_without_any_date_it_is_due_at_no_time():
    standing = of("kind: visit", "2021-01-01")

    assert (standing.due, standing.own_date, standing.overdue) == (None, False, False)


def test_an_overview_counts_every_status_by_name():
    record = partnership(
        "status: [{on: 2019, is: done}]",
        "status: [{on: 2019, is: unclear}]",
        "when: 2018",
        "status: [{on: 2020, is: done}]",
    )

    told = overview("lyon-graz", record, date(2019, 12, 31))

    assert {status.value: n for status, n in told.counts.items()} == {
        "done": 1,
        "partly_done": 0,
        "not_done": 0,
        "unclear": 1,
        "open": 2,
    }
    assert told.overdue == 1


def test_counts_of_nothing_are_zero_and_named():
    assert count([]) == dict.fromkeys(Status, 0)


OURS = {"a0", "a1", "a2"}


@pytest.mark.parametrize(
    ("actions", "ids"),
    [
        (("same_as: [a1]", "", ""), [{"a0", "a1"}, {"a2"}]),
        (("", "", "same_as: [a0]"), [{"a0", "a2"}, {"a1"}]),  # only the later one says it
        (("", "same_as: [lyon-graz/a0]", ""), [{"a0", "a1"}, {"a2"}]),
        (("", "", "same_as: [a0, a1]"), [{"a0", "a1", "a2"}]),  # two that did not know it of one another
        (
            ("same_as: [bonn-chengdu/a1]", "", ""),
            [{"a0", "bonn-chengdu/a1"}, {"a1"}, {"a2"}],
        ),  # another plan's
    ],
)
def test_an_action_that_the_plan_has_twice_is_one(actions: tuple[str, ...], ids: list[set[str]]):
    found = overview("lyon-graz", partnership(*(each or "kind: visit" for each in actions)), date(2019, 1, 1))

    told = found.distinct

    assert [set(each.ids) for each in told] == ids
    assert [each.standings[0].action.id for each in told] == [min(each & OURS) for each in ids]
    assert [each.first(lambda one: one.action.id == "a2") is not None for each in told] == [
        "a2" in each for each in ids
    ]
    assert all({standing.action.id for standing in each.standings} == set(each.ids) & OURS for each in told)


def test_the_last_update_is_the_newest_date_that_counts():
    record = partnership(
        "status: [{on: 2019-06, is: done}]",
        "status: [{on: 2019, is: done}]",
        "status: [{on: 2021, is: done}]",
    )

    assert str(overview("x", record, date(2020, 1, 1)).updated) == "2019"
    assert str(overview("x", record, date(2019, 7, 1)).updated) == "2019-06"
    assert overview("x", record, date(2019, 6, 29)).updated is None


def test_a_partnership_is_where_it_last_declared_to_be():
    record = partnership(
        rest="""narrative:
  - {loop: continual_improvement, step: act, on: 2020}
  - {loop: continual_improvement, step: measure, on: 2019-12}
  - {loop: local_helix, step: plan, on: 2019}
"""
    )

    def step(*day: int) -> str | None:
        found = declared(record, date(*day))
        return found.step if found else None

    assert step(2019, 12, 30) is None
    assert step(2019, 12, 31) == "plan"  # of two of a day, the later in the file
    assert step(2020, 12, 31) == "act"


def test_a_step_without_a_last_day_never_counts():
    assert (
        declared(partnership(rest="narrative: [{loop: local_helix, step: do, on: 2019/..}]"), date.max)
        is None
    )


@pytest.mark.parametrize(
    ("as_of", "ended"), [("2020-12-30", False), ("2020-12-31", True), ("2026-01-01", True)]
)
def test_a_partnership_has_ended_on_the_last_possible_day(as_of: str, ended: bool):
    record = partnership(rest="ended: {on: 2020-12, reason: completed}")

    assert overview("x", record, date.fromisoformat(as_of)).has_ended is ended


def test_a_partnership_whose_end_is_open_has_not_ended():
    assert not overview("x", partnership(), date.max).has_ended
    assert not overview("x", partnership(rest="ended: {on: 2020/.., reason: other}"), date.max).has_ended
