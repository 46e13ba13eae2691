"""What is to be done about a partnership as of a day: one function for each kind of thing.

A thing is due on the last day on which it may still be done in time, and overdue from the day after. What has no such day is
there without a date: an answer that is waited for, a review that nobody has dated.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.dates.durations import minus, plus
from c2c.model.experience import Contact, Evaluation
from c2c.model.partnership import Agreement
from c2c.narrative.conflicts import renewals
from c2c.people.contacts import contacts
from c2c.people.reciprocity import Visit, Wait, visits, waits
from c2c.standing import Overview, Standing, ends, has_come
from c2c.vocab import Due


class Spans(NamedTuple):
    """How far one looks ahead, how long no news are no matter, and how long a contact counts as confirmed: ISO 8601."""

    within: str = "P90D"
    stale_after: str = "P1Y"
    confirm_after: str = "P1Y"


class Todo(NamedTuple):
    """A thing to be done. `about` is what it is about, `last` what it counts from, where something was before."""

    kind: Due
    id: str
    date: date | None
    about: "Standing | Agreement | Evaluation | Contact | Visit | Wait | None"
    last: Edtf | None = None


class Asked:
    """A partnership as of a day, and the window that one looks at."""

    def __init__(self, overview: Overview, spans: Spans) -> None:
        self.overview, self.spans = overview, spans
        self.record, self.as_of = overview.partnership, overview.as_of

    @cached_property
    def until(self) -> date:
        """The last day of the window."""
        return plus(self.as_of, self.spans.within)

    def overdue(self, day: date) -> bool:
        """Whether what was due on a day is overdue."""
        return day < self.as_of


Find = Callable[[Asked], Iterator[Todo]]


def todos(overview: Overview, spans: Spans) -> list[Todo]:
    """What is to be done about a partnership by the end of the window; nothing, if it has ended."""
    if overview.has_ended:
        return []
    asked = Asked(overview, spans)
    found = (each for find in FINDS for each in find(asked))
    return [each for each in found if each.date is None or each.date <= asked.until]


def actions(asked: Asked) -> Iterator[Todo]:
    """Actions that are pending, by their last possible day."""
    for each in asked.overview.standings:
        latest = each.due.edtf.latest if each.pending and each.due else None
        if latest is not None:
            yield Todo(Due.ACTION_OVERDUE if each.overdue else Due.ACTION_DUE, each.action.id, latest, each)


def agreements(asked: Asked) -> Iterator[Todo]:
    """Agreements that run out and were not renewed."""
    for each in asked.record.agreements:
        if each.valid is not None and has_come(each.signed or each.valid, asked.as_of):
            end = ends(asked.record, each, asked.as_of)
            if end is not None:
                yield Todo(Due.AGREEMENT_ENDS, each.id, end, each, each.valid)


def loops(asked: Asked) -> Iterator[Todo]:
    """Agreements that are renewed every so often; a loop is past due, if that was not done in time."""
    for _, each, due in renewals(asked.record, asked.as_of):
        if has_come(each.signed, asked.as_of):
            kind = Due.LOOP_PAST_DUE if asked.overdue(due) else Due.RENEWAL_DUE
            yield Todo(kind, each.id, due, each, each.signed)


def reviews(asked: Asked) -> Iterator[Todo]:
    """Looks back that are due, one for each cadence on record: the partnership's `review_every`, and evaluations' `every`.

    A cadence counts from the newest evaluation that names it. Where none of those has a date, or where it is the
    partnership's, it counts from the newest evaluation of any kind; the partnership's, before there is one, from the newest
    agreement or the beginning.
    """
    known = [each for each in asked.record.evaluations if has_come(_looked_back(each), asked.as_of)]
    dated = [
        each for each in known if (day := _looked_back(each)) and day.latest and day.latest <= asked.as_of
    ]
    own = asked.record.review_every
    for every in dict.fromkeys((own, *(each.every for each in known))):
        if every is None:
            continue
        same = [each for each in known if each.every == every]
        base = _newest(dated if every == own else [each for each in dated if each.every == every] or dated)
        last = _looked_back(base) if base else _begun(asked) if every == own else None
        due = plus(last.latest, every) if last and last.latest else None
        yield Todo(
            Due.REVIEW_DUE, same[-1].id if same else "review_every", due, same[-1] if same else None, last
        )


def awaited(asked: Asked) -> Iterator[Todo]:
    """Answers and deeds that are waited for."""
    for each in waits(asked.overview.standings):
        yield Todo(
            Due.WAITING, each.standing.action.id, None, each, each.waiting.since if each.waiting else None
        )


def to_confirm(asked: Asked) -> Iterator[Todo]:
    """Contacts of whom somebody should make sure that they still speak for their side."""
    for each in contacts(asked.record, asked.as_of, asked.spans.confirm_after).now:
        yield Todo(Due.CONTACT_TO_CONFIRM, each.contact.id, each.confirm_by, each.contact, each.confirmed)


def vacancies(asked: Asked) -> Iterator[Todo]:
    """Contacts who leave or left, without a successor on record."""
    for each in contacts(asked.record, asked.as_of, asked.spans.confirm_after).tenures:
        last = each.contact.to.latest if each.contact.to else None
        if last is not None and each.contact.successor is None:
            yield Todo(Due.CONTACT_WITHOUT_SUCCESSOR, each.contact.id, last, each.contact)


def follow_ups(asked: Asked) -> Iterator[Todo]:
    """Visits of late without a follow-up. One longer ago than news may be is for `c2c people` to tell, not to be done."""
    since = minus(asked.as_of, asked.spans.stale_after)
    for each in visits(asked.overview):
        last = each.when.latest if each.when else None
        if each.follow_up is None and last is not None and since <= last <= asked.as_of:
            yield Todo(Due.VISIT_WITHOUT_FOLLOW_UP, each.id, None, each, each.when)


FINDS: Final[tuple[Find, ...]] = (
    actions,
    agreements,
    loops,
    reviews,
    awaited,
    to_confirm,
    vacancies,
    follow_ups,
)


def _looked_back(evaluation: Evaluation) -> Edtf | None:
    return evaluation.on or evaluation.period


def _newest(evaluations: list[Evaluation]) -> Evaluation | None:
    return max(evaluations, key=lambda each: _end(_looked_back(each)), default=None)


def _begun(asked: Asked) -> Edtf | None:
    """The date of the newest agreement, else of the beginning."""
    signed = [
        each.signed for each in asked.record.agreements if each.signed and has_come(each.signed, asked.as_of)
    ]
    return max(signed, key=_end, default=asked.record.began)


def _end(edtf: Edtf | None) -> date:
    return (edtf.latest if edtf else None) or date.min
