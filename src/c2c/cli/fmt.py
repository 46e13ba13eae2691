"""c2c fmt: bring files into the canonical form, when somebody asks for it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.options import Root, workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from c2c.source import Source
    from c2c.workspace import Entry, Workspace

    Write = Callable[[Workspace, Entry, str, str], None]


def fmt(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Files or folders to bring into form. [default: all]"),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; name the files that are not in form.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Change nothing; show what would change in the files.")
    ] = False,
    root: Root = None,
) -> None:
    """Bring files into the canonical form.

    Keys in the order of the format, two columns a level, no two empty lines in a row. What a file says stays the same, and
    every comment goes along with what it belongs to.

    Exit code 1 if a file is not in form and --check is given, or if one cannot be brought into form.
    """
    from c2c.cli.aside import tell
    from c2c.cli.paths import names_of
    from c2c.errors import CannotEdit

    space = workspace(context, root)
    write = _show if diff else _name if check else _write
    is_refused = is_out_of_form = False
    for entry in _entries(space, names_of(space, paths) if paths else None):
        try:
            is_out_of_form |= _settle(space, entry, write)
        except CannotEdit as error:
            tell(str(error), error.help)
            is_refused = True
    raise typer.Exit(int(is_refused or (check and is_out_of_form)))


def _entries(space: "Workspace", names: set[str] | None) -> "list[Entry]":
    """The files that are meant, in order; c2c.yaml is one of them."""
    config = [space.config_file.entry] if space.config_file else []
    return [entry for entry in (*config, *space.entries) if names is None or entry.name in names]


def _settle(space: "Workspace", entry: "Entry", write: "Write") -> bool:
    """Do with a file what is wanted, if it is not in form; whether it was not. Raises CannotEdit."""
    from c2c.cli.editing import unreadable
    from c2c.edit import Refused
    from c2c.errors import CannotEdit

    file = space.read(entry)
    if file.record is None:
        raise unreadable(entry)
    try:
        text = _formatted(entry, file.source)
    except Refused as error:
        raise CannotEdit(entry.name, str(error)) from None
    if text != file.source.text:
        write(space, entry, file.source.text, text)
    return text != file.source.text


def _formatted(entry: "Entry", source: "Source") -> str:
    """The text in form. Raises Refused."""
    from c2c.edit import formatted
    from c2c.model.order import keys_at
    from c2c.workspace import model_of

    model = model_of(entry)
    return formatted(source, lambda route: keys_at(model, route))


def _show(space: "Workspace", entry: "Entry", before: str, after: str) -> None:
    from c2c.cli.editing import print_difference

    print_difference(entry.name, before, after)


def _name(space: "Workspace", entry: "Entry", before: str, after: str) -> None:
    sys.stdout.write(f"{entry.name}\n")


def _write(space: "Workspace", entry: "Entry", before: str, after: str) -> None:
    """Read it again under the lock, and write it."""
    from c2c.cli.editing import Edit

    Edit(space, entry).make(lambda source: _formatted(entry, source), "", dry_run=False)
    _name(space, entry, before, after)
