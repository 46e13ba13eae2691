"""Indicators in the terminal: of one partnership a table each, of all which of them have values, in the order of ids."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from c2c.cli.terminal import Screen
from c2c.guidebook.book import Guidebook
from c2c.kpi.indicators import Indicator
from c2c.kpi.saying import (
    ARROWS,
    Voice,
    break_said,
    change_said,
    counts_said,
    nearness_said,
    unit_said,
    value_said,
)
from c2c.kpi.series import Run, change, is_of, nearness, newest
from c2c.model.experience import KpiValue
from c2c.model.text import one_line
from c2c.saying import Speaker, label
from c2c.standing import Overview
from c2c.vocab import ValueKind


class Told(NamedTuple):
    """What a table of all needs of one indicator of a partnership: small, so that processes can pass it on."""

    partnership: str
    kpi: str
    value: str
    is_measured: bool
    counted: int | None


def told(seen: Overview, known: Iterable[Indicator], year: int | None, speaker: Speaker) -> list[Told]:
    """What one partnership has of each indicator: its newest value in words, and how many things the record counts."""
    voice = Voice(speaker, Guidebook(), str)
    return [
        Told(seen.id, each.id, _newest(each, year, voice), each.is_measured, _on_record(each, year))
        for each in known
        if each.is_reported or each.is_counted
    ]


def print_table(all: Sequence[Sequence[Told]], book: Guidebook, speaker: Speaker) -> None:
    """Print every indicator with how many partnerships have values of it, and below it which and what."""
    say, screen = speaker.language.say, Screen()
    by_kpi: dict[str, list[Told]] = {id: [] for id in book.ids("kpis")}
    for one in chain.from_iterable(all):
        by_kpi.setdefault(one.kpi, []).append(one)
    heads = [say("id"), say("indicator"), say("measured"), say("counted")]
    rows = [_row(id, found, book, speaker) for id, found in by_kpi.items()]
    screen.table(heads, rows, right=(2, 3), flexible=1)
    for id, found in by_kpi.items():
        valued = [each for each in found if each.value]
        if valued:
            screen.line()
            screen.line((one_line(speaker.text(book.title("kpis", id)).text), "bold"), f"  {id}")
            for each in valued:
                screen.line(say("{head}: ", head=each.partnership) + each.value, indent=2, hang=2)


def print_indicators(seen: Overview, known: Iterable[Indicator], year: int | None, voice: Voice) -> None:
    """Print the indicators of one partnership; those without anything on record are named at the end."""
    screen, say = Screen(), voice.say
    screen.line((voice.text(seen.partnership.title), "bold"), f"  {seen.id}")
    nothing: list[str] = []
    for each in known:
        if not _has(each, year):
            nothing.append(voice.text(voice.book.title("kpis", each.id)))
            continue
        screen.line()
        screen.line((voice.text(voice.book.title("kpis", each.id)), "bold"), f"  {each.id}")
        for run in _shown(each, year):
            _print_run(screen, run, each, year, voice)
        for line in (*_statements(each, year, voice), *counts_said(each, voice, year)):
            screen.line(line, indent=2, hang=2)
    if nothing:
        screen.line()
        titles = say("; ").join(nothing)
        screen.line(say("Nothing on record, which is not zero: {titles}", titles=titles), hang=2)


def _row(id: str, found: Sequence[Told], book: Guidebook, speaker: Speaker) -> list[str]:
    measured = sum(each.is_measured and bool(each.value) for each in found)
    counted = sum(each.counted is not None for each in found)
    title = one_line(speaker.text(book.title("kpis", id)).text)
    return [id, title, str(measured or "-"), str(counted or "-")]


def _newest(each: Indicator, year: int | None, voice: Voice) -> str:
    """The newest number with its period and its trend, or the newest statement; nothing if there is none."""
    runs = [(now, run) for run in each.series.runs if (now := newest(run, year))]
    if runs:
        now, run = max(runs, key=lambda pair: (pair[0].period, each.series.runs.index(pair[1])))
        turn = change(run, year)
        words, unit = value_said(now, voice), unit_said(run, each, voice)
        words = voice.speaker.language.beside(words, unit) if unit else words
        words += voice.say(" ({text})", text=voice.speaker.date(now.period))
        return f"{words} {ARROWS[turn.trend]}" if turn else words
    said = [value for value in each.series.statements if year is None or is_of(value, year)]
    return _statement(said[-1], voice) if said else ""


def _on_record(each: Indicator, year: int | None) -> int | None:
    """How many things the record counts, of a year if one is named; None if nothing is on record."""
    if each.counted is None:
        return None
    if year is not None:
        count = each.counted.of(year)
        return count.n if count else None
    return sum(count.n or 0 for count in each.counted.years) + len(each.counted.undated) or None


def _has(each: Indicator, year: int | None) -> bool:
    return (
        any(True for _ in _shown(each, year))
        or any(year is None or is_of(value, year) for value in each.series.statements)
        or (each.counted is not None and (bool(each.counted.undated) or bool(_years(each, year))))
    )


def _years(each: Indicator, year: int | None) -> list[int]:
    years = each.counted.years if each.counted else ()
    return [count.year for count in years if year is None or count.year == year]


def _shown(each: Indicator, year: int | None) -> Iterator[Run]:
    """The runs that have a value of the year."""
    return (
        run for run in each.series.runs if year is None or any(is_of(value, year) for value in run.values)
    )


def _print_run(screen: Screen, run: Run, each: Indicator, year: int | None, voice: Voice) -> None:
    say = voice.say
    broken = break_said(run, voice)
    if broken:
        screen.line(broken, indent=2, hang=2)
    if run.definition:
        screen.line(say("What was counted: {what}", what=voice.text(run.definition)), indent=2, hang=2)
    heads = [say("period"), say("value"), say("unit"), say("trend"), say("target"), say("sources")]
    values = [value for value in run.values if year is None or is_of(value, year)]
    screen.table(heads, [_cells(value, run, each, year, voice) for value in values], right=(1,), flexible=3)


def _cells(value: KpiValue, run: Run, each: Indicator, year: int | None, voice: Voice) -> list[str]:
    """A value as a row; trend and target stand beside the newest, and what was not measured says what it is."""
    turn, near = change(run, year), nearness(run, year)
    is_now = value is newest(run, year)
    trend = change_said(turn, voice) if is_now and turn else ""
    if value.kind is not ValueKind.MEASURED:
        trend = label(value.kind, voice.speaker.language)
    return [
        voice.speaker.date(value.period),
        value_said(value, voice),
        unit_said(run, each, voice),
        trend,
        nearness_said(near, voice) if is_now and near else "",
        ", ".join(dict.fromkeys(ref.source for ref in value.sources)),
    ]


def _statements(each: Indicator, year: int | None, voice: Voice) -> Iterator[str]:
    for value in each.series.statements:
        if year is None or is_of(value, year):
            yield _statement(value, voice)


def _statement(value: KpiValue, voice: Voice) -> str:
    assert value.statement is not None
    words = voice.text(value.statement)
    if value.kind is not ValueKind.MEASURED:
        kind = label(value.kind, voice.speaker.language)
        words = voice.say("{words} ({details})", words=words, details=kind)
    return voice.say("{head}: ", head=voice.speaker.date(value.period)) + words
