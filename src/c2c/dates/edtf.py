"""A date as coarse as it is: a profile of the Extended Date/Time Format (EDTF, ISO 8601-2:2019).

Every date has an earliest and a latest day, so that "overdue" can mean "after the latest possible day".

| written | means | earliest and latest day |
|---|---|---|
| `2019` | a year from 0001 to 9999 | 2019-01-01, 2019-12-31 |
| `2019-09` | a month | 2019-09-01, 2019-09-30 |
| `2019-09-30` | a day | that day |
| `2018-21` to `2018-23` | spring, summer, autumn | Mar-May, Jun-Aug, Sep-Nov |
| `2018-24` | winter | 2018-12-01, 2019-02-28: it ends in the next year |
| `2019-33` to `2019-36` | a quarter | Jan-Mar, Apr-Jun, Jul-Sep, Oct-Dec |
| `2019-37`, `-38`, `-39` | a quadrimester: primo, medio, ultimo | Jan-Apr, May-Aug, Sep-Dec |
| `2019-40`, `2019-41` | a half | Jan-Jun, Jul-Dec |
| `201X`, `20XX` | some year of a decade, of a century | 2010-01-01, 2019-12-31 |
| `2019-XX`, `2019-XX-XX`, `2019-05-XX` | some month, some day | of the year, of the month |
| `2019?`, `2019~`, `2019%` | uncertain, approximate, both | those of the date; no margin is invented |
| `2017/2020` | an interval | the earliest of its start, the latest of its end |
| `2017/..`, `../2020` | an open interval | None where it is open |
| `2017/`, `/2020` | an interval with an unknown end or start | None where it is unknown |
| `[2017,2018..2020]` | one of these | the earliest and the latest of any member |
| `{2017-05,2018?,2019..}` | all of these | the same |

The members of a set are dates, ranges `a..b`, and ranges that are open on one side, `..b` and `a..`.
Spaces beside the commas of a set are dropped. All else that EDTF knows (times, seasons of one hemisphere,
years beyond four digits, marks inside a date) is refused with a reason.

The syntax is that of https://www.loc.gov/standards/datetime/; the months of seasons are c2c's choice, as the
standard leaves them open.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache, total_ordering

from c2c.dates.days import days
from c2c.dates.hints import hint
from c2c.dates.refusal import NotEdtf

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the milliseconds of importing typing
if TYPE_CHECKING:
    from typing import Literal, NoReturn

    Kind = Literal["date", "interval", "one_of", "all_of"]

LONGEST = 200  # characters; a set of forty years is shorter
_REMEMBERED = 8192  # dates; every day of twenty years, in a few megabytes
_SETS: dict[str, tuple[str, Kind]] = {"[": ("]", "one_of"), "{": ("}", "all_of")}
_OPEN = ".."


@total_ordering
class Edtf:
    """A date, an interval or a set of dates, made by `parse`; frozen, and equal if the canonical `text` is.

    Sorts by earliest day, latest day and text; an unknown or open earliest sorts first, such a latest last.
    `uncertain` and `approximate` are true if any date in it is marked so.
    """

    __slots__ = ("approximate", "earliest", "kind", "latest", "members", "text", "uncertain")

    text: str
    kind: Kind
    earliest: date | None
    latest: date | None
    members: tuple[Edtf, ...]
    uncertain: bool
    approximate: bool

    def __init__(
        self,
        text: str,
        kind: Kind,
        earliest: date | None,
        latest: date | None,
        members: tuple[Edtf, ...] = (),
    ) -> None:
        put = object.__setattr__  # the only place where the values are set
        put(self, "text", text)
        put(self, "kind", kind)
        put(self, "earliest", earliest)
        put(self, "latest", latest)
        put(self, "members", members)
        put(self, "uncertain", "?" in text or "%" in text)
        put(self, "approximate", "~" in text or "%" in text)

    def overlaps(self, first: date, last: date) -> bool:
        """True if it can lie between the two days, both included; a set can if any of its members can."""
        if self.members:
            return any(member.overlaps(first, last) for member in self.members)
        begins_in_time = self.earliest is None or self.earliest <= last
        return begins_in_time and (self.latest is None or first <= self.latest)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return _place(self) < _place(other) if isinstance(other, Edtf) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a date does not change: cannot set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a date does not change: cannot delete {name!r}")

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return parse, (self.text,)  # copies and pickles are read again, as nothing else may make a date

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"


@lru_cache(maxsize=_REMEMBERED)
def parse(text: str) -> Edtf:
    """The date that the text writes in the profile above; NotEdtf with a reason for everything else."""
    if len(text) > LONGEST:
        raise NotEdtf(text, f"it has {len(text)} characters, and no date needs more than {LONGEST}")
    if text[:1] in _SETS:
        return _set(text)
    if "/" in text:
        return _interval(text)
    return Edtf(text, "date", *days(text))


def end_of(text: str) -> date:
    """The latest day of a date: 2019-12-31 for `2019`; NotEdtf if the text is no date or has no last day."""
    latest = parse(text).latest
    if latest is None:
        raise NotEdtf(text, "it has no last day; write for example 2019, 2019-09 or 2019-09-30")
    return latest


def _place(edtf: Edtf) -> tuple[int, int, str]:
    """Where it sorts: 0 is before the day 0001-01-01."""
    first = edtf.earliest.toordinal() if edtf.earliest else 0
    last = edtf.latest.toordinal() if edtf.latest else date.max.toordinal() + 1
    return first, last, edtf.text


def _interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2 or (ends[1].isdigit() and len(ends[1]) <= 2):
        raise NotEdtf(text, hint(text))
    return _between(text, *ends)


def _between(text: str, start: str, end: str) -> Edtf:
    earliest = None if start in ("", _OPEN) else days(start)[0]
    latest = None if end in ("", _OPEN) else days(end)[1]
    if earliest is None and latest is None:
        raise NotEdtf(text, "an interval has a date at one end at least")
    if earliest and latest and earliest > latest:
        raise NotEdtf(text, f"it ends before it begins: {start} begins on {earliest}, {end} ends on {latest}")
    return Edtf(f"{start}/{end}", "interval", earliest, latest)


def _set(text: str) -> Edtf:
    opening = text[0]
    closing, kind = _SETS[opening]
    if text[-1] != closing:
        raise NotEdtf(text, f"a set that begins with {opening} ends with {closing}")
    written = [member.strip(" ") for member in text[1:-1].split(",")]
    members = tuple(_member(text, member) for member in written)
    earliest = [member.earliest for member in members if member.earliest]
    latest = [member.latest for member in members if member.latest]
    return Edtf(
        opening + ",".join(written) + closing,
        kind,
        min(earliest) if len(earliest) == len(members) else None,
        max(latest) if len(latest) == len(members) else None,
        members,
    )


def _member(text: str, member: str) -> Edtf:
    if not member:
        raise NotEdtf(text, "a set has a date on each side of a comma, and one at least")
    if any(sign in member for sign in "/[]{}"):
        raise NotEdtf(text, "a set holds dates and ranges such as 2017..2020, no intervals and no other sets")
    if _OPEN not in member:
        return parse(member)
    start, _, end = member.partition(_OPEN)
    return _between(member, start or _OPEN, end or _OPEN)
