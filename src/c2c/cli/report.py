"""c2c report: what was promised, what was delivered, what shows it, and why the rest is not done."""

import re
from pathlib import Path
from typing import Annotated

import typer

from c2c.cli.completion import forms_of_reports, ids, layouts
from c2c.cli.options import Lang, Rev, Root, check_word, day, known_id, language, processes, workspace
from c2c.errors import BadOption


def report(
    context: typer.Context,
    partnerships: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PARTNERSHIP",
            help="Which partnerships. [default: all]",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    *,
    year: Annotated[str, typer.Option("--year", metavar="YEAR", help="The year of the report.")],
    lang: Lang = None,
    layout: Annotated[
        str,
        typer.Option(
            "--layout",
            metavar="LAYOUT",
            help="story: what the year brought; matrix: the status sheet.",
            autocompletion=layouts,
        ),
    ] = "story",
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="md or html. [default: by the suffix of -o, else md]",
            autocompletion=forms_of_reports,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write a file; - is standard output."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="How it stood then. [default: the last day of the year]"
        ),
    ] = None,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Report what a year brought.

    What was promised, what was delivered, what shows it, what was dropped and why.

    The same data gives the same bytes on every day and every machine.
    """
    from c2c.cli.reading import say_left_out
    from c2c.report.asking import report as ask
    from c2c.report.templates import FORMATS, LAYOUTS
    from c2c.report.view import Question
    from c2c.workspace import PARTNERSHIP

    check_word("layout", layout, LAYOUTS)
    check_word("format", format, FORMATS)
    number = _year(year)
    form = format or _format_of(output)
    space = workspace(context, root, rev)
    chosen = [known_id(space, PARTNERSHIP, id) for id in partnerships] if partnerships else None
    question = Question(number, day(as_of or f"{number:04}"))
    answer = ask(space, question, layout, form, language(space, lang), chosen, processes())
    asked = [entry.id for entry in space.entries if entry.kind is PARTNERSHIP] if chosen is None else chosen
    broken = [id for id in asked if f"data/{PARTNERSHIP.folder}/{id}.yaml" in answer.left_out]
    if broken and broken == asked:  # then there is nothing to tell of, and what OUTPUT has stays
        say_left_out(answer.left_out, space)
        raise typer.Exit(1)
    if output is None or str(output) == "-":
        typer.echo(answer.text, nl=False)
    else:
        from c2c.writing import write

        write(output, answer.text)
    say_left_out(answer.left_out, space)
    if broken and chosen is not None:
        raise typer.Exit(1)


def _year(text: str) -> int:
    """The year that was typed. Raises BadOption."""
    if not re.fullmatch("[0-9]{4}", text) or not 2 <= int(text) <= 9998:
        raise BadOption(f"--year: '{text}' is not a year", "write four digits, such as 2019")
    return int(text)


def _format_of(output: Path | None) -> str:
    """The format that a file's suffix names; Markdown without a file. Raises BadOption for another suffix."""
    if output is None or str(output) == "-":
        return "md"
    named = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}.get(output.suffix.lower())
    if named is None:
        help = "end it in .md or .html, or say --format md or --format html"
        raise BadOption(f"cannot tell the format of {output}", help)
    return named
