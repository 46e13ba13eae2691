"""c2c people: who speaks for whom, who takes part, and who gives and takes."""

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
    from c2c.model.partnership import Partnership
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
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    wanted = Wanted(city, area, country, kind, step, programme)
    is_wanted = wanted.chooser(reading, today) if wanted != Wanted() else None
    asked = _Asked(reading, Guidebook(space), today, chosen, is_wanted)
    if json:
        from c2c.export import people as export

        found = asked.each(lambda each: export.partnership(each, asked.book, voice))
        export.print_people(found, today, reading.left_out)
    elif chosen:
        from c2c.cli.portrait import print_portrait

        for each in asked.each(lambda each: each):
            print_portrait(each, asked.book, voice, reading.names(voice))
    else:
        from c2c.cli.portrait import print_table, row

        print_table(asked.each(lambda each: row(each, voice)), voice)
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

    def each(self, make: "Callable[[Portrait], T]") -> list[T]:
        """What is made of each portrait; what is made is small, and the partnerships are let go."""
        from c2c.people.portrait import portrait
        from c2c.standing import overview

        config = self.reading.workspace.config

        def told(id: str, record: "Partnership") -> T | None:
            if self.is_wanted is not None and not self.is_wanted(record):
                return None
            seen = overview(id, record, self.today)
            return make(portrait(seen, self.book, config.stale_after, config.confirm_contacts_after))

        if self.chosen is None:
            found = self.reading.tell(told, processes())
        else:
            found = [told(id, record) for id, record in self.reading.partnerships(self.chosen)]
        return [each for each in found if each is not None]
