"""Rules about ids: each is given once, and what refers to one finds it; and about where a place lies."""

from collections.abc import Iterable, Iterator

from c2c.diagnostics import Route
from c2c.model.base import Record
from c2c.model.partnership import Partnership
from c2c.rules.base import ChapterCase, CityCase, Flag, PartnershipCase, rule
from c2c.spelling import SHOWN_WORDS, did_you_mean
from c2c.vocab import CityKind


def _hint(word: str, known: Iterable[str], otherwise: str = "") -> str:
    return did_you_mean(word, known) or otherwise


@rule("C301")
def unknown_city(case: PartnershipCase) -> Iterator[Flag]:
    """A party is a city or an association that data/cities/ has.

    Bad:

        title: Demo
        parties: [lyon, graaz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    cities = case.known.cities
    for i, party in enumerate(case.record.parties):
        if party not in cities:
            hint = _hint(party, cities)
            add = f"add data/cities/{party}.yaml"
            yield Flag(("parties", i), f"there is no city '{party}'", f"{hint} or {add}" if hint else add)


@rule("C302")
def unknown_source(case: PartnershipCase | CityCase | ChapterCase) -> Iterator[Flag]:
    """A source that a fact refers to is one that data/sources/ has.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        sources: [case-studdy]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        sources: [case-study]
    """
    known = case.known.sources
    for route, record in case.found.sources:
        if record.source is not None and record.source not in known:
            help = _hint(record.source, known, f"add data/sources/{record.source}.yaml")
            yield Flag((*route, "source"), f"there is no source '{record.source}'", help)


@rule("C303", of_absence=True)
def unknown_action(case: PartnershipCase) -> Iterator[Flag]:
    """`same_as` and the `actions` of an event or a participant name an action that there is, and never the action itself.

    An action of another partnership is written partnership/action.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - {id: visits, title: Visits, actions: [{id: lunch, title: Lunch, same_as: [dinner]}]}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch, same_as: [dinner]}, {id: dinner, title: Dinner, same_as: [lunch]}]
    """
    own, others = {place.action.id for place in case.actions}, case.known.partnerships
    for place in case.actions:
        for i, other in enumerate(place.action.same_as):
            route, name = (*place.route, "same_as", i), other.removeprefix(f"{case.id}/")
            partnership, slash, _ = name.partition("/")
            if name == place.action.id:
                yield Flag(route, f"'{name}' is this action itself", "name the other one", within=route)
            elif slash and partnership not in others:
                help = _hint(partnership, others)
                yield Flag(route, f"there is no partnership '{partnership}'", help, within=route)
            elif not slash and name not in own:
                yield _no_action(route, name, own)
    named: list[tuple[Route, tuple[str, ...]]] = [
        (("events", i, "actions"), each.actions) for i, each in enumerate(case.record.events)
    ]
    named += [
        (("participants", i, "actions"), each.actions) for i, each in enumerate(case.record.participants)
    ]
    for route, names in named:
        yield from (_no_action((*route, j), name, own) for j, name in enumerate(names) if name not in own)


def _no_action(route: Route, name: str, own: set[str]) -> Flag:
    return Flag(route, f"there is no action '{name}' here", _hint(name, own), within=("focus_areas",))


@rule("C304")
def duplicate_id(case: PartnershipCase | CityCase | ChapterCase) -> Iterator[Flag]:
    """An id is given once among its kind: actions, efforts, focus areas, agreements, facts, and so on of one file.

    Two clean changes can merge into a file with the same id twice.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007}, {id: first, kind: mou, signed: 2017}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007}, {id: second, kind: mou, signed: 2017}]
    """
    seen: set[tuple[str, str]] = set()
    for route, kind, id in _ids(case):
        if (kind, id) in seen:
            message = f"the id '{id}' is taken: it stands twice among the {kind}"
            yield Flag((*route, "id"), message, "give one of them another id")
        seen.add((kind, id))


def _ids(case: PartnershipCase | CityCase | ChapterCase) -> Iterator[tuple[Route, str, str]]:
    record = case.record
    if isinstance(record, Partnership):
        for i, area in enumerate(record.focus_areas):
            yield ("focus_areas", i), "focus areas", area.id
            for j, effort in enumerate(area.efforts):
                yield ("focus_areas", i, "efforts", j), "efforts", effort.id
                for k, action in enumerate(effort.actions):
                    yield ("focus_areas", i, "efforts", j, "actions", k), "actions", action.id
    for name in type(record).model_fields:
        value = record.__dict__[name]
        if isinstance(value, tuple) and name != "focus_areas":
            for i, item in enumerate(value):
                if isinstance(item, Record) and isinstance(getattr(item, "id", None), str):
                    yield (name, i), name, item.__dict__["id"]


@rule("C305", of_absence=True)
def not_a_party(case: PartnershipCase) -> Iterator[Flag]:
    """Who proposes, is responsible, signs or is waited for is one of the partnership's parties, or a member of one.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007, parties: [lyon, wuxi]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        agreements: [{id: first, kind: mou, signed: 2007, parties: [lyon, graz]}]
    """
    parties, known = case.record.parties, case.known
    here = set(parties).union(*(known.members.get(party, ()) for party in parties))
    sure = known.unsure.isdisjoint(parties)
    for route, party in _parties(case):
        if party in here:
            continue
        if party not in known.cities:
            yield Flag(route, f"there is no city '{party}'", _hint(party, parties), within=("parties",))
        elif sure:
            help = f"one of {', '.join(parties[:SHOWN_WORDS])}, or a member of one"
            yield Flag(route, f"'{party}' is not a party here", help, within=("parties",))


def _parties(case: PartnershipCase) -> Iterator[tuple[Route, str]]:
    for i, agreement in enumerate(case.record.agreements):
        for j, party in enumerate(agreement.parties):
            yield ("agreements", i, "parties", j), party
    for i, contact in enumerate(case.record.contacts):
        if contact.party is not None:
            yield ("contacts", i, "party"), contact.party
    for i, event in enumerate(case.record.events):
        if event.host is not None:
            yield ("events", i, "host"), event.host
        for j, guest in enumerate(event.guests):
            yield ("events", i, "guests", j), guest
    yield from _parties_of_actions(case)


def _parties_of_actions(case: PartnershipCase) -> Iterator[tuple[Route, str]]:
    for place in case.actions:
        action = place.action
        for name, party in (("host", action.host), ("proposed_by", action.proposed_by)):
            if party is not None:
                yield (*place.route, name), party
        for i, responsible in enumerate(action.responsible):
            yield (*place.route, "responsible", i, "party"), responsible.party
        for i, record in enumerate(action.status):
            if record.waiting_for is not None and record.waiting_for.party is not None:
                yield (*place.route, "status", i, "waiting_for", "party"), record.waiting_for.party


@rule("C316", of_absence=True)
def unknown_successor(case: PartnershipCase) -> Iterator[Flag]:
    """The `successor` of a contact is another contact of the same file.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        contacts: [{id: first, role: Head, to: 2019, successor: secnd}, {id: second, role: Head, from: 2019}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        contacts: [{id: first, role: Head, to: 2019, successor: second}, {id: second, role: Head, from: 2019}]
    """
    known = {each.id for each in case.record.contacts}
    for i, each in enumerate(case.record.contacts):
        route, within = ("contacts", i, "successor"), ("contacts",)
        if each.successor is None:
            continue
        if each.successor == each.id:
            yield Flag(
                route, f"'{each.id}' is its own successor", "name the contact that came after", within=within
            )
        elif each.successor not in known:
            help = _hint(each.successor, known)
            yield Flag(route, f"there is no contact '{each.successor}' here", help, within=within)


@rule("C306", of_absence=True)
def party_twice(case: PartnershipCase) -> Iterator[Flag]:
    """A partnership has two parties or more, and each once.

    Bad:

        title: Demo
        parties: [lyon, lyon]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    parties, route = case.record.parties, ("parties",)
    if len(parties) == 1:
        message = f"'{parties[0]}' is alone here: a partnership has two parties or more"
        yield Flag(route, message, "add the other side", within=route)
    seen = set()
    for i, party in enumerate(parties):
        if party in seen:
            yield Flag(
                (*route, i), f"'{party}' stands twice among the parties", "keep it once", within=(*route, i)
            )
        seen.add(party)


@rule("C312", of_absence=True)
def country_missing(case: CityCase) -> Iterator[Flag]:
    """A place says in which country it is. Only an association may lie in several, and leave it out.

    Bad:

        # data/cities/ring.yaml
        names: The Ring
        kind: city

    Good:

        # data/cities/ring.yaml
        names: The Ring
        kind: association
        members: [{city: lyon}]
    """
    if case.record.country is None and case.record.kind is not CityKind.ASSOCIATION:
        help = "add country: and the two capital letters of ISO 3166-1, such as DK or CN"
        yield Flag((), "no country is given here", help)


@rule("C324")
def off_the_globe(case: CityCase) -> Iterator[Flag]:
    """A place lies between -90 and 90 degrees of `lat`, and between -180 and 180 of `lon`.

    What is beyond is often the one in place of the other.

    Bad:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: CN
        coordinates: {lat: 120.3, lon: 31.57}

    Good:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: CN
        coordinates: {lat: 31.57, lon: 120.3}
    """
    place = case.record.coordinates
    for name, bound in (("lat", 90), ("lon", 180)) if place else ():
        value = getattr(place, name)
        if abs(value) > bound:
            message = f"{name} {value} is not between -{bound} and {bound}"
            yield Flag(("coordinates", name), message, "lat: is degrees north, lon: is degrees east")


@rule("C307", of_absence=True)
def member_is_no_city(case: CityCase) -> Iterator[Flag]:
    """A member of an association is a city that data/cities/ has, and no association itself; no other kind has any.

    Bad:

        # data/cities/ring.yaml
        names: The Ring
        kind: association
        country: FR
        members: [{city: lyonn}]

    Good:

        # data/cities/ring.yaml
        names: The Ring
        kind: association
        country: FR
        members: [{city: lyon}]
    """
    if case.record.members and case.record.kind is not CityKind.ASSOCIATION:
        help = "write kind: association, or take the members out"
        kind = case.record.kind.value.replace("_", " ")
        yield Flag(("members",), f"a {kind} has no members", help, on_key=True, within=("kind",))
    for i, member in enumerate(case.record.members):
        route = ("members", i, "city")
        if member.city not in case.known.cities:
            help = _hint(member.city, case.known.cities, f"add data/cities/{member.city}.yaml")
            yield Flag(route, f"there is no city '{member.city}'", help, within=route)
        elif member.city in case.known.members:
            message = f"'{member.city}' is an association, not a city"
            yield Flag(route, message, "name its members", within=route)
