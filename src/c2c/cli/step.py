"""c2c step: where a partnership or a city is in the narrative, what shows it, and what to do next."""

from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import ids, items, words
from c2c.cli.options import AsOf, Json, Lang, Rev, Root, check_word, day, speaker, workspace
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.workspace import Entry, Workspace

DECLARE = "declare"


def step(
    context: typer.Context,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A partnership or a city.", autocompletion=ids("partnerships", "cities")
        ),
    ],
    declare: Annotated[
        str | None,
        typer.Argument(
            metavar="[declare",
            help="Say where it is, from --on on.",
            autocompletion=words(DECLARE),
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Argument(metavar="STEP]", help="The step to declare.", autocompletion=items("steps")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Since when: 2018-03, spring 2018, primo 2018.")
    ] = None,
    loop: Annotated[
        str | None,
        typer.Option(
            "--loop",
            metavar="LOOP",
            help="The loop to declare. [default: the one declared before]",
            autocompletion=items("loops"),
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in a sentence.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change in the file, and change nothing.")
    ] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show or declare the step of the narrative.

    The loop as a line of steps, each expected outcome with what shows it, what does not fit, and what to do next.

    `c2c step ID declare STEP --on DATE` writes it into the file and leaves every other line as it is.
    """
    from c2c.guidebook.book import Guidebook

    if declare is not None and rev is not None:
        raise BadOption(f"--rev does not go with {DECLARE}: a revision is not changed", "leave out --rev")
    space = workspace(context, root, rev)
    entry = _entry(space, id)
    book = Guidebook(space)
    if declare is not None:
        from c2c.cli.declaring import declare_step

        if declare != DECLARE:
            raise BadOption(
                f"'{declare}' is too much for c2c step", f"c2c step {id} {DECLARE} STEP --on DATE"
            )
        if to is None or on is None:
            what = "the step" if to is None else "--on"
            raise BadOption(f"{what} is missing", f"c2c step {id} {DECLARE} STEP --on DATE")
        check_word("step", to, book.ids("steps"))
        check_word("loop", loop, book.ids("loops"))
        declare_step(space, entry, book, to, on, loop, note, dry_run)
        return
    for name, said in (("--on", on), ("--loop", loop), ("--note", note), ("--dry-run", dry_run or None)):
        if said is not None:
            raise BadOption(f"{name} goes with {DECLARE}", f"c2c step {id} {DECLARE} STEP --on DATE")
    _show(space, entry, book, as_of, lang, json)


def _show(
    space: "Workspace", entry: "Entry", book: object, as_of: str | None, lang: str | None, json: bool
) -> None:
    from c2c.cli.reading import say_left_out
    from c2c.guidebook.book import Guidebook
    from c2c.model.city import City
    from c2c.model.partnership import Partnership
    from c2c.narrative.evidence import Case
    from c2c.narrative.progress import progress

    assert isinstance(book, Guidebook)
    voice, today = speaker(space, lang), day(as_of)
    file = space.read(entry)
    if not isinstance(file.record, Partnership | City):
        say_left_out([file.source.name], space)
        raise typer.Exit(1)
    found = progress(Case(file.record, today), book)
    if json:
        from c2c.export.step import print_step

        print_step(entry.id, found, voice, file)
    else:
        from c2c.cli.way import print_way

        print_way(entry.id, found, voice)


def _entry(space: "Workspace", id: str) -> "Entry":
    """The file of a partnership or a city. Raises Unknown."""
    from c2c.errors import Unknown
    from c2c.workspace import CITY, PARTNERSHIP

    for kind in (PARTNERSHIP, CITY):
        for entry in space.entries:
            if entry.kind == kind and entry.id == id:
                return entry
    known = [*space.ids(PARTNERSHIP), *space.ids(CITY)]
    with_it = [each for each in known if id and id in each][:5]
    there = f"there is {', '.join(with_it)}" if with_it else "c2c list partnerships names them all"
    raise Unknown("partnership or city", id, known, there)
