"""Where a partnership or a city is in the guidebook's narrative: what it declares, and what it says of expected outcomes."""

from c2c.model.base import Record, Sources, Word
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import Shown


class Declared(Record):
    """Where a partnership or a city says that it is: a loop of the guidebook, and a step of it."""

    loop: Word
    """The loop of the guidebook: `continual_improvement`."""

    step: Word
    """The step of the loop: `plan`."""

    on: Date
    """Since when: `2018-03`."""

    note: Text | None = None
    """Why: `The plan was approved.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Outcome(Record):
    """What is known of an expected outcome of a step that the rest of the record cannot show."""

    outcome: Word
    """The outcome, by its id in the guidebook: `approved-plan`."""

    state: Shown
    """Whether it is there: `evidenced`."""

    on: Date | None = None
    """As of when that is so: `2019-12`."""

    note: Text | None = None
    """How one knows: `The council approved it.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""
