"""What is known when a partner is chosen: the cities, their ties, and who counts as whom.

What an association did with others counts for those who were in it then. What a member has or did by itself is not the
association's: else evidence in favour of one would be evidence for the other, which it could put before it. A city lies in a
region whose name its file gives, if the region has a file of its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from c2c.dates import Edtf
from c2c.matching.facts import NO_FACTS, Fact, Facts, Look, Tie, facts_of_city
from c2c.model.city import City
from c2c.model.experience import Membership
from c2c.vocab import CityKind

if TYPE_CHECKING:
    from c2c.guidebook.book import Guidebook


class Bond(NamedTuple):
    """A tie as a city has it: `party` is the party of it that counts as the city, itself or an association."""

    tie: Tie
    party: str


class Shared(NamedTuple):
    """A tie that two cities have with each other, and the party of it that counts as each of them."""

    tie: Tie
    parties: frozenset[str]

    def facts(self, look: Look) -> Iterator[Fact]:
        """What the tie shows of both together."""
        return (fact for fact in self.tie.facts.get(look, ()) if not fact.of or self.parties <= {*fact.of})


class Known:
    """All that bears on choosing a partner, as of a day. Nothing in it depends on the order in which files are read."""

    def __init__(
        self, cities: Mapping[str, City], ties: Iterable[Tie], book: "Guidebook", as_of: date
    ) -> None:
        self.cities = dict(sorted(cities.items()))
        self.ties = tuple(sorted(ties, key=lambda tie: tie.id))
        self.book = book
        self.as_of = as_of
        self._facts = {id: facts_of_city(id, city, as_of) for id, city in self.cities.items()}
        self._bonds = self._by_city()
        self._named = self._by_name()
        self.within = cache(book.within)

    def facts(self, city: str, look: Look) -> Iterator[Fact]:
        """What shows something of a city: its own file, and its ties."""
        yield from self._own(city).get(look, ())
        for tie, party in self.bonds(city):
            yield from (fact for fact in tie.facts.get(look, ()) if not fact.of or {party, city} & {*fact.of})

    def bonds(self, city: str) -> tuple[Bond, ...]:
        """The ties of a city, also those of its associations."""
        return self._bonds.get(city, ())

    def between(self, one: str, other: str) -> tuple[Shared, ...]:
        """The ties that two cities have with each other; what both have through the same party is none."""
        theirs = {bond.tie.id: bond.party for bond in self.bonds(other)}
        found = ((tie, party, theirs.get(tie.id, party)) for tie, party in self.bonds(one))
        return tuple(Shared(tie, frozenset((mine, their))) for tie, mine, their in found if mine != their)

    def around(self, city: str) -> tuple[str, ...]:
        """The bodies that a city lies in: those of its country that have the name of its region."""
        record = self.cities.get(city)
        if record is None or record.region is None:
            return ()
        names = record.region.by_language.values()
        found = {id for name in names for id in self._named.get((record.country, name), ()) if id != city}
        return tuple(sorted(found))

    def countries(self, city: str) -> frozenset[str]:
        """The country of a city; of an association that gives none, those of its members."""
        record = self.cities.get(city)
        if record is None:
            return frozenset()
        if record.country is not None:
            return frozenset((record.country,))
        members = (self.cities.get(each.city) for each in record.members)
        return frozenset(each.country for each in members if each is not None and each.country is not None)

    def across(self, countries: Iterable[str]) -> frozenset[str]:
        """The countries that those of some countries work with here: where that is half of all that one of the two has.

        Only ties of exactly two countries say who works with whom. A single tie with a neighbour opens no new side.
        """
        mine = frozenset(countries)
        return frozenset(other for pair in self._pairs if pair & mine for other in pair if other not in mine)

    def is_there(self, city: str) -> bool:
        """Whether a city has not been dissolved by the day."""
        end = self.cities[city].dissolved
        return end is None or end.latest is None or end.latest > self.as_of

    def are_together(self, one: str, other: str) -> bool:
        """Whether one of the two is the other, or a member of it."""
        return other in self._counting(one) or one in self._counting(other)

    def _own(self, city: str) -> Facts:
        return self._facts.get(city, NO_FACTS)

    def _counting(self, city: str) -> set[str]:
        return {city, *(each.city for each in self._members(city))}

    def _members(self, city: str) -> tuple[Membership, ...]:
        record = self.cities.get(city)
        return record.members if record is not None and record.kind is CityKind.ASSOCIATION else ()

    @cached_property
    def _pairs(self) -> frozenset[frozenset[str]]:
        none = frozenset[str]()
        told = (none.union(*(self.countries(party) for party in tie.parties)) for tie in self.ties)
        ties = Counter(countries for countries in told if len(countries) == 2)
        each = Counter[str]()
        for countries, number in ties.items():
            each.update(dict.fromkeys(countries, number))
        return frozenset(
            pair for pair, number in ties.items() if any(2 * number >= each[one] for one in pair)
        )

    def _by_city(self) -> Mapping[str, tuple[Bond, ...]]:
        found: dict[str, dict[str, Bond]] = {}
        for tie in self.ties:
            for party in tie.parties:
                for city in self._counting_as(party, tie):
                    found.setdefault(city, {}).setdefault(tie.id, Bond(tie, party))
            for party in tie.parties:  # who is a party itself is that first
                found.setdefault(party, {})[tie.id] = Bond(tie, party)
        return {city: tuple(told.values()) for city, told in found.items()}

    def _counting_as(self, party: str, tie: Tie) -> Iterator[str]:
        """For whom a party's tie counts: those who were its members then."""
        return (each.city for each in self._members(party) if _overlaps(each, tie))

    def _by_name(self) -> Mapping[tuple[str | None, str], list[str]]:
        found: dict[tuple[str | None, str], list[str]] = {}
        for id, record in self.cities.items():
            for name in dict.fromkeys((*record.names.by_language.values(), *record.aliases)):
                found.setdefault((record.country, name), []).append(id)
        return found


def _overlaps(member: Membership, tie: Tie) -> bool:
    """Whether a membership and a tie can have been there at the same time."""
    ended = next((fact.evidence.on for fact in tie.facts.get(Look.ENDED, ())), None)
    return not (_is_before(member.left, tie.began) or _is_before(ended, member.joined))


def _is_before(one: Edtf | None, other: Edtf | None) -> bool:
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest
