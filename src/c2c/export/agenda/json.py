"""An agenda as JSON; docs/json.md has its keys."""

from collections.abc import Iterator

from c2c.export.agenda.agenda import Agenda
from c2c.export.document import document


def json(agenda: Agenda) -> Iterator[str]:
    """One JSON document, an item a line."""
    head = {"as_of": agenda.as_of.isoformat(), "until": agenda.until.isoformat()}
    items = (
        {
            "date": item.date.isoformat() if item.date else None,
            "overdue": item.overdue,
            "since": item.since,
            "kind": item.kind.value,
            "partnership": item.partnership,
            "id": item.id,
            "title": item.title,
            "sentence": item.sentence,
        }
        for item in agenda.items
    )
    ended = (each._asdict() for each in agenda.ended)
    yield from document(head, ("items", items), ("ended", ended), ("left_out", agenda.left_out))
