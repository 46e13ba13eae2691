"""The indicators of a partnership as views: values with trend and target, statements, what the record counts, a picture."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from c2c.guidebook.book import Guidebook
from c2c.kpi.indicators import Indicator, indicators
from c2c.kpi.saying import Voice, break_said, change_said, counts_said, nearness_said, unit_said, value_said
from c2c.kpi.series import Run, change, nearness, newest
from c2c.model.experience import KpiValue
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Overview
from c2c.vocab import ValueKind

_DAYS: Final = 365.25
"""A year's days."""


def indicators_view(
    now: Overview, year: int, names: Callable[[str], str], book: Guidebook, writer: Writer
) -> list[Plain]:
    """The indicators of which anything is on record; what the record counts is that of the year."""
    voice = Voice(writer.speaker, book, names)
    known = (each for each in indicators(now, book) if each.is_reported or each.is_counted)
    told = (_indicator(each, year, voice, writer) for each in known)
    return [each for each in told if each["runs"] or each["statements"] or each["counts"]]


def named_in(view: View, key: str) -> tuple[str, ...]:
    """The indicators of a partnership's view that have something under a key."""
    found = view["indicators"]
    assert isinstance(found, list)
    return tuple(str(each["id"]) for each in found if isinstance(each, dict) and each[key])


def tally_view(
    measured: Iterable[str], counted: Iterable[str], book: Guidebook, writer: Writer
) -> list[Plain]:
    """Each indicator with how many partnerships have a value of it, and for how many the record counts something."""
    values, counts = Counter(measured), Counter(counted)
    return [
        {
            "id": id,
            "title": writer.text(book.title("kpis", id)),
            "measured": values[id],
            "counted": counts[id],
        }
        for id in dict.fromkeys((*book.ids("kpis"), *sorted(values), *sorted(counts)))
    ]


def _indicator(each: Indicator, year: int, voice: Voice, writer: Writer) -> View:
    return {
        "id": each.id,
        "title": writer.text(voice.book.title("kpis", each.id)),
        "measured": each.is_measured,
        "runs": [_run(run, each, voice, writer) for run in each.series.runs],
        "statements": [_statement(value, writer) for value in each.series.statements],
        "counted": _is_counted(each, year),
        "counts": list(counts_said(each, voice, year)),
        "picture": _picture(each, voice),
    }


def _is_counted(each: Indicator, year: int) -> bool:
    """Whether the record counts something for it in the year, or without a year."""
    if each.counted is None:
        return False
    of_year = each.counted.of(year)
    return bool(each.counted.undated or (of_year and of_year.n))


def _run(run: Run, each: Indicator, voice: Voice, writer: Writer) -> View:
    turn, near = change(run), nearness(run)
    return {
        "broken": break_said(run, voice),
        "unit": unit_said(run, each, voice),
        "definition": writer.text(run.definition),
        "values": [_value(value, run, voice, writer) for value in run.values],
        "trend": change_said(turn, voice) if turn else "",
        "target": nearness_said(near, voice) if near else "",
    }


def _value(value: KpiValue, run: Run, voice: Voice, writer: Writer) -> View:
    return {
        "period": writer.date(value.period),
        "value": value_said(value, voice),
        "kind": "" if value.kind is ValueKind.MEASURED else label(value.kind, writer.language),
        "newest": value is newest(run),
        "note": writer.text(value.note),
        "evidence": writer.evidence(value.evidence),
        "cited": writer.cite(value.sources),
    }


def _statement(value: KpiValue, writer: Writer) -> View:
    return {
        "period": writer.date(value.period),
        "statement": writer.text(value.statement),
        "kind": "" if value.kind is ValueKind.MEASURED else label(value.kind, writer.language),
        "note": writer.text(value.note),
        "evidence": writer.evidence(value.evidence),
        "cited": writer.cite(value.sources),
    }


def _picture(each: Indicator, voice: Voice) -> View | None:
    """What a picture shows: the runs that count the same as the newest; None if there are no two numbers in them."""
    runs = [run for run in each.series.runs if run.points]
    shown = [run for run in runs if unit_said(run, each, voice) == unit_said(runs[-1], each, voice)]
    points = [list(_points(run, voice)) for run in shown]
    if sum(map(len, points)) < 2:
        return None
    near = nearness(shown[-1])
    return {
        "runs": [[*each] for each in points],
        "target": {"value": near.target.value, "text": nearness_said(near, voice)} if near else None,
    }


def _points(run: Run, voice: Voice) -> Iterator[View]:
    for value in run.points:
        at = _middle(value)
        if at is not None:
            yield {
                "x": round(at, 4),
                "value": value.value,
                "text": value_said(value, voice),
                "label": voice.speaker.date(value.period),
                "bound": value.bound.value,
            }


def _middle(value: KpiValue) -> float | None:
    """Where in time the middle of a period is, in years; None if it is open."""
    first, last = value.period.earliest, value.period.latest
    if first is None or last is None:
        return None
    return 1 + (first.toordinal() + last.toordinal()) / 2 / _DAYS
