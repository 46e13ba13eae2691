"""c2c kpi: what indicators say, over the years and against what is aimed at."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import ids
from c2c.cli.options import AsOf, Json, Lang, Rev, Root, day, known_id, processes, speaker, workspace

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.kpi.indicators import Indicator
    from c2c.model.partnership import Partnership
    from c2c.standing import Overview

T = TypeVar("T")


def kpi(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNERSHIP",
            help="One partnership. [default: every indicator, over all]",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="YEAR", min=1, max=9999, help="Only values of a year, as of its last day."
        ),
    ] = None,
    as_of: AsOf = None,
    city: OfCity = None,
    area: OfArea = None,
    country: OfCountry = None,
    kind: OfKind = None,
    step: OfStep = None,
    programme: OfProgramme = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show what indicators say.

    The values of a partnership by period, each with its unit, its trend and what is aimed at; and apart from them what the
    record itself can count. Without a partnership, which indicators have values of which partnerships: no ranking.

    Values with another definition or unit are not compared, and what is not on record is not zero.
    """
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    today = date(year, 12, 31) if year is not None and as_of is None else day(as_of)
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    wanted = Wanted(city, area, country, kind, step, programme)
    is_wanted = wanted.chooser(reading, today) if wanted != Wanted() else None
    asked = _Asked(reading, Guidebook(space), today, chosen, is_wanted)
    if json:
        from c2c.export import kpi as export

        found = asked.each(lambda seen, known: export.partnership(seen, known, year, voice))
        export.print_kpis(found, today, year, reading.left_out)
    elif chosen:
        from c2c.cli.indicators import print_indicators
        from c2c.kpi.saying import Voice

        with_names = Voice(voice, asked.book, reading.names(voice))
        for seen, known in asked.each(lambda seen, known: (seen, known)):
            print_indicators(seen, known, year, with_names)
    else:
        from c2c.cli.indicators import print_table, told

        print_table(asked.each(lambda seen, known: told(seen, known, year, voice)), asked.book, voice)
    reading.say_left_out()
    if chosen and any(name.startswith(f"data/{PARTNERSHIP.folder}/") for name in reading.left_out):
        raise typer.Exit(1)


class _Asked(NamedTuple):
    """Which partnerships are asked for, and as of when."""

    reading: "Reading"
    book: "Guidebook"
    today: date
    chosen: list[str] | None
    is_wanted: "Callable[[Partnership], bool] | None"

    def each(self, make: "Callable[[Overview, tuple[Indicator, ...]], T]") -> list[T]:
        """What is made of the indicators of each; what is made is small, and the partnerships are let go."""
        from c2c.kpi.indicators import indicators
        from c2c.standing import overview

        _ = self.book.kpis  # read once, before the processes part

        def told(id: str, record: "Partnership") -> T | None:
            if self.is_wanted is not None and not self.is_wanted(record):
                return None
            seen = overview(id, record, self.today)
            return make(seen, indicators(seen, self.book))

        if self.chosen is None:
            found = self.reading.tell(told, processes())
        else:
            found = [told(id, record) for id, record in self.reading.partnerships(self.chosen)]
        return [each for each in found if each is not None]
