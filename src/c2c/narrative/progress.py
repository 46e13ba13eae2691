"""How far a record's evidence reaches along its loop, outcome by outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.model.guidebook import ExpectedOutcome, Loop, Step
from c2c.model.narrative import Declared, Outcome
from c2c.narrative.evidence import PROOFS, Case, Proof
from c2c.standing import declared
from c2c.vocab import Shown as Said
from c2c.vocab import State


class Shown(NamedTuple):
    """An expected outcome, its state, and what shows it; `said` is the record's own entry about it, if it has one."""

    outcome: ExpectedOutcome
    state: State
    proofs: tuple[Proof, ...]
    said: Outcome | None = None


@dataclass(frozen=True)
class Progress:
    """Where a record is in the narrative as of a day.

    `steps` are those of its loop, or all where no loop of the guidebook is declared. What costs time is worked out when
    it is asked for.
    """

    case: Case
    book: Guidebook
    declared: Declared | None
    loop: Loop | None
    steps: tuple[Step, ...]

    @cached_property
    def here(self) -> int | None:
        """The declared step's number in the loop, from 0; None if none is declared, or it is not in the loop."""
        id = self.declared.step if self.declared else None
        return next((number for number, step in enumerate(self.steps) if step.id == id), None)

    @cached_property
    def reach(self) -> int:
        """The number of the last step to which evidence leads from the loop's first without a gap; -1 if to none."""
        for number, step in enumerate(self.steps):
            if not any(self._is_evidenced(each) for each in self.expected(step)):
                return number - 1
        return len(self.steps) - 1

    @property
    def supported(self) -> Step | None:
        """The step of that number."""
        return self.steps[self.reach] if self.reach >= 0 else None

    @cached_property
    def states(self) -> dict[str, State]:
        """The state of every expected outcome of the loop's steps, by its id: as soon as one thing shows it, it is shown."""
        here = -1 if self.here is None else self.here
        return {
            each.id: self._state(each, is_past=number < here)
            for number, step in enumerate(self.steps)
            for each in self.expected(step)
        }

    @cached_property
    def outcomes(self) -> tuple[Shown, ...]:
        """Every expected outcome of the loop's steps, with its state and all that shows it."""
        return tuple(
            _shown(self.case, each, self.states[each.id])
            for step in self.steps
            for each in self.expected(step)
        )

    def of(self, step: Step) -> tuple[Shown, ...]:
        """The outcomes of a step."""
        return tuple(each for each in self.outcomes if each.outcome.step == step.id)

    @property
    def current(self) -> Step | None:
        """The step to work at: the declared one, else the first to which the evidence does not lead."""
        if not self.steps:
            return None
        return self.steps[self.here if self.here is not None else min(self.reach + 1, len(self.steps) - 1)]

    @property
    def next(self) -> tuple[ExpectedOutcome, ...]:
        """What to see to: the outcomes of that step that are not there yet."""
        of_step = self.expected(self.current) if self.current else ()
        return tuple(each for each in of_step if self.states[each.id] is not State.EVIDENCED)

    def expected(self, step: Step) -> Sequence[ExpectedOutcome]:
        """What a step should bring."""
        return self._by_step.get(step.id, ())

    @cached_property
    def _by_step(self) -> dict[str | None, list[ExpectedOutcome]]:
        found: dict[str | None, list[ExpectedOutcome]] = {}
        for each in self.book.outcomes:
            found.setdefault(each.step, []).append(each)
        return found

    def _state(self, outcome: ExpectedOutcome, is_past: bool) -> State:
        """The state of an outcome. What the record says of it itself comes first; nothing is missing before it is due."""
        said = _said(self.case, outcome)
        if said is not None:
            return State.EVIDENCED if said.state is Said.EVIDENCED else State.MISSING
        if self._is_evidenced(outcome):
            return State.EVIDENCED
        return State.MISSING if is_past and outcome.shown_by else State.UNKNOWN

    def _is_evidenced(self, outcome: ExpectedOutcome) -> bool:
        """Whether an outcome is there; as soon as one thing shows it, no other is looked for."""
        if outcome.id not in self._evidenced:
            said = _said(self.case, outcome)
            self._evidenced[outcome.id] = (
                said.state is Said.EVIDENCED
                if said is not None
                else any(next(PROOFS[name](self.case), None) for name in outcome.shown_by if name in PROOFS)
            )
        return self._evidenced[outcome.id]

    @cached_property
    def _evidenced(self) -> dict[str, bool]:
        return {}


def progress(case: Case, book: Guidebook) -> Progress:
    """How far a record is, by what it declares and by what it shows."""
    at = declared(case.record, case.as_of)
    loop = book.loop(at.loop) if at else None
    return Progress(case, book, at, loop, _steps(book, loop))


def _steps(book: Guidebook, loop: Loop | None) -> tuple[Step, ...]:
    """The steps of a loop, in its order; all, without a loop."""
    if loop is None or not loop.steps:
        return book.steps
    known = {step.id: step for step in book.steps}
    return tuple(known[id] for id in loop.steps if id in known)


def _shown(case: Case, outcome: ExpectedOutcome, state: State) -> Shown:
    names = outcome.shown_by if state is State.EVIDENCED else ()
    proofs = tuple(proof for name in names if name in PROOFS for proof in PROOFS[name](case))
    return Shown(outcome, state, proofs, _said(case, outcome))


def _said(case: Case, outcome: ExpectedOutcome) -> Outcome | None:
    """The newest entry of the record about an outcome; of two of a day, the later in the file."""
    if not case.record.outcomes:
        return None
    entries = [each for each in case.record.outcomes if each.outcome == outcome.id and case.by(each.on)]
    return max(reversed(entries), key=lambda each: (each.on and each.on.latest) or date.min, default=None)
