"""What a file says of actions and ideas of others: whether they are there is known when those files are read."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from c2c.diagnostics import Route
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.origins import whole_id
from c2c.rules.base import Flag, PartnershipCase, PartnershipCheck, Rule
from c2c.rules.origins import in_a_circle, origin_in_a_circle, unknown_idea, unknown_origin
from c2c.rules.references import unknown_action
from c2c.spelling import did_you_mean
from c2c.workspace import CITY, PARTNERSHIP, File, Kind, Workspace

Said: TypeAlias = tuple["Mention", Rule[PartnershipCheck], Flag]


class Mention(NamedTuple):
    """An action or an idea of another file that a file refers to, at a route of its own, under a key; both ids are whole."""

    file: str
    action: str
    route: Route
    key: str
    other: str


def mentions(file: File, case: PartnershipCase) -> Iterator[Mention]:
    """What a partnership refers to in others."""
    for place in case.actions:
        action, route = place.action, place.route
        named = [(("same_as", i), name) for i, name in enumerate(action.same_as)]
        found: list[tuple[Route, str]] = [*named]
        found += [((key,), name) for key, name in (("like", action.like), ("idea", action.idea)) if name]
        for key, name in found:
            other = whole_id(case.id, name)
            if other.partition("/")[0] != case.id:
                at = file.loaded.original((*route, *key))
                yield Mention(file.entry.name, f"{case.id}/{action.id}", at, str(key[0]), other)


def about(workspace: Workspace, found: list[Mention]) -> Iterator[Said]:
    """What there is to say of mentions. Of what cannot be read nothing is said to be missing."""
    others = _Others(workspace)
    for mention in found:
        yield from _unknown(mention, others)
        if mention.key == "like" and (way := _circle(mention, others)):
            yield mention, origin_in_a_circle, in_a_circle(mention.action.partition("/")[0], way)


class _Others:
    """The files that are mentioned, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.likes = cache(self._likes)
        self.ideas = cache(self._ideas)

    def _likes(self, id: str) -> dict[str, str | None] | None:
        """The actions of a partnership, each with what it is like; None, if not all of them can be read."""
        for file in self._workspace.files(PARTNERSHIP, [id]):
            if isinstance(file.rest, Partnership) and file.is_complete(("focus_areas",)):
                return {place.action.id: place.action.like for place in file.rest.places}
        return None

    def _ideas(self, id: str) -> list[str] | None:
        """The ideas of a partnership and a city of that id; None, if not all of them can be read, or there is neither."""
        found: list[str] = []
        kinds: tuple[Kind, ...] = (PARTNERSHIP, CITY)
        files = [file for kind in kinds for file in self._workspace.files(kind, [id])]
        if not files:
            return None
        for file in files:
            if not isinstance(file.rest, Partnership | City) or not file.is_complete(("ideas",)):
                return None
            found += [each.id for each in file.rest.ideas]
        return found


def _unknown(mention: Mention, others: _Others) -> Iterator[Said]:
    holder, _, name = mention.other.partition("/")
    is_idea = mention.key == "idea"
    known = others.ideas(holder) if is_idea else others.likes(holder)
    if known is not None and name not in known:
        rule = {"same_as": unknown_action, "like": unknown_origin, "idea": unknown_idea}[mention.key]
        message = f"there is no {'idea' if is_idea else 'action'} '{name}' in {holder}"
        yield mention, rule, Flag(mention.route, message, did_you_mean(name, known))


def _circle(mention: Mention, others: _Others) -> list[str]:
    """The way from an action over its origins back to itself, if there is one through other partnerships."""
    way, at = [mention.action], mention.other
    while at not in way:
        way.append(at)
        holder, _, name = at.partition("/")
        origin = (others.likes(holder) or {}).get(name)
        if origin is None:
            return []
        at = whole_id(holder, origin)
    return way if at == mention.action else []
