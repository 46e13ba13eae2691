"""A coarse date in words: spring 2018, medio 2019, perhaps 2019; 2018年春季; as exact as the source, and no more."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from c2c.dates import Edtf, parse
from c2c.language import Language


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
_SHORT_MONTH: Final = re.compile("(?<!M)MMM(?!M)")
_MONTH: Final = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


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
    if start == end:
        return _date(start, language)
    if whole := _whole(start, end):
        return _plain(whole, language)
    if near := _near(start, end, language):
        return near
    first = "" if start in ("", "..") else _date(start, language)
    last = "" if end in ("", "..") else _date(end, language)
    if start == "..":
        return language.say(_("until {end}"), end=last)
    if not first:
        return language.say(_("until {end}, start unknown"), end=last)
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


def _near(start: str, end: str, language: Language) -> str:
    """Days of one month and months of one year, with what they share said once; empty for others."""
    for form, shared, skeleton, differs in ((_DAY, 7, "yMMMd", "d"), (_MONTH, 4, "yMMMM", "M")):
        if form.fullmatch(start) and form.fullmatch(end) and start[:shared] == end[:shared]:
            from babel import Locale
            from babel.dates import format_date

            pieces = Locale.parse(language.locale).interval_formats[skeleton][differs]
            patterns = (_SHORT_MONTH.sub("MMMM", each) for each in pieces)  # CLDR has no days of a long month
            days = (parse(each).earliest for each in (start, end))
            told = "".join(
                format_date(day, each, language.locale) for day, each in zip(days, patterns, strict=True)
            )
            return told.replace("\N{THIN SPACE}", "")
    return ""


def _date(text: str, language: Language) -> str:
    core = text.rstrip("?~%")
    mark = text[len(core) :]
    words = _plain(core, language)
    if mark in ("~", "%"):
        words = language.say(_("about {date}"), date=words)
    if mark in ("?", "%"):
        words = language.say(_("perhaps {date}"), date=words)
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
        first, last = (_plain(year.replace("X", digit), language) for digit in "09")
        years = language.say(_("{start}–{end}"), start=first, end=last)
    else:
        years = _plain(core.removesuffix("-XX").removesuffix("-XX"), language)
    return language.say(_("some time in {years}"), years=years)


def _month(day: date, language: Language) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", day, locale=language.locale)


def _day(day: date, language: Language) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=language.locale)
