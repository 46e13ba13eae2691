"""c2c kpi: what indicators say, over the years and against what is aimed at."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import ids
from c2c.cli.options import AsOf, Json, Lang, Rev, Root, day, speaker, workspace

if TYPE_CHECKING:
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook
    from c2c.kpi.indicators import Indicator
    from c2c.standing import Overview

    Known = tuple[Indicator, ...]

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
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    today = date(year, 12, 31) if year is not None and as_of is None else day(as_of)
    wanted = Wanted(city, area, country, kind, step, programme)
    asked, book = Asked(space, today, partnership, wanted), Guidebook(space)
    if json:
        from c2c.export import kpi as export

        found = _each(asked, book, lambda seen, known: export.partnership(seen, known, year, voice))
        export.print_kpis(found, today, year, asked.reading.left_out)
    elif asked.ids:
        from c2c.cli.indicators import print_indicators
        from c2c.kpi.saying import Voice

        with_names = Voice(voice, book, asked.reading.names(voice))
        for seen, known in _each(asked, book, lambda seen, known: (seen, known)):
            print_indicators(seen, known, year, with_names)
    else:
        from c2c.cli.indicators import print_table, told

        print_table(_each(asked, book, lambda seen, known: told(seen, known, year, voice)), book, voice)
    asked.say_left_out()


def _each(asked: "Asked", book: "Guidebook", make: "Callable[[Overview, Known], T]") -> list[T]:
    """What is made of the indicators of each."""
    from c2c.kpi.indicators import indicators

    _ = book.kpis  # read once, before the processes part
    return asked.each(lambda seen: make(seen, indicators(seen, book)))
