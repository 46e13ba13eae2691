"""What the shell can complete beside commands and options: the ids of the workspace that one stands in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from c2c.workspace import Workspace


def ids(folder: str = "") -> Callable[[typer.Context, str], list[str]]:
    """A completion with the ids of a folder of data/, or of all of them."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        found = {
            entry.id
            for space in _workspace(context)
            for entry in space.entries
            if folder in ("", entry.kind.folder) and entry.id.startswith(incomplete)
        }
        return sorted(found)

    return complete


def _workspace(context: typer.Context) -> "Iterator[Workspace]":
    """The workspace, if there is one: a shell that completes is no place for complaints."""
    from c2c.errors import NoWorkspace
    from c2c.workspace import Workspace

    root = context.params.get("root") or context.find_root().params.get("root") or ""
    try:
        yield Workspace.find(Path(root).expanduser())
    except (NoWorkspace, OSError):
        return
