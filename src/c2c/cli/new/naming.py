"""The id of a new record: as it was given, or made from what it is called; never one that is taken."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from c2c.errors import BadOption
from c2c.model.base import SLUG

if TYPE_CHECKING:
    from c2c.edit import Value

_LETTERS: Final = str.maketrans(
    {
        "æ": "ae",
        "ø": "oe",
        "å": "aa",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "þ": "th",
    }
)
_LONGEST: Final = 60


def slug(text: str) -> str:
    """A text as an id; empty, if it has letters that are written in no Latin script."""
    folded = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    if any(sign.isalpha() and not sign.isascii() for sign in plain):
        return ""
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]


def suggested(item: "Mapping[str, Value]", named_by: Sequence[str]) -> str:
    """An id made from what a record is called: of its texts the first that can be written so; empty, if none can."""
    for key in named_by:
        if key in ("kind", "signed"):  # an agreement without a title
            return slug(" ".join(str(item[each]) for each in named_by[named_by.index(key) :] if each in item))
        told = next((found for each in _texts(item.get(key, "")) if (found := slug(each))), "")
        if told:
            return told
    return ""


def is_id(text: str) -> bool:
    """Whether a text is an id, taken or not."""
    return bool(re.fullmatch(SLUG, text)) and len(text) <= 80


def check_id(id: str, taken: Collection[str], what: str) -> str:
    """The id, if it is one and is free. Raises BadOption."""
    if not is_id(id):
        better = slug(id)
        help = (
            f"did you mean '{better}'?"
            if better and better != id
            else "small letters, digits and single hyphens"
        )
        raise BadOption(f"--id: '{id[:80]}' is not an id", help)
    if id in {unicodedata.normalize("NFC", each).casefold() for each in taken}:
        raise BadOption(f"--id: '{id}' is taken by another {what}", "give another id with --id")
    return id


def _texts(value: "Value") -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    else:
        yield "-".join(str(each) for each in value)
