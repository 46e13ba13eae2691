"""The values of an indicator as runs that can be compared, each with its trend and how near it is to what is aimed at."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.model.experience import KpiValue
from c2c.model.text import Text, one_line
from c2c.vocab import Aim, Bound, Differs, Trend, ValueKind

_ALIKE: Final = 1.12
"""How much longer a period may be than another of the same kind: months have 28 to 31 days."""


class Run(NamedTuple):
    """Values with the same unit, definition and length of period, by period.

    `differs` says why they are not compared with the values before them, of other runs; it is empty where there are none.
    `points` were measured, and may be none; `baselines` are what to compare with, `targets` what is aimed at.
    """

    points: tuple[KpiValue, ...]
    baselines: tuple[KpiValue, ...] = ()
    targets: tuple[KpiValue, ...] = ()
    differs: tuple[Differs, ...] = ()

    @property
    def values(self) -> tuple[KpiValue, ...]:
        """All of them, in the order of their periods."""
        return tuple(sorted((*self.baselines, *self.points, *self.targets), key=_order))

    @property
    def unit(self) -> Text | None:
        """What is counted; None if it is what the guidebook says."""
        return next((each.unit for each in self.values if each.unit), None)

    @property
    def definition(self) -> Text | None:
        """What was counted and how, as far as the values say it."""
        return next((each.definition for each in self.values if each.definition), None)


class Series(NamedTuple):
    """What was reported of an indicator: numbers in runs, and statements, each in the order of their periods."""

    runs: tuple[Run, ...]
    statements: tuple[KpiValue, ...]


class Change(NamedTuple):
    """How a value compares with the newest one before it."""

    trend: Trend
    now: KpiValue
    before: KpiValue


class Nearness(NamedTuple):
    """What is aimed at, and how near the newest value is to it."""

    aim: Aim
    target: KpiValue


def series(values: Iterable[KpiValue], unit: Text | None, as_of: date) -> Series:
    """The series of an indicator's values as of the end of a day; `unit` is the guidebook's.

    What was measured counts once its period is over. When somebody began to aim at something is not on record, so
    targets always count.
    """
    known = sorted((each for each in values if _counts(each, as_of)), key=_order)
    numbers = [each for each in known if each.value is not None]
    measured = _runs((each for each in numbers if each.kind is ValueKind.MEASURED), unit)
    others = [each for each in numbers if each.kind is not ValueKind.MEASURED]
    runs = _with_others(measured, others, unit)
    runs = [each if _follows(each, runs[:i]) else each._replace(differs=()) for i, each in enumerate(runs)]
    return Series(tuple(runs), tuple(each for each in known if each.value is None and each.statement))


def newest(run: Run, year: int | None = None) -> KpiValue | None:
    """The newest value that was measured, of a year if one is named."""
    return next((each for each in reversed(run.points) if year is None or is_of(each, year)), None)


def is_of(value: KpiValue, year: int) -> bool:
    """Whether the period of a value touches a year."""
    return value.period.overlaps(date(year, 1, 1), date(year, 12, 31))


def change(run: Run, year: int | None = None) -> Change | None:
    """How the newest value, or that of a year, compares with the one before; None if there are no two.

    Up, down or unchanged is said only where it is so whatever bounds and guesses leave open.
    """
    now = newest(run, year)
    before = _before(run, now) if now else None
    if now is None or before is None:
        return None
    return Change(_trend(_range(run, before), _range(run, now), (before, now)), now, before)


def nearness(run: Run, year: int | None = None) -> Nearness | None:
    """How near the newest value is to the target of its period, or the next one; None if nothing is aimed at.

    More is better, unless the target is an upper bound or lies below what it is compared with.
    """
    if not run.targets:
        return None
    now = newest(run, year)
    if now is None:
        return Nearness(Aim.UNKNOWN, run.targets[-1])
    target = next((each for each in run.targets if _last(each) >= _last(now)), run.targets[-1])
    return Nearness(_aim(_range(run, now), target, run), target)


def differences(one: KpiValue, other: KpiValue, unit: Text | None = None) -> tuple[Differs, ...]:
    """What keeps two values from being compared; nothing if they can be. What a value has no unit for is in `unit`."""
    found = {
        Differs.UNIT: not _same(one.unit or unit, other.unit or unit),
        Differs.DEFINITION: not _same(one.definition, other.definition),
        Differs.PERIOD: not _same_length(one.period, other.period),
    }
    return tuple(name for name, is_so in found.items() if is_so)


def _runs(values: Iterable[KpiValue], unit: Text | None) -> list[Run]:
    runs: list[Run] = []
    for value in values:
        fitting = (
            i for i, run in enumerate(runs) if not any(differences(each, value, unit) for each in run.points)
        )
        at = next(fitting, None)
        if at is not None:
            runs[at] = runs[at]._replace(points=(*runs[at].points, value))
        else:
            before = reversed(runs[-1].points) if runs else ()
            differs = next((why for each in before if (why := differences(each, value, unit))), ())
            runs.append(Run((value,), differs=differs))
    return runs


def _with_others(runs: list[Run], values: list[KpiValue], unit: Text | None) -> list[Run]:
    """The runs with the baselines and targets that fit them; those that fit none make runs without a measured value."""
    placed = [(each, _place(each, runs, unit)) for each in values]
    joined = [_holding(run, (each for each, at in placed if at == i)) for i, run in enumerate(runs)]
    lonely = _runs((each for each, at in placed if at is None), unit)
    alone = [_holding(run._replace(points=()), run.points) for run in lonely]
    if joined and alone:
        differs = differences(joined[-1].points[-1], alone[0].values[0], unit)
        alone[0] = alone[0]._replace(differs=differs)
    return joined + alone


def _follows(run: Run, others: Iterable[Run]) -> bool:
    """Whether there are values before those of a run."""
    first = _first(run.values[0])
    return any(_first(each.values[0]) < first for each in others)


def _holding(run: Run, values: Iterable[KpiValue]) -> Run:
    others = tuple(values)
    return run._replace(
        baselines=tuple(each for each in others if each.kind is ValueKind.BASELINE),
        targets=tuple(each for each in others if each.kind is ValueKind.TARGET),
    )


def _place(value: KpiValue, runs: list[Run], unit: Text | None) -> int | None:
    """The run that a baseline or a target is of. One without a definition may be of any: a target is of the newest."""
    found = {i: set(differences(value, run.points[-1], unit)) for i, run in enumerate(runs)}
    same = [i for i, differs in found.items() if not differs]
    if value.definition is not None or (same and value.kind is ValueKind.BASELINE):
        return max(same, default=None)
    return max((i for i, differs in found.items() if differs <= {Differs.DEFINITION}), default=None)


def _same(one: Text | None, other: Text | None) -> bool:
    """Whether two texts say the same in every language that both have; or in any, where they share none."""
    if one is None or other is None:
        return one is other
    mine, theirs = _plain(one), _plain(other)
    shared = mine.keys() & theirs.keys()
    if shared:
        return all(mine[language] == theirs[language] for language in shared)
    return not set(mine.values()).isdisjoint(theirs.values())


def _plain(text: Text) -> dict[str, str]:
    return {language: one_line(words) for language, words in text.by_language.items()}


def _same_length(one: Edtf, other: Edtf) -> bool:
    lengths = [_length(each) for each in (one, other)]
    return all(lengths) and max(lengths) <= _ALIKE * min(lengths)


def _length(period: Edtf) -> int:
    """The days of a period; 0 if it is open, or if nobody says which of several it was."""
    if period.earliest is None or period.latest is None or period.kind == "one_of":
        return 0
    return (period.latest - period.earliest).days + 1


def _counts(value: KpiValue, as_of: date) -> bool:
    end = value.period.latest or value.period.earliest
    return value.kind is ValueKind.TARGET or (end is not None and end <= as_of)


def _before(run: Run, now: KpiValue) -> KpiValue | None:
    """The newest value whose period was over when this one's began; what was measured before a baseline."""
    first = _first(now)
    over = [each for each in (*run.baselines, *run.points) if _last(each) < first]
    return max(over, key=_last_of_kind, default=None)


def _last_of_kind(value: KpiValue) -> tuple[date, bool]:
    return _last(value), value.kind is ValueKind.MEASURED


def _trend(before: tuple[float, float], now: tuple[float, float], values: Sequence[KpiValue]) -> Trend:
    if any(each.period.uncertain or each.period.approximate for each in values):
        return Trend.UNKNOWN
    if now[0] > before[1]:
        return Trend.UP
    if now[1] < before[0]:
        return Trend.DOWN
    return Trend.SAME if now == before and now[0] == now[1] else Trend.UNKNOWN


def _aim(now: tuple[float, float], target: KpiValue, run: Run) -> Aim:
    if target.bound is Bound.ABOUT or target.value is None:
        return Aim.UNKNOWN
    wanted = target.value
    less = target.bound is Bound.AT_MOST or any(_interval(each)[0] > wanted for each in run.baselines)
    if now[1] <= wanted if less else now[0] >= wanted:
        return Aim.REACHED
    return Aim.NOT_YET if (now[0] > wanted if less else now[1] < wanted) else Aim.UNKNOWN


def _range(run: Run, value: KpiValue) -> tuple[float, float]:
    """Between which numbers a value is; where there are several of its time, all of them may be true."""
    kind = run.baselines if value.kind is ValueKind.BASELINE else run.points
    ranges = [_interval(each) for each in kind if _at_once(each.period, value.period)]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def _at_once(one: Edtf, other: Edtf) -> bool:
    return one.overlaps(other.earliest or date.min, other.latest or date.max)


def _interval(value: KpiValue) -> tuple[float, float]:
    """The least and the most that a value can be. What is about a number can be any: no margin is invented."""
    assert value.value is not None
    number = value.value
    return {
        Bound.EXACTLY: (number, number),
        Bound.AT_LEAST: (number, inf),
        Bound.AT_MOST: (-inf, number),
        Bound.ABOUT: (-inf, inf),
    }[value.bound]


def _first(value: KpiValue) -> date:
    return value.period.earliest or date.min


def _last(value: KpiValue) -> date:
    return value.period.latest or date.max


def _order(value: KpiValue) -> tuple[object, ...]:
    """By period; where that is the same, by what is said, so that the order in the file does not matter."""
    texts = (value.unit, value.definition, value.statement)
    return (
        value.period,
        value.value is None,
        value.value or 0,
        value.bound,
        *(sorted(each.by_language.items()) if each else [] for each in texts),
        value.kind,
    )
