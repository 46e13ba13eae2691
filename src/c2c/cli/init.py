"""c2c init: a new workspace, with what people need around the data."""

import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from c2c import __version__
from c2c.cli.options import check_word
from c2c.errors import AlreadyThere, BadOption, InsideWorkspace, NoWorkspace

if TYPE_CHECKING:
    from c2c.workspace import Workspace

SCHEMAS = "schemas"
"""The folder that the schemas are written to."""
SETTINGS = ".vscode/settings.json"

CI = {
    "both": frozenset(("github", "gitlab")),
    "github": frozenset(("github",)),
    "gitlab": frozenset(("gitlab",)),
    "none": frozenset[str](),
}


def init(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="The folder. [default: the one that one stands in]")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What stands above its reports.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANG,…",
            help="Its languages; forms and README are in the first. [default: en,da,zh]",
        ),
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample/--no-sample", help="With or without a made-up partnership to look at.")
    ] = True,
    ci: Annotated[
        str,
        typer.Option(
            "--ci", metavar="HOST", help="For whom checks and forms are made: github, gitlab, both or none."
        ),
    ] = "both",
    requirement: Annotated[
        str,
        typer.Option(
            "--from", metavar="REQUIREMENT", help="What pip installs c2c from, in the checks and the README."
        ),
    ] = f"c2c-partnerships=={__version__}",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
) -> None:
    """Make a workspace: settings, sample data, checks, forms.

    What is there already is left as it is, and named. In a folder that is a workspace already, what is missing is added, without
    the sample.
    """
    from c2c.cli.aside import tell
    from c2c.starter.making import Wanted, files

    check_word("host", ci, CI)
    root = (folder or context.obj.root or Path()).resolve()
    if root.exists() and not root.is_dir():
        raise BadOption(f"{root} is not a folder", "name a folder, or one that is to be made")
    there = _workspace_there(root)
    has_sample = sample and there is None
    languages = there.config.languages if there and not lang else _languages(lang, has_sample)
    heading = _line("--title", title) or _title(there)
    wanted = Wanted(languages, heading, _requirement(requirement), CI[ci], has_sample)
    made = _with_schemas(files(wanted))
    put = _nothing if dry_run else _write
    written = {name for name, text in made.items() if _put(root, name, text, put)}
    told = "would be written to" if dry_run else "written to"
    tell(f"{len(written)} of {len(made)} files {told} {root}", "README.md there says how to go on")
    if any("C2C_FROM" in made[name] for name in written if name != "README.md"):
        tell(
            f"the checks install c2c from {requirement}",
            "if that is not where yours comes from, use --from, or change C2C_FROM in their files",
        )


def _with_schemas(made: dict[str, str]) -> dict[str, str]:
    """The files, with schemas for those that people write, and what tells an editor of them."""
    import json

    from c2c.export.document import dumps
    from c2c.export.schema import KINDS, schema

    kinds = {name: f"{SCHEMAS}/{name}.schema.json" for name, kind in KINDS.items() if not kind.chapter}
    told = {f"./{path}": KINDS[name].files for name, path in kinds.items()}
    settings = {"yaml.schemas": told, **json.loads(made[SETTINGS])}
    more = {path: f"{dumps(schema(name), indent=2)}\n" for name, path in kinds.items()}
    return dict(sorted({**made, SETTINGS: f"{dumps(settings, indent=2)}\n", **more}.items()))


def _workspace_there(root: Path) -> "Workspace | None":
    """The workspace that a folder is already. Raises InsideWorkspace."""
    from c2c.workspace import Workspace

    try:
        space = Workspace.find(root)
    except NoWorkspace:
        return None
    if space.root != root:
        raise InsideWorkspace(str(root), str(space.root))
    return space


def _title(space: "Workspace | None") -> str | None:
    """What a workspace calls itself, if it does."""
    return space.config.title.best(space.config.languages).text if space and space.config_file else None


def _languages(written: str | None, has_sample: bool) -> tuple[str, ...]:
    """The languages that were typed. Raises BadOption."""
    from c2c.model.text import LANGUAGE
    from c2c.starter.making import LANGUAGES

    if written is None:
        return LANGUAGES
    languages = tuple(dict.fromkeys(each.strip() for each in written.split(",")))
    for language in languages:
        if not LANGUAGE.fullmatch(language):
            raise BadOption(f"--lang: '{language}' is not a language", "write en,da,zh or some of them")
        if has_sample and language not in LANGUAGES:
            raise BadOption(f"--lang: the sample is not there in '{language}'", "add --no-sample")
    return languages


def _line(option: str, text: str | None) -> str | None:
    """A text on one line. Raises BadOption."""
    if text is not None and not (text.strip() and text.isprintable()):
        raise BadOption(f"{option}: this is not a line of text", "write some words, on one line")
    return text and text.strip()


def _requirement(text: str) -> str:
    """What pip can be given. Raises BadOption for what would be an option to it, or would break out of the README."""
    line = _line("--from", text) or ""
    if line.startswith("-") or "`" in line:
        raise BadOption(
            f"--from: '{line}' is nothing that pip installs", "name a version, an address or a wheel"
        )
    return line


def _put(root: Path, name: str, text: str, put: Callable[[Path, str], None]) -> bool:
    """Put a file where there is none, and say so; whether there was none."""
    why = _barred(root, name)
    if not why:
        try:
            put(root / name, text)
        except AlreadyThere:
            why = "it is there already"
        else:
            sys.stdout.write(f"new   {name}\n")
            return True
    sys.stdout.write(f"left  {name}  {why}\n")
    return False


def _barred(root: Path, name: str) -> str:
    """What keeps a file from being written into its folder: nothing is written through a link."""
    for folder in PurePosixPath(name).parents[-2::-1]:
        if (root / folder).is_symlink():
            return f"{folder} is a link to elsewhere"
        if (root / folder).exists() and not (root / folder).is_dir():
            return f"{folder} is no folder"
    return ""


def _write(path: Path, text: str) -> None:
    """Write a new file. Raises AlreadyThere, OutputError."""
    from c2c.writing import create

    create(path, text.encode("utf-8"))


def _nothing(path: Path, text: str) -> None:
    """Only say whether it could be written. Raises AlreadyThere."""
    if path.is_symlink() or path.exists():
        raise AlreadyThere(str(path))
