"""Ways to a city that one has no tie with: through a third city, or through what one of the two lies in.

That is how Münster came to Dalian, through Enschede, and Bonn to Chengdu, through the regions that the two lie in. A way is
an opportunity and proves nothing; it is shown, and decides only between candidates that are alike in all else.
"""

from collections.abc import Iterator
from typing import NamedTuple

from c2c.matching.known import Bond, Known


class Way(NamedTuple):
    """A way from one city to another: the stops from the first to the last, and the ties that it uses, in that order.

    Where one stop lies in the next, or the other way round, there is no tie between them, and None stands for it.
    """

    stops: tuple[str, ...]
    ties: tuple[str | None, ...]


def ways(one: str, other: str, known: Known) -> tuple[Way, ...]:
    """The ways from one city to another, the shortest first. Ties that have ended lead nowhere."""
    found = {*_through_a_city(one, other, known), *_through_a_body(one, other, known)}
    return tuple(sorted(found, key=lambda way: (len(way.stops), way.stops, [tie or "" for tie in way.ties])))


def _through_a_city(one: str, other: str, known: Known) -> Iterator[Way]:
    """One works with a third city, and that with the other, in another partnership."""
    theirs = list(_running(other, known))
    for mine in _running(one, known):
        for third in mine.tie.parties:
            if third in (one, other, mine.party):
                continue
            for bond in theirs:
                is_another = bond.tie.id != mine.tie.id and third not in (bond.party, other)
                if is_another and third in bond.tie.parties:
                    yield Way((one, third, other), (mine.tie.id, bond.tie.id))


def _through_a_body(one: str, other: str, known: Known) -> Iterator[Way]:
    """The region of one works with the other, or with the other's region."""
    for start in ((one,), *((one, body) for body in known.around(one))):
        for end in ((other,), *((body, other) for body in known.around(other))):
            stops = (*start, *end)
            if len(stops) == 2 or len({*stops}) < len(stops):
                continue
            for shared in known.between(start[-1], end[0]):
                if not shared.tie.ended and shared.tie.is_real:
                    ties = [None] * (len(start) - 1) + [shared.tie.id] + [None] * (len(end) - 1)
                    yield Way(stops, tuple(ties))


def _running(city: str, known: Known) -> Iterator[Bond]:
    return (bond for bond in known.bonds(city) if not bond.tie.ended)
