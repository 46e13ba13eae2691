"""The indicators of a partnership as of a day: what was reported of each, and apart from it what the record counts."""

from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.kpi.counting import Counted, counted
from c2c.kpi.series import Series, series
from c2c.model.experience import KpiValue
from c2c.model.text import Text
from c2c.standing import Overview
from c2c.vocab import ValueKind


class Indicator(NamedTuple):
    """An indicator and what is known of it. `counted` is None where the record cannot count it; `unit` is the guidebook's."""

    id: str
    unit: Text | None
    series: Series
    counted: Counted | None

    @property
    def is_reported(self) -> bool:
        """Whether a value or a statement is on record."""
        return bool(self.series.runs or self.series.statements)

    @property
    def is_measured(self) -> bool:
        """Whether more is on record than what is aimed at."""
        said = (each.kind is ValueKind.MEASURED for each in self.series.statements)
        return any(said) or any(run.points for run in self.series.runs)

    @property
    def is_counted(self) -> bool:
        """Whether the record holds something that counts for it."""
        return self.counted is not None and bool(self.counted.years or self.counted.undated)


def indicators(overview: Overview, book: Guidebook) -> tuple[Indicator, ...]:
    """Every indicator of the guidebook in its order, with what is on record, and any other that the record has values of."""
    values: dict[str, list[KpiValue]] = {}
    for each in overview.partnership.kpis:
        values.setdefault(each.kpi, []).append(each)
    units = {each.id: each.unit for each in book.kpis}
    return tuple(
        Indicator(id, units.get(id), _series(values.get(id), units.get(id), overview), counted(id, overview))
        for id in dict.fromkeys((*units, *values))
    )


def _series(values: list[KpiValue] | None, unit: Text | None, overview: Overview) -> Series:
    return series(values, unit, overview.as_of) if values else Series((), ())
