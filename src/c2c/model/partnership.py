"""What a partnership is: the parties, what they agreed, what they set out to do, and how it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import Field, ValidationInfo, model_validator

from c2c.diagnostics import Route
from c2c.model.base import ActionRef, Item, Record, Slug, Sources, Url, Words
from c2c.model.happening import Event, Evidence, Fact, Quantity
from c2c.model.marker import read_marker
from c2c.model.text import Text
from c2c.model.when import Date, WhenField
from c2c.vocab import (
    ActionKind,
    AgreementKind,
    EndReason,
    Helix,
    Loop,
    Medium,
    PartnershipKind,
    Reason,
    Status,
    Step,
)


class Waiting(Record):
    """Who is waited for, since when, and when they were asked."""

    party: Slug | None = None
    who: Text | None = None
    since: Date
    asked: tuple[Date, ...] = ()


class StatusRecord(Record):
    """As of a date, how an action stands. `is` may be written as a word or as a marker of the legend."""

    on: Date | None = None
    is_: Status = Field(alias="is")
    marker: Words | None = None
    reason: Reason | None = None
    note: Text | None = None
    waiting_for: Waiting | None = None
    postponed_to: WhenField | None = None
    evidence: tuple[Evidence, ...] = ()
    sources: Sources = ()

    @model_validator(mode="before")
    @classmethod
    def _words_for_markers(cls, data: object, info: ValidationInfo) -> object:
        return read_marker(data, info.context)


class Responsible(Record):
    """Who sees to an action on one side; by role, for people change."""

    party: Slug
    role: Text | None = None


class Action(Item):
    """One thing that the parties set out to do."""

    when: WhenField | None = None
    kind: ActionKind | None = None
    proposed_by: Slug | None = None
    responsible: tuple[Responsible, ...] = ()
    beneficiaries: tuple[Text, ...] = ()
    areas: tuple[Slug, ...] = ()
    same_as: tuple[ActionRef, ...] = ()
    status: tuple[StatusRecord, ...] = ()


class Effort(Item):
    """What a focus area works on (Danish: indsats)."""

    actions: tuple[Action, ...] = ()


class FocusArea(Item):
    """A priority of the partnership. `period` is when its actions without a date of their own are meant for."""

    period: WhenField | None = None
    efforts: tuple[Effort, ...] = ()


class Agreement(Record):
    """A paper that the parties signed."""

    id: Slug
    kind: AgreementKind
    title: Text | None = None
    signed: Date | None = None
    valid: Date | None = None
    renews: Slug | None = None
    parties: tuple[Slug, ...] = ()
    note: Text | None = None
    sources: Sources = ()


class Declared(Record):
    """Where the partnership says that it is in the narrative."""

    loop: Loop
    step: Step
    on: Date
    note: Text | None = None
    sources: Sources = ()


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
    every: Words | None = None
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
    """Who takes part beside the parties."""

    sector: Helix | None = None
    quantity: Quantity | None = None


class Doubt(Item):
    """What the sources leave open. `on` is since when there is the doubt, if a later event or source brought it."""

    on: Date | None = None


class Ending(Record):
    """How a partnership ended."""

    on: Date
    reason: EndReason
    note: Text | None = None
    sources: Sources = ()


class Place(NamedTuple):
    """An action with what it stands in, and its route in the file."""

    focus_area: FocusArea
    effort: Effort
    action: Action
    route: Route


class Partnership(Record):
    """A file of data/partnerships/."""

    id: Slug | None = None
    title: Text
    parties: tuple[Slug, ...] = Field(min_length=1)
    kind: PartnershipKind
    began: Date | None = None
    ended: Ending | None = None
    summary: Text | None = None
    areas: tuple[Slug, ...] = ()
    programmes: tuple[Slug, ...] = ()
    legend: dict[str, Status] | None = None
    agreements: tuple[Agreement, ...] = ()
    narrative: tuple[Declared, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    events: tuple[Event, ...] = ()
    participants: tuple[Participant, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    expectations: tuple[Item, ...] = ()
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    note: Text | None = None
    sources: Sources = ()

    def places(self) -> Iterator[Place]:
        """Every action, in the file's order."""
        for i, area in enumerate(self.focus_areas):
            for j, effort in enumerate(area.efforts):
                for k, action in enumerate(effort.actions):
                    yield Place(area, effort, action, ("focus_areas", i, "efforts", j, "actions", k))
