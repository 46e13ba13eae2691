"""What c2c says in a language: the words of its gettext catalogue, and Babel's dates, numbers and lists.

English is the language of the message ids. A language is data only: a catalogue under locale/.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from string import Formatter
from typing import Final, Literal

from c2c.kept import Kept
from c2c.resources import PACKAGE, catalogue

DEFAULT: Final = "en"
_LOCALES: Final = {"en": "en_GB"}
"""Babel's locale, where it is not the language's own: dates of European cities are not written the American way."""


@cache
def known() -> tuple[str, ...]:
    """The languages that c2c can speak."""
    folders = sorted(folder.name for folder in (PACKAGE / "locale").iterdir())
    return (DEFAULT, *(name for name in folders if catalogue(name).is_file()))


class Language:
    """A language of the output. `code` is its BCP 47 tag; `say` gives the words for an English message id."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = _LOCALES.get(code, code)
        self.words = NullTranslations() if code == DEFAULT else _compiled(code)

    def say(self, message: str, **facts: object) -> str:
        """The message in this language, with the facts put in by name."""
        words = self.words.gettext(message)
        return self.fill(words, facts) if facts else words

    def count(self, one: str, many: str, n: int, **facts: object) -> str:
        """The message for a number of things; `n` is put in as {n}, written as the language writes numbers."""
        return self.fill(self.words.ngettext(one, many, n), {"n": self.number(n), **facts})

    def fill(self, words: str, facts: Mapping[str, object]) -> str:
        """The words with the facts put in by name; in Chinese a Latin name stands apart from the characters beside it."""
        return _spaced(words, facts) if self.code == "zh" else words.format(**facts)

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        if isinstance(value, int) and abs(value) < 1000:
            return str(value)
        from babel.numbers import format_decimal, format_scientific

        if (
            value and abs(value) < 0.001
        ):  # a thousandth is as fine as decimals are written; nothing is rounded to zero
            return format_scientific(value, locale=self.locale)
        return format_decimal(value or 0, locale=self.locale)

    def list(self, items: Iterable[str]) -> str:
        """The items as a list in a sentence: a, b and c."""
        return self._series(tuple(items), "standard")

    def either(self, items: Iterable[str]) -> str:
        """The items as alternatives in a sentence: a, b or c."""
        return self._series(tuple(items), "or")

    def _series(self, items: tuple[str, ...], style: Literal["standard", "or"]) -> str:
        if len(items) < 2:
            return "".join(items)
        from babel.lists import format_list

        facts = {f"item{number}": item for number, item in enumerate(items)}
        return self.fill(
            format_list([f"{{{name}}}" for name in facts], style=style, locale=self.locale), facts
        )

    def beside(self, one: str, other: str) -> str:
        """One word behind another; in Chinese a character stands behind a number without a space."""
        return f"{one}{other}" if self.code == "zh" and _is_chinese(other[:1]) else f"{one} {other}"

    def name(self, code: str) -> str:
        """The name of a language by its BCP 47 tag, by CLDR; the tag, if it has none."""
        from babel import Locale

        return str(Locale.parse(self.locale).languages.get(code.replace("-", "_"), code))

    def country(self, code: str) -> str:
        """The country's name, by CLDR; nothing for ZZ, which is no country."""
        return "" if code == "ZZ" else str(self._territories.get(code, code))

    @cached_property
    def _territories(self) -> Mapping[str, str]:
        from babel import Locale

        return Locale.parse(self.locale).territories


def _spaced(words: str, facts: Mapping[str, object]) -> str:
    """The words with the facts, and a space wherever a piece leaves a Chinese character beside a Latin letter."""
    told = ""
    for literal, name, _form, _conversion in Formatter().parse(words):
        for piece in (literal, str(facts[name]) if name else ""):
            told += f" {piece}" if _meet(told[-1:], piece[:1]) else piece
    return told


def _meet(one: str, other: str) -> bool:
    """Whether a Chinese character and a Latin letter stand side by side."""
    return (_is_chinese(one) and _is_latin(other)) or (_is_latin(one) and _is_chinese(other))


def _is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _is_latin(sign: str) -> bool:
    return (sign.isascii() and sign.isalpha()) or "\u00c0" <= sign <= "\u024f"


@cache
def _compiled(code: str) -> GNUTranslations:
    """The catalogue, as gettext wants it: there is no .mo file that somebody has to make."""

    def compiled(content: bytes) -> bytes:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        file = BytesIO()
        write_mo(file, read_po(BytesIO(content), locale=code))
        return file.getvalue()

    made = Kept(__file__).made(f"catalogue-{code}", catalogue(code).read_bytes(), compiled)
    return GNUTranslations(BytesIO(made))
