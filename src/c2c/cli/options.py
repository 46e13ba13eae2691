"""What several commands share: the workspace, the language, the day."""

import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.completion import languages
from c2c.errors import BadOption, NoFolder, Unknown

if TYPE_CHECKING:
    from c2c.saying import Speaker
    from c2c.workspace import Kind, Workspace


class Settings(NamedTuple):
    """What is said before the command."""

    root: Path | None


Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="DIR", help="The workspace: the folder of c2c.yaml and data/."),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANG",
        help="The language, such as en, da or zh. [default: the workspace's first]",
        autocompletion=languages,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="How it stood then: 2019, 2019-09, 2019-09-30. [default: today]"
    ),
]
Rev = Annotated[
    str | None,
    typer.Option(
        "--rev", metavar="REV", help="The data of a revision: a branch, a tag, a commit. [default: the files]"
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]

_SHOWN = 5
"""How many ids are named that have a word in them."""
_WRITE = "write 2019, 2019-09 or 2019-09-30"


def say_commands(context: typer.Context) -> None:
    """Where no command is named, say which there are."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


def check_word(what: str, word: str | None, known: Iterable[str], otherwise: str = "") -> None:
    """Raise Unknown for a word that is not one of a list; `otherwise` is the help if none of it is near."""
    words = [str(each) for each in known]
    if word is not None and word not in words:
        raise Unknown(what, word, words, otherwise)


def workspace(context: typer.Context, root: Path | None, rev: str | None = None) -> "Workspace":
    """The workspace of --root, C2C_ROOT, or the folder that one stands in; with --rev, as it was at that revision.

    Raises NoFolder, NoWorkspace, and what keeps git from giving a revision.
    """
    from c2c.workspace import Workspace

    chosen = root or context.obj.root
    if chosen is not None and not chosen.is_dir():
        raise NoFolder(str(chosen))
    space = Workspace.find(chosen or Path.cwd())
    if rev is None:
        return space
    from c2c.revision import workspace_at  # only who asks for a revision needs git

    return workspace_at(space.root, rev)


def language(workspace: "Workspace", wanted: str | None) -> str:
    """The language of the output: the wanted one, else the first of the workspace's that c2c speaks."""
    from c2c.language import DEFAULT, known

    if wanted is None:
        return next((code for code in workspace.config.languages if code in known()), DEFAULT)
    check_word("language", wanted, known())
    return wanted


def speaker(workspace: "Workspace", wanted: str | None) -> "Speaker":
    """Who speaks the language of the output, and falls back to the workspace's others."""
    from c2c.language import Language
    from c2c.saying import Speaker

    return Speaker(Language(language(workspace, wanted)), workspace.config.languages)


def day(text: str | None, option: str = "--as-of") -> date:
    """The last day of the date that was typed; today if none was. Phrases are understood. Raises BadOption."""
    if text is None:
        return datetime.now().astimezone().date()
    from c2c.dates import NotEdtf, read

    try:
        latest = read(text).latest
    except NotEdtf as error:
        raise BadOption(f"{option}: {error}", _WRITE) from None
    if latest is None:
        raise BadOption(f"{option}: '{text}' has no last day", _WRITE)
    return latest


def known_id(workspace: "Workspace", kind: "Kind", id: str) -> str:
    """The id, if there is such a file. Raises Unknown."""
    ids = workspace.ids(kind)
    if id not in ids:
        with_it = [each for each in ids if id and id in each][:_SHOWN]
        there = f"there is {', '.join(with_it)}" if with_it else f"c2c list {kind.folder} names them all"
        raise Unknown(kind.name, id, ids, there)
    return id


def country_code(written: str | None) -> str | None:
    """The code of a country, in capitals. Raises BadOption for what is no code."""
    if written is None or (len(written) == 2 and written.isascii() and written.isalpha()):
        return written.upper() if written else written
    raise BadOption(
        f"--country: '{written}' is not a code of two letters", "ISO 3166 has them: DK, CN, DE, FR"
    )


def processes() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
