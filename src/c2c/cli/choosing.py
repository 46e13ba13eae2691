"""Which partnerships are asked for: the filters that `list` and `status` share."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.completion import countries, ids, items, kinds_of_partnership
from c2c.cli.options import check_word, country_code, known_id

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.model.partnership import Partnership

OfCity = Annotated[
    str | None,
    typer.Option(
        "--city", metavar="ID", help="Only those that a city is a party of.", autocompletion=ids("cities")
    ),
]
OfArea = Annotated[
    str | None,
    typer.Option(
        "--area",
        metavar="ID",
        help="Only those that work on an area, or on one within it.",
        autocompletion=items("areas"),
    ),
]
OfCountry = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="CODE",
        help="Only those with a party there, such as DK.",
        autocompletion=countries,
    ),
]
OfKind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only those of a kind.", autocompletion=kinds_of_partnership),
]
OfStep = Annotated[
    str | None,
    typer.Option("--step", metavar="STEP", help="Only those at a step.", autocompletion=items("steps")),
]
OfProgramme = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        help="Only those of a programme.",
        autocompletion=items("programmes"),
    ),
]


class Wanted(NamedTuple):
    """What partnerships are asked for, as it was typed; None where nothing was."""

    city: str | None = None
    area: str | None = None
    country: str | None = None
    kind: str | None = None
    step: str | None = None
    programme: str | None = None

    def chooser(self, reading: "Reading", today: date) -> "Callable[[Partnership], bool]":
        """Whether a partnership is one of them. Raises Unknown, BadOption for words that name nothing."""
        from c2c.guidebook.book import Guidebook
        from c2c.standing import areas, declared
        from c2c.vocab import PartnershipKind
        from c2c.workspace import CITY

        book = Guidebook(reading.workspace)
        check_word("kind of partnership", self.kind, list(PartnershipKind))
        for what, word, chapter in (
            ("step", self.step, "steps"),
            ("area", self.area, "areas"),
            ("programme", self.programme, "programmes"),
        ):
            if word is not None:
                check_word(what, word, book.ids(chapter), f"c2c guide {chapter} lists them")
        party = known_id(reading.workspace, CITY, self.city) if self.city is not None else None
        code = country_code(self.country)
        there = {id for id, city in reading.cities() if city.country == code} if code else frozenset()
        within = book.within(self.area) if self.area is not None else frozenset()

        def is_wanted(record: "Partnership") -> bool:
            at = declared(record, today) if self.step is not None else None
            return (
                (self.kind is None or self.kind == record.kind)
                and (self.area is None or not within.isdisjoint(areas(record)))
                and (self.programme is None or self.programme in record.programmes)
                and (code is None or not there.isdisjoint(record.parties))
                and (party is None or party in record.parties)
                and (self.step is None or (at is not None and at.step == self.step))
            )

        return is_wanted
