"""What to write instead, for texts that are no EDTF but that people write all the same."""

import re

WRITE = "write for example 2019, 2019-09, 2019-09-30, 2018-21 for spring, 2017/2020 or 2019?"
FOUR_DIGITS = "write the year with four digits, as in 2019-09-30"

# Tried in this order; the first that is found in the text explains it. Compiled only when something is wrong.
_HINTS = (
    (r"[0-9]T[0-9]", "c2c counts in days and knows no time of day"),
    (r"^Y|^-|[0-9]{5}-|^[0-9]{5,7}$", "years go from 0001 to 9999, with four digits"),
    (r"^[0-9]{8}$", "write it with hyphens, as in 2019-09-30"),
    (r"W", "weeks are not used; write the first and the last day, as in 2019-09-30/2019-10-06"),
    (r"[0-9]x|-x", "write an unknown digit as a capital X"),
    (r"X", "X can stand in 201X, 20XX, 2019-XX, 2019-05-XX and 2019-XX-XX only"),
    (r"[?~%]{2}", "write one mark: ? is uncertain, ~ is approximate, % is both"),
    (r"[?~%].", "? ~ and % stand at the end of the date"),
    (r"^[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?$", "write months and days with two digits, as in 2019-09-03"),
    (r"^[0-9]{1,3}[?~%]?$", FOUR_DIGITS),
    (r"^[0-9]{4}/[0-9]{1,2}$", "it can mean a month or two years; write 2019-09 or 2018/2019"),
    (r"/.*/", "an interval has one stroke, as in 2017/2020"),
    (r"[0-9]\.\.|\.\.[0-9]", "two dots stand inside [ ] or { } only; an interval is written 2017/2020"),
    (r"[0-9] | [0-9]", "a date is written without spaces"),
)
_DAY_FIRST = r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{1,4})"


def hint(text: str) -> str:
    """Why the text is no EDTF date, or what a date looks like if nothing better can be said."""
    if numbers := re.fullmatch(_DAY_FIRST, text):
        day, separator, month, year = numbers.groups()
        return unclear(day, separator, month, year) or f"write it as {year}-{month:0>2}-{day:0>2}"
    return next((reason for pattern, reason in _HINTS if re.search(pattern, text)), WRITE)


def unclear(day: str, separator: str, month: str, year: str) -> str | None:
    """Why numbers in this order may not be read as day, month, year; None if they can mean nothing else.

    With dots the day comes first, as in Denmark. With strokes or hyphens it depends on the country.
    """
    if len(year) != 4:
        return FOUR_DIGITS
    if separator == "." or int(day) > 12 or int(day) == int(month):
        return None
    if int(month) > 12:
        return f"the day comes first here; write {year}-{day:0>2}-{month:0>2}"
    return f"it can mean {year}-{month:0>2}-{day:0>2} or {year}-{day:0>2}-{month:0>2}; write one of these"
