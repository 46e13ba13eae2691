"""Rules about where actions come from: the action or the idea that is named is there, and nothing comes from itself."""

from collections.abc import Iterator
from datetime import date

from c2c.diagnostics import Severity
from c2c.origins import whole_id
from c2c.rules.base import CityCase, Flag, PartnershipCase, rule
from c2c.spelling import did_you_mean
from c2c.standing import counting
from c2c.vocab import IdeaStatus


@rule("C330", of_absence=True)
def unknown_origin(case: PartnershipCase) -> Iterator[Flag]:
    """The action whose idea was taken up (`like`) is one that there is, and another one than the action itself.

    An action of another partnership is written partnership/action.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts: [{id: visits, title: Visits, actions: [{id: lunch, title: Lunch, like: dinnner}]}]

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
                actions: [{id: lunch, title: Lunch, like: dinner}, {id: dinner, title: Dinner}]
    """
    own, others = {place.action.id for place in case.actions}, case.known.partnerships
    for place in case.actions:
        if place.action.like is None:
            continue
        route = (*place.route, "like")
        partnership, _, name = whole_id(case.id, place.action.like).partition("/")
        if (partnership, name) == (case.id, place.action.id):
            yield Flag(route, f"'{name}' is this action itself", "name the other one", within=route)
        elif partnership not in others | {case.id}:
            hint = did_you_mean(partnership, others)
            yield Flag(route, f"there is no partnership '{partnership}'", hint, within=route)
        elif partnership == case.id and name not in own:
            hint = did_you_mean(name, own)
            yield Flag(route, f"there is no action '{name}' here", hint, within=("focus_areas",))


@rule("C331")
def origin_in_a_circle(case: PartnershipCase) -> Iterator[Flag]:
    """Of actions that were taken up one from another, one was the first.

    A circle of `like` says that nobody had the idea. It may go through several partnerships. Two actions that are one and the
    same have `same_as`.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch, like: dinner}, {id: dinner, title: Dinner, like: lunch}]

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
                actions: [{id: lunch, title: Lunch, like: dinner}, {id: dinner, title: Dinner}]
    """
    likes = {place.action.id: place.action.like for place in case.actions}
    own = {id: like.removeprefix(f"{case.id}/") for id, like in likes.items() if like is not None}
    for place in case.actions:
        way = [place.action.id]
        while (origin := own.get(way[-1])) is not None and origin not in way:
            way.append(origin)
        if origin == place.action.id and len(way) > 1:
            yield in_a_circle(case.id, way)._replace(route=(*place.route, "like"))


def in_a_circle(place: str, way: list[str]) -> Flag:
    """What to say of an action that comes from itself, by way of others."""
    ids = [whole_id(place, each).removeprefix(f"{place}/") for each in way]
    message = f"'{ids[0]}' comes from itself, by way of {', '.join(ids[1:])}"
    return Flag((), message, "take like: out of the one that was first")


@rule("C332", of_absence=True)
def unknown_idea(case: PartnershipCase) -> Iterator[Flag]:
    """The idea that became an action is one that there is: of the partnership, or as city/idea or partnership/idea.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}]
        focus_areas:
          - id: all
            title: All
            efforts: [{id: music, title: Music, actions: [{id: concert, title: A concert, idea: chior}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir}]
        focus_areas:
          - id: all
            title: All
            efforts: [{id: music, title: Music, actions: [{id: concert, title: A concert, idea: choir}]}]
    """
    own, others = {each.id for each in case.record.ideas}, case.known.partnerships | case.known.cities
    for place in case.actions:
        if place.action.idea is None:
            continue
        route = (*place.route, "idea")
        holder, _, name = whole_id(case.id, place.action.idea).partition("/")
        if holder == case.id:
            if name not in own:
                yield Flag(
                    route, f"there is no idea '{name}' here", did_you_mean(name, own), within=("ideas",)
                )
        elif holder not in others:
            hint = did_you_mean(holder, others)
            yield Flag(route, f"there is no partnership or city '{holder}'", hint, within=route)


@rule("C333", Severity.WARNING)
def dropped_idea_became_an_action(case: PartnershipCase) -> Iterator[Flag]:
    """An idea that became an action is not dropped: if that was given up, the action says so.

    Who looks for what was decided would find two answers.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: dropped, reason: no_resources}]}]
        focus_areas:
          - id: all
            title: All
            efforts: [{id: music, title: Music, actions: [{id: concert, title: A concert, idea: choir}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: agreed}]}]
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: music
                title: Music
                actions:
                  - id: concert
                    title: A concert
                    idea: choir
                    status: [{on: 2019-12, is: not_done, reason: no_resources}]
    """
    came = {(place.action.idea or "").removeprefix(f"{case.id}/"): place.action.id for place in case.actions}
    for i, idea in enumerate(case.record.ideas):
        last = next(reversed(counting(idea.status, date.max)), None)
        if idea.id in came and last is not None and last.is_ is IdeaStatus.DROPPED:
            message = f"'{idea.id}' is dropped, and the action '{came[idea.id]}' came of it"
            help = f"report on the action instead: c2c set {case.id}/{came[idea.id]} not_done"
            yield Flag(("ideas", i, "status", idea.status.index(last), "is"), message, help)


@rule("C334")
def two_turns_at_once(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """An idea is not agreed and dropped on one date: then nobody knows which holds.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: agreed}, {on: 2019-05, is: dropped, note: No}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: agreed}, {on: 2019-09, is: dropped, note: No}]}]
    """
    for i, idea in enumerate(case.record.ideas):
        seen: dict[date | None, IdeaStatus] = {}
        for j, record in enumerate(idea.status):
            before = seen.setdefault(record.on.latest, record.is_)
            if before is not record.is_:
                message = f"as of {record.on.text} it is {before.value} and {record.is_.value}"
                yield Flag(("ideas", i, "status", j, "on"), message, "keep one, or date them apart")


@rule("C335", Severity.WARNING, of_absence=True)
def dropped_without_reason(case: PartnershipCase | CityCase) -> Iterator[Flag]:
    """An idea that is dropped says why: a reason from the list, or a note. Who has it again need not ask again.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: dropped}]}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ideas: [{id: choir, title: A choir, status: [{on: 2019-05, is: dropped, reason: no_resources}]}]
    """
    for i, idea in enumerate(case.record.ideas):
        for j, record in enumerate(idea.status):
            if record.is_ is IdeaStatus.DROPPED and record.reason is None and record.note is None:
                route = ("ideas", i, "status", j)
                help = "add reason: (such as no_resources or no_longer_relevant) or note:"
                yield Flag((*route, "is"), "dropped, and nothing says why", help, within=route)
