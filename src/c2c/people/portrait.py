"""Everybody around one partnership: contacts, give and take, and the sectors with their gaps, as of a day."""

from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.narrative.evidence import Case
from c2c.narrative.progress import progress
from c2c.people.contacts import Contacts, contacts
from c2c.people.coverage import Gap, Row, coverage, gaps
from c2c.people.reciprocity import Reciprocity, reciprocity
from c2c.standing import Overview


class Portrait(NamedTuple):
    """The people of a partnership. `rows` has every sector, `gaps` what the sectors outside the government lack."""

    overview: Overview
    contacts: Contacts
    reciprocity: Reciprocity
    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]


def portrait(overview: Overview, book: Guidebook, stale_after: str, confirm_after: str) -> Portrait:
    """The people of a partnership, as of the day of the overview; both durations are ISO 8601."""
    record, as_of = overview.partnership, overview.as_of
    way = progress(Case(record, as_of), book)
    last = way.reach if way.here is None else max(way.reach, way.here)
    rows = coverage(record, overview.standings, (step.id for step in book.steps), as_of)
    return Portrait(
        overview,
        contacts(record, as_of, confirm_after),
        reciprocity(overview),
        rows,
        gaps(rows, (step.id for step in way.steps[: last + 1]), as_of, stale_after),
    )
