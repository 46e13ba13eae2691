"""The titles of a chapter without its models: `status` says a step at every start, and models cost more than reading."""

import marshal
from collections.abc import Callable
from functools import cache

from c2c.kept import Kept
from c2c.model.text import UNDETERMINED, Text
from c2c.resources import guidebook
from c2c.source import Data, Source, reader, source
from c2c.workspace import GUIDEBOOK, Workspace


class Broken(Exception):
    """A chapter that ships with c2c cannot be read: a mistake of ours."""


@cache
def shipped(chapter: str) -> Data:
    """The data of a chapter as it ships with c2c, read once: it has titles, and it has models. Raises Broken.

    None for a chapter that only a workspace can have.
    """
    file = guidebook(chapter)
    if not file.is_file():
        return None

    def read(content: bytes) -> bytes:
        found = Source.of(content, chapter)
        if found.problems:
            raise Broken(chapter, found.problems)
        return marshal.dumps(found.data)

    kept = Kept(__file__, source.__file__, reader.__file__)
    data: Data = marshal.loads(kept.made(f"chapter-{chapter}", file.read_bytes(), read))
    return data


def titles(workspace: Workspace | None, chapter: str) -> Callable[[str], Text]:
    """The title of an item by its id; the id, where there is no such item or it has no title."""
    found = _titles(shipped(chapter))
    for entry in workspace.entries if workspace else ():
        if workspace and entry.kind == GUIDEBOOK and entry.id == chapter:
            for id, title in _titles(workspace.source(entry).data).items():
                found[id] = title if UNDETERMINED in title else {**found.get(id, {}), **title}

    def title_of(id: str) -> Text:
        return Text(found.get(id) or {UNDETERMINED: id})

    return title_of


def _titles(data: Data) -> dict[str, dict[str, str]]:
    """What of the data has the form of titles; `validate` speaks of the rest."""
    items = data.get("items") if isinstance(data, dict) else None
    found: dict[str, dict[str, str]] = {}
    for item in items if isinstance(items, list) else ():
        id, title = (item.get("id"), item.get("title")) if isinstance(item, dict) else (None, None)
        by_language = {UNDETERMINED: title} if isinstance(title, str) else title
        if isinstance(id, str) and isinstance(by_language, dict):
            found[id] = {code: text for code, text in by_language.items() if isinstance(text, str)}
    return found
