"""Who speaks for whom: contacts by role as of a day, how often they change, and where one contact is all that there is."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from c2c.dates import Edtf
from c2c.dates.durations import plus
from c2c.model.experience import Contact
from c2c.model.partnership import Partnership
from c2c.standing import has_come


class Tenure(NamedTuple):
    """A contact as of a day.

    `is_former`: the last possible day of `to` has passed. `confirmed` is when somebody last made sure, if that had come by then.
    `confirm_by` is the day by which somebody should make sure that it
    is still so, None where neither a confirmation nor a beginning is on record. `is_stale`: that day has passed, or there is
    none.
    """

    contact: Contact
    is_former: bool
    confirmed: Edtf | None
    confirm_by: date | None
    is_stale: bool

    @property
    def is_vacant(self) -> bool:
        """Whether somebody left, and who came after is not on record."""
        return self.is_former and self.contact.successor is None


class Turnover(NamedTuple):
    """How many contacts have left by a day, and since when that is counted: the earliest beginning or end on record."""

    changes: int
    since: date | None


class Contacts(NamedTuple):
    """The contacts of a partnership as of a day, in the file's order.

    `single` are the parties for which one contact speaks and nobody else, `nobody` those for which none does. Neither is
    said where a contact's party is not on record, or is a member of an association: whose side that is, is not known here.
    """

    tenures: tuple[Tenure, ...]
    turnover: Turnover
    single: tuple[str, ...]
    nobody: tuple[str, ...]

    @property
    def now(self) -> tuple[Tenure, ...]:
        """Those who speak for a party now."""
        return tuple(each for each in self.tenures if not each.is_former)

    @property
    def stale(self) -> tuple[Tenure, ...]:
        """Those of them of whom nobody has made sure for long."""
        return tuple(each for each in self.now if each.is_stale)


def contacts(record: Partnership, as_of: date, confirm_after: str) -> Contacts:
    """The contacts as of the end of a day; each is to be confirmed again after an ISO 8601 duration."""
    tenures = tuple(
        _tenure(each, as_of, confirm_after) for each in record.contacts if has_come(each.from_, as_of)
    )
    speaking = [each.contact.party for each in tenures if not each.is_former]
    is_sure = all(party in record.parties for party in speaking)
    numbers = {party: speaking.count(party) for party in record.parties} if is_sure and tenures else {}
    return Contacts(
        tenures,
        _turnover(tenures, as_of),
        single=tuple(party for party, number in numbers.items() if number == 1),
        nobody=tuple(party for party, number in numbers.items() if number == 0),
    )


def _tenure(contact: Contact, as_of: date, confirm_after: str) -> Tenure:
    last = contact.to.latest if contact.to else None
    is_former = last is not None and last < as_of
    confirmed = contact.confirmed if contact.confirmed and has_come(contact.confirmed, as_of) else None
    seen = confirmed or contact.from_
    known = seen.latest if seen else None
    confirm_by = plus(known, confirm_after) if known else None
    is_stale = not is_former and (confirm_by is None or confirm_by < as_of)
    return Tenure(contact, is_former, confirmed, confirm_by, is_stale)


def _turnover(tenures: Iterable[Tenure], as_of: date) -> Turnover:
    all = tuple(tenures)
    dates = (edtf for each in all for edtf in (each.contact.from_, each.contact.to) if edtf)
    first = min((edtf.earliest for edtf in dates if edtf.earliest), default=None)
    return Turnover(sum(each.is_former for each in all), first if first and first <= as_of else None)
