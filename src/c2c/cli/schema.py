"""c2c schema: what an editor needs to complete, explain and underline the files of a workspace."""

import sys
from typing import Annotated

import typer

from c2c.cli.completion import schemas
from c2c.cli.options import Root, check_word, workspace
from c2c.errors import NoWorkspace


def schema(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="city, partnership, source, workspace or guidebook/CHAPTER. [default: name them all]",
            autocompletion=schemas,
        ),
    ] = None,
    root: Root = None,
) -> None:
    """Print the JSON Schema of a kind of file.

    In a workspace it also suggests the ids of its cities, partnerships and sources, and of its own guidebook.

    docs/editors.md says how an editor is told of it.
    """
    from c2c.export.document import dumps
    from c2c.export.schema import KINDS
    from c2c.export.schema import schema as made

    check_word("kind of file", kind, KINDS, "c2c schema names them all")
    if kind is None:
        from c2c.cli.terminal import Screen

        Screen().table(["kind", "files", "what it is"], [(n, k.files, k.title) for n, k in KINDS.items()])
        return
    try:
        space = workspace(context, root)
    except NoWorkspace:
        if root is not None:
            raise
        space = None
    sys.stdout.write(f"{dumps(made(kind, space), indent=2)}\n")
