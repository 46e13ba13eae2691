"""c2c show: everything about one city, partnership, action or source, in the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.completion import everything
from c2c.cli.options import Json, Lang, Rev, Root, speaker, workspace
from c2c.errors import Unknown

if TYPE_CHECKING:
    from c2c.diagnostics import Route
    from c2c.workspace import Entry, File, Workspace


class Found(NamedTuple):
    """A record of a file: the whole, or an action in it."""

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
            help="A city, partnership or source, or PARTNERSHIP/ACTION.",
            autocompletion=everything,
        ),
    ],
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show everything about one thing.

    A city, a partnership, an action or a source, with all that its file says.
    """
    from c2c.cli.reading import say_left_out

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    name, slash, action = id.partition("/")
    entries = _entries(space, name, bool(slash))
    files = [space.read(entry) for entry in entries]
    broken = [file.source.name for file in files if file.record is None]
    found = [each for file in files for each in _found(file, id, action if slash else None)]
    if json:
        from c2c.export.document import print_document
        from c2c.export.record import record

        told = (record(each.kind, each.id, each.file, each.route) for each in found)
        print_document({"id": id}, ("found", told), ("left_out", broken))
    else:
        from c2c.cli.sheet import print_sheet

        for each in found:
            print_sheet(each.id, each.file, each.route, voice)
    say_left_out(broken, space)
    if broken:
        raise typer.Exit(1)


def _entries(space: "Workspace", name: str, of_partnership: bool) -> "list[Entry]":
    """The files that have the id: a city and a source may share one. Raises Unknown."""
    from c2c.workspace import PARTNERSHIP

    if of_partnership:
        entries = [entry for entry in space.entries if entry.kind is PARTNERSHIP]
        what, otherwise = "partnership", "c2c list partnerships names them all"
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
        if any(place.action.id == id for place in record.places()):
            return f"did you mean the action '{name}/{id}'?"
    return "c2c list cities, c2c list partnerships and c2c list sources name them all"


def _found(file: "File", id: str, action: str | None) -> Iterator[Found]:
    """What of the file is meant; nothing, if it cannot be read. Raises Unknown for an action that it does not have."""
    from c2c.model.partnership import Partnership

    if file.record is None:
        return
    if action is None:
        yield Found(file.entry.kind.name, id, file, ())
        return
    places = (
        {place.action.id: place.route for place in file.record.places()}
        if isinstance(file.record, Partnership)
        else {}
    )
    if action not in places:
        partnership = file.entry.id
        listed = f"c2c list actions --partnership {partnership} names them all"
        raise Unknown("action", action, places, listed, where=partnership)
    yield Found("action", id, file, places[action])
