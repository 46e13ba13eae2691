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


class Outcome(NamedTuple):
    """One of the ways in which a promise can end; `words` is a message id, empty where the status's word says it all."""

    id: str
    status: Status
    words: str = ""


_PROVEN: Final = Outcome("proven", Status.DONE, _("done, with evidence"))
_UNPROVEN: Final = Outcome("unproven", Status.DONE, _("done, no evidence on record"))
OUTCOMES: Final = (
    _PROVEN,
    _UNPROVEN,
    *(Outcome(status.value, status) for status in Status if status is not Status.DONE),
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
        words = language.say(outcome.words) if outcome.words else label(outcome.status, language)
        found.append(
            {
                "outcome": outcome.id,
                "status": outcome.status.value,
                "marker": signs.get(outcome.status, ""),
                "words": words,
                "n": n,
                "from": _share(begun, total),
                "share": _share(n, total),
            }
        )
        begun += n
    return found


def _share(n: int, total: int) -> float:
    return round(100 * n / total, 3) if total else 0.0
