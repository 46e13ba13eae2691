"""What one partnership has to teach: small and plain, so that a portfolio of a thousand can be asked at once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from c2c.learning.factors import ratings
from c2c.learning.obstacles import Met, obstacles
from c2c.model.experience import FactorRating
from c2c.model.partnership import Action
from c2c.model.text import Text
from c2c.narrative.evidence import ACTIVITIES
from c2c.standing import Overview, Standing, age, areas, has_come, is_held
from c2c.vocab import ActionKind, Hurdle, Practice, Status


class Done(NamedTuple):
    """How an action stands, in which areas, and whether it is done with evidence."""

    areas: tuple[str, ...]
    status: Status
    is_shown: bool


class Example(NamedTuple):
    """Something that others can take up: where it is on record, for whom it was, and how many pieces of evidence show it."""

    kind: Practice
    partnership: str
    id: str
    title: Text
    areas: tuple[str, ...] = ()
    beneficiaries: tuple[Text, ...] = ()
    evidence: int = 0
    after: Text | None = None
    """Of an adjustment: what its effect was."""


class Taught(NamedTuple):
    """A partnership as of a day. `results` says how many results it has evidence of: achievements, and actions done.

    `years` is its age, None if its start is not on record; `areas` and `kinds` are the variety of what it does. `scopes` are
    the scopes that its evaluations name, None if it has no evaluation; `is_unsaid` whether one of them names none.
    """

    id: str
    title: Text
    years: int | None
    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    results: int
    obstacles: tuple[Met, ...]
    ratings: Mapping[str, FactorRating]
    scopes: frozenset[str] | None
    is_unsaid: bool
    actions: tuple[Done, ...]
    examples: tuple[Example, ...]


@lru_cache(maxsize=1)  # a report asks for it in two places
def taught(overview: Overview) -> Taught:
    """What a partnership has to teach, as of the day of the overview."""
    id, record, as_of = overview.id, overview.partnership, overview.as_of
    met = obstacles(id, record, as_of)
    actions = tuple(Done(each.action.areas, each.status, _is_shown(each)) for each in overview.standings)
    examples = tuple(_examples(overview, met))
    proven = sum(each.kind is Practice.ACHIEVEMENT and each.evidence > 0 for each in examples)
    there = [each for each in record.evaluations if has_come(each.on or each.period, as_of)]
    return Taught(
        id,
        record.title,
        age(overview),
        areas(record),
        _kinds(overview),
        proven + sum(1 for _ in _done(overview)),
        met,
        ratings(record, as_of),
        frozenset(scope for each in there for scope in each.scopes) if there else None,
        any(not each.scopes for each in there),
        actions,
        examples,
    )


def _is_shown(standing: Standing) -> bool:
    return standing.status is Status.DONE and standing.record is not None and bool(standing.record.evidence)


def _kinds(overview: Overview) -> tuple[str, ...]:
    """The kinds of things that took place, each once: actions that are held, and events that are more than talk or paper."""
    found = [each.action.kind for each in overview.standings if is_held(each)]
    kinds = [kind.value for kind in found if kind is not None and kind not in _PAPER]
    kinds += [
        each.kind.value
        for each in overview.partnership.events
        if each.kind in ACTIVITIES and has_come(each.when.edtf, overview.as_of)
    ]
    return tuple(sorted(set(kinds)))


_PAPER: Final = frozenset((ActionKind.AGREEMENT, ActionKind.EVALUATION))


def _examples(overview: Overview, met: Iterable[Met]) -> Iterator[Example]:
    id, as_of = overview.id, overview.as_of
    for result in overview.partnership.achievements:
        if has_come(result.when.edtf if result.when else None, as_of):
            shown = len(result.evidence)
            yield Example(Practice.ACHIEVEMENT, id, result.id, result.title, (), result.beneficiaries, shown)
    for action, evidence in _done(overview):
        if action.beneficiaries:
            yield Example(
                Practice.ACTION, id, action.id, action.title, action.areas, action.beneficiaries, evidence
            )
    for each in met:
        obstacle = each.obstacle
        if each.state is Hurdle.EFFECT and obstacle.adjustment is not None:
            shown, after = len(obstacle.evidence), obstacle.effect
            yield Example(Practice.ADJUSTMENT, id, obstacle.id, obstacle.adjustment, (), (), shown, after)
    for lesson in overview.partnership.lessons:
        if has_come(lesson.on, as_of):
            yield Example(Practice.LESSON, id, lesson.id, lesson.title, lesson.areas)


def _done(overview: Overview) -> Iterator[tuple[Action, int]]:
    """The actions that are done with evidence, and how much of it; one that the plan has twice only once."""
    for each in overview.distinct:
        shown = each.first(_is_shown)
        if shown is not None and shown.record is not None:
            yield shown.action, len(shown.record.evidence)
