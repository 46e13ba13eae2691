"""Which days a single date covers: the first and the last that `2019`, `2018-21` or `201X` can mean."""

import re
from datetime import date

from c2c.dates.hints import hint
from c2c.dates.refusal import NotEdtf

# The second number of a date: its first month, and how many months it covers.
# 1-12 are months. The others are the sub-year groupings of ISO 8601-2:2019, 4.8, whose months c2c fixes as
# follows: seasons are the northern meteorological ones, so that winter ends in February of the next year.
_PARTS = (
    {month: (month, 1) for month in range(1, 13)}
    | {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}  # spring, summer, autumn, winter
    | {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}  # quarters
    | {37: (1, 4), 38: (5, 4), 39: (9, 4)}  # quadrimesters: primo, medio, ultimo
    | {40: (1, 6), 41: (7, 6)}  # halves
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNKNOWN = "XX"
_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?", re.ASCII)


def days(text: str) -> tuple[date, date]:
    """The first and the last day of a date, whatever mark (`?`, `~`, `%`) it ends with, or NotEdtf."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise NotEdtf(text, hint(text))
    year, part, day = match.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first == 0:
        raise NotEdtf(text, "there is no year 0000 here; years go from 0001 to 9999")
    if part is None:
        return date(first, 1, 1), date(last, 12, 31)
    if "X" in year or (part == _UNKNOWN and day not in (None, _UNKNOWN)):
        raise NotEdtf(text, hint(text))
    if part == _UNKNOWN:
        return date(first, 1, 1), date(first, 12, 31)
    if day is None or (day == _UNKNOWN and int(part) <= 12):
        return _part(text, first, int(part))
    return _day(text, first, int(part), day)


def _part(text: str, year: int, part: int) -> tuple[date, date]:
    if part not in _PARTS:
        raise NotEdtf(text, _no_part(year, part))
    month, length = _PARTS[part]
    carry, end = divmod(month + length - 2, 12)
    if year + carry > 9999:
        raise NotEdtf(text, "this winter ends in the year 10000; years go from 0001 to 9999")
    return date(year, month, 1), date(year + carry, end + 1, _length(year + carry, end + 1))


def _day(text: str, year: int, month: int, day: str) -> tuple[date, date]:
    if month in _PARTS and month > 12:
        raise NotEdtf(text, f"{month} is a part of a year, and only months 01 to 12 have days")
    if month not in _PARTS:
        raise NotEdtf(text, _no_part(year, month))
    if day == "00":
        raise NotEdtf(text, "there is no day 00")
    if int(day) > _length(year, month):
        raise NotEdtf(text, f"{_MONTHS[month - 1]} {year} has {_length(year, month)} days")
    exact = date(year, month, int(day))
    return exact, exact


def _no_part(year: int, part: int) -> str:
    if 25 <= part <= 32:
        return "25 to 32 are the seasons of one hemisphere, which c2c does not use; write 21 to 24"
    reason = f"there is no month {part:02}"
    if part <= year % 100:
        return reason
    until = f"{year // 100:02}{part:02}"  # 2017-20 is how people shorten years
    return f"{reason}; the years {year:04} to {until} are written {year:04}/{until}"


def _length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _LENGTHS[month - 1]
