"""A value of a record in words, on one line: what `show` prints of a field, and what a change is told with."""

from enum import StrEnum
from typing import TypeAlias

from c2c.dates import Edtf
from c2c.model.base import Record, SourceRef
from c2c.model.happening import Quantity
from c2c.model.text import Text, one_line
from c2c.model.when import When
from c2c.saying.labels import LABELS, label
from c2c.saying.texts import Speaker
from c2c.vocab import Bound

Value: TypeAlias = object


def in_words(value: Value, speaker: Speaker) -> str | None:
    """The value on one line; None if there is none, or if it is a record or a list of records."""
    if isinstance(value, Text):
        piece = speaker.text(value)
        other = piece.language not in (speaker.language.code, "und")
        return one_line(piece.text) + (f" [{piece.language}]" if other else "")
    if isinstance(value, When):
        return (in_words(value.edtf, speaker) or "") + (f" ({value.text})" if value.text else "")
    if isinstance(value, Edtf):
        words = speaker.date(value)
        return words if words == value.text else f"{words} [{value.text}]"
    if isinstance(value, Quantity):
        return speaker.quantity(value)
    if isinstance(value, SourceRef):
        return f"{value.source}: {in_words(value.at, speaker)}" if value.at else value.source
    if isinstance(value, StrEnum):
        return _word(value, speaker)
    if isinstance(value, dict):
        return ", ".join(f"{key} {in_words(item, speaker)}" for key, item in value.items())
    if isinstance(value, tuple):
        return ", ".join(value) if value and all(isinstance(item, str) for item in value) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None or isinstance(value, Record) else str(value)


def _word(value: StrEnum, speaker: Speaker) -> str:
    if isinstance(value, Bound):  # it is said around a number
        return speaker.language.say(LABELS[Bound, value.value], n="…")
    return label(value, speaker.language) if (type(value), value.value) in LABELS else value.value
