"""What became of actions, told apart as a reader asks it: done with evidence is another thing than done without."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from c2c.language import Language
from c2c.report.actions import evidence
from c2c.report.plain import Plain
from c2c.saying import label
from c2c.standing import Standing
from c2c.vocab import Status


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many


class Outcome(NamedTuple):
    """One of the ways in which a promise can end; `words` are message ids, none where the status's word says it all."""

    id: str
    status: Status
    words: tuple[str, ...] = ()

    def said(self, n: int, language: Language) -> str:
        """What it is called of a number of actions, without the number."""
        match self.words:
            case (one, many):
                return language.count(one, many, n)
            case (words,):
                return language.say(words)
        return label(self.status, language)


_PROVEN: Final = Outcome("proven", Status.DONE, (_("done, with evidence"),))
_UNPROVEN: Final = Outcome("unproven", Status.DONE, (_("done, no evidence on record"),))
OUTCOMES: Final = (
    _PROVEN,
    _UNPROVEN,
    Outcome(Status.PARTLY_DONE.value, Status.PARTLY_DONE),
    Outcome(Status.NOT_DONE.value, Status.NOT_DONE),
    Outcome(Status.UNCLEAR.value, Status.UNCLEAR, ngettext("of unclear status", "of unclear status")),
    Outcome(Status.OPEN.value, Status.OPEN, ngettext("still open", "still open")),
)


def _outcome(standing: Standing) -> str:
    """The id of what became of an action."""
    if standing.status is not Status.DONE:
        return standing.status.value
    return (_PROVEN if evidence(standing) else _UNPROVEN).id


def outcomes_view(
    standings: Iterable[Standing], signs: Mapping[Status, str], language: Language
) -> list[Plain]:
    """How many actions ended in which way: {"outcome", "status", "marker", "words", "n", "from", "share"}.

    `from` and `share` are where a bar's segment begins and how wide it is, in per cent of all.
    """
    numbers = dict.fromkeys((outcome.id for outcome in OUTCOMES), 0)
    for standing in standings:
        numbers[_outcome(standing)] += 1
    total = sum(numbers.values())
    begun = 0
    found: list[Plain] = []
    for outcome in OUTCOMES:
        n = numbers[outcome.id]
        found.append(
            {
                "outcome": outcome.id,
                "status": outcome.status.value,
                "marker": signs.get(outcome.status, ""),
                "words": outcome.said(n, language),
                "n": n,
                "from": _share(begun, total),
                "share": _share(n, total),
            }
        )
        begun += n
    return found


def _share(n: int, total: int) -> float:
    return round(100 * n / total, 3) if total else 0.0
