"""Dates in a record: EDTF, and the words that the source uses."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic_core import PydanticCustomError

from c2c.dates import Edtf, NotEdtf, parse, read
from c2c.dates.hints import WRITE
from c2c.model.scalars import read_by


class When(NamedTuple):
    """A date as coarse as the source has it, and the source's own words if the file keeps them."""

    edtf: Edtf
    text: str = ""


def _edtf(value: object, at: Mapping[str, str] = MappingProxyType({})) -> Edtf:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_date", "expected a date", {**at})
    try:
        return parse(value)
    except NotEdtf as error:
        raise _not_a_date(value, error, at) from None


def _not_a_date(value: str, error: NotEdtf, at: Mapping[str, str]) -> PydanticCustomError:
    """The complaint, with the EDTF form of what an officer may have meant."""
    try:
        meant = read(value)
    except NotEdtf:
        why = str(error).removesuffix(f": {WRITE}")  # the help says that too
        facts = {"why": why, "meant": "", **at}
    else:
        facts = {"why": f"'{value[:80]}' is not written as EDTF", "meant": meant.text, **at}
    return PydanticCustomError("not_a_date", "{why}", facts)


def _when(value: object) -> When:
    if isinstance(value, dict):
        for key in value:
            if key not in ("edtf", "text"):
                facts = {"key": key, "known": "edtf, text", "at": key}
                raise PydanticCustomError("unknown_key", "'{key}'", facts)
        words = value.get("text", "")
        if not isinstance(words, str):
            raise PydanticCustomError("string_type", "expected text", {"at": "text"})
        if value.get("edtf") is None:
            raise PydanticCustomError("missing_key", "edtf", {"key": "edtf"})
        return When(_edtf(value["edtf"], {"at": "edtf"}), words)
    return When(_edtf(value))


def _date(value: object) -> Edtf:
    return _edtf(value)


Date = Annotated[Edtf, read_by(_date)]
WhenField = Annotated[When, read_by(_when)]
