"""c2c merge: two changes of one file become one, by meaning; git calls it for data files where it is installed."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from c2c.cli.options import Root, workspace
from c2c.errors import BadOption, CannotRead

_BOM: Final = "\ufeff"
_ATTRIBUTES: Final = "data/**/*.yaml merge=c2c"


def merge(
    context: typer.Context,
    base: Annotated[
        Path | None, typer.Argument(metavar="BASE", help="The file that both began with (git: %O).")
    ] = None,
    ours: Annotated[
        Path | None, typer.Argument(metavar="OURS", help="The file that the result is written to (git: %A).")
    ] = None,
    theirs: Annotated[
        Path | None, typer.Argument(metavar="THEIRS", help="The file with the other change (git: %B).")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="PATH", help="What the file is called (git: %P).")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write there and not to OURS; - is standard output."
        ),
    ] = None,
    install: Annotated[
        bool,
        typer.Option("--install", help="Have git use this for the data of the repository one stands in."),
    ] = False,
    root: Root = None,
) -> None:
    """Join two changes of one file.

    What they do not contradict each other in is joined; where they do, both stand between conflict markers, to decide.

    Exit code 0 if nothing is left to decide, 1 if something is.
    """
    if install:
        _install(workspace(context, root).root)
        return
    if base is None or ours is None or theirs is None:
        raise BadOption("three files are needed", "c2c merge BASE OURS THEIRS, or c2c merge --install")
    from c2c.cli.aside import tell
    from c2c.git import join_lines
    from c2c.history.joining import join
    from c2c.source import Source

    called = name or str(ours)
    texts = [_text(path) for path in (base, ours, theirs)]
    older, mine, yours = (Source.parse(text.removeprefix(_BOM), called) for text in texts)
    joined = join(older, mine, yours, join_lines, ("ours", "theirs"))
    bom = _BOM if texts[1].startswith(_BOM) else ""
    _write(output or ours, f"{bom}{joined.text}".encode("utf-8", "surrogateescape"))
    if not joined.is_clean:
        tell(
            f"{called}: the two changes contradict each other",
            "decide between what stands from <<<<<<< to >>>>>>>, then git add it",
        )
        raise typer.Exit(1)


def _text(path: Path) -> str:
    """A file's text; bytes that are no text come back as they were. Raises CannotRead."""
    from c2c.source import Problem, read_bytes

    content = read_bytes(path)
    if isinstance(content, Problem):
        raise CannotRead(str(path))
    return content.decode("utf-8", "surrogateescape")


def _write(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        path.write_bytes(content)


def _install(root: Path) -> None:
    """Tell this clone's configuration about the driver, and the repository which files it is for."""
    from c2c.git import Repository

    repository = Repository.of(root)
    repository.configure("merge.c2c.name", "c2c: joins data by meaning")
    repository.configure("merge.c2c.driver", "c2c merge --name %P %O %A %B")
    attributes = root / ".gitattributes"
    there = attributes.read_text(encoding="utf-8") if attributes.exists() else ""
    if _ATTRIBUTES not in there.splitlines():
        gap = "" if not there or there.endswith("\n") else "\n"
        attributes.write_text(f"{there}{gap}{_ATTRIBUTES}\n", encoding="utf-8")
        sys.stdout.write(".gitattributes: data/**/*.yaml are merged by c2c; commit it\n")
    sys.stdout.write("this clone merges data by meaning now; every clone needs c2c merge --install once\n")
