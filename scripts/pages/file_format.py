"""docs/format.md: every key that a file may have, from the models, in words that an officer understands."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Final, Union, get_args, get_origin, get_type_hints

from c2c import language
from c2c.model import base, city, config, guidebook, reference, text, when
from c2c.model.city import City
from c2c.model.config import Config
from c2c.model.document import Document
from c2c.model.manual import about, manual, named
from c2c.model.order import keys_of
from c2c.model.partnership import Partnership
from c2c.saying import label
from c2c.vocab import CHAPTERS

FILES: Final[Mapping[str, type[base.Record]]] = {
    "A partnership: `data/partnerships/ID.yaml`": Partnership,
    "A city: `data/cities/ID.yaml`": City,
    "A source: `data/sources/ID.yaml`": Document,
    "The workspace: `c2c.yaml`": Config,
}
WORDS: Final[Mapping[object, str]] = {
    text.Text: "[text](#text)",
    base.Words: "one text, the same in every language",
    base.Slug: "an [id](#id)",
    base.Word: "an id of [the guidebook](#the-guidebook-dataguidebookchapteryaml)",
    base.Duration: "how long, as ISO 8601 has it: `P1Y`, `P6M`, `P2W`",
    base.IdeaRef: "an idea: its [id](#id), or `city/idea` or `partnership/idea`",
    base.ActionRef: "an action: its [id](#id), or `partnership/action`",
    base.Url: "an address: `https://…` or `mailto:…`",
    base.Number: "a number, such as `47000` or `8.5`",
    base.Flag: "`true` or `false`",
    when.Date: "a [date](#date)",
    when.WhenField: "a [date](#date), or `{edtf: …, text: …}` with the source's own words",
    city.Country: "a country: two capital letters of ISO 3166-1, such as `DK`",
    config.Language: "a language: `da`, `en`, `zh`, …",
    config.Subject: "an [id](#id), or `partnership/action`",
    get_args(get_type_hints(City, include_extras=True)["wikidata"])[0]: "a Wikidata id, such as `Q42747`",
    get_type_hints(config.Accepted, include_extras=True)["rule"]: "a rule's code, such as `C502`",
}
"""A type of a field that is none of these, no record and no closed list stops the making of the docs."""

INTRO: Final = """# The format

A workspace is a folder with these files. The name of a file, without `.yaml`, is the **id** of what it describes. The
files are YAML 1.2, read strictly: `NO` is Norway and `12:30` is text; an unknown key, a key that stands twice, a tag or an
anchor is an error that says where it is. A text that begins with `%`, `@`, `&`, `*` or `[`, or that has a colon and a
space or ` #` in it, is put in quotes.

## Text

A plain string, which then stands in every language, or one text for each language:

```yaml
title: {da: Frokost med ambassadøren, en: Lunch with the ambassador, zh: 与大使共进午餐}
```

## Id

Small letters, digits and single hyphens, at most 80 characters: `ambassador-lunch`. An id is given once and kept: it is
what other files, reports and links point to.

## Date

As coarse as it is known, written as EDTF (ISO 8601-2):

| written | means |
|---|---|
| `2019`, `2019-09`, `2019-09-30` | a year, a month, a day |
| `2019-21`, `-22`, `-23`, `-24` | spring (March to May), summer, autumn, winter (December to February of the next year) |
| `2019-33` to `2019-36` | first to fourth quarter |
| `2019-37`, `-38`, `-39` | primo, medio, ultimo: the first, second and last four months |
| `2019-40`, `2019-41` | first, second half |
| `2019?`, `2019~`, `2019%` | perhaps; about; both |
| `2017/2020`, `2017/..`, `2017/` | from, to; with an open end; with an end that nobody knows |
| `[2018,2019]` | one of them |
| `{2018,2019}` | all of them |

A date in braces or brackets needs quotes. `c2c validate` knows the EDTF for what people write: `forår 2018`, `medio 2019`,
`2019年9月`.
"""


GUIDEBOOK: Final = f"""## The guidebook: `data/guidebook/CHAPTER.yaml`

What the workspace adds to the guidebook that ships with c2c, or says otherwise. The file's name is the chapter's:
{", ".join(f"`{name}`" for name in CHAPTERS)}. A file has one key, `items`: a list. An item with an id that the guidebook
has changes only what it says, texts language by language; a new id is added, and needs a title. `c2c guide` shows the
result.

```yaml
items:
  - {{id: beekeeping, title: {{da: Biavl, en: Beekeeping, zh: 养蜂}}, broader: agriculture}}  # a new area
  - {{id: education, title: {{de: Bildung}}}}  # a title in one more language
```
"""


def page() -> str:
    """The page."""
    records, lists = _reached()
    parts = [INTRO]
    for title, model in FILES.items():
        parts += [f"## {title}", "", *_table(model)]
    parts += [GUIDEBOOK]
    items: tuple[type[guidebook.Entry], ...] = (guidebook.Entry, *reference.ITEMS.values())
    of_all = _fields(guidebook.Entry)
    for item in items:
        own = {
            key: said for key, said in _fields(item).items() if item is guidebook.Entry or key not in of_all
        }
        parts += [f"### {named(item).capitalize()}", "", about(item), "", *_rows(item, own)]
    parts += ["## The records inside", ""]
    for record in records:
        parts += [f"### {named(record).capitalize()}", "", about(record), "", *_table(record)]
    parts += [
        "## The closed lists",
        "",
        "The word on the left is what a file says; the others are what reports say.",
        "",
    ]
    for words in lists:
        parts += [f"### {named(words).capitalize()}", "", about(words), "", *_words(words)]
    return "\n".join(parts).rstrip() + "\n"


def _reached() -> tuple[list[type[base.Record]], list[type[StrEnum]]]:
    """The records and the closed lists that files are made of, in the order in which a reader meets them."""
    reached: dict[type, None] = {}

    def reach(model: type[base.Record]) -> None:
        for inner in dict.fromkeys(
            cls for annotation in _fields(model).values() for cls in _classes(annotation)
        ):
            if inner not in reached:
                reached[inner] = None
                if issubclass(inner, base.Record):
                    reach(inner)

    for model in (*FILES.values(), *reference.ITEMS.values()):
        reach(model)
    records = [
        cls for cls in reached if issubclass(cls, base.Record) and not issubclass(cls, guidebook.Entry)
    ]
    return records, [cls for cls in reached if issubclass(cls, StrEnum)]


def _fields(model: type[base.Record]) -> dict[str, object]:
    """The type of each key of a file."""
    hints = get_type_hints(model, include_extras=True)
    fields = {field.alias or name: hints[name] for name, field in model.model_fields.items()}
    return {key: fields[key] for key in keys_of(model)}


def _classes(annotation: object) -> Iterator[type]:
    """The records and closed lists in a type."""
    if annotation in WORDS:
        return
    if isinstance(annotation, type) and issubclass(annotation, base.Record | StrEnum):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def _table(model: type[base.Record]) -> Iterator[str]:
    yield from _rows(model, _fields(model))


def _rows(model: type[base.Record], fields: Mapping[str, object]) -> Iterator[str]:
    required = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    manuals = manual(model)
    yield from ("| key | what it says | how it is written | for example |", "|---|---|---|---|")
    for key, annotation in fields.items():
        must = " (required)" if key in required else ""
        written = ", ".join(f"`{each}`" for each in manuals[key].written)
        form = _said(annotation, f"{model.__name__}.{key}")
        yield f"| `{key}`{must} | {manuals[key].said} | {form} | {written} |"
    yield ""


def _said(annotation: object, where: str) -> str:
    """A type in words."""
    if annotation in WORDS:
        return WORDS[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return " or ".join(_said(part, where) for part in arguments if part is not NoneType)
    if origin is Annotated:
        said = _said(arguments[0], where)
        return f"{said}, or only the id of the source" if arguments[0] is base.SourceRef else said
    if origin is tuple:
        return f"a list, each {_said(arguments[0], where)}"
    if origin is dict:
        return f"a mapping of a marker to {_said(arguments[1], where)}"
    if isinstance(annotation, type) and issubclass(annotation, base.Record):
        return _link(annotation)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return f"a word of {_link(annotation)}"
    raise SystemExit(f"say in WORDS of {__file__} what the type of {where} is: {annotation}")


def _link(model: type) -> str:
    return f"[{named(model)}](#{named(model).replace(' ', '-')})"


def _words(words: type[StrEnum]) -> Iterator[str]:
    languages = [language.Language(code) for code in language.known()]
    yield f"| word | {' | '.join(one.code for one in languages)} |"
    yield "|---|" + "---|" * len(languages)
    for word in words:
        said = [label(word, one).replace("{n}", "n") for one in languages]
        yield f"| `{word.value}` | {' | '.join(said)} |"
    yield ""
