"""What every record is made of: a frozen, strict pydantic model, and the small types that its fields share.

The reader gives text for every scalar, so a number or a true/false is read here, by the rules of YAML 1.2 core.
"""

import re
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError, core_schema

from c2c.model.scalars import matching, read_by
from c2c.model.text import Text

SLUG: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}", re.ASCII)
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})", re.ASCII)
URL: Final = re.compile(
    r"""(?:https?://[^\s<>"'\\^`{|}]+|mailto:[^\s<>"'\\^`{|}@]+@[^\s<>"'\\^`{|}@]+)""", re.IGNORECASE
)
MAX_URL: Final = 2000


class Record(BaseModel):
    """Facts from a file: frozen, and a key that is not known is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)


def read_number(value: object) -> int | float:
    """A number as a file writes it. Raises PydanticCustomError, which is a ValueError."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return int(value) if _INTEGER.fullmatch(value) else float(value)
    raise PydanticCustomError("not_a_number", "expected a number, such as 47000 or 8.5")


def read_flag(value: object) -> bool:
    """A true or false as a file writes it. Raises PydanticCustomError."""
    if value in ("true", "True", "TRUE"):
        return True
    if value in ("false", "False", "FALSE"):
        return False
    raise PydanticCustomError("not_true_or_false", "expected true or false")


def _url(value: object) -> object:
    if isinstance(value, str) and len(value) <= MAX_URL and URL.fullmatch(value):
        return value
    raise PydanticCustomError("not_a_url", "not an address that a reader can follow")


def _one_line(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty_text", "the text is empty")
    return value


Number = Annotated[int | float, read_by(read_number)]
Flag = Annotated[bool, read_by(read_flag)]
Url = Annotated[str, read_by(_url)]
Words = Annotated[str, read_by(_one_line, core_schema.str_schema())]
"""A text that belongs to no language: a name, a role, a marker."""
Slug = Annotated[str, matching(SLUG, max_length=80)]
Duration = Annotated[str, matching(r"^P(?:[1-9][0-9]?Y|[1-9][0-9]?M|[1-9][0-9]?Y[1-9][0-9]?M|[1-9][0-9]?W)$")]
"""How long or how often, in whole years, months or weeks of ISO 8601: P1Y, P6M, P2W."""
Word = Annotated[str, matching(r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=80)]
"""The id of an item of the guidebook, such as city_development or high-level-visits."""
ActionRef = Annotated[
    str,
    matching(r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=161),
]
"""An action of the same file by its id, or of another partnership as partnership/action."""


IdeaRef = Annotated[ActionRef, "an idea"]
"""An idea of the same file by its id, or of a city or another partnership as city/idea or partnership/idea."""


class SourceRef(Record):
    """Where a fact comes from: the id of a source, and the place in it."""

    source: Slug
    """The id of a file of data/sources/: `case-study`."""

    at: Text | None = None
    """Where in it, as one would tell a colleague: `page 12`, `chapter Plan`."""

    @model_validator(mode="before")
    @classmethod
    def _of_an_id(cls, value: object) -> object:
        return {"source": value} if isinstance(value, str) else value


OR_ITS_ID: Final = "or its id alone"
"""Says to those who describe the format that a reference may be just the id; the record reads both."""
Sources = tuple[Annotated[SourceRef, OR_ITS_ID], ...]


class Item(Record):
    """Something that a partnership or a city has several of, each with an id."""

    id: Slug
    """What others point to, given once and kept: `ambassador-lunch`."""

    title: Text
    """What it is, in a line: `Lunch with the ambassador`,
    `{da: Frokost med ambassadøren, en: Lunch with the ambassador}`.
    """

    note: Text | None = None
    """What else there is to say: `The date is the sheet's own.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`, `[{source: case-study, at: page 12}]`."""
