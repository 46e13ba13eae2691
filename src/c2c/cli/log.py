"""c2c log: the life of a record, from what it says itself and from git."""

from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import ids
from c2c.cli.options import Json, Lang, Root, speaker, workspace
from c2c.errors import Unknown

if TYPE_CHECKING:
    from c2c.history.things import Thing
    from c2c.workspace import Entry, File, Workspace


def log(
    context: typer.Context,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A partnership, city or source, or PARTNERSHIP/ACTION.",
            autocompletion=ids(),
        ),
    ],
    lang: Lang = None,
    json: Json = False,
    root: Root = None,
) -> None:
    """Tell how a record became what it is.

    What is reported of an action, and who changed what, when, by which revision: newest first, also under older ids.
    """
    from c2c.cli.aside import tell
    from c2c.cli.lives import print_life
    from c2c.git import Repository
    from c2c.guidebook.book import Guidebook
    from c2c.history.life import life
    from c2c.history.names import names
    from c2c.history.saying import Teller

    space = workspace(context, root)
    repository = Repository.of(space.root)
    name, slash, inner = id.partition("/")
    file = space.read(_entry(space, name))
    thing = _thing(file, name, inner if slash else None)
    chapters = life(repository, space.tree, file.entry.name, thing.id if slash else None)
    teller = Teller(speaker(space, lang), names(space, Guidebook(space)))
    if json:
        from c2c.export.changes.life import print_document

        print_document(id, thing, chapters, teller)
    else:
        print_life(id, thing, chapters, teller)
    if repository.is_shallow:
        tell("this clone has only the newest part of the history", "git fetch --unshallow brings the rest")


def _entry(space: "Workspace", name: str) -> "Entry":
    """The file of an id; of a partnership first. Raises Unknown."""
    from c2c.workspace import CITY, PARTNERSHIP, SOURCE

    for kind in (PARTNERSHIP, CITY, SOURCE):
        for entry in space.entries:
            if entry.kind == kind and entry.id == name:
                return entry
    known = [entry.id for entry in space.entries]
    raise Unknown("city, partnership or source", name, known, "c2c list partnerships names them all")


def _thing(file: "File", name: str, inner: str | None) -> "Thing":
    """The record of a file, or the one in it with an id. Raises Unknown, CannotRead."""
    from c2c.errors import CannotRead
    from c2c.history.things import things

    if file.record is None:
        raise CannotRead(file.source.name)
    found = {each.id: each for each in reversed(list(things(file.entry.kind.name, name, file.record)))}
    if inner is None:
        return found[name]
    if inner not in found:
        raise Unknown("record", inner, found, f"c2c show {name} shows them all", name)
    return found[inner]
