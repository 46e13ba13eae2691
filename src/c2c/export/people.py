"""The people of partnerships as JSON; docs/json.md has the keys."""

from collections.abc import Iterable
from datetime import date

from c2c.dates import Edtf
from c2c.export.document import Json, print_document
from c2c.guidebook.book import Guidebook
from c2c.people.contacts import Tenure
from c2c.people.coverage import Row
from c2c.people.portrait import Portrait
from c2c.people.reciprocity import Visit, Wait
from c2c.people.saying import gap_said
from c2c.saying import Speaker


def print_people(partnerships: Iterable[Json], as_of: date, left_out: Iterable[str]) -> None:
    """Print one JSON document."""
    print_document({"as_of": as_of.isoformat()}, ("partnerships", partnerships), ("left_out", left_out))


def partnership(each: Portrait, book: Guidebook, speaker: Speaker) -> Json:
    """The people of one partnership."""
    found, give = each.contacts, each.reciprocity
    return {
        "id": each.overview.id,
        "title": speaker.text(each.overview.partnership.title).text,
        "contacts": [_contact(tenure, speaker) for tenure in found.tenures],
        "turnover": {
            "changes": found.turnover.changes,
            "since": found.turnover.since.isoformat() if found.turnover.since else None,
        },
        "single": list(found.single),
        "nobody": list(found.nobody),
        "sectors": [_sector(row) for row in each.rows],
        "gaps": [
            {
                "sector": gap.sector.value,
                "since": _date(gap.since),
                "steps": list(gap.steps),
                "sentence": gap_said(gap, book, speaker),
            }
            for gap in each.gaps
        ],
        "proposed": [proposed._asdict() for proposed in give.proposed],
        "visits": [_visit(visit, speaker) for visit in give.visits],
        "exchange": [
            {"party": party, "paid": give.paid(party), "received": give.hosted(party)}
            for party in (each.overview.partnership.parties if give.says_where else ())
        ],
        "waiting": [_wait(wait, speaker) for wait in give.waits],
    }


def _contact(tenure: Tenure, speaker: Speaker) -> Json:
    contact = tenure.contact
    return {
        "id": contact.id,
        "party": contact.party,
        "role": speaker.text(contact.role).text,
        "from": _date(contact.from_),
        "to": _date(contact.to),
        "confirmed": _date(tenure.confirmed),
        "confirm_by": tenure.confirm_by.isoformat() if tenure.confirm_by else None,
        "successor": contact.successor,
        "former": tenure.is_former,
        "stale": tenure.is_stale,
    }


def _sector(row: Row) -> Json:
    return {
        "sector": row.sector.value if row.sector else None,
        "participants": [each.id for each in row.participants],
        "last": _date(row.last),
        "steps": [
            {"step": step, "who": list(cell.who), "last": _date(cell.last)}
            for step, cell in row.cells.items()
            if cell.who
        ],
    }


def _visit(visit: Visit, speaker: Speaker) -> Json:
    return {
        "id": visit.id,
        "title": speaker.text(visit.title).text,
        "when": _date(visit.when),
        "host": visit.host,
        "guests": list(visit.guests),
        "level": visit.level.value if visit.level else None,
        "follow_up": speaker.text(visit.follow_up).text if visit.follow_up else None,
    }


def _wait(wait: Wait, speaker: Speaker) -> Json:
    waiting = wait.waiting
    return {
        "action": wait.standing.action.id,
        "party": waiting.party if waiting else None,
        "who": speaker.text(waiting.who).text if waiting and waiting.who else None,
        "since": waiting.since.text if waiting else None,
    }


def _date(edtf: Edtf | None) -> str | None:
    return edtf.text if edtf else None
