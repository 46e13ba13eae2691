"""The fields of a record as options: what each is called, what may be given for it, and how that is read.

A field of the model is an option at once, if its type is in the table here; what a record has lists of records for has
commands of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Final, NamedTuple, TypeGuard, Union, get_args, get_origin, get_type_hints

from c2c.cli.new import reading
from c2c.cli.new.kinds import Kind
from c2c.cli.new.reading import Around
from c2c.edit import Value
from c2c.model import base, city, happening, text, when
from c2c.model.manual import Manual, manual
from c2c.model.order import keys_of


class Sort(NamedTuple):
    """A sort of value: what stands for it in the help, what it is, how it is read; whether an example says its form."""

    metavar: str
    help: str
    read: Callable[[Around, "Field", str], Value]
    is_plain: bool = False


class Field(NamedTuple):
    """A field of a record. `words` are all that can be given, where they are few; `said` is what the format says of it."""

    key: str
    option: str
    sort: Sort
    is_many: bool
    is_required: bool
    words: tuple[str, ...] = ()
    said: str = ""
    example: str = ""

    @property
    def metavar(self) -> str:
        """What stands for the value in the help."""
        return self.sort.metavar

    @property
    def help(self) -> str:
        """What it means, and what can be given."""
        told = (self.said, self._form, "May be given several times." if self.is_many else "")
        return " ".join(filter(None, told))

    @property
    def _form(self) -> str:
        """How it is written: the words, the form of what is not plain, or an example."""
        if self.words:
            return f"{self.sort.help}: {', '.join(self.words)}."
        if not self.sort.is_plain:
            return f"{self.sort.help}."
        return f"For example: {self.example}." if self.example else ""

    @property
    def is_text(self) -> bool:
        """Whether it is a text in one or several languages."""
        return self.sort is TEXT

    def value(self, around: Around, given: list[str]) -> Value:
        """What was given, as a file has it. Raises BadOption, Unknown."""
        if self.is_text and not self.is_many:
            return reading.texts(around, self, given)
        read = [self.sort.read(around, self, each) for each in given]
        if self.is_many:
            return read
        if len(read) > 1:
            raise reading.given_twice(self)
        return read[0]


TEXT: Final = Sort("TEXT", "A text", reading.text, is_plain=True)
WORD: Final = Sort("WORD", "One of", reading.word)
SORTS: Final[Mapping[object, Sort]] = {
    text.Text: TEXT,
    base.Words: Sort("TEXT", "A text, the same in every language", reading.as_it_is, is_plain=True),
    base.Slug: Sort("ID", "An id", reading.id, is_plain=True),
    base.Word: Sort("ID", "An id of the guidebook", reading.guidebook_id, is_plain=True),
    base.ActionRef: Sort("ID", "An action: its id, or PARTNERSHIP/ACTION", reading.as_it_is),
    base.IdeaRef: Sort("ID", "An idea: its id, or CITY/IDEA", reading.as_it_is),
    base.Duration: Sort("DURATION", "How long: P1Y, P6M, P2W", reading.as_it_is),
    base.Url: Sort("URL", "An address", reading.as_it_is, is_plain=True),
    base.Number: Sort("NUMBER", "A number", reading.as_it_is, is_plain=True),
    base.Flag: Sort("true|false", "Whether it is so", reading.as_it_is, is_plain=True),
    base.SourceRef: Sort("ID", "The id of a source", reading.source),
    when.Date: Sort("DATE", "A date: 2019-09, spring 2018, medio 2019", reading.date),
    when.WhenField: Sort("DATE", "A date: 2019-09, spring 2018, medio 2019", reading.when),
    city.Country: Sort("CODE", "Two letters, such as DK", reading.country),
    city.Coordinates: Sort("LAT,LON", "Degrees, such as 55.73,12.36", reading.coordinates),
    get_args(get_type_hints(city.City, include_extras=True)["wikidata"])[0]: Sort(
        "ID", "An id of Wikidata, such as Q42747", reading.as_it_is
    ),
    happening.Quantity: Sort("NUMBER", "A number", reading.quantity, is_plain=True),
    happening.Evidence: Sort("URL", "What shows it: an address, or the id of a source", reading.evidence),
}
_ONE_OF: Final[Mapping[str, str]] = {
    "aliases": "alias",
    "beneficiaries": "beneficiary",
    "names": "name",
    "parties": "party",
    "same_as": "same-as",
    "programmes": "programme",
}
"""What one of several is called, where that is not the word without its s."""
_ID: Final = "What others point to, given once and kept; made from the rest if it is left out."


def fields(kind: Kind) -> tuple[Field, ...]:
    """The fields of a kind of record, in the order of the format; first where it stands."""
    return (*_places(kind), *_fields(kind))


def _places(kind: Kind) -> Iterator[Field]:
    if kind.within:
        sort = Sort("ID", f"The {kind.within.replace('_', ' ')} that it belongs to", reading.as_it_is)
        yield Field(kind.within, kind.within.replace("_", "-"), sort, is_many=False, is_required=True)


def _fields(kind: Kind) -> Iterator[Field]:
    model = kind.model
    hints = get_type_hints(model, include_extras=True)
    named = {
        field.alias or name: (hints[name], field.is_required()) for name, field in model.model_fields.items()
    }
    manuals = manual(model)
    for key in keys_of(model):
        if key in kind.fixed:
            continue
        bare, is_many = _bare(named[key][0])
        sort = WORD if _is_closed(bare) else SORTS.get(bare)
        if sort is not None:
            words = tuple(each.value for each in bare) if _is_closed(bare) else ()
            is_required = (named[key][1] and key != "id") or key == "country"
            option = _ONE_OF.get(key) or (key.removesuffix("s") if is_many else key)
            said, example = _told(manuals.get(key), key)
            yield Field(key, option.replace("_", "-"), sort, is_many, is_required, words, said, example)


def _told(about: Manual | None, key: str) -> tuple[str, str]:
    """What the manual says of a field, and its first example, of several things the first; none that is made of parts."""
    if key == "id" or about is None:
        return _ID, ""
    for example in about.examples:
        one = example[0] if isinstance(example, list) else example
        if isinstance(one, str | int | float) and not isinstance(one, bool):
            return about.said, str(one).removesuffix(".")
    return about.said, ""


def _is_closed(annotation: object) -> TypeGuard[type[StrEnum]]:
    return isinstance(annotation, type) and issubclass(annotation, StrEnum)


def _bare(annotation: object) -> tuple[object, bool]:
    """The type without None, and whether there may be several."""
    if annotation in SORTS:
        return annotation, False
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(each for each in get_args(annotation) if each is not NoneType))
    if get_origin(annotation) is tuple:
        return _bare(get_args(annotation)[0])[0], True
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    return annotation, False
