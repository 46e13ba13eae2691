"""What one partnership has learned: its evaluations, its obstacles, its five-factor profile, as of a day."""

from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.learning.evaluations import Evaluations, evaluations
from c2c.learning.factors import Group, profile
from c2c.learning.taught import Taught, taught
from c2c.standing import Overview
from c2c.vocab import Grouped


class Account(NamedTuple):
    """One partnership. `profile` has every success factor of the guidebook, also those of which nothing is rated."""

    taught: Taught
    evaluations: Evaluations
    book: Guidebook

    @property
    def profile(self) -> tuple[Group, ...]:
        """The success factors in order, each with its characteristics that are rated."""
        groups = (each.id for each in self.book.groups if each.of is Grouped.FACTORS)
        return profile(self.taught.ratings, groups, self.book.factors)


def account(overview: Overview, book: Guidebook) -> Account:
    """The account of a partnership, as of the day of the overview."""
    found = evaluations(overview.partnership, book.ids("scopes"), overview.as_of)
    return Account(taught(overview), found, book)
