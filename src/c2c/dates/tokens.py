"""A phrase taken apart: `21. maj 2017` is the number 21, the fifth part of a year, and the year 2017."""

import re
import unicodedata
from collections.abc import Iterator

from c2c.dates.hints import FOUR_DIGITS, unclear
from c2c.dates.refusal import NotEdtf
from c2c.dates.words import WORDS, Meaning

Token = Meaning  # what it is, and its number

EXAMPLES = (
    "write for example 2019, 2019-09-30, 2017-2020, maj 2017, forår 2018, medio 2019, "
    "evt. 2019, 17 May 2017, spring 2018 or 2019年9月"
)
COUNTED = {"quarter": (32, 4), "half": (39, 2)}  # the EDTF number before the first one, and how many they are

# Chinese keyboards have wide forms of ASCII. Their tilde writes a range; as "~" it would mean "approximate".
_NARROW: dict[int, int | str] = {
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5E)},
    ord("\N{FULLWIDTH TILDE}"): "\N{EN DASH}",
    ord("\N{WAVE DASH}"): "\N{EN DASH}",
}
_PIECES = re.compile(
    r"""
      (?P<day_first> [0-9]{1,2} (?P<by>[./-])[ ]? [0-9]{1,2} (?P=by)[ ]? [0-9]+ )
    | (?P<year_first> [0-9]{4} (?P<of>[./-]) [0-9]{1,2} (?P=of) [0-9]{1,2} (?![0-9]) )
    | (?P<year_part> [0-9]{4} - (?: 0[1-9] | 1[0-2] | 2[1-4] | 3[3-9] | 4[01] ) (?![0-9]) )
    | (?P<year_month> [0-9]{4} [.] [0-9]{1,2} (?![0-9]) )
    | (?P<month_year> (?<!\w) [0-9]{1,2} [./-] [0-9]{4} (?![0-9]) )
    | (?P<number> [0-9]+ )
    | (?P<characters> [\u3400-\u9fff]+ )
    | (?P<word> [^\W\d_\u3400-\u9fff]+ )
    | (?P<sign> \S )
    """,
    re.VERBOSE,
)
_ORDERS = {
    "year_first": ("year", "month", "day"),
    "year_part": ("year", "part"),
    "year_month": ("year", "month"),
    "month_year": ("month", "year"),
}
_LONGEST_CHARACTERS = 4  # no Chinese word of the tables is longer
_UNITS = {"month_unit": "month", "day_unit": "day"}  # what they make of the number before them


class Unread(NotEdtf):
    """A phrase that means no date here; any other NotEdtf is about a date that was understood."""


def plain(phrase: str) -> str:
    """The phrase with one form for each character and one space between words."""
    # Not NFKC: it makes the 2 of a footnote mark a digit of the year before it.
    return " ".join(unicodedata.normalize("NFC", phrase).translate(_NARROW).split())


def tokens(text: str) -> tuple[Token, ...]:
    """What a plain text says, piece by piece; NotEdtf for a word or numbers that cannot be read."""
    found: list[Token] = []
    for token in _tokens(text.lower()):
        _add(found, token)
    return tuple(found)


def _tokens(text: str) -> Iterator[Token]:
    for piece in _PIECES.finditer(text):
        kind, written = piece.lastgroup or "", piece[0]
        if kind == "number":
            yield _number(written)
        elif kind == "characters":
            yield from _characters(written)
        elif kind == "day_first":
            yield from _day_first(*re.split(r"([./-]) ?", written))
        elif kind in _ORDERS:
            yield from zip(_ORDERS[kind], map(int, re.split("[./-]", written)), strict=True)
        else:
            yield _word(written)


def _number(written: str) -> Token:
    if len(written) == 4:
        return "year", int(written)
    if len(written) > 2:
        raise Unread(written, f"{written} is no year and no day; {EXAMPLES}")
    return "number", int(written)


def _day_first(day: str, separator: str, month: str, _: str, year: str) -> Iterator[Token]:
    if reason := unclear(day, separator, month, year):
        raise NotEdtf(f"{day}{separator}{month}{separator}{year}", reason)
    yield from (("day", int(day)), ("month", int(month)), ("year", int(year)))


def _characters(written: str) -> Iterator[Token]:
    """Chinese has no spaces: the longest word of the table that comes next."""
    start = 0
    while start < len(written):
        ends = range(min(start + _LONGEST_CHARACTERS, len(written)), start, -1)
        end = next((end for end in ends if written[start:end] in WORDS), start + 1)
        yield _word(written[start:end])
        start = end


def _word(written: str) -> Token:
    if written not in WORDS:
        raise Unread(written, f"{written!r} is not a word that is known in a date; {EXAMPLES}")
    if WORDS[written][0] == "relative":
        raise NotEdtf(
            written, f"{written!r} can depend on today; write the year, as in 2020-03 or spring 2020"
        )
    return WORDS[written]


def _add(found: list[Token], token: Token) -> None:
    """Adds a token, joined to the one before it where two say one thing: a number and what it counts."""
    kind, number = token
    before, counted = found[-1] if found else ("", 0)
    if kind == "filler" or (kind == "year_unit" and before == "year"):
        return
    if kind in _UNITS and before == "number":
        found.pop()
        _add(found, (_UNITS[kind], counted))
    elif kind == "month":
        found.append(_month(number))
    elif kind in COUNTED and before == "number":
        found[-1] = _count(kind, counted)
    elif kind == "number" and before in COUNTED:
        found[-1] = _count(before, number)
    elif kind == "year_unit":
        raise NotEdtf("年", FOUR_DIGITS)
    else:
        found.append(token)


def _month(number: int) -> Token:
    if not 1 <= number <= 12:
        raise NotEdtf(str(number), f"there is no month {number}")  # whoever writes 24/2019 means no winter
    return "part", number


def _count(kind: str, number: int) -> Token:
    base, count = COUNTED[kind]
    if not 1 <= number <= count:
        raise NotEdtf(kind, f"there is no {kind} {number} of a year")
    return "part", base + number
