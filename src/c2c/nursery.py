"""How ideas stand as of a day: proposed, agreed, become an action, or dropped."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.model.city import City
from c2c.model.experience import Idea, IdeaRecord
from c2c.model.partnership import Partnership
from c2c.origins import Link, Links
from c2c.standing import counting, has_come
from c2c.vocab import IdeaStage, IdeaStatus

OPEN: Final = frozenset((IdeaStage.PROPOSED, IdeaStage.AGREED))
"""The stages at which something is still to come of an idea."""


class IdeaStanding(NamedTuple):
    """How an idea of a partnership or a city stands.

    `by` are those who proposed it: in a city's file the city, if none is named. `record` is the one that counts, `became`
    the actions that came of it. An action has no day on which it came into the plan, so an idea that became one did so for
    every day that is asked about.
    """

    place: str
    idea: Idea
    by: tuple[str, ...]
    stage: IdeaStage
    record: IdeaRecord | None
    became: tuple[Link, ...] = ()

    @property
    def since(self) -> Edtf | None:
        """Since when it stands so, as far as that is on record; of one that became an action, since when it was agreed."""
        if self.stage is IdeaStage.ACTION:
            return self.record.on if self.record and self.record.is_ is IdeaStatus.AGREED else None
        return self.record.on if self.record else self.idea.on

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.stage in OPEN


def nursery(place: str, record: Partnership | City, as_of: date, links: Links) -> Iterator[IdeaStanding]:
    """The ideas of a partnership or a city that had been proposed by a day, in the file's order."""
    for idea in record.ideas:
        if has_come(idea.on, as_of):
            by = idea.by or ((place,) if isinstance(record, City) else ())
            yield standing(place, idea, by, as_of, links.ideas.get(f"{place}/{idea.id}", ()))


def standing(
    place: str, idea: Idea, by: tuple[str, ...], as_of: date, became: tuple[Link, ...] = ()
) -> IdeaStanding:
    """How an idea stands as of the end of a day."""
    record = next(reversed(counting(idea.status, as_of)), None)
    said = IdeaStage(record.is_.value) if record else IdeaStage.PROPOSED
    return IdeaStanding(place, idea, by, IdeaStage.ACTION if became else said, record, became)
