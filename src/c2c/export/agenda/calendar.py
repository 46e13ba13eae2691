"""An agenda as an iCalendar file (RFC 5545) that Outlook, Google and Apple take.

Outlook takes up events only, and passes over to-dos in silence, so each item is an event of a whole day that leaves its reader
free. A day needs no time zone, so there is no VTIMEZONE that could be wrong. An item keeps its UID as long as it is about the
same thing, so that a later calendar moves the entry instead of doubling it; DTSTAMP is the day that was asked about, not the
clock, so that the same data give the same bytes.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from c2c.agenda.saying import Item
from c2c.errors import MissingPackage
from c2c.export.agenda.agenda import Agenda
from c2c.export.inert import inert
from c2c.saying import label
from c2c.vocab import Due

if TYPE_CHECKING:
    from icalendar import Event

_THE_SAME: Final[Mapping[Due, Due]] = MappingProxyType(
    {Due.ACTION_OVERDUE: Due.ACTION_DUE, Due.LOOP_PAST_DUE: Due.RENEWAL_DUE}
)
"""What something was before it was overdue."""


def calendar(agenda: Agenda) -> Iterator[str]:
    """A calendar with the items that have a day. Raises MissingPackage."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingPackage("icalendar", "ics", "a calendar") from None

    made = Calendar()
    made.add("prodid", "-//c2c//agenda//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", inert(agenda.title))
    for item in agenda.items:
        if item.date is not None:
            made.add_component(_event(item, item.date, agenda))
    yield made.to_ical().decode("utf-8")


def _event(item: Item, day: date, agenda: Agenda) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_THE_SAME.get(item.kind, item.kind)}.{item.id}.{item.partnership}@c2c")
    event.add("dtstamp", datetime.combine(agenda.as_of, time(), UTC))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", inert(item.sentence))
    event.add("description", f"{inert(item.title)}\n{item.partnership}/{item.id}")
    event.add("categories", [label(item.kind, agenda.speaker.language)])
    event.add("transp", "TRANSPARENT")
    return event
