"""c2c validate: every finding of the data, each with its place and a way to mend it."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.options import Root, check_word, processes, workspace
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.workspace import Workspace


def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Files or folders to report on. [default: all]"),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How findings are printed: text, concise, json, github, gitlab, sarif or junit.",
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check too.")] = False,
    root: Root = None,
) -> None:
    """Check the data, and say how to mend it.

    Every finding in one run, each with its place: file:line:column.

    Exit code 0 if there is no error, 1 if there is one (with --strict, or a warning), 2 if it cannot run.
    """
    from c2c.diagnostics import Severity
    from c2c.export.findings import FORMATS
    from c2c.rules.check import check

    check_word("format", format, FORMATS)
    space = workspace(context, root)
    names = _names(space, paths) if paths else None
    checked = check(space, names, processes())
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    code = int(any(finding.severity in failing for finding in checked.findings))
    with suppress(BrokenPipeError):  # who has read enough still gets the code
        sys.stdout.writelines(FORMATS[format](checked, _Lines(space.root)))
    raise typer.Exit(code)


def _names(space: "Workspace", paths: list[Path]) -> set[str] | None:
    """The workspace's names of files and of all that is in folders; None for its root, which is all.

    Raises BadOption for what is not in it.
    """
    from c2c.spelling import nearest
    from c2c.workspace import CONFIG

    known = [*(entry.name for entry in space.entries), *(stray.name for stray in space.strays), CONFIG]
    names: set[str] = set()
    for path in paths:
        inside = _inside(space, path, known)
        if inside == known:
            return None
        if not inside:
            ids = {entry.id: entry.name for entry in space.entries}
            folders = {str(Path(name).parent) for name in known}
            close = ids.get(str(path)) or nearest(str(path), [*known, *sorted(folders)])
            help = f"did you mean {close}?" if close else "name files or folders under data/, or c2c.yaml"
            raise BadOption(f"{path} is no data file of {space.root}", help)
        names.update(inside)
    return names


def _inside(space: "Workspace", path: Path, known: list[str]) -> list[str]:
    """The names of what a path means: as seen from the folder that one stands in, else from the root."""
    root = space.root.resolve()
    for there in (Path.cwd() / path, root / path):
        place = there.parent.resolve() / there.name if there.name not in ("", "..") else there.resolve()
        if os.path.lexists(place) and place.is_relative_to(root):
            name = place.relative_to(root).as_posix()
            inside = [each for each in known if name in (".", each) or each.startswith(f"{name}/")]
            if inside:
                return inside
    return []


class _Lines:
    """The lines of a file by name, for excerpts; the last file is remembered, as findings come file by file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.last: tuple[str, list[str]] = ("", [])

    def __call__(self, name: str) -> list[str]:
        if self.last[0] != name:
            from c2c.source import Source

            self.last = name, Source.text_of(self.root / name).split("\n")
        return self.last[1]
