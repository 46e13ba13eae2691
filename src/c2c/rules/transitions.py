"""Rules about a change: what was said before may be added to and corrected, but not lost or turned round in silence.

They are asked only where there is something to compare with: `c2c validate --since REV`.
"""

from collections.abc import Iterator
from datetime import date

from c2c.dates import Edtf
from c2c.diagnostics import Severity
from c2c.history.comparing import Change, How
from c2c.model.experience import IdeaRecord
from c2c.model.narrative import Declared
from c2c.model.partnership import Action, StatusRecord
from c2c.rules.base import ChangeCase, Flag, rule
from c2c.standing import records
from c2c.vocab import Status


@rule("C506")
def done_taken_back(case: ChangeCase) -> Iterator[Flag]:
    """An action that was done, and now is not, says why.

    Asked of a change, with --since. Somebody has read that it is done, in a report perhaps.

    Bad:

        # as it was
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2019-05, is: done, evidence: [{source: case-study}]}]}]}]}
        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2019-05, is: done, evidence: [{source: case-study}]},
            {on: 2019-12, is: open}]}]}]}

    Good:

        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2019-05, is: done, evidence: [{source: case-study}]},
            {on: 2019-12, is: open, note: The lunch of May was another one}]}]}]}
    """
    for old, new in case.pairs:
        if old is None or new is None or not isinstance(old.record, Action):
            continue
        assert isinstance(new.record, Action)
        was, now = _newest(old.record), _newest(new.record)
        if was is None or was.is_ is not Status.DONE or (now is not None and now.is_ is Status.DONE):
            continue
        if now is None:
            message = f"'{new.id}' was done, and now nothing is reported of it"
            yield Flag(new.route, message, "leave the old report, and add one that says how it is and why")
        elif not (now.note or now.reason):
            message = f"'{new.id}' was done, and is {now.is_.value} now, without a word why"
            route = (*new.route, "status", new.record.status.index(now))
            yield Flag(route, message, "add note: and say why")


@rule("C507", Severity.WARNING)
def past_year_rewritten(case: ChangeCase) -> Iterator[Flag]:
    """What was reported about a year is not rewritten once a later year is reported on.

    Asked of a change, with --since. Reports of that year would say something else than they did. A correction that says why,
    in a note that is new, is none of this rule's business; nor is a report on an old year that is added.

    Bad:

        # as it was
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2018-12, is: partly_done, note: Without the mayor},
            {on: 2019-12, is: done}]}]}]}
        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2018-12, is: done, note: Without the mayor},
            {on: 2019-12, is: done}]}]}]}

    Good:

        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - {id: all, title: All, efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, status: [
            {on: 2018-12, is: done, note: Corrected in 2020; the mayor was there},
            {on: 2019-12, is: done}]}]}]}
    """
    newest = max((_year(each.on) for each in _reports(case)), default=0)
    for change in case.changes:
        if change.field != "status" or not isinstance(change.before, StatusRecord) or change.how is How.ADDED:
            continue
        year = _year(change.before.on)
        if not 0 < year < newest or _says_why(change):
            continue
        verb = "taken out" if change.how is How.REMOVED else "changed"
        on = change.before.on.text if change.before.on else ""
        message = f"the report of {on} on '{change.thing.id}' is {verb}, and {newest} is reported on already"
        help = "add a report of today, or say in a note why the old one was wrong"
        yield Flag(_place(case, change), message, help)


@rule("C314", Severity.WARNING)
def record_deleted(case: ChangeCase) -> Iterator[Flag]:
    """What is on record stays there: what was dropped has a status and a reason, what ended has an end.

    Asked of a change, with --since. Who counted it, or was told of it, would not find it again.

    Bad:

        # as it was
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}, {id: race, title: A bicycle race}]
        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}]

    Good:

        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}, {id: race, title: A bicycle race, note: Given up in 2019}]
    """
    for change in case.changes:
        if change.how is not How.REMOVED:
            continue
        if not change.field:
            what = change.thing.what.replace("_", " ")
            message = f"the {what} '{change.thing.id}' is gone"
        elif isinstance(change.before, IdeaRecord):
            message = f"the report of {change.before.on.text} on the idea '{change.thing.id}' is gone"
        elif isinstance(change.before, StatusRecord) and not _is_past(case, change.before):
            on = f" of {change.before.on.text}" if change.before.on else ""
            message = f"the report{on} on '{change.thing.id}' is gone"
        elif isinstance(change.before, Declared):
            message = f"the declared step '{change.before.step}' of {change.before.on.text} is gone"
        else:
            continue
        help = "put it back, and say there what became of it; if it was never true, say so to those who review this"
        yield Flag(_place(case, change), message, help)


@rule("C315", Severity.WARNING)
def id_renamed(case: ChangeCase) -> Iterator[Flag]:
    """An id stays as it is, whatever the title becomes.

    Asked of a change, with --since. Others refer to it: reports, links, other partnerships, people's notes.

    Bad:

        # as it was
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}]
        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: singing, title: A choir}]

    Good:

        # as it is now
        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: Singing together}]
    """
    for change in case.changes:
        if change.field == "id":
            is_file = not change.thing.route
            message = f"'{change.before}' is called '{change.after}' now"
            help = (
                f"give the file its name back: {change.before}.yaml"
                if is_file
                else f"keep id: {change.before}"
            )
            yield Flag((*change.thing.route, "id") if not is_file else (), message, help)


def _reports(case: ChangeCase) -> Iterator[StatusRecord]:
    """All that was reported."""
    for old, _ in case.pairs:
        if old is not None and isinstance(old.record, Action):
            yield from old.record.status


def _newest(action: Action) -> StatusRecord | None:
    """The report that counts, of all that have a last day."""
    return next(reversed(records(action, date.max)), None)


def _is_past(case: ChangeCase, record: StatusRecord) -> bool:
    newest = max((_year(each.on) for each in _reports(case)), default=0)
    return 0 < _year(record.on) < newest


def _year(edtf: Edtf | None) -> int:
    return edtf.latest.year if edtf and edtf.latest else 0


def _says_why(change: Change) -> bool:
    """Whether a correction has a note that the old record did not have."""
    before, after = change.before, change.after
    if not isinstance(before, StatusRecord) or not isinstance(after, StatusRecord):
        return False
    return (after.note is not None and after.note != before.note) or before.is_ is after.is_


def _place(case: ChangeCase, change: Change) -> tuple[str | int, ...]:
    """Where a change stands in the newer file; of what went, where it stood in."""
    thing, after = change.thing, {new.key: new for _, new in case.pairs if new}
    if thing.key in after and isinstance(after[thing.key].record, Action) and change.after is not None:
        action = after[thing.key].record
        assert isinstance(action, Action)
        return (*after[thing.key].route, "status", action.status.index(change.after))
    while thing.key not in after:
        above = next((old for old, _ in case.pairs if old and old.key == thing.above), None)
        if above is None:
            return ()
        thing = above
    return after[thing.key].route
