"""Changes as one JSON document; docs/json.md has its keys."""

from collections.abc import Iterator
from enum import StrEnum

from c2c.dates import Edtf
from c2c.export.document import Json, document
from c2c.history.comparing import Change
from c2c.history.difference import Comparison, Difference
from c2c.history.saying import Teller
from c2c.history.things import Value
from c2c.model.base import Record
from c2c.model.experience import Idea, IdeaRecord
from c2c.model.partnership import Action, StatusRecord
from c2c.model.text import UNDETERMINED, Text
from c2c.model.when import When
from c2c.vocab import IdeaStatus, Status


def json(comparison: Comparison, base: str, head: str, teller: Teller) -> Iterator[str]:
    """{"schema_version", "base", "head", "changes", "left_out"}."""
    told = (_change(each, change, teller) for each in comparison.differences for change in each.changes)
    return document({"base": base, "head": head}, ("changes", told), ("left_out", comparison.left_out))


def _change(difference: Difference, change: Change, teller: Teller) -> Json:
    root = difference.thing
    partnership = root.id if root.what == "partnership" else None
    return {
        "partnership": partnership,
        "record": root.id,
        "path": difference.name,
        **change_of(change, teller),
    }


def change_of(change: Change, teller: Teller) -> Json:
    """A change with its sentence: what it happened to, and what was and is."""
    before, after = plain(change.before), plain(change.after)
    more: dict[str, object] = {}
    if change.field == "status" and isinstance(change.thing.record, Action | Idea):
        before, after, more = _status(change)
    return {
        "what": change.thing.what,
        "id": change.thing.id,
        "field": change.field or None,
        "how": change.how.value,
        "before": before,
        "after": after,
        **more,
        "sentence": teller.sentence(change),
    }


def _status(change: Change) -> tuple[str | None, str | None, dict[str, object]]:
    """The words of the statuses, and the newer record whole."""
    first = Status.OPEN if isinstance(change.thing.record, Action) else IdeaStatus.PROPOSED
    was = change.before.is_ if isinstance(change.before, StatusRecord | IdeaRecord) else first
    now = change.after.is_.value if isinstance(change.after, StatusRecord | IdeaRecord) else None
    return was.value, now, {"record_after": plain(change.after), "record_before": plain(change.before)}


def plain(value: Value) -> object:
    """A value as its file could have it."""
    if isinstance(value, Text):
        return value.by_language.get(UNDETERMINED, value.by_language)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, When):
        return {"edtf": value.edtf.text, "text": value.text} if value.text else value.edtf.text
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Record):
        said = (
            (field.alias or name, getattr(value, name)) for name, field in type(value).model_fields.items()
        )
        return {name: plain(each) for name, each in said if each not in (None, (), False)}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value
