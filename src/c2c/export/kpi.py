"""Indicators as JSON; docs/json.md has the keys."""

from collections.abc import Iterable
from datetime import date

from c2c.export.document import Json, print_document
from c2c.kpi.counting import Counted
from c2c.kpi.indicators import Indicator
from c2c.kpi.series import Run, change, is_of, nearness
from c2c.model.experience import KpiValue
from c2c.model.text import Text
from c2c.saying import Speaker
from c2c.standing import Overview


def print_kpis(partnerships: Iterable[Json], as_of: date, year: int | None, left_out: Iterable[str]) -> None:
    """Print one JSON document."""
    head = {"as_of": as_of.isoformat(), "year": year}
    print_document(head, ("partnerships", partnerships), ("left_out", left_out))


def partnership(seen: Overview, known: Iterable[Indicator], year: int | None, speaker: Speaker) -> Json:
    """Every indicator of a partnership; one without values has empty lists, and no zero."""
    return {
        "id": seen.id,
        "title": speaker.text(seen.partnership.title).text,
        "kpis": [_indicator(each, year, speaker) for each in known],
    }


def _indicator(each: Indicator, year: int | None, speaker: Speaker) -> Json:
    runs = [_run(run, year, speaker) for run in each.series.runs]
    statements = [value for value in each.series.statements if year is None or is_of(value, year)]
    return {
        "id": each.id,
        "runs": [run for run in runs if run["values"]],
        "statements": [_statement(value, speaker) for value in statements],
        "counted": _counted(each.counted, year) if each.counted else None,
    }


def _run(run: Run, year: int | None, speaker: Speaker) -> Json:
    turn, near = change(run, year), nearness(run, year)
    return {
        "unit": _text(run.unit, speaker),
        "definition": _text(run.definition, speaker),
        "differs": [each.value for each in run.differs],
        "values": [_number(value, speaker) for value in run.values if year is None or is_of(value, year)],
        "trend": {
            "trend": turn.trend.value,
            "from": turn.before.period.text,
            "to": turn.now.period.text,
        }
        if turn
        else None,
        "target": {
            "period": near.target.period.text,
            "value": near.target.value,
            "bound": near.target.bound.value,
            "state": near.aim.value,
        }
        if near
        else None,
    }


def _number(value: KpiValue, speaker: Speaker) -> Json:
    return {
        "period": value.period.text,
        "kind": value.kind.value,
        "value": value.value,
        "bound": value.bound.value,
        **_rest(value, speaker),
    }


def _statement(value: KpiValue, speaker: Speaker) -> Json:
    return {
        "period": value.period.text,
        "kind": value.kind.value,
        "statement": _text(value.statement, speaker),
        **_rest(value, speaker),
    }


def _rest(value: KpiValue, speaker: Speaker) -> Json:
    """What is said of a number and of a statement alike."""
    return {
        "note": _text(value.note, speaker),
        "evidence": [
            {
                "source": each.source,
                "at": _text(each.at, speaker),
                "url": each.url,
                "title": _text(each.title, speaker),
            }
            for each in value.evidence
        ],
        "sources": [ref.source for ref in value.sources],
    }


def _counted(counted: Counted, year: int | None) -> Json:
    return {
        "years": [
            {
                "year": count.year,
                "n": count.n,
                "ids": list(count.ids),
                "shares": [
                    {
                        "party": share.party,
                        "way": share.way.value if share.way else None,
                        "word": share.word.value if share.word else None,
                        "area": share.area,
                        "n": n,
                    }
                    for share, n in count.shares.items()
                ],
            }
            for count in counted.years
            if year is None or count.year == year
        ],
        "undated": list(counted.undated),
    }


def _text(text: Text | None, speaker: Speaker) -> str | None:
    return speaker.text(text).text if text else None
