"""Everybody around one partnership: contacts, give and take, and the sectors with their gaps, as of a day."""

from dataclasses import dataclass
from functools import cached_property

from c2c.guidebook.book import Guidebook
from c2c.narrative.evidence import Case
from c2c.narrative.progress import progress
from c2c.people.contacts import Contacts, contacts
from c2c.people.coverage import Gap, Row, coverage, gaps
from c2c.people.reciprocity import Reciprocity, reciprocity
from c2c.standing import Overview


@dataclass(frozen=True, eq=False)
class Portrait:
    """The people of a partnership, as of the day of the overview; both durations are ISO 8601.

    Each part is worked out when it is asked for.
    """

    overview: Overview
    book: Guidebook
    stale_after: str
    confirm_after: str

    @cached_property
    def contacts(self) -> Contacts:
        """Who speaks for whom, and for how long."""
        return contacts(self.overview.partnership, self.overview.as_of, self.confirm_after)

    @cached_property
    def reciprocity(self) -> Reciprocity:
        """Who proposes, who visits, who is waited for."""
        return reciprocity(self.overview)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every sector, and where it takes part."""
        seen = self.overview
        return coverage(seen.partnership, seen.standings, (step.id for step in self.book.steps), seen.as_of)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What the sectors outside the government lack at the steps that were reached."""
        way = progress(Case(self.overview.partnership, self.overview.as_of), self.book)
        last = way.reach if way.here is None else max(way.reach, way.here)
        reached = (step.id for step in way.steps[: last + 1])
        return gaps(self.rows, reached, self.overview.as_of, self.stale_after)
