"""c2c validate: every finding of the data, each with its place and a way to mend it."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import forms_of_findings
from c2c.cli.options import Root, check_word, processes, workspace
from c2c.cli.paths import names_of

if TYPE_CHECKING:
    from c2c.rules.check import Checked
    from c2c.source import Tree
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
            autocompletion=forms_of_findings,
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the check too.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Check a change: what is new since it parted from REV, such as origin/main.",
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Mend first what has one meaning only: dates in words, lookalike markers."
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would mend, and change nothing.")
    ] = False,
    root: Root = None,
) -> None:
    """Check the data, and say how to mend it.

    Every finding in one run, each with its place: file:line:column.

    Exit code 0 if there is no error, 1 if there is one (with --strict, or a warning), 2 if it cannot run.

    With --since only what the change brought fails it. With --diff: 1 if there is something that --fix mends.
    """
    from c2c.diagnostics import Severity
    from c2c.export.findings import FORMATS

    check_word("format", format, FORMATS)
    space = workspace(context, root)
    names = names_of(space, paths) if paths else None
    if fix or diff:
        from c2c.cli.mending import mend

        found = mend(space, names, dry_run=diff)
        if diff:
            raise typer.Exit(int(found))
    checked = _checked(space, names, since)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    code = int(any(finding.severity in failing for finding in checked.findings))
    with suppress(BrokenPipeError):  # who has read enough still gets the code
        sys.stdout.writelines(FORMATS[format](checked, _Lines(space.tree)))
    if format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _summarize(checked, Path(summary))
    raise typer.Exit(code)


def _checked(space: "Workspace", names: set[str] | None, since: str | None) -> "Checked":
    """The findings; those of a change, if there is something that it is a change of."""
    if since is None:
        from c2c.rules.check import check

        return check(space, names, processes())
    from c2c.revision import parted_at, workspace_at
    from c2c.rules.since import check_since

    before = workspace_at(space.root, parted_at(space.root, since, "HEAD"))
    return check_since(before, space, names, processes())


def _summarize(checked: "Checked", path: Path) -> None:
    """Add the findings to the summary of a step of GitHub Actions, after what other commands put there."""
    from c2c.export.findings.step_summary import step_summary

    with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(step_summary(checked))


class _Lines:
    """The lines of a file by name, for excerpts; the last file is remembered, as findings come file by file."""

    def __init__(self, tree: "Tree") -> None:
        self.tree = tree
        self.last: tuple[str, list[str]] = ("", [])

    def __call__(self, name: str) -> list[str]:
        if self.last[0] != name:
            from c2c.source import Source

            self.last = name, Source.text_of(self.tree.read(name)).split("\n")
        return self.last[1]
