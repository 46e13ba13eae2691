"""c2c diff: what a change changes, in sentences."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import ids
from c2c.cli.options import Lang, Root, check_word, speaker, workspace

if TYPE_CHECKING:
    from c2c.history.difference import Comparison
    from c2c.history.saying import Teller
    from c2c.workspace import Workspace

FORMATS = ("text", "markdown", "json")


def diff(
    context: typer.Context,
    base: Annotated[
        str,
        typer.Argument(
            metavar="BASE", help="The revision to compare with; A...B and A... mean since the two parted."
        ),
    ] = "HEAD",
    head: Annotated[
        str | None, typer.Argument(metavar="HEAD", help="The newer revision. [default: the files]")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="ID", help="Only this partnership, city or source.", autocompletion=ids()
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, markdown or json.")
    ] = "text",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Say what changed, in sentences.

    Compares two revisions, or one with the files as they are, by meaning: order and form are no change.

    Exit code 0, whether something changed or not; 1 if files could not be compared.
    """
    from c2c.cli.aside import tell
    from c2c.guidebook.book import Guidebook
    from c2c.history.difference import compare
    from c2c.history.names import names
    from c2c.history.saying import Teller

    check_word("format", format, FORMATS)
    space = workspace(context, root)
    before, after, titles = _states(space, base, head)
    teller = Teller(speaker(space, lang), names(after, Guidebook(after)))
    comparison = compare(before, after)
    if only:
        chosen = {_known(before, after, id) for id in only}
        kept = tuple(each for each in comparison.differences if each.thing.id in chosen)
        comparison = comparison._replace(differences=kept)
    _print(comparison, titles, format, teller)
    if comparison.left_out:
        tell(
            f"not compared, as one of the two states cannot be read: {', '.join(comparison.left_out)}",
            "c2c validate says why",
        )
        raise typer.Exit(1)


def _states(
    space: "Workspace", base: str, head: str | None
) -> "tuple[Workspace, Workspace, tuple[str, str]]":
    """The two states of the workspace, and what they are called. Raises what keeps git from giving a revision."""
    from c2c.revision import workspace_at

    first, dots, second = base.partition("...")
    if dots:
        from c2c.revision import parted_at

        before = workspace_at(space.root, parted_at(space.root, first or "HEAD", second or head or "HEAD"))
        head = second or head
    else:
        before = workspace_at(space.root, base)
    after = workspace_at(space.root, head) if head else space
    return before, after, (base, head or "")


def _known(before: "Workspace", after: "Workspace", id: str) -> str:
    """An id that there is or was. Raises Unknown."""
    from c2c.errors import Unknown

    there = list(dict.fromkeys(entry.id for state in (after, before) for entry in state.entries))
    if id not in there:
        raise Unknown("city, partnership or source", id, there, "c2c list partnerships names them all")
    return id


def _print(comparison: "Comparison", titles: tuple[str, str], format: str, teller: "Teller") -> None:
    if format == "text":
        from c2c.cli.changes import print_changes

        print_changes(comparison, teller)
        return
    from c2c.export.changes.json import json
    from c2c.export.changes.markdown import markdown

    formats = {"markdown": markdown, "json": json}
    sys.stdout.writelines(formats[format](comparison, *titles, teller))
