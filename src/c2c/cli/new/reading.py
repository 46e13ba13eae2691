"""What was typed for a field, as a file has it: phrases become dates, ids are known, a text may name its language."""

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from c2c.cli import editing
from c2c.cli.options import check_word, country_code, known_id
from c2c.errors import BadOption
from c2c.guidebook.book import Guidebook
from c2c.model.base import Record
from c2c.model.partnership import Partnership
from c2c.model.text import LANGUAGE
from c2c.workspace import CITY, SOURCE, Workspace

if TYPE_CHECKING:
    from c2c.cli.new.fields import Field
    from c2c.edit import Value

_OF_LANGUAGE: Final = re.compile(f"({LANGUAGE.pattern})=(.*)", re.ASCII | re.DOTALL)
_CHAPTERS: Final[Mapping[str, str]] = {
    "areas": "areas",
    "programmes": "programmes",
    "challenge": "challenges",
    "factor": "factors",
    "kpi": "kpis",
    "scopes": "scopes",
    "step": "steps",
    "steps": "steps",
}
_WHAT: Final[Mapping[str, str]] = {
    "areas": "area",
    "programmes": "programme",
    "challenge": "challenge",
    "factor": "success factor",
    "kpi": "indicator",
    "scopes": "scope",
    "step": "step",
    "steps": "step",
}
_NAMED: Final[Mapping[str, str]] = {"renews": "agreement", "successor": "contact", "actions": "action"}
_CITIES: Final = frozenset(("parties", "party", "proposed_by", "by", "side", "host", "guests"))


class Around(NamedTuple):
    """What is around a new record: the workspace, its guidebook, and the record of the file that it goes into."""

    space: Workspace
    book: Guidebook
    record: Record | None


def given_twice(field: "Field") -> BadOption:
    """What to say where one value is wanted and two are given."""
    return BadOption(f"--{field.option} is given twice", "give it once")


def texts(around: Around, field: "Field", given: list[str]) -> "Value":
    """A text: plain in a workspace of one language, else by language; one without a language is in the first."""
    languages = around.space.config.languages
    by_language: dict[str, str] = {}
    for each in given:
        found = _OF_LANGUAGE.fullmatch(each)
        language, said = (found[1], found[2]) if found else (languages[0], each)
        if language in by_language:
            raise BadOption(
                f"--{field.option} is given twice in '{language}'",
                f"begin each with its language: --{field.option} da=… --{field.option} en=…",
            )
        by_language[language] = said
    if len(languages) == 1 and list(by_language) == [languages[0]]:
        return by_language[languages[0]]
    return by_language


def text(around: Around, field: "Field", given: str) -> "Value":
    """One of several texts."""
    return texts(around, field, [given])


def as_it_is(around: Around, field: "Field", given: str) -> "Value":
    """What was typed; whether it fits is for the model to say."""
    return given.strip()


def word(around: Around, field: "Field", given: str) -> "Value":
    """A word of a closed list, however it is spaced and capitalised. Raises Unknown."""
    plain = given.strip().lower().replace(" ", "_").replace("-", "_")
    check_word(field.option, plain, field.words)
    return plain


def id(around: Around, field: "Field", given: str) -> "Value":
    """An id; of a city, an agreement and so on, if the field names one. Raises Unknown."""
    said = given.strip()
    if field.key in _CITIES:
        return known_id(around.space, CITY, said)
    known = _known(around.record, field.key)
    if known is not None:
        check_word(_NAMED[field.key], said, known)
    return said


def guidebook_id(around: Around, field: "Field", given: str) -> "Value":
    """An id of the guidebook or of what the workspace adds to it. Raises Unknown."""
    chapter = _CHAPTERS[field.key]
    said = given.strip()
    check_word(_WHAT[field.key], said, around.book.ids(chapter), f"c2c guide {chapter} lists them")
    return said


def date(around: Around, field: "Field", given: str) -> "Value":
    """A date as EDTF. Raises BadOption."""
    return editing.date(given, f"--{field.option}")


def when(around: Around, field: "Field", given: str) -> "Value":
    """A date as EDTF, with the words that were typed if they are others. Raises BadOption."""
    edtf = editing.date(given, f"--{field.option}")
    return edtf if edtf == given.strip() else {"edtf": edtf, "text": given.strip()}


def country(around: Around, field: "Field", given: str) -> "Value":
    """The code of a country, in capitals. Raises BadOption."""
    return country_code(given.strip()) or ""


def coordinates(around: Around, field: "Field", given: str) -> "Value":
    """Latitude and longitude. Raises BadOption."""
    lat, comma, lon = (part.strip() for part in given.partition(","))
    if not comma or _is_beyond(lat, 90) or _is_beyond(lon, 180):
        raise BadOption(
            f"--{field.option}: '{given}' is no place", "write latitude and longitude: 55.73,12.36"
        )
    return {"lat": lat, "lon": lon}


def _is_beyond(degrees: str, bound: int) -> bool:
    """Whether it is a number, and there are not so many degrees."""
    try:
        return abs(float(degrees)) > bound
    except ValueError:
        return False  # what it is instead is said where it is checked


def quantity(around: Around, field: "Field", given: str) -> "Value":
    """A number."""
    return {"value": given.strip()}


def source(around: Around, field: "Field", given: str) -> "Value":
    """A source of the workspace. Raises Unknown."""
    return {"source": known_id(around.space, SOURCE, given.strip())}


def evidence(around: Around, field: "Field", given: str) -> "Value":
    """An address, or a source of the workspace. Raises BadOption, Unknown."""
    return editing.evidence(around.space, given)


def _known(record: Record | None, key: str) -> Collection[str] | None:
    """The ids that a field of a partnership's record can name; None, where it names none."""
    if not isinstance(record, Partnership):
        return None
    if key == "renews":
        return [each.id for each in record.agreements]
    if key == "successor":
        return [each.id for each in record.contacts]
    return [place.action.id for place in record.places] if key == "actions" else None
