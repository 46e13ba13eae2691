"""c2c find: where words stand in what is on record, over all partnerships and cities."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.aside import tell
from c2c.cli.choosing import OfCity, OfCountry, OfProgramme, Wanted
from c2c.cli.completion import items, searched
from c2c.cli.options import (
    AsOf,
    Json,
    Lang,
    Rev,
    Root,
    check_word,
    country_code,
    day,
    processes,
    speaker,
    workspace,
)
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.model.city import City
    from c2c.model.partnership import Partnership
    from c2c.model.text import Text
    from c2c.origins import Link, Links
    from c2c.saying import Speaker
    from c2c.search.hits import Hit, Search
    from c2c.search.subjects import Subject

SHOWN = 20
"""How many are shown, unless one says otherwise."""


def find(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORD", help="What to look for: all of the words; in quotes as they stand."),
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Only action, idea, lesson, achievement, obstacle or event; may be repeated.",
            autocompletion=searched,
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            "--area",
            metavar="ID",
            help="Only what is about an area, or about one within it.",
            autocompletion=items("areas"),
        ),
    ] = None,
    city: OfCity = None,
    country: OfCountry = None,
    programme: OfProgramme = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", metavar="N", min=1, help=f"How many to show. [default: {SHOWN}; with --json all]"
        ),
    ] = None,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Find actions, ideas, lessons, results, obstacles and events by words.

    All languages of all texts are searched, and so are the titles of what a record belongs to: its areas, focus area,
    partnership and cities. Case and accents do not matter: Munster and Muenster find Münster. Chinese is found by any part.

    Whole words come before parts of words, titles before notes, what has evidence before what has none.
    """
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.search.hits import Search
    from c2c.search.subjects import KINDS

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    sought = Search(_sought(words), voice)
    for each in kind or ():
        check_word("kind of what can be found", each, KINDS)
    reading, book = Reading(space), Guidebook(space)
    check_word("area", area, book.ids("areas"), "c2c guide areas lists them")
    within = book.within(area) if area is not None else None
    asked = _Asked(sought, book, today, frozenset(kind or KINDS), within)
    found = _found(reading, asked, Wanted(city=city, country=country, programme=programme))
    if json:
        from c2c.export.find import print_found

        print_found(words, today, found, limit, reading.left_out)
    else:
        _print(found, limit or SHOWN, voice)
    reading.say_left_out()


def _sought(words: list[str]) -> list[str]:
    """The words, each on one line. Raises BadOption for one that nothing can be compared with."""
    from c2c.model.text import one_line
    from c2c.search.folding import Folded

    told = [one_line(each) for each in words]
    for each in told:
        if not all(Folded(each).folded):
            raise BadOption(
                f"'{each}' is nothing to look for", "c2c find WORD …, such as c2c find school exchange"
            )
    return told


class _Asked(NamedTuple):
    """What is asked of each record."""

    search: "Search"
    book: "Guidebook"
    today: date
    kinds: frozenset[str]
    within: frozenset[str] | None

    def is_wanted(self, subject: "Subject") -> bool:
        """Whether the kind and the areas are those that are asked for."""
        return subject.kind in self.kinds and (
            self.within is None or not self.within.isdisjoint(subject.areas)
        )


def _found(reading: "Reading", asked: _Asked, wanted: Wanted) -> "list[Hit]":
    """What is found, the best first, from partnerships that as many processes read as are worth it."""
    from c2c.origins import gathered, links_of
    from c2c.search.subjects import of_city, of_partnership

    is_wanted = wanted.chooser(reading, asked.today) if wanted != Wanted() else None
    cities = dict(reading.cities())
    names = _names(cities)

    def told(id: str, record: "Partnership") -> "tuple[list[Hit], list[Link]]":
        links = list(links_of(id, record))
        if is_wanted is not None and not is_wanted(record):
            return [], links
        subjects = of_partnership(record, asked.book, names, asked.today)
        return list(asked.search.hits(id, False, filter(asked.is_wanted, subjects))), links

    both = reading.tell(told, processes())
    hits = [hit for found, _ in both for hit in found]
    for id, city in cities.items():
        if _is_wanted(id, city, wanted):
            subjects = filter(asked.is_wanted, of_city(city, asked.book, asked.today))
            hits += asked.search.hits(id, True, subjects)
    links = gathered(link for _, found in both for link in found)
    return sorted((_with_links(hit, links) for hit in hits), key=lambda hit: hit.rank)


def _names(cities: "dict[str, City]") -> "Callable[[str], tuple[Text, ...]]":
    """All names of a city by its id, made once."""
    from functools import cache

    from c2c.model.text import UNDETERMINED, Text

    @cache
    def names(id: str) -> "tuple[Text, ...]":
        city = cities.get(id)
        return (city.names, *(Text({UNDETERMINED: each}) for each in city.aliases)) if city else ()

    return names


def _is_wanted(id: str, city: "City", wanted: Wanted) -> bool:
    """Whether a city is one of those that are asked for."""
    return (
        wanted.city in (None, id)
        and country_code(wanted.country) in (None, city.country)
        and (wanted.programme is None or wanted.programme in city.programmes)
    )


def _with_links(hit: "Hit", links: "Links") -> "Hit":
    """The hit, with the actions that took it up; an idea that became one is no idea any more."""
    from c2c.vocab import IdeaStage

    by_origin = {"action": links.likes, "idea": links.ideas}.get(hit.kind, {})
    taken_up = tuple(link.action for link in by_origin.get(f"{hit.holder}/{hit.id}", ()))
    if hit.kind == "idea" and taken_up:
        hit = hit._replace(status=IdeaStage.ACTION)
    return hit._replace(taken_up=taken_up)


def _print(found: "list[Hit]", limit: int, voice: "Speaker") -> None:
    from c2c.cli.hits import print_hits

    if found:
        print_hits(found, limit, voice)
    else:
        tell("nothing matches")
