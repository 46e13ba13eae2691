"""The people of a partnership as views: who speaks for whom, sectors and steps, give and take. Contacts by role, unnamed."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.text import UNDETERMINED, Text
from c2c.people.contacts import Tenure
from c2c.people.coverage import Cell, Row
from c2c.people.portrait import Portrait
from c2c.people.reciprocity import Reciprocity, Visit
from c2c.people.saying import contacts_said, gap_said
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Overview


class Periods(NamedTuple):
    """How long no news are no matter, and how long a contact counts as confirmed: ISO 8601."""

    stale_after: str = "P1Y"
    confirm_after: str = "P1Y"


def people_view(
    now: Overview, cities: Mapping[str, City], book: Guidebook, periods: Periods, writer: Writer
) -> View:
    """Contacts, sectors and reciprocity; each is None where nothing of it is on record."""
    found = Portrait(now, book, *periods)
    title_of = _titles(cities)
    names = names_of(cities, writer)
    has_contacts = bool(found.contacts.tenures)
    there = [row for row in found.rows if row.participants] if now.partnership.participants else []
    return {
        "contacts": {
            "contacts": [_contact(each, title_of, writer) for each in found.contacts.tenures],
            "told": list(contacts_said(found.contacts, writer.speaker, names)),
        }
        if has_contacts
        else None,
        "sectors": {
            "steps": _steps(found.rows, book, writer) if any(map(_says_steps, there)) else [],
            "gaps": [gap_said(each, book, writer.speaker) for each in found.gaps],
        }
        if there
        else None,
        "reciprocity": _reciprocity(found.reciprocity, now.partnership.parties, title_of, writer),
    }


def names_of(cities: Mapping[str, City], writer: Writer) -> Callable[[str], str]:
    """What a city is called, by its id; the id, if it cannot be read."""
    title_of = _titles(cities)
    return lambda city: writer.speaker.text(title_of(city)).text


def _titles(cities: Mapping[str, City]) -> Callable[[str], Text]:
    def title_of(id: str) -> Text:
        city = cities.get(id)
        return city.names if city else Text({UNDETERMINED: id})

    return title_of


def _contact(each: Tenure, title_of: Callable[[str], Text], writer: Writer) -> View:
    contact = each.contact
    return {
        "role": writer.text(contact.role),
        "party": writer.text(title_of(contact.party)) if contact.party else None,
        "since": writer.date(contact.from_),
        "until": writer.date(contact.to),
        "confirmed": writer.date(each.confirmed),
        "former": each.is_former,
        "stale": each.is_stale,
        "vacant": each.is_vacant,
        "cited": writer.cite(contact.sources),
    }


def _says_steps(row: Row) -> bool:
    """Whether one of its participants says at which step; that the parties do something is shown elsewhere."""
    return any(each.id in cell.who for each in row.participants for cell in row.cells.values())


def _steps(rows: Iterable[Row], book: Guidebook, writer: Writer) -> list[Plain]:
    """The steps, each with a cell for every sector: who takes part, the parties themselves, and when they last did."""
    sectors = [row for row in rows if row.sector is not None]
    return [
        {
            "title": writer.text(step.title),
            "cells": [
                {"sector": label(row.sector, writer.language), **_cell(row.cells[step.id], row, writer)}
                for row in sectors
                if row.sector is not None
            ],
        }
        for step in book.steps
    ]


def _cell(cell: Cell, row: Row, writer: Writer) -> View:
    titles = {each.id: each.title for each in row.participants}
    return {
        "who": writer.texts(titles[id] for id in cell.who if id in titles),
        "parties": any(id not in titles for id in cell.who),
        "last": writer.date(cell.last),
    }


def _reciprocity(
    give: Reciprocity, parties: Iterable[str], title_of: Callable[[str], Text], writer: Writer
) -> View | None:
    """Who proposes and who visits whom; None where neither is on record. A proposal by nobody known is no news."""
    proposed = give.proposed if any(each.party for each in give.proposed) else ()
    if not (proposed or give.visits):
        return None
    return {
        "proposed": [
            {
                "party": writer.text(title_of(each.party)) if each.party else None,
                "actions": each.actions,
                "ideas": each.ideas,
            }
            for each in proposed
        ],
        "exchange": [
            {"party": writer.text(title_of(id)), "paid": give.paid(id), "received": give.hosted(id)}
            for id in (parties if give.says_where else ())
        ],
        "undirected": give.undirected,
        "without_follow_up": len(give.without_follow_up),
        "visits": [_visit(each, title_of, writer) for each in give.visits],
    }


def _visit(visit: Visit, title_of: Callable[[str], Text], writer: Writer) -> View:
    return {
        "title": writer.text(visit.title),
        "when": writer.date(visit.when),
        "host": writer.text(title_of(visit.host)) if visit.host else None,
        "level": label(visit.level, writer.language) if visit.level else "",
        "follow_up": writer.text(visit.follow_up),
    }
