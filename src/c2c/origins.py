"""Where actions come from, an action elsewhere or an idea, and the other way round: where those were taken up."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.workspace import PARTNERSHIP, Workspace

_KEYS: Final = tuple(re.compile(key + rb"""["']?\s*:""") for key in (b"like", b"idea"))
"""The keys, one at a time: a pattern that begins with letters is looked for much faster than one that has a choice."""


class Link(NamedTuple):
    """An action that says where it comes from. Both ids are whole: partnership/action, and for an idea city/idea too."""

    origin: str
    is_idea: bool
    action: str
    title: Text


class Links(NamedTuple):
    """By origin, the actions that came of it: of an action those that are like it, of an idea those that it became.

    `left_out` names the files that may say more, and cannot be read.
    """

    likes: Mapping[str, tuple[Link, ...]] = {}
    ideas: Mapping[str, tuple[Link, ...]] = {}
    left_out: tuple[str, ...] = ()


def whole_id(place: str, name: str) -> str:
    """The id of an action or an idea with the partnership or city that has it; `place` is where it is named."""
    return name if "/" in name else f"{place}/{name}"


def links_of(id: str, record: Partnership) -> Iterator[Link]:
    """Where the actions of a partnership come from."""
    for place in record.places:
        action = place.action
        for name, is_idea in ((action.like, False), (action.idea, True)):
            if name is not None:
                yield Link(whole_id(id, name), is_idea, f"{id}/{action.id}", action.title)


def gathered(links: Iterable[Link], left_out: tuple[str, ...] = ()) -> Links:
    """The links by their origins, in the order of the actions' ids."""
    likes: dict[str, tuple[Link, ...]] = {}
    ideas: dict[str, tuple[Link, ...]] = {}
    for link in sorted(links, key=lambda each: each.action):
        by_origin = ideas if link.is_idea else likes
        by_origin[link.origin] = (*by_origin.get(link.origin, ()), link)
    return Links(likes, ideas, left_out)


def links_in(workspace: Workspace) -> Links:
    """All links of a workspace. Only the files that may have one are read: looking for the word costs next to nothing."""
    found: list[Link] = []
    left_out: list[str] = []
    for entry in workspace.entries:
        if entry.kind != PARTNERSHIP:
            continue
        content = workspace.tree.read(entry.name)
        if isinstance(content, bytes) and not _may_name_one(content):
            continue
        record = workspace.read(entry).record
        if isinstance(record, Partnership):
            found += links_of(entry.id, record)
        else:
            left_out.append(entry.name)
    return gathered(found, tuple(left_out))


def _may_name_one(content: bytes) -> bool:
    """Whether one of the keys may be there; behind a backslash it can be written otherwise."""
    return b"\\" in content or any(key.search(content) for key in _KEYS)
