"""The life of a record as JSON; docs/json.md has the keys."""

from collections.abc import Iterable

from c2c.export.changes.json import change_of, plain
from c2c.export.document import Json
from c2c.export.document import print_document as print_json
from c2c.history.life import Chapter
from c2c.history.saying import Teller
from c2c.history.things import Thing
from c2c.model.experience import Idea
from c2c.model.partnership import Action


def print_document(id: str, thing: Thing, chapters: Iterable[Chapter], teller: Teller) -> None:
    """Print {"schema_version", "id", "what", "title", "reports", "revisions"}, the newest revision first."""
    reports = thing.record.status if isinstance(thing.record, Action | Idea) else ()
    print_json(
        {"id": id, "what": thing.what, "title": teller.called(thing)},
        ("reports", map(plain, reports)),
        ("revisions", (_chapter(each, teller) for each in chapters)),
    )


def _chapter(chapter: Chapter, teller: Teller) -> Json:
    commit = chapter.commit
    return {
        "revision": commit.commit if commit else None,
        "author": commit.author if commit else None,
        "date": commit.date if commit else None,
        "subject": commit.subject if commit else None,
        "changes": [change_of(each, teller) for each in chapter.changes],
    }
