"""An agenda as it is handed to a format: the day, the window, and its items in order."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from c2c.agenda.saying import Ended, Item
from c2c.dates import parse
from c2c.saying import Speaker


class Agenda(NamedTuple):
    """What is to be done as of a day, until another; `title` is the workspace's, `left_out` what could not be read.

    `ended` are the partnerships that were named and have ended.
    """

    title: str
    as_of: date
    until: date
    items: Sequence[Item]
    left_out: Sequence[str]
    speaker: Speaker
    ended: Sequence[Ended] = ()

    @property
    def head(self) -> str:
        """What it is, in a line."""
        facts = {"day": self.day(self.as_of), "until": self.day(self.until)}
        return self.speaker.language.say("What is to be done, as of {day}, until {until}", **facts)

    def parts(self) -> Iterator[tuple[str, Sequence[Item]]]:
        """The items under what they have in common: overdue, due, and without a day; without those that are empty."""
        say = self.speaker.language.say
        overdue = [item for item in self.items if item.overdue]
        due = [item for item in self.items if item.date is not None and not item.overdue]
        undated = [item for item in self.items if item.date is None]
        for head, items in ((say("Overdue"), overdue), (say("Due"), due), (say("Without a day"), undated)):
            if items:
                yield say("{head} ({n})", head=head, n=self.speaker.language.number(len(items))), items

    def remarks(self) -> Iterator[str]:
        """That there are no items, if so, and which of the partnerships that were named have ended."""
        if not self.items:
            yield self.speaker.language.say("Nothing is to be done.")
        yield from (each.sentence for each in self.ended)

    def day(self, day: date) -> str:
        """A day in words."""
        return self.speaker.date(parse(day.isoformat()))
