"""What became of actions, told apart as a reader asks it: done with evidence is another thing than done without."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from c2c.language import Language
from c2c.model.partnership import Partnership
from c2c.report.actions import counts_view, evidence, markers
from c2c.report.plain import Plain, View
from c2c.saying import label
from c2c.standing import Standing, count
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


class Numbers:
    """How many of some actions of a partnership there are, how they stand, and what became of them."""

    def __init__(self, partnership: Partnership, language: Language) -> None:
        self._language, self._signs = language, markers(partnership)
        self._outcomes = [(each, each.status.value, self._signs.get(each.status, "")) for each in OUTCOMES]

    def count(self, standings: Sequence[Standing]) -> View:
        """How many there are, and of which status."""
        return {
            "total": len(standings),
            "counts": counts_view(count(standings), self._signs, self._language),
        }

    def tally(self, standings: Sequence[Standing]) -> View:
        """The same, and how many ended in which way: {"outcome", "status", "marker", "words", "n", "from", "share"}.

        `from` and `share` are where a bar's segment begins and how wide it is, in per cent of all.
        """
        numbers = Counter(map(_outcome, standings))
        total, begun = len(standings), 0
        found: list[Plain] = []
        for outcome, status, sign in self._outcomes:
            n = numbers[outcome.id]
            found.append(
                {
                    "outcome": outcome.id,
                    "status": status,
                    "marker": sign,
                    "words": _said(outcome, n, self._language),
                    "n": n,
                    "from": _share(begun, total),
                    "share": _share(n, total),
                }
            )
            begun += n
        return {**self.count(standings), "outcomes": found}


def _outcome(standing: Standing) -> str:
    """The id of what became of an action."""
    if standing.status is not Status.DONE:
        return standing.status
    return (_PROVEN if evidence(standing) else _UNPROVEN).id


@lru_cache(maxsize=1000)
def _said(outcome: Outcome, n: int, language: Language) -> str:
    """What it is called of a number of actions, without the number."""
    match outcome.words:
        case (one, many):
            return language.count(one, many, n)
        case (words,):
            return language.say(words)
    return label(outcome.status, language)


def _share(n: int, total: int) -> float:
    return round(100 * n / total, 3) if total else 0.0
