"""The score of a candidate, as a range, and the order that follows from it.

Each criterion has a weight; all weights together are 1. The lowest score takes every unknown for a no, the highest takes it
for a yes, so that whatever the unknowns turn out to be, the score lies between. Weights are fractions: nothing is rounded.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import inf
from typing import NamedTuple

from c2c.matching.answers import Answer
from c2c.vocab import Verdict


class Score(NamedTuple):
    """What share of the weight is a yes: if no unknown is, among what is answered, if every unknown is.

    `known` is None where nothing is answered. It is shown and orders nothing: one yes among twelve unknowns makes it 1.
    """

    low: Fraction
    known: Fraction | None
    high: Fraction


class Rank(NamedTuple):
    """By what candidates are put in order, the higher the better.

    First the middle of the range, in which an unknown speaks neither for nor against; then what is known to be so; then
    how many of the areas fit in which one looks for a partner; then how many ways lead there, of which a tie is more than
    any number through others; then the weight of the unknowns that something points to.
    """

    middle: Fraction
    low: Fraction
    fits: int
    ways: float
    leads: Fraction


def shares(weights: Iterable[float]) -> tuple[Fraction, ...]:
    """Weights that are more than nothing, as shares of all of them."""
    exact = [Fraction(weight) for weight in weights]
    return tuple(weight / sum(exact) for weight in exact)


def score(weights: Sequence[Fraction], verdicts: Sequence[Verdict]) -> Score:
    """The score that the verdicts give."""
    told = {each: _sum(weights, verdicts, each) for each in Verdict}
    for_it, against = told[Verdict.YES], told[Verdict.NO]
    answered = for_it + against
    return Score(for_it, for_it / answered if answered else None, 1 - against)


def reach(ties: Sequence[object], ways: Sequence[object]) -> float:
    """How many ways lead to a candidate. A tie is beyond that: it is also a way through its candidate to others, which
    would else go before it."""
    return inf if ties else len(ways)


def rank(weights: Sequence[Fraction], answers: Sequence[Answer], fits: int = 0, ways: float = 0) -> Rank:
    """What puts a candidate in its place."""
    found = score(weights, [each.verdict for each in answers])
    led = (
        weight
        for weight, each in zip(weights, answers, strict=True)
        if each.verdict is Verdict.UNKNOWN and each.leads
    )
    return Rank((found.low + found.high) / 2, found.low, fits, ways, sum(led, Fraction()))


def _sum(weights: Sequence[Fraction], verdicts: Sequence[Verdict], wanted: Verdict) -> Fraction:
    return sum(
        (weight for weight, verdict in zip(weights, verdicts, strict=True) if verdict is wanted), Fraction()
    )
