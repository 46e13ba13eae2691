"""What cities and partnerships have and learn: who takes part, evaluations, obstacles, results, lessons, ideas."""

from pydantic import Field

from c2c.model.base import Duration, Item, Number, Record, Slug, Sources, Url, Word, Words
from c2c.model.happening import Evidence, Quantity
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import Bound, Degree, Helix, IdeaStatus, Medium, Reason, ValueKind


class Publication(Record):
    """Where something can be read."""

    medium: Medium
    """In what it was published: `web`."""

    on: Date | None = None
    """When: `2019-12`."""

    url: Url | None = None
    """Where it can be read: `https://example.org/review`."""

    note: Text | None = None
    """What else there is to say: `In the local edition only.`."""


class Evaluation(Item):
    """A look back: over which period, how often, what it found, where it stands."""

    on: Date | None = None
    """When the look back was taken: `2019-12`."""

    period: Date | None = None
    """What time it looks back on: `2017/2019`."""

    every: Duration | None = None
    """How often it is taken, in whole years, months or weeks: `P1Y`."""

    by: Text | None = None
    """Who takes it: `The steering group`."""

    scopes: tuple[Word, ...] = ()
    """The scopes of the guidebook that it looks at: `[activity, partnership]`."""

    findings: tuple[Text, ...] = ()
    """What it found: `[Most actions were done.]`."""

    decisions: tuple[Text, ...] = ()
    """What was decided because of it: `[The next plan has fewer actions.]`."""

    published: tuple[Publication, ...] = ()
    """Where it can be read: `[{medium: web, url: https://example.org/review}]`."""


class KpiValue(Record):
    """What an indicator of the guidebook was in a period: a number, or a statement where it is one that no number gives.

    Values with another definition or unit are not compared.
    """

    kpi: Word
    """The indicator of the guidebook: `high-level-visits`."""

    period: Date
    """The time that it is of: `2019`, `2019-40`."""

    kind: ValueKind = ValueKind.MEASURED
    """Whether it was measured, is what to compare with, or what to aim at: `target`."""

    value: Number | None = None
    """The number: `12`, `8.5`."""

    bound: Bound = Bound.EXACTLY
    """How exact the number is: `about`."""

    unit: Text | None = None
    """What is counted, if the guidebook does not say it: `participants`."""

    statement: Text | None = None
    """What there is to say of an indicator that no number gives: `Both sides call it lively.`."""

    definition: Text | None = None
    """What was counted and how: `Visits with a mayor or a deputy mayor.`."""

    evidence: tuple[Evidence, ...] = ()
    """What shows it: `[{source: case-study}]`."""

    note: Text | None = None
    """What else there is to say: `One visit was cancelled.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""

    @property
    def quantity(self) -> Quantity | None:
        """The number with how exact it is and what is counted; None if there is none."""
        if self.value is None:
            return None
        return Quantity.model_construct(value=self.value, bound=self.bound, unit=self.unit)


class Contact(Record):
    """Who speaks for a party: by role, for people change. A person's name needs their consent, as the file is public."""

    id: Slug
    """Its name within the file, for others to refer to: `lyon-office`."""

    party: Slug | None = None
    """The party that is spoken for: `lyon`."""

    role: Text
    """The role or the office: `International office`."""

    name: Words | None = None
    """The person, if they agree to be named in public: `A. Person`."""

    from_: Date | None = Field(default=None, alias="from")
    """Since when: `2018`."""

    to: Date | None = None
    """Until when: `2020-06`."""

    confirmed: Date | None = None
    """When somebody last made sure that it is so: `2019-12`."""

    successor: Slug | None = None
    """The contact that came after: `lyon-office-2`."""

    url: Url | None = None
    """Where they can be reached, in public: `https://example.org/contact`."""

    note: Text | None = None
    """What else there is to say: `Speaks French and German.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Obstacle(Item):
    """What stands in the way, what was changed because of it, and what that did."""

    challenge: Word | None = None
    """The challenge of the guidebook that it comes down to, if it does: `staff-changes`."""

    step: Word | None = None
    """The step of the narrative at which it stands in the way: `plan`."""

    since: Date | None = None
    """Since when it stands in the way: `2018-21`."""

    adjustment: Text | None = None
    """What was changed because of it: `Meetings are held online.`."""

    adjusted: Date | None = None
    """When that was changed: `2019-03`."""

    effect: Text | None = None
    """What that did, for better or worse: `More people take part.`."""

    evidence: tuple[Evidence, ...] = ()
    """What shows the effect: `[{source: case-study, at: page 12}]`."""


class FactorRating(Record):
    """How far a characteristic of the guidebook's success factors is there in the partnership, in somebody's judgement.

    A characteristic that is not rated is neither absent nor weak. A new judgement is a new rating, with its date.
    """

    factor: Word
    """The characteristic of the guidebook: `regular-contact`."""

    rating: Degree
    """How far it is there: `strong`."""

    on: Date | None = None
    """As of when it was so: `2019-12`."""

    by: Text | None = None
    """Who judged it: `The steering group`."""

    evidence: tuple[Evidence, ...] = ()
    """What shows it: `[{source: case-study, at: page 12}]`."""

    note: Text | None = None
    """What else there is to say: `Both sides say so.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Achievement(Item):
    """Something that came out of the partnership."""

    when: WhenField | None = None
    """When it was reached: `2018`, `{edtf: 2018-21, text: spring 2018}`."""

    beneficiaries: tuple[Text, ...] = ()
    """Who has something of it: `[Pupils of two schools]`."""

    evidence: tuple[Evidence, ...] = ()
    """What shows it: `[{url: https://example.org/article}]`."""


class Participant(Item):
    """Who takes part beside the parties."""

    side: Slug | None = None
    """The party that they belong to: `lyon`."""

    sector: Helix | None = None
    """Which of the four sectors of the helix they are of: `academia`."""

    from_: Date | None = Field(default=None, alias="from")
    """Since when they take part: `2018`."""

    to: Date | None = None
    """Until when they did: `2020-06`."""

    steps: tuple[Word, ...] = ()
    """The steps of the narrative at which they take part: `[plan, do]`."""

    actions: tuple[Slug, ...] = ()
    """The actions of this file that they take part in, by their ids: `[first-visit]`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that they work on: `[education]`."""

    quantity: Quantity | None = None
    """How many they are: `{value: 30, bound: about, unit: pupils}`."""


class Doubt(Item):
    """What the sources leave open."""

    on: Date | None = None
    """Since when there is the doubt, if a later event or source brought it: `2020-01`."""


class Lesson(Item):
    """What was learned, for oneself and for others."""

    on: Date | None = None
    """When it was learned: `2019`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[culture]`."""


class IdeaRecord(Record):
    """As of a date, what became of an idea. That an action came of it, the action says: `idea: choir`."""

    on: Date
    """As of when it is so: `2020-02`."""

    is_: IdeaStatus = Field(alias="is")
    """Whether it is agreed or dropped, or proposed again: `agreed`."""

    reason: Reason | None = None
    """Why it was dropped: `no_resources`."""

    note: Text | None = None
    """What else there is to say: `At the yearly meeting.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Idea(Item):
    """What somebody would like to do, until it is agreed, becomes an action, or is dropped."""

    on: Date | None = None
    """When it was proposed: `2019-12`."""

    by: tuple[Slug, ...] = ()
    """Who proposed it: `[lyon]`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[education]`."""

    status: tuple[IdeaRecord, ...] = ()
    """What became of it, a record for each turn, the newest last; without one it is proposed:
    `[{on: 2020-02, is: agreed}]`.
    """


class Membership(Record):
    """A city's place in an association or a partnership, from when to when where that is known."""

    city: Slug
    """Who it is: `lyon`."""

    joined: Date | None = None
    """Since when they belong to it: `2007`."""

    left: Date | None = None
    """Until when they did: `2019-12-31`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""
