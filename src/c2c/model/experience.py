"""What cities and partnerships have and learn: who takes part, evaluations, obstacles, results, lessons, ideas."""

from c2c.model.base import Duration, Item, Record, Slug, Sources, Url, Word
from c2c.model.happening import Evidence, Quantity
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import Helix, Medium


class Publication(Record):
    """Where something can be read."""

    medium: Medium
    on: Date | None = None
    url: Url | None = None
    note: Text | None = None


class Evaluation(Item):
    """A look back: over which period, how often (an ISO 8601 duration, such as P1Y), what it found, where it stands."""

    on: Date | None = None
    period: Date | None = None
    every: Duration | None = None
    by: Text | None = None
    findings: tuple[Text, ...] = ()
    published: tuple[Publication, ...] = ()


class Obstacle(Item):
    """What stands in the way, what was changed because of it, and what that did."""

    since: Date | None = None
    adjustment: Text | None = None
    effect: Text | None = None


class Achievement(Item):
    """Something that came out of the partnership."""

    when: WhenField | None = None
    beneficiaries: tuple[Text, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Participant(Item):
    """Who takes part beside the parties; `side` is the party that they belong to."""

    side: Slug | None = None
    sector: Helix | None = None
    areas: tuple[Word, ...] = ()
    quantity: Quantity | None = None


class Doubt(Item):
    """What the sources leave open. `on` is since when there is the doubt, if a later event or source brought it."""

    on: Date | None = None


class Lesson(Item):
    """What was learned, for oneself and for others."""

    on: Date | None = None
    areas: tuple[Word, ...] = ()


class Idea(Item):
    """What somebody would like to do and nobody has agreed yet. `on` is when it was proposed, `by` who proposed it."""

    on: Date | None = None
    by: tuple[Slug, ...] = ()
    areas: tuple[Word, ...] = ()


class Membership(Record):
    """A city's place in an association or a partnership, from when to when where that is known."""

    city: Slug
    joined: Date | None = None
    left: Date | None = None
    sources: Sources = ()
