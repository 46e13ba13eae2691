"""Sectors and steps: who of government, industry, academia and civil society takes part where, and what is not on record.

Counted is what the record says, and nothing else:

- a participant counts for its sector at each of its `steps`, from `from` to `to`;
- at Do it counts, too, for each of its `actions` that is done, or partly done and not put off, at the date of that action;
- the parties are government: they count at Partner by a framework agreement that they signed, at Plan by a signed plan, at Do
  by an action that is done, at Act by a renewal;
- a participant that names neither a step nor an action that is done takes part, at which step is not known.

A cell without anybody is unknown, and unknown is not no.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.dates.durations import minus
from c2c.model.experience import Participant
from c2c.model.partnership import Action, Partnership
from c2c.narrative.evidence import Case, Proof, dated_plan, framework_agreement, renewed
from c2c.standing import Standing, has_come, is_held
from c2c.vocab import Helix

DO: Final = "do"


BY_THE_PARTIES: Final[Mapping[str, Callable[[Case], Iterator[Proof]]]] = MappingProxyType(
    {"partner": framework_agreement, "plan": dated_plan, "act": renewed}
)
"""What only the parties themselves can sign, by the step at which they do it."""


class Cell(NamedTuple):
    """Who of a sector takes part at a step: ids of participants, and of the parties' own agreements and actions.

    `last` is when they last did, if all of it has a date that has passed; None where somebody still does, or when is not
    on record.
    """

    who: tuple[str, ...] = ()
    last: Edtf | None = None


class Row(NamedTuple):
    """A sector: its participants, where they take part (every step named), and when anybody of it last did.

    `sector` is None for those whose sector is not on record.
    """

    sector: Helix | None
    participants: tuple[Participant, ...]
    cells: Mapping[str, Cell]
    last: Edtf | None

    @property
    def is_there(self) -> bool:
        """Whether anybody of the sector is on record."""
        return bool(self.participants) or any(cell.who for cell in self.cells.values())

    @property
    def says_steps(self) -> bool:
        """Whether the record says of anybody of it at which step."""
        return any(cell.who for cell in self.cells.values())


class Gap(NamedTuple):
    """What a sector lacks: nobody at all, nobody since a day, or nobody at these steps; no steps, no day: nobody."""

    sector: Helix
    since: Edtf | None = None
    steps: tuple[str, ...] = ()
    is_unsaid: bool = False
    """Whether somebody takes part, and the record does not say at which step."""


class _Part(NamedTuple):
    """One time that somebody takes part: at which step, and until when; a day of None is still, or nobody says."""

    step: str
    who: str
    until: Edtf | None


def coverage(
    record: Partnership, standings: Iterable[Standing], steps: Iterable[str], as_of: date
) -> tuple[Row, ...]:
    """A row for each sector, and one for participants of no known sector, if there are any."""
    actions = {each.action.id: each.action for each in standings if is_held(each)}
    there = [each for each in record.participants if has_come(each.from_, as_of)]
    known = tuple(steps)
    rows = [
        _row(sector, [each for each in there if each.sector is sector], record, actions, known, as_of)
        for sector in (*Helix, None)
    ]
    return tuple(row for row in rows if row.sector is not None or row.participants)


def gaps(rows: Iterable[Row], reached: Iterable[str], as_of: date, after: str) -> tuple[Gap, ...]:
    """What the sectors outside the government lack, at the steps that were reached; what is older than `after` is past."""
    before, wanted = minus(as_of, after), tuple(reached)
    return tuple(
        gap
        for row in rows
        if row.sector is not None and row.sector is not Helix.GOVERNMENT
        for gap in _gaps(row, row.sector, wanted, before)
    )


def _gaps(row: Row, sector: Helix, reached: tuple[str, ...], before: date) -> Iterator[Gap]:
    if not row.is_there:
        yield Gap(sector)
    elif row.last is not None and _end(row.last) < before:
        yield Gap(sector, since=row.last)
    elif not row.says_steps:
        yield Gap(sector, is_unsaid=True)
    elif lacking := tuple(step for step in reached if not row.cells[step].who):
        yield Gap(sector, steps=lacking)


def _row(
    sector: Helix | None,
    participants: list[Participant],
    record: Partnership,
    actions: Mapping[str, Action],
    steps: tuple[str, ...],
    as_of: date,
) -> Row:
    parts = [part for each in participants for part in _parts(each, actions, as_of)]
    if sector is Helix.GOVERNMENT:
        parts += _of_parties(record, actions, as_of)
    cells = {step: _cell(part for part in parts if part.step == step) for step in steps}
    unsaid = [each for each in participants if not any(part.who == each.id for part in parts)]
    every = [part.until for part in parts] + [_until(each, as_of) for each in unsaid]
    return Row(sector, tuple(participants), cells, _last(every))


def _parts(participant: Participant, actions: Mapping[str, Action], as_of: date) -> Iterator[_Part]:
    for step in participant.steps:
        yield _Part(step, participant.id, _until(participant, as_of))
    for id in participant.actions:
        if id in actions:
            yield _Part(DO, participant.id, _held(actions[id], as_of))


def _of_parties(record: Partnership, actions: Mapping[str, Action], as_of: date) -> Iterator[_Part]:
    yield from (_Part(DO, id, _held(each, as_of)) for id, each in actions.items())
    for step, find in BY_THE_PARTIES.items():
        for proof in find(Case(record, as_of)):
            yield _Part(step, proof.id, proof.on if proof.on and _is_over(proof.on, as_of) else None)


def _held(action: Action, as_of: date) -> Edtf | None:
    """When an action took place, if it has a date and that has passed."""
    return action.when.edtf if action.when and _is_over(action.when.edtf, as_of) else None


def _until(participant: Participant, as_of: date) -> Edtf | None:
    """Until when somebody took part, if that has passed."""
    return participant.to if participant.to and _is_over(participant.to, as_of) else None


def _cell(parts: Iterable[_Part]) -> Cell:
    all = tuple(parts)
    return Cell(tuple(dict.fromkeys(part.who for part in all)), _last([part.until for part in all]))


def _last(dates: list[Edtf | None]) -> Edtf | None:
    """The newest date, if all have one."""
    known = [each for each in dates if each is not None]
    return max(known, key=_end) if known and len(known) == len(dates) else None


def _is_over(edtf: Edtf, as_of: date) -> bool:
    return edtf.latest is not None and edtf.latest <= as_of


def _end(edtf: Edtf) -> date:
    return edtf.latest or date.max
