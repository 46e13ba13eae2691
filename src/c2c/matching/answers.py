"""An answer to a criterion, and what the cities themselves have answered: that wins over what c2c would infer.

Of several answers to one question the newest counts; two of one day that contradict each other are unknown.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from c2c.matching.facts import Evidence
from c2c.matching.known import Known
from c2c.model.city import Answer as Said
from c2c.vocab import Verdict


class Answer(NamedTuple):
    """What the record says to a criterion, with its evidence.

    `leads` point to a yes and do not prove it. `ask` has the cities that could answer what is unknown; `is_said` says
    that a city has answered, and not what its record shows.
    """

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    leads: tuple[Evidence, ...] = ()
    ask: tuple[str, ...] = ()
    is_said: bool = False


def yes(evidence: Iterable[Evidence]) -> Answer:
    """The record shows that it is so."""
    return Answer(Verdict.YES, tuple(dict.fromkeys(evidence)))


def no(evidence: Iterable[Evidence]) -> Answer:
    """The record shows that it is not so."""
    return Answer(Verdict.NO, tuple(dict.fromkeys(evidence)))


def unknown(leads: Iterable[Evidence], ask: Iterable[str]) -> Answer:
    """The record does not say; what it has points to a yes."""
    return Answer(Verdict.UNKNOWN, (), tuple(dict.fromkeys(leads)), tuple(dict.fromkeys(ask)))


def said_of_city(city: str, criterion: str, known: Known) -> Answer | None:
    """What a city answered of itself."""
    return _newest(
        [(city, i, each) for i, each in _of(city, criterion, known) if each.about is None], (city,), known
    )


def said_of_pair(one: str, other: str, criterion: str, known: Known) -> Answer | None:
    """What either of two cities answered about the two."""
    told = [(one, i, each) for i, each in _of(one, criterion, known) if each.about == other]
    told += [(other, i, each) for i, each in _of(other, criterion, known) if each.about == one]
    return _newest(told, tuple(sorted((one, other))), known)


def _of(city: str, criterion: str, known: Known) -> Iterable[tuple[int, Said]]:
    record = known.cities.get(city)
    answers = enumerate(record.answers) if record is not None else ()
    return ((i, each) for i, each in answers if each.criterion == criterion)


def _newest(told: list[tuple[str, int, Said]], ask: tuple[str, ...], known: Known) -> Answer | None:
    """The newest answer by the day. An answer without a date is older than all others; one that has no last day is none."""
    dated = [(day, *each) for each in told if (day := _day(each[2])) is not None and day <= known.as_of]
    if not dated:
        return None
    newest = max(day for day, *_ in dated)
    last = sorted((each[1:] for each in dated if each[0] == newest), key=lambda each: each[:2])
    evidence = tuple(_evidence(*each) for each in last)
    verdicts = {each.answer for _, _, each in last} - {Verdict.UNKNOWN}
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN
    return Answer(verdict, evidence, (), ask if verdict is Verdict.UNKNOWN else (), True)


_UNDATED: Final = date.min


def _day(said: Said) -> date | None:
    return _UNDATED if said.on is None else said.on.latest


def _evidence(city: str, number: int, said: Said) -> Evidence:
    cited = tuple(dict.fromkeys(each.source for each in said.sources))
    return Evidence(
        "city", city, ("answers", number), said.note or said.answer, said.criterion, said.on, cited
    )
