"""What a partnership is: the parties, what they agreed, what they set out to do, and how it stands."""

from functools import cached_property
from typing import NamedTuple

from pydantic import Field, ValidationInfo, model_validator

from c2c.diagnostics import Route
from c2c.model.base import ActionRef, Duration, IdeaRef, Item, Record, Slug, Sources, Url, Word, Words
from c2c.model.experience import (
    Achievement,
    Contact,
    Doubt,
    Evaluation,
    FactorRating,
    Idea,
    KpiValue,
    Lesson,
    Membership,
    Obstacle,
    Participant,
)
from c2c.model.happening import Event, Evidence, Fact
from c2c.model.marker import read_marker
from c2c.model.narrative import Declared, Outcome
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import (
    ActionKind,
    AgreementKind,
    EndReason,
    PartnershipKind,
    Reason,
    Status,
)


class Waiting(Record):
    """Who is waited for, since when, and when they were asked."""

    party: Slug | None = None
    """The party that is waited for: `graz`."""

    who: Text | None = None
    """Who of them: `The school office`."""

    since: Date
    """Since when: `2019-10`."""

    asked: tuple[Date, ...] = ()
    """When they were asked: `[2019-10-15, 2020-01]`."""


class StatusRecord(Record):
    """As of a date, how an action stands. `is` may be written as a word or as a marker of the legend."""

    on: Date | None = None
    """As of when it is so: `2019-12`, `2018-21`."""

    is_: Status = Field(alias="is")
    """How the action stands, as a word or as a marker of the legend; `"%"` needs its quotes: `partly_done`, `(√)`."""

    marker: Words | None = None
    """The marker that the sheet has, where the word says more or less than it: `(√)`."""

    reason: Reason | None = None
    """Why it is not simply done: `contact_changed`."""

    note: Text | None = None
    """What else there is to say: `Held in 2017 and 2018, not in 2019.`."""

    waiting_for: Waiting | None = None
    """Who is waited for, since when: `{party: graz, since: 2019-10}`."""

    postponed_to: WhenField | None = None
    """The new date, if it was put off: `2020-23`."""

    evidence: tuple[Evidence, ...] = ()
    """What shows it: `[{url: https://example.org/article}]`, `[{source: case-study, at: page 12}]`."""

    sources: Sources = ()
    """Where it comes from: `[status-sheet]`."""

    @model_validator(mode="before")
    @classmethod
    def _words_for_markers(cls, data: object, info: ValidationInfo) -> object:
        return read_marker(data, info.context)


class Responsible(Record):
    """Who sees to an action on one side; by role, for people change."""

    party: Slug
    """The party: `lyon`."""

    role: Text | None = None
    """Who there, by role: `The international office`."""


class Action(Item):
    """One thing that the parties set out to do. Of a visit, `host` is the party to be visited."""

    when: WhenField | None = None
    """When it is meant to be: `2017-05`, `{edtf: 2018-21, text: spring 2018}`."""

    kind: ActionKind | None = None
    """What sort of thing it is: `visit`."""

    host: Slug | None = None
    """Of a visit: the party to be visited: `graz`."""

    proposed_by: Slug | None = None
    """The party that proposed it: `lyon`."""

    responsible: tuple[Responsible, ...] = ()
    """Who sees to it on each side: `[{party: lyon, role: The international office}]`."""

    beneficiaries: tuple[Text, ...] = ()
    """Who is to have something of it: `[Pupils of two schools]`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[education]`."""

    same_as: tuple[ActionRef, ...] = ()
    """The same action elsewhere, by its id or as partnership/action: `[dinner]`, `[lyon-graz/dinner]`."""

    like: ActionRef | None = None
    """The action elsewhere whose idea was taken up here, which stays an action of its own: `lyon-wuxi/dinner`."""

    idea: IdeaRef | None = None
    """The idea that became this action, by its id, or as city/idea or partnership/idea: `choir`, `lyon/choir`."""

    status: tuple[StatusRecord, ...] = ()
    """How it stands, a record for each report, the newest last: `[{on: 2019-12, is: done}]`."""


class Effort(Item):
    """What a focus area works on (Danish: indsats)."""

    actions: tuple[Action, ...] = ()
    """What is to be done: `[{id: first-visit, title: First visit, when: 2018-05}]`."""


class FocusArea(Item):
    """A priority of the partnership."""

    period: WhenField | None = None
    """When its actions without a date of their own are meant for: `2017/2020`."""

    efforts: tuple[Effort, ...] = ()
    """What it works on: `[{id: visits, title: Visits}]`."""


class Agreement(Record):
    """A paper that the parties signed."""

    id: Slug
    """What others point to, given once and kept: `agreement-2007`."""

    kind: AgreementKind
    """What kind of paper it is: `partnership_agreement`."""

    title: Text | None = None
    """What it is called: `Agreement on friendship`."""

    signed: Date | None = None
    """When it was signed: `2007-10`."""

    valid: Date | None = None
    """From when to when it is valid: `2017/2020`."""

    every: Duration | None = None
    """How often it is to be renewed, in whole years, months or weeks: `P3Y`."""

    renews: Slug | None = None
    """The agreement of this file that it renews: `agreement-2007`."""

    parties: tuple[Slug, ...] = ()
    """Who signed it, if not all parties did: `[lyon, graz]`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it is about: `[education]`."""

    url: Url | None = None
    """Where it can be read: `https://example.org/agreement`."""

    note: Text | None = None
    """What else there is to say: `The annex is lost.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Ending(Record):
    """How a partnership ended."""

    on: Date
    """When it ended: `2020-12-31`."""

    reason: EndReason
    """Why: `not_renewed`."""

    note: Text | None = None
    """What else there is to say: `After 13 years.`."""

    sources: Sources = ()
    """Where it comes from: `[case-study]`."""


class Place(NamedTuple):
    """An action with what it stands in, and its route in the file."""

    focus_area: FocusArea
    effort: Effort
    action: Action
    route: Route


class Partnership(Record):
    """A file of data/partnerships/."""

    id: Slug | None = None
    """The file's name says it; it may be left out: `lyon-graz`."""

    title: Text
    """What it is called: `Lyon and Graz`, `{da: Lyon og Graz, en: Lyon and Graz}`."""

    parties: tuple[Slug, ...] = Field(min_length=1)
    """The cities and associations that work together, by the names of their files: `[lyon, graz]`."""

    kind: PartnershipKind | None = None
    """The form that it has; leave it out where no source says it: `twinning`."""

    membership: tuple[Membership, ...] = ()
    """The parties that joined later or left earlier than the others: `[{city: graz, joined: 2010}]`."""

    began: Date | None = None
    """Since when it exists: `2007`, `2007-10`."""

    ended: Ending | None = None
    """When and why it ended: `{on: 2020-12-31, reason: not_renewed}`."""

    summary: Text | None = None
    """What one should know of it, in a few sentences: `A cooperation on schools and culture.`."""

    areas: tuple[Word, ...] = ()
    """The areas of the guidebook that it works on: `[education, culture]`."""

    programmes: tuple[Word, ...] = ()
    """The programmes that it belongs to: `[iuc]`."""

    legend: dict[str, Status] | None = None
    """What the markers of its sheet mean, if not √ done, (√) partly done, % not done:
    `{"+": done, "-": not_done}`.
    """

    agreements: tuple[Agreement, ...] = ()
    """What was signed: `[{id: agreement-2007, kind: partnership_agreement, signed: 2007}]`."""

    contacts: tuple[Contact, ...] = ()
    """Who speaks for whom, by role: `[{id: lyon-office, party: lyon, role: International office}]`."""

    narrative: tuple[Declared, ...] = ()
    """Where it says that it is in the narrative, the newest last:
    `[{loop: continual_improvement, step: plan, on: 2018-03}]`.
    """

    outcomes: tuple[Outcome, ...] = ()
    """What is known of expected outcomes that the rest of the file cannot show:
    `[{outcome: approved-plan, state: evidenced}]`.
    """

    focus_areas: tuple[FocusArea, ...] = ()
    """What the parties set out to do, by priorities: `[{id: overall, title: Overall focus}]`."""

    review_every: Duration | None = None
    """How often the parties look back at it, in whole years, months or weeks: `P1Y`."""

    evaluations: tuple[Evaluation, ...] = ()
    """Looks back: `[{id: review-2019, title: Review of 2019, on: 2019-12}]`."""

    kpis: tuple[KpiValue, ...] = ()
    """What indicators of the guidebook were: `[{kpi: exchanges, period: 2019, value: 30}]`."""

    events: tuple[Event, ...] = ()
    """What happened: `[{id: first-visit, title: First visit, when: 2018-05, kind: visit}]`."""

    participants: tuple[Participant, ...] = ()
    """Who takes part beside the parties: `[{id: school, title: A school, side: lyon, sector: academia}]`."""

    achievements: tuple[Achievement, ...] = ()
    """What came out of it: `[{id: exchange, title: Exchange of pupils}]`."""

    obstacles: tuple[Obstacle, ...] = ()
    """What stands in the way: `[{id: distance, title: The distance, adjustment: Meetings are held online.}]`.
    """

    factors: tuple[FactorRating, ...] = ()
    """How far the characteristics of success factors are there: `[{factor: regular-contact, rating: strong, on: 2019-12}]`.
    """

    expectations: tuple[Item, ...] = ()
    """What the parties hope for: `[{id: trade, title: More trade}]`."""

    lessons: tuple[Lesson, ...] = ()
    """What was learned: `[{id: time, title: Trust takes time}]`."""

    ideas: tuple[Idea, ...] = ()
    """What somebody would like to do, and what became of that:
    `[{id: choir, title: A choir together, by: [lyon]}]`.
    """

    facts: tuple[Fact, ...] = ()
    """Figures and statements, each with its year:
    `[{id: pupils, title: Pupils exchanged, quantity: {value: 30}, on: 2018}]`.
    """

    doubts: tuple[Doubt, ...] = ()
    """What the sources leave open: `[{id: founding-year, title: Two sources give two years}]`."""

    note: Text | None = None
    """What else there is to say: `The sheet is kept by Lyon.`."""

    sources: Sources = ()
    """Where the file's facts come from, as far as they do not say so themselves: `[case-study]`."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every action, in the file's order. Kept with the record: a `model_copy` with other actions would have these."""
        return tuple(
            Place(area, effort, action, ("focus_areas", i, "efforts", j, "actions", k))
            for i, area in enumerate(self.focus_areas)
            for j, effort in enumerate(area.efforts)
            for k, action in enumerate(effort.actions)
        )
