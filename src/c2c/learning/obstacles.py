"""Obstacles, each with how far it has come: nothing was changed, something was, or the effect of that is on record."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from c2c.model.experience import Obstacle
from c2c.model.partnership import Partnership
from c2c.standing import has_come
from c2c.vocab import Hurdle


class Met(NamedTuple):
    """An obstacle of a partnership, and how far it has come. Whether an effect is a good one, c2c does not judge."""

    partnership: str
    obstacle: Obstacle
    state: Hurdle

    @property
    def is_open(self) -> bool:
        """Whether nothing on record was changed because of it."""
        return self.state is Hurdle.OPEN


class Tally(NamedTuple):
    """The obstacles that come down to one thing, None if that is not on record, in the order of the partnerships."""

    id: str | None
    met: tuple[Met, ...]

    @property
    def partnerships(self) -> frozenset[str]:
        """Who met it."""
        return frozenset(each.partnership for each in self.met)

    def of(self, *states: Hurdle) -> frozenset[str]:
        """The partnerships of which an obstacle has come that far."""
        return frozenset(each.partnership for each in self.met if each.state in states)


def obstacles(id: str, record: Partnership, as_of: date) -> tuple[Met, ...]:
    """The obstacles that were there by then, in the file's order."""
    return tuple(
        Met(id, each, _state(each, as_of)) for each in record.obstacles if has_come(each.since, as_of)
    )


def by_challenge(met: Iterable[Met]) -> tuple[Tally, ...]:
    """The obstacles by the challenge of the guidebook: those that most partnerships met first, not recorded last."""
    return _tallies((each.obstacle.challenge, each) for each in met)


def by_step(met: Iterable[Met], steps: Iterable[str]) -> tuple[Tally, ...]:
    """The obstacles by the step at which they stand in the way, in the order of the steps; not recorded last."""
    tallies = {each.id: each for each in _tallies((each.obstacle.step, each) for each in met)}
    known = [*steps, None]
    others = [id for id in tallies if id not in known]
    return tuple(tallies[id] for id in (*known[:-1], *others, None) if id in tallies)


def _state(obstacle: Obstacle, as_of: date) -> Hurdle:
    if obstacle.adjustment is None or not has_come(obstacle.adjusted, as_of):
        return Hurdle.OPEN
    return Hurdle.ADJUSTED if obstacle.effect is None else Hurdle.EFFECT


def _tallies(told: Iterable[tuple[str | None, Met]]) -> tuple[Tally, ...]:
    found: dict[str | None, list[Met]] = {}
    for id, each in told:
        found.setdefault(id, []).append(each)
    tallies = (Tally(id, tuple(met)) for id, met in found.items())
    return tuple(sorted(tallies, key=lambda each: (each.id is None, -len(each.partnerships), each.id or "")))
