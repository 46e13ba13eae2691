"""A coarse date in words: spring 2018, medio 2019, perhaps 2019; 2018年春季; as exact as the source, and no more."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from c2c.dates import Edtf, parse
from c2c.language import Language
from c2c.model.when import When


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


_PARTS: Final[Mapping[str, str]] = {
    "21": _("spring {year}"),
    "22": _("summer {year}"),
    "23": _("autumn {year}"),
    "24": _("winter {year}"),
    "33": _("first quarter of {year}"),
    "34": _("second quarter of {year}"),
    "35": _("third quarter of {year}"),
    "36": _("fourth quarter of {year}"),
    "37": _("early {year}"),
    "38": _("mid-{year}"),
    "39": _("late {year}"),
    "40": _("first half of {year}"),
    "41": _("second half of {year}"),
}

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def say_when(when: When, language: Language) -> str:
    """A record's date in words."""
    return say_date(when.edtf, language)


@lru_cache(maxsize=4096)
def say_date(edtf: Edtf, language: Language) -> str:
    """An EDTF date in words."""
    if edtf.kind == "one_of":
        return language.either(say_date(member, language) for member in edtf.members)
    if edtf.kind == "all_of":
        return language.list(say_date(member, language) for member in edtf.members)
    if edtf.kind == "interval":
        start, _slash, end = edtf.text.partition("/")
        return _interval(start, end, language)
    return _date(edtf.text, language)


def _interval(start: str, end: str, language: Language) -> str:
    if whole := _whole(start, end):
        return _plain(whole, language)
    first = "" if start in ("", "..") else _date(start, language)
    last = "" if end in ("", "..") else _date(end, language)
    if not first:
        return language.say(_("until {end}"), end=last)
    if end == "..":
        return language.say(_("since {start}"), start=first)
    if not last:
        return language.say(_("from {start}, end unknown"), start=first)
    return language.say(_("{start}–{end}"), start=first, end=last)


def _whole(start: str, end: str) -> str:
    """The month or the year that two days are the first and the last of; empty, if there is none."""
    if not (_DAY.fullmatch(start) and _DAY.fullmatch(end)):
        return ""
    for core in (start[:4], start[:7]):
        period = parse(core)
        if (str(period.earliest), str(period.latest)) == (start, end):
            return core
    return ""


def _date(text: str, language: Language) -> str:
    core = text.rstrip("?~%")
    mark = text[len(core) :]
    words = _plain(core, language)
    if mark in ("?", "%"):
        words = language.say(_("perhaps {date}"), date=words)
    if mark in ("~", "%"):
        words = language.say(_("about {date}"), date=words)
    return words


def _plain(core: str, language: Language) -> str:
    year, _dash, rest = core.partition("-")
    if "X" in core:
        return _unspecified(core, language)
    if not rest:
        return language.say(_("{year}"), year=year.lstrip("0"))
    if rest in _PARTS:
        return language.say(_PARTS[rest], year=year.lstrip("0"))
    earliest = parse(core).earliest
    assert earliest
    return (_day if "-" in rest else _month)(earliest, language)


def _unspecified(core: str, language: Language) -> str:
    year = core.partition("-")[0]
    if "X" in year:
        return language.say(
            _("some time in {years}"), years=year.replace("X", "0") + "–" + year.replace("X", "9")
        )
    known = core.removesuffix("-XX").removesuffix("-XX")
    return language.say(_("some time in {years}"), years=_plain(known, language))


def _month(day: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=language.locale)


def _day(day: date, language: Language) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=language.locale)
