"""What a schema says of the small types that fields share: texts, ids, dates, addresses, numbers.

c2c reads every scalar as text, while the tools that read a schema make numbers, true and false of some. So what c2c
takes for a text may be a number to them: `title: 2019`, `signed: 2009`, and `NO` is false to those of YAML 1.1.
A key with nothing after it is as good as left out. Neither may be offered when one types, and what stands under
`not` never is.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias, get_args, get_type_hints

from c2c.model import base, city, config, text, when

Json: TypeAlias = dict[str, object]

_TYPES: Final = ("string", "number", "boolean", "array", "object", "null")
_SCALARS: Final = ("number", "boolean")


def only(*types: str) -> Json:
    """What has one of the types, said so that no editor offers it."""
    told = {"null": "Nothing here is as good as no key.", "number": "c2c reads this as a text."}
    said = " ".join(words for name, words in told.items() if name in types)
    return {"description": said, "not": {"type": [each for each in _TYPES if each not in types]}}


def described(said: str) -> Json:
    """What an editor shows; where it is Markdown, editors that know none get it without its signs."""
    if "`" not in said:
        return {"description": said}
    return {"description": said.replace("`", ""), "markdownDescription": said}


class Shape(NamedTuple):
    """What a value looks like: its name among the definitions, its schema, and what else c2c takes for text."""

    name: str
    schema: Json
    others: tuple[str, ...] = ()

    def accepted(self, or_nothing: bool) -> Json:
        """The schema of a value that must be there, or of one that may be left empty."""
        others = (*self.others, "null") if or_nothing else self.others
        if not others:
            return self.schema
        ways = self.schema.get("anyOf")
        if isinstance(ways, list) and "type" not in self.schema:
            return {**self.schema, "anyOf": [*ways, only(*others)]}
        return {"anyOf": [self.schema, only(*others)]}


def _pattern(pattern: str, otherwise: str, **more: object) -> Json:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": otherwise, **more}


def _of(annotation: object) -> str:
    """The pattern of a type of the models."""
    return next(str(each.pattern) for each in get_args(annotation) if getattr(each, "pattern", None))


def _in_any_case(pattern: str, *words: str) -> str:
    """The pattern with words that may be written in small and in capital letters."""
    for word in words:
        pattern = pattern.replace(word, "".join(f"[{letter.upper()}{letter}]" for letter in word))
    return pattern


_NOT_EMPTY: Final = _pattern(r"\S", "the text is empty: write it, or leave the key out")
WORDS: Final = Shape("words", _NOT_EMPTY, _SCALARS)

_DAY: Final = r"(?:\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?|\d{3}X|\d\dXX)[?~%]?"
_RANGE: Final = rf" *(?:{_DAY}(?:\.\.(?:{_DAY})?)?|\.\.{_DAY}) *"
_EDTF: Final = rf"^(?:{_DAY}|{_DAY}/(?:{_DAY}|\.\.)?|(?:\.\.)?/{_DAY}|\[{_RANGE}(?:,{_RANGE})*\]|\{{{_RANGE}(?:,{_RANGE})*\}})$"
_HOW_TO_WRITE_A_DATE: Final = (
    "a date is as coarse as it is known: 2019, 2019-09, 2019-09-30, 2019-21 (spring; 22 summer, 23 autumn, 24 winter), "
    "2019-33 (first quarter), 2019-38 (medio; 37 primo, 39 ultimo), 2019? (perhaps), 2019~ (about), 2017/2020, 2017/.."
)
DATE: Final = Shape(
    "date",
    {
        **_pattern(_EDTF, _HOW_TO_WRITE_A_DATE),
        "type": ["string", "integer"],
        "minimum": 1,
        "maximum": 9999,
    },
)
WHEN: Final = Shape(
    "when",
    {
        "anyOf": [
            {"$ref": "#/definitions/date"},
            {
                "type": "object",
                "title": "a date and the words of its source",
                "required": ["edtf"],
                "additionalProperties": False,
                "properties": {
                    "edtf": {
                        "$ref": "#/definitions/date",
                        "description": "The date, as coarse as it is known.",
                        "examples": ["2018-21"],
                    },
                    "text": {
                        "anyOf": [{"type": "string"}, only(*_SCALARS)],
                        "description": "The source's own words.",
                        "examples": ["spring 2018"],
                    },
                },
            },
        ]
    },
)
_AN_ID: Final = "an id is small letters, digits and single hyphens, at most 80: ambassador-lunch"
ID: Final = Shape("id", _pattern(base.SLUG, _AN_ID, maxLength=80), _SCALARS)
WORD: Final = Shape("word", _pattern(_of(base.Word), _AN_ID, maxLength=80), _SCALARS)
ACTION: Final = Shape(
    "action_id",
    _pattern(_of(base.ActionRef), "the id of an action, or partnership/action", maxLength=161),
    _SCALARS,
)
IDEA: Final = Shape(
    "idea_id", _pattern(_of(base.ActionRef), "the id of an idea, or city/idea", maxLength=161), _SCALARS
)
SUBJECT: Final = Shape(
    "subject", _pattern(_of(config.Subject), "the id of a file, or partnership/action"), _SCALARS
)
CODE: Final = Shape(
    "code", _pattern(_of(get_type_hints(config.Accepted, include_extras=True)["rule"]), "C and three digits")
)
COUNTRY: Final = Shape(
    "country",
    _pattern(_of(city.Country), "two capital letters of ISO 3166-1, such as DK or CN"),
    ("boolean",),
)
WIKIDATA: Final = get_args(get_type_hints(city.City, include_extras=True)["wikidata"])[0]
LANGUAGE: Final = Shape(
    "language", _pattern(_of(config.Language), "a language tag, such as da, en or zh"), ("boolean",)
)
_NUMBER: Final = r"^[-+]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})$"

SHAPES: Final[Mapping[object, Shape]] = {
    base.Words: WORDS,
    base.Slug: ID,
    base.Word: WORD,
    base.ActionRef: ACTION,
    base.IdeaRef: IDEA,
    base.IdeaRef: IDEA,
    base.Duration: Shape(
        "duration",
        _pattern(_of(base.Duration), "whole years, months or weeks, as ISO 8601 has them: P1Y, P6M, P2W"),
    ),
    base.Url: Shape(
        "url",
        _pattern(
            f"^(?:{_in_any_case(base.URL.pattern, 'https', 'mailto')})$",
            "begin with https://, http:// or mailto:",
            maxLength=base.MAX_URL,
        ),
    ),
    base.Number: Shape(
        "number",
        {
            "type": ["number", "string"],
            "pattern": _NUMBER,
            "patternErrorMessage": "write digits and a decimal point only, such as 47000 or 8.5",
        },
    ),
    base.Flag: Shape(
        "flag",
        {
            "type": ["boolean", "string"],
            "pattern": "^(?:true|True|TRUE|false|False|FALSE)$",
            "patternErrorMessage": "write true or false",
        },
    ),
    when.Date: DATE,
    when.WhenField: WHEN,
    city.Country: COUNTRY,
    config.Language: LANGUAGE,
    config.Subject: SUBJECT,
    WIKIDATA: Shape("wikidata", _pattern(_of(WIKIDATA), "Q and digits, such as Q42747")),
    get_type_hints(config.Accepted, include_extras=True)["rule"]: CODE,
}


def text_in(languages: Mapping[str, str]) -> Shape:
    """A text, or one for each language; the languages, with their names, are what an editor offers."""
    one: Json = {"anyOf": [_NOT_EMPTY, only(*_SCALARS)]}
    return Shape(
        "text",
        {
            "anyOf": [
                _NOT_EMPTY,
                {
                    "type": "object",
                    "title": "one text for each language",
                    "minProperties": 1,
                    "propertyNames": _pattern(
                        f"^(?:{text.LANGUAGE.pattern})$", "a language tag, such as da, en or zh"
                    ),
                    "properties": {
                        code: {**one, "description": f"The text in {name}."}
                        for code, name in languages.items()
                    },
                    "additionalProperties": one,
                },
            ],
            "defaultSnippets": [
                {
                    "label": f"{{{', '.join(f'{code}: …' for code in languages)}}}",
                    "description": "One text for each language.",
                    "body": {code: f"${number}" for number, code in enumerate(languages, 1)},
                }
            ],
        },
        _SCALARS,
    )
