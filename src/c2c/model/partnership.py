"""What a partnership is: the parties, what they agreed, what they set out to do, and how it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import Field, ValidationInfo, model_validator

from c2c.diagnostics import Route
from c2c.model.base import ActionRef, Duration, Item, Record, Slug, Sources, Url, Word, Words
from c2c.model.experience import (
    Achievement,
    Doubt,
    Evaluation,
    Idea,
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
    areas: tuple[Word, ...] = ()
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
    """A paper that the parties signed. `every` is how often it is to be renewed: an ISO 8601 duration, such as P3Y."""

    id: Slug
    kind: AgreementKind
    title: Text | None = None
    signed: Date | None = None
    valid: Date | None = None
    every: Duration | None = None
    renews: Slug | None = None
    parties: tuple[Slug, ...] = ()
    areas: tuple[Word, ...] = ()
    url: Url | None = None
    note: Text | None = None
    sources: Sources = ()


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
    """A file of data/partnerships/. `membership` has the parties that joined later or left earlier than the others."""

    id: Slug | None = None
    title: Text
    parties: tuple[Slug, ...] = Field(min_length=1)
    kind: PartnershipKind | None = None
    membership: tuple[Membership, ...] = ()
    began: Date | None = None
    ended: Ending | None = None
    summary: Text | None = None
    areas: tuple[Word, ...] = ()
    programmes: tuple[Word, ...] = ()
    legend: dict[str, Status] | None = None
    agreements: tuple[Agreement, ...] = ()
    narrative: tuple[Declared, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    events: tuple[Event, ...] = ()
    participants: tuple[Participant, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    expectations: tuple[Item, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    ideas: tuple[Idea, ...] = ()
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
