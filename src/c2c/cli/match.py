"""c2c match: with whom a city could work, what speaks for each, and which question is worth asking."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import ids
from c2c.cli.options import (
    AsOf,
    Json,
    Lang,
    Rev,
    Root,
    country_code,
    day,
    known_id,
    processes,
    speaker,
    workspace,
)
from c2c.errors import BadOption, Unknown

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.matching.facts import Tie
    from c2c.matching.known import Known
    from c2c.matching.match import Asked, Matches
    from c2c.model.partnership import Partnership

SHOWN = 10
"""How many candidates are shown, unless one says otherwise."""


def match(
    context: typer.Context,
    city: Annotated[
        str,
        typer.Argument(
            metavar="CITY", help="The city that looks for a partner.", autocompletion=ids("cities")
        ),
    ],
    candidate: Annotated[
        str | None,
        typer.Argument(
            metavar="CANDIDATE",
            help="One possible partner, with every criterion. [default: the best]",
            autocompletion=ids("cities"),
        ),
    ] = None,
    criteria: Annotated[
        str | None,
        typer.Option(
            "--criteria",
            metavar="SET",
            help="A city's own criteria, such as bonn: c2c guide sets has them. [default: the guidebook's twelve]",
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", metavar="N", min=1, help=f"How many to show. [default: {SHOWN}; with --json all]"
        ),
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Leave out those that are partners already.")] = False,
    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country",
            metavar="CODE",
            help="Only cities of a country, such as CN; may be repeated. [default: those that its own country works with]",
        ),
    ] = None,
    same_country: Annotated[
        bool, typer.Option("--same-country", help="Cities of its own country, too.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Every criterion of each, in full.")] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Rank the cities with which a city could work.

    Each is asked the guidebook's criteria, or a city's own, and answered from the record: yes, no or unknown. Unknown is
    not no, so the score is a range. What speaks for and against each is shown with its evidence, and which unknown is
    worth asking about.

    docs/matching.md says where each answer comes from, what the score means, and what it cannot know.
    """
    from c2c.cli.reading import Reading
    from c2c.matching.match import Wanted, matches
    from c2c.workspace import CITY

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    asking = known_id(space, CITY, city)
    codes = frozenset(code for each in country or () if (code := country_code(each)))
    if candidate is not None and (new or codes or same_country or limit):
        raise BadOption(
            "--new, --country, --same-country and --limit are for the list", f"c2c match {city} {candidate}"
        )
    reading = Reading(space)
    known = _known(reading, today)
    asked = _asked(criteria, known)
    if asking not in known.cities:
        reading.say_left_out()
        raise typer.Exit(1)
    name = criteria or _all_criteria()
    if candidate is not None:
        found = _pair(asking, known_id(space, CITY, candidate), name, asked, known)
    else:
        wanted = Wanted(codes or None, same_country, new)
        found = matches(asking, name, asked, known, wanted)
    if json:
        from c2c.export.match import print_match

        print_match(found, voice, limit, reading.left_out)
    else:
        from c2c.cli.matches import print_matches

        print_matches(found, voice, limit or SHOWN, explain or candidate is not None)
    reading.say_left_out()


def _known(reading: "Reading", today: date) -> "Known":
    """All that is known, from partnerships that as many processes read as are worth it."""
    from c2c.guidebook.book import Guidebook
    from c2c.matching.facts import tie_of
    from c2c.matching.known import Known

    def told(id: str, record: "Partnership") -> "Tie":
        return tie_of(id, record, today)

    ties = reading.tell(told, processes())
    return Known(dict(reading.cities()), ties, Guidebook(reading.workspace), today)


def _all_criteria() -> str:
    from c2c.matching.match import OURS

    return OURS


def _asked(criteria: str | None, known: "Known") -> "tuple[Asked, ...]":
    """What is asked. Raises Unknown for a set that there is not, BadOption for one that asks nothing."""
    from c2c.matching.match import OURS, asked_by_all, asked_by_set

    if criteria in (None, OURS):
        return asked_by_all(known)
    chosen = next((each for each in known.book.sets if each.id == criteria), None)
    if chosen is None:
        ids = [OURS, *known.book.ids("sets")]
        raise Unknown("set of criteria", str(criteria), ids, "c2c guide sets lists them")
    asked = asked_by_set(chosen, known)
    if not asked:
        raise BadOption(
            f"--criteria: '{criteria}' has no criteria", "data/guidebook/sets.yaml can give it some"
        )
    return asked


def _pair(city: str, candidate: str, name: str, asked: "tuple[Asked, ...]", known: "Known") -> "Matches":
    """One candidate, among all of its country, so that its place and what would change it are true."""
    from c2c.matching.match import Wanted, matches

    if candidate not in known.cities:
        raise BadOption(f"c2c cannot read data/cities/{candidate}.yaml", "c2c validate says why")
    if known.are_together(city, candidate):
        raise BadOption(
            f"'{candidate}' is '{city}' itself, or one is a member of the other", "name another city"
        )
    own = known.countries(candidate)
    if not own:
        raise BadOption(
            f"'{candidate}' has no country on record, and no member with one",
            f"data/cities/{candidate}.yaml can say country: or members:",
        )
    wanted = Wanted(own, same_country=bool(own & known.countries(city)))
    everything = matches(city, name, asked, known, Wanted())
    found = everything if any(each.id == candidate for each in everything.candidates) else None
    found = found or matches(city, name, asked, known, wanted)
    chosen = tuple(each for each in found.candidates if each.id == candidate)
    if not chosen:
        raise BadOption(f"'{candidate}' has been dissolved", "name another city")
    return found._replace(candidates=chosen)
