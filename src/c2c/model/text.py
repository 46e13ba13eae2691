"""A text in one or several languages."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?", re.ASCII)
"""A BCP 47 tag as c2c writes them: da, en, zh, zh-Hans, pt-BR."""

UNDETERMINED: Final = "und"
"""BCP 47's tag for a text whose language nobody has said."""


_SPACE: Final = re.compile(r"[ \t\r\n]+")


class Piece(NamedTuple):
    """A text and the language that it is in."""

    text: str
    language: str


class Text:
    """A text by language. A plain string in a file is a text of undetermined language, and stands in every language."""

    __slots__ = ("by_language",)

    def __init__(self, by_language: dict[str, str]) -> None:
        self.by_language = by_language

    def best(self, languages: Iterable[str]) -> Piece:
        """The text in the first of the languages that it has, else in the first that the file gives."""
        for language in languages:
            text = self.by_language.get(language)
            if text is not None:
                return Piece(text, language)
        language, text = next(iter(self.by_language.items()))
        return Piece(text, language)

    def missing(self, languages: Iterable[str]) -> list[str]:
        """Which of the languages this text lacks; none, if it is a plain string."""
        if UNDETERMINED in self.by_language:
            return []
        return [language for language in languages if language not in self.by_language]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.by_language == other.by_language

    def __hash__(self) -> int:
        return hash(frozenset(self.by_language.items()))

    def __repr__(self) -> str:
        return f"Text({self.by_language!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(read_text)


def read_text(value: object) -> Text:
    """A Text from what a file holds: a string, or a mapping of language to string."""
    if isinstance(value, str):
        return Text({UNDETERMINED: _not_empty(value)})
    if isinstance(value, dict) and value:
        for language, text in value.items():
            if language not in _GOOD_TAGS:
                _check_language(language)
            if not isinstance(text, str):
                facts = {"language": language, "at": language}
                raise PydanticCustomError("not_a_text", "expected text for '{language}'", facts)
            _not_empty(text, language)
        return Text(value)
    if value is None or value == {}:
        raise PydanticCustomError("empty_text", "the text is empty")
    raise PydanticCustomError("not_a_text", "expected text, or a mapping of language to text")


def one_line(text: str) -> str:
    """A text of several lines on one."""
    return _SPACE.sub(" ", text).strip(" ")


_GOOD_TAGS: set[str] = {"da", "en", "zh"}


def _check_language(language: str) -> None:
    if not LANGUAGE.fullmatch(language):
        facts = {"language": language, "at": language}
        raise PydanticCustomError("not_a_language", "'{language}' is no language tag", facts)
    if len(_GOOD_TAGS) < 1000:
        _GOOD_TAGS.add(language)


def _not_empty(text: str, language: str = "") -> str:
    if not text or text.isspace():
        raise PydanticCustomError("empty_text", "the text is empty", {"at": language} if language else None)
    return text
