"""What there is, as plain data for JSON and for tables; docs/json.md has the keys."""

from datetime import date

from c2c.export.document import Json
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Agreement, Partnership
from c2c.nursery import IdeaStanding
from c2c.rules.walk import walk
from c2c.saying import Speaker
from c2c.standing import Standing, areas, declared


def partnership(id: str, record: Partnership, as_of: date, speaker: Speaker) -> Json:
    """A partnership in a list."""
    step = declared(record, as_of)
    return {
        "id": id,
        "title": speaker.text(record.title).text,
        "parties": list(record.parties),
        "kind": record.kind.value if record.kind else None,
        "began": record.began.text if record.began else None,
        "ended": record.ended.on.text if record.ended else None,
        "programmes": list(record.programmes),
        "areas": list(areas(record)),
        "step": step.step if step else None,
        "sources": sources(record),
    }


def city(id: str, record: City) -> Json:
    """A city in a list."""
    return {
        "id": id,
        "names": dict(record.names.by_language),
        "aliases": list(record.aliases),
        "kind": record.kind.value,
        "country": record.country,
        "region": dict(record.region.by_language) if record.region else None,
        "members": [member.city for member in record.members],
        "looking": record.looking,
        "sources": sources(record),
    }


def agreement(id: str, record: Agreement, end: date | None, speaker: Speaker) -> Json:
    """An agreement in a list; `end` is its last day, or that by which it is to be renewed."""
    return {
        "partnership": id,
        "id": record.id,
        "kind": record.kind.value,
        "title": speaker.text(record.title).text if record.title else None,
        "signed": record.signed.text if record.signed else None,
        "valid": record.valid.text if record.valid else None,
        "every": record.every,
        "renews": record.renews,
        "ends": end.isoformat() if end else None,
        "areas": list(record.areas),
        "url": record.url,
    }


def idea(is_city: bool, standing: IdeaStanding, speaker: Speaker) -> Json:
    """An idea in a list, of a partnership or of a city."""
    record, found = standing.record, standing.idea
    return {
        "partnership": None if is_city else standing.place,
        "city": standing.place if is_city else None,
        "id": found.id,
        "title": speaker.text(found.title).text,
        "by": list(standing.by),
        "on": found.on.text if found.on else None,
        "areas": list(found.areas),
        "status": standing.stage.value,
        "since": standing.since.text if standing.since else None,
        "reason": record.reason.value if record and record.reason else None,
        "became": [link.action for link in standing.became],
        "sources": sources(found),
    }


def document(id: str, record: Document, speaker: Speaker) -> Json:
    """A source in a list."""
    return {
        "id": id,
        "title": speaker.text(record.title).text,
        "author": record.author,
        "publisher": record.publisher,
        "published": record.published.text if record.published else None,
        "url": record.url,
    }


def action(partnership: str, standing: Standing, speaker: Speaker) -> Json:
    """An action in a list."""
    when, record, due = standing.action.when, standing.record, standing.due
    return {
        "partnership": partnership,
        "id": standing.action.id,
        "focus_area": standing.place.focus_area.id,
        "effort": standing.place.effort.id,
        "title": speaker.text(standing.action.title).text,
        "when": {
            "edtf": when.edtf.text,
            "earliest": when.edtf.earliest.isoformat() if when.edtf.earliest else None,
            "latest": when.edtf.latest.isoformat() if when.edtf.latest else None,
            "text": when.text or None,
        }
        if when
        else None,
        "status": standing.status.value,
        "marker": record.marker if record else None,
        "on": record.on.text if record and record.on else None,
        "reason": record.reason.value if record and record.reason else None,
        "due": due.edtf.latest.isoformat() if due and due.edtf.latest else None,
        "overdue": standing.overdue,
        "like": standing.action.like,
        "idea": standing.action.idea,
    }


def sources(record: Record) -> list[str]:
    """The ids of all the sources that a record cites, in order."""
    return sorted({holder.source for _, holder in walk(record).sources if holder.source is not None})
