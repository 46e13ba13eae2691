"""What a date of a phrase leaves to its neighbours: `maj og juni 2017` writes one year for two months."""

from collections.abc import Iterator, Sequence

from c2c.dates.pieces import Fields, Piece
from c2c.dates.tokens import COUNTED, Unread

RANGES = ("to", "dash")
_YEAR = ("year",)
_WORD_FIRST = ("part", "year")
_NO_YEAR = "a year is missing or could be two; write it with every date, as in maj 2017 - juni 2018"
_SHORT = "write every year with four digits, as in 2017-2020"
_HYPHEN = "a hyphen can mean 'to' and 'and' here; write 'fra forår 2018 til 2020' or 'forår 2018 + 2020'"


def completed(found: Sequence[Piece]) -> Iterator[Fields]:
    """What each date says, and its neighbours say for it; Unread if a year is missing or could be two."""
    left: Fields = {}
    for piece, said in zip(found, _from_right(found), strict=True):
        if "year" not in piece.fields and _may_give(left) and said.get("year", left["year"]) != left["year"]:
            raise Unread("", _NO_YEAR)
        left = _from_left(piece, said, left)
        if "year" not in left or ("day" in left and "part" not in left):
            raise Unread("", _NO_YEAR)
        yield left


def _from_right(found: Sequence[Piece]) -> list[Fields]:
    """`12. og 13. maj 2017`: the month and the year stand once, at the end."""
    done: list[Fields] = []
    right: Fields = {}
    for piece in reversed(found):
        said = piece.fields
        if "number" in said:
            said = _counted(said, right)
        right = {**said, **_missing(said, right)}
        done.append(right)
    return done[::-1]


def _counted(said: Fields, right: Fields) -> Fields:
    """`12. og 13. maj`, `1. og 2. kvartal`: what a number counts is what the number on its right counts."""
    number = said["number"]
    if "day" in right:
        return {"day": number}
    for base, count in COUNTED.values():
        if 0 < right.get("part", 0) - base <= count and 0 < number <= count:
            return {"part": base + number}
    return said


def _from_left(piece: Piece, said: Fields, left: Fields) -> Fields:
    """`May 12-16, 2017`, `2019年9月至12月`, `efterår 2018 + 2020`: what stands once, at the beginning."""
    if "number" in said:
        said = _short_year(piece, said["number"], left)
    if tuple(said) != _YEAR:
        return {**_missing(said, left), **said}
    if tuple(left) != _WORD_FIRST or piece.join == "to" or piece.doubt:
        return said
    if piece.join == "dash":
        raise Unread("", _HYPHEN)
    return {"part": left["part"], **said}


def _missing(said: Fields, neighbour: Fields) -> Fields:
    """What a neighbour can say for a date: its year, and for a day its month."""
    if "number" in said or tuple(said) == _YEAR or not _may_give(neighbour):
        return {}
    wanted = ("part", "year") if "day" in said else ("year",)
    return {name: neighbour[name] for name in wanted if name not in said and name in neighbour}


def _may_give(neighbour: Fields) -> bool:
    """True but for a year alone: "2018 og maj" does not say that May is in 2018."""
    return "year" in neighbour and tuple(neighbour) != _YEAR


def _short_year(piece: Piece, number: int, left: Fields) -> Fields:
    """The 18 of `maj 2017 (evt. 18?)`: a later year of the same century, if it can be no day."""
    if not left:
        raise Unread("", _NO_YEAR)
    century, before = divmod(left["year"], 100)
    if "day" in left or piece.join in RANGES or number <= max(before, 9):
        raise Unread("", _SHORT)
    return {"year": century * 100 + number}
