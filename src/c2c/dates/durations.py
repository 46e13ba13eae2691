"""How long: the whole years, months, weeks and days of ISO 8601, added to a day and taken from it."""

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_DURATION = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?", re.ASCII)
_SHORT = re.compile(r"([0-9]{1,4})([ymwd])", re.ASCII | re.IGNORECASE)
_LONGEST = 20  # characters


def read_duration(text: str) -> str | None:
    """A duration as ISO 8601 has it, from how people write it: 90d, 12w, 6m, 1y, P1Y6M; None for what is none."""
    short = _SHORT.fullmatch(text.strip())
    iso = f"P{short[1]}{short[2]}".upper() if short else text.strip().upper()
    return iso if iso != "P" and len(iso) <= _LONGEST and _DURATION.fullmatch(iso) else None


@lru_cache(maxsize=1000)
def plus(day: date, duration: str) -> date:
    """The day so long after another; the last that there is, if a date cannot be so late."""
    try:
        return day + _delta(duration)
    except (ValueError, OverflowError):
        return date.max


@lru_cache(maxsize=1000)
def minus(day: date, duration: str) -> date:
    """The day so long before another; the first that there is, if a date cannot be so early."""
    try:
        return day - _delta(duration)
    except (ValueError, OverflowError):
        return date.min


def lengths(duration: str) -> tuple[int, int, int, int]:
    """The years, months, weeks and days of a duration; zeros for what is none."""
    found = _DURATION.fullmatch(duration)
    years, months, weeks, days = (int(each or 0) for each in found.groups()) if found else (0, 0, 0, 0)
    return years, months, weeks, days


def _delta(duration: str) -> "relativedelta":
    """31 January and a month are the last of February: dateutil knows how calendars are counted."""
    from dateutil.relativedelta import relativedelta

    years, months, weeks, days = lengths(duration)
    return relativedelta(years=years, months=months, weeks=weeks, days=days)
