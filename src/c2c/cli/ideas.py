"""c2c list ideas: the nursery of joint projects, with who proposed what, since when, and what became of it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import ids, items, stages
from c2c.cli.listing import print_json, print_table
from c2c.cli.options import AsOf, Json, Lang, Rev, Root, check_word, day, known_id, speaker, workspace

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.nursery import IdeaStanding


def ideas(
    context: typer.Context,
    place: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="ID",
            help="Only those of a partnership or a city.",
            autocompletion=ids("partnerships", "cities"),
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="CITY", help="Only those that a city proposed.", autocompletion=ids("cities")
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            "--area",
            metavar="ID",
            help="Only those about an area, or about one within it.",
            autocompletion=items("areas"),
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status", metavar="STATUS", help="proposed, agreed, action or dropped.", autocompletion=stages
        ),
    ] = None,
    is_open: Annotated[
        bool, typer.Option("--open", help="Only those that are proposed or agreed, and no action yet.")
    ] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """List ideas with who proposed each, and what became of it."""
    from c2c.cli.reading import Reading
    from c2c.export import lists
    from c2c.guidebook.book import Guidebook
    from c2c.saying import label
    from c2c.vocab import IdeaStage
    from c2c.workspace import CITY

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    check_word("status of an idea", status, list(IdeaStage))
    book = Guidebook(space)
    check_word("area", area, book.ids("areas"), "c2c guide areas lists them")
    party = known_id(space, CITY, by) if by is not None else None
    within = book.within(area) if area is not None else frozenset()
    reading = Reading(space)
    found = (
        (is_city, each)
        for is_city, each in _ideas(reading, place, today)
        if status in (None, each.stage.value)
        and (each.is_open or not is_open)
        and (party is None or party in each.by)
        and (area is None or not within.isdisjoint(each.idea.areas))
    )
    if json:
        print_json("ideas", (lists.idea(*each, voice) for each in found), reading)
        return
    say, names = voice.language.say, reading.names(voice)
    print_table(
        [say("id"), say("status"), say("since when"), say("by whom"), say("idea")],
        found,
        lambda found: (
            f"{found[1].place}/{found[1].idea.id}",
            label(found[1].stage, voice.language),
            voice.date(found[1].since) if found[1].since else "-",
            ", ".join(map(names, found[1].by)) or "-",
            _text(found[1], voice.text(found[1].idea.title).text),
        ),
        reading,
        context,
    )


def _text(each: "IdeaStanding", title: str) -> str:
    """The idea, and the actions that came of it."""
    return " → ".join((title, *(link.action for link in each.became)))


def _ideas(reading: "Reading", place: str | None, today: date) -> "Iterator[tuple[bool, IdeaStanding]]":
    """The ideas of partnerships and of cities, or of the one that is named, each with whether it is a city's.

    Raises Unknown.
    """
    from c2c.errors import Unknown
    from c2c.nursery import nursery
    from c2c.origins import links_in
    from c2c.workspace import CITY, PARTNERSHIP

    space = reading.workspace
    known = [*space.ids(PARTNERSHIP), *space.ids(CITY)]
    if place is not None and place not in known:
        raise Unknown("partnership or city", place, known, "c2c list partnerships names them all")
    wanted = None if place is None else [place]
    links = links_in(space)
    reading.left_out |= dict.fromkeys(links.left_out)
    for id, record in reading.partnerships(wanted):
        yield from ((False, each) for each in nursery(id, record, today, links))
    for id, city in reading.cities(wanted):
        yield from ((True, each) for each in nursery(id, city, today, links))
