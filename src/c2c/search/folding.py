"""A text as it is compared with what is looked for: case, accents and width do not matter, and ü is u as well as ue.

Two foldings of a text are compared with the same two of a word: Munster, Muenster and MÜNSTER find Münster, Muenster is found
by Münster, and Århus by Arhus and Aarhus. A letter that stands for several is never half a match: what is shown is whole.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from c2c.model.text import one_line

_PLAIN: Final = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_LONG: Final = _PLAIN | {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
"""How people write letters that their keyboard lacks."""


_SPELT_LONG: Final = re.compile("[äöüåø]", re.IGNORECASE)


class _Table(dict[int, str]):
    """What each character is folded to, worked out when one is first met."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, code: int) -> str:
        small = "".join(self._letters.get(sign, sign) for sign in chr(code).casefold())
        bare = unicodedata.normalize("NFKD", small).casefold()
        self[code] = "".join(sign for sign in bare if not unicodedata.combining(sign))
        return self[code]


_TABLES: Final = (_Table(_PLAIN), _Table(_LONG))


class Span(NamedTuple):
    """From where to where a word stands in a text, and whether it stands there as a word and not as a part of one."""

    start: int
    end: int
    is_whole: bool


class Word(NamedTuple):
    """What is looked for, as it was written and in the two foldings; a phrase is looked for as it stands."""

    written: str
    folded: tuple[str, str]

    @classmethod
    def of(cls, written: str) -> "Word":
        """A word as it was typed."""
        return cls(written, Folded(written).folded)


class Folded:
    """A text on one line, and its foldings."""

    def __init__(self, text: str) -> None:
        self.text = text if text.isascii() else unicodedata.normalize("NFC", text)
        if not self.text.isprintable():  # line ends, mostly
            self.text = one_line(self.text)

    @cached_property
    def folded(self) -> tuple[str, str]:
        """The two foldings; they differ only where there are letters with two spellings."""
        if self.text.isascii():
            small = self.text.lower()
            return small, small
        plain = self.text.translate(_TABLES[0])
        return plain, self.text.translate(_TABLES[1]) if _SPELT_LONG.search(self.text) else plain

    def has(self, word: Word) -> bool:
        """Whether the word stands anywhere in it."""
        return any(sought in text for sought, text in zip(word.folded, self.folded, strict=True))

    def spans(self, word: Word) -> list[Span]:
        """Where the word stands, in order; one place for what stands there in both foldings."""
        found: dict[tuple[int, int], bool] = {}
        for number, (sought, text) in enumerate(zip(word.folded, self.folded, strict=True)):
            ends = self._ends(number)
            for start in _starts(sought, text):
                end = start + len(sought)
                place = _place(ends, start), _place(ends, end - 1) + 1
                is_whole = not (_joins(text, start) or _joins(text, end))
                found[place] = found.get(place, False) or is_whole
        return sorted(Span(*place, is_whole) for place, is_whole in found.items())

    def _ends(self, number: int) -> list[int]:
        """Where in a folding what each character became ends."""
        table = _TABLES[number]
        return list(accumulate(len(table[ord(sign)]) for sign in self.text))


def _starts(sought: str, text: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + max(len(sought), 1))


def _place(ends: list[int], at: int) -> int:
    """Which character of a text became what stands at a place of its folding."""
    return bisect_right(ends, at)


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on over a place. Chinese has no spaces: there every character may be where a word ends."""
    if not 0 < at < len(text):
        return False
    return all(sign.isalnum() and not _stands_alone(sign) for sign in text[at - 1 : at + 1])


def _stands_alone(sign: str) -> bool:
    """Whether it is a character of a script without spaces: Chinese, and Japanese kana."""
    return (
        "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\U00020000" <= sign <= "\U0003ffff"
    )
