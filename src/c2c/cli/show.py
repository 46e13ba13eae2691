"""c2c show: everything about one city, partnership, action or source, in the terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from c2c.cli.completion import everything
from c2c.cli.options import Json, Lang, Rev, Root, speaker, workspace
from c2c.errors import Unknown

if TYPE_CHECKING:
    from c2c.diagnostics import Route
    from c2c.origins import Link, Links
    from c2c.workspace import Entry, File, Workspace


_LIKELY: Final = frozenset(("action", "idea"))
"""What a mistyped id is likely to mean; everything with an id can be shown."""


class Found(NamedTuple):
    """A record of a file: the whole, or one in it."""

    kind: str
    id: str
    file: "File"
    route: "Route"


def show(
    context: typer.Context,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A city, partnership or source, or PARTNERSHIP/ACTION; also an idea, a lesson, an event and so on in one.",
            autocompletion=everything,
        ),
    ],
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show everything about one thing.

    A city, a partnership, an action, an idea or a source, with all that its file says; of actions and ideas also where they
    were taken up.
    """
    from c2c.cli.reading import say_left_out

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    name, slash, action = id.partition("/")
    entries = _entries(space, name, bool(slash))
    files = [space.read(entry) for entry in entries]
    broken = [file.source.name for file in files if file.record is None]
    found = [each for file in files for each in _found(file, id, action if slash else None)]
    links = _links(space, found)
    left_out = list(dict.fromkeys((*broken, *links.left_out)))
    if json:
        from c2c.export.document import print_document
        from c2c.export.record import record

        told = (record(each.kind, each.id, each.file, each.route, _taken_up(each, links)) for each in found)
        print_document({"id": id}, ("found", told), ("left_out", left_out))
    else:
        from c2c.cli.sheet import print_sheet

        for each in found:
            print_sheet(each.id, each.file, each.route, voice, _taken_up(each, links))
    say_left_out(left_out, space)
    if broken:
        raise typer.Exit(1)


def _links(space: "Workspace", found: list[Found]) -> "Links":
    """Which actions came of others or of ideas, if something is shown of which that can be asked."""
    from c2c.origins import Links, links_in

    return links_in(space) if any(each.kind in ("action", "idea") for each in found) else Links()


def _taken_up(found: Found, links: "Links") -> "Sequence[Link]":
    """The actions that took it up, or that it became; nothing for what is neither an action nor an idea."""
    by_origin = {"action": links.likes, "idea": links.ideas}.get(found.kind, {})
    return by_origin.get(found.id, ())


def _entries(space: "Workspace", name: str, of_partnership: bool) -> "list[Entry]":
    """The files that have the id: a city and a source may share one. Raises Unknown."""
    from c2c.workspace import CITY, PARTNERSHIP

    if of_partnership:
        entries = [entry for entry in space.entries if entry.kind in (PARTNERSHIP, CITY)]
        what, otherwise = "partnership or city", "c2c list partnerships names them all"
    else:
        entries = list(space.entries)
        what, otherwise = "city, partnership or source", _action_hint(space, name)
    chosen = [entry for entry in entries if entry.id == name]
    if not chosen:
        raise Unknown(
            what, name, [] if otherwise.startswith("did") else [entry.id for entry in entries], otherwise
        )
    return chosen


def _action_hint(space: "Workspace", id: str) -> str:
    """Help for one who gives an action's id alone."""
    from c2c.cli.reading import Reading

    if any(entry.id == id for entry in space.entries):
        return ""
    for name, record in Reading(space).partnerships():
        if any(place.action.id == id for place in record.places):
            return f"did you mean the action '{name}/{id}'?"
    return "c2c list cities, c2c list partnerships and c2c list sources name them all"


def _found(file: "File", id: str, name: str | None) -> Iterator[Found]:
    """What of the file is meant; nothing, if it cannot be read. Raises Unknown for an id that it does not have.

    An action comes before other things with its id.
    """
    from c2c.history.things import things

    if file.record is None:
        return
    whole, *inside = things(file.entry.kind.name, file.entry.id, file.record)
    if name is None:
        yield Found(whole.what, id, file, ())
        return
    meant = sorted((each for each in inside if each.id == name), key=lambda each: each.what != "action")
    if not meant:
        partnership = file.entry.id
        listed = f"c2c show {partnership} shows all that there is"
        known = (each.id for each in inside if each.what in _LIKELY)
        what = "action" if file.entry.kind.name == "partnership" else "idea"
        raise Unknown(what, name, known, listed, where=partnership)
    yield from (Found(each.what, id, file, each.route) for each in meant)
