"""c2c people: who speaks for whom, who takes part, and who gives and takes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import ids
from c2c.cli.options import AsOf, Json, Lang, Rev, Root, day, speaker, workspace

if TYPE_CHECKING:
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook
    from c2c.people.portrait import Portrait

T = TypeVar("T")


def people(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNERSHIP",
            help="One partnership. [default: a table of all]",
            autocompletion=ids("partnerships"),
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
    """Show who is behind partnerships.

    Who speaks for whom and since when, whom to confirm, and where one contact is all there is. Who takes part, by sector and
    step, and who does not. Who proposes, who visits whom, who is waited for, and which visits have no follow-up.

    What is not on record is unknown, and unknown is not no.
    """
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    wanted = Wanted(city, area, country, kind, step, programme)
    asked, book = Asked(space, today, partnership, wanted), Guidebook(space)
    if json:
        from c2c.export import people as export

        found = _each(asked, book, lambda each: export.partnership(each, book, voice))
        export.print_people(found, today, asked.reading.left_out)
    elif asked.ids:
        from c2c.cli.portrait import print_portrait

        for each in _each(asked, book, lambda each: each):
            print_portrait(each, book, voice, asked.reading.names(voice))
    else:
        from c2c.cli.portrait import print_table, row

        print_table(_each(asked, book, lambda each: row(each, voice)), voice)
    asked.say_left_out()


def _each(asked: "Asked", book: "Guidebook", make: "Callable[[Portrait], T]") -> list[T]:
    """What is made of each portrait."""
    from c2c.people.portrait import Portrait

    config = asked.workspace.config
    return asked.each(
        lambda seen: make(Portrait(seen, book, config.stale_after, config.confirm_contacts_after))
    )
