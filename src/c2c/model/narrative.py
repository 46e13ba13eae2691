"""Where a partnership or a city is in the guidebook's narrative: what it declares, and what it says of expected outcomes."""

from c2c.model.base import Record, Sources, Word
from c2c.model.text import Text
from c2c.model.when import Date
from c2c.vocab import Shown


class Declared(Record):
    """Where a partnership or a city says that it is: a loop of the guidebook, and a step of it."""

    loop: Word
    step: Word
    on: Date
    note: Text | None = None
    sources: Sources = ()


class Outcome(Record):
    """What is known of an expected outcome of a step that the rest of the record cannot show."""

    outcome: Word
    state: Shown
    on: Date | None = None
    note: Text | None = None
    sources: Sources = ()
