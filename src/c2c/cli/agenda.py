"""c2c agenda: what is to be done, and by when."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from c2c.cli.aside import tell
from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfProgramme, OfStep, Wanted
from c2c.cli.completion import ids
from c2c.cli.options import AsOf, Lang, Rev, Root, check_word, day, speaker, workspace
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.agenda.items import Spans
    from c2c.agenda.saying import Item
    from c2c.cli.asked import Asked
    from c2c.export.agenda import Agenda
    from c2c.saying import Speaker

TEXT: Final = "text"
_SUFFIXES: Final = {
    ".txt": TEXT,
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".ics": "ics",
}


def agenda(
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
    within: Annotated[
        str, typer.Option("--within", metavar="TIME", help="How far to look ahead: 90d, 12w, 6m, 1y, P1Y6M.")
    ] = "90d",
    as_of: AsOf = None,
    city: OfCity = None,
    area: OfArea = None,
    country: OfCountry = None,
    step: OfStep = None,
    programme: OfProgramme = None,
    lang: Lang = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, json, markdown or ics. [default: by the suffix of -o, else text]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write a file; - is standard output."),
    ] = None,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show what is to be done.

    Overdue actions, what is due next, agreements that end, renewals and evaluations that are due, answers that are waited
    for, contacts to confirm, visits without follow-up: what is overdue first, then by date. Partnerships that have ended
    have nothing on it; of one that is named it says so.

    `c2c agenda -o agenda.ics` makes a calendar that Outlook takes; the same data give the same bytes.
    """
    from c2c.cli.asked import Asked

    form = _format(format, output)
    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    spans = _spans(within, space.config.stale_after, space.config.confirm_contacts_after)
    wanted = Wanted(city, area, country, None, step, programme)
    asked = Asked(space, today, partnerships, wanted)
    made = _made(asked, spans, voice)
    _put(made, form, output)
    undated = sum(item.date is None for item in made.items)
    if form == "ics" and undated:
        told = f"{undated} thing has" if undated == 1 else f"{undated} things have"
        tell(f"{told} no day, and a calendar no place for that", "c2c agenda shows them all")
    asked.say_left_out()


def _format(format: str | None, output: Path | None) -> str:
    """The format that is asked for, or that the file's suffix names. Raises Unknown, BadOption."""
    check_word("format", format, dict.fromkeys(_SUFFIXES.values()))
    if format is not None or output is None or str(output) == "-":
        return format or TEXT
    named = _SUFFIXES.get(output.suffix.lower())
    if named is None:
        help = "end it in .ics, .md, .json or .txt, or say --format ics"
        raise BadOption(f"cannot tell the format of {output}", help)
    return named


def _spans(within: str, stale_after: str, confirm_after: str) -> "Spans":
    """The window that was typed, and what the workspace says. Raises BadOption."""
    from c2c.agenda.items import Spans
    from c2c.dates.durations import read_duration

    window = read_duration(within)
    if window is None:
        raise BadOption(
            f"--within: '{within}' is no length of time", "write 90d, 12w, 6m or 1y, or P1Y6M as ISO 8601"
        )
    return Spans(window, stale_after, confirm_after)


def _made(asked: "Asked", spans: "Spans", voice: "Speaker") -> "Agenda":
    """The agenda of the partnerships that are asked for."""
    from c2c.agenda.saying import agenda as agenda_of
    from c2c.agenda.saying import ended, sorted_items
    from c2c.dates.durations import plus
    from c2c.export.agenda import Agenda

    names = asked.reading.names(voice)
    made = asked.each(lambda seen: (agenda_of(seen, spans, voice, names), ended(seen, voice)))
    items = sorted_items(each for each, _ in made)
    over = [end for _, end in made if end is not None] if asked.ids else []
    title = voice.text(asked.workspace.config.title).text
    until = plus(asked.today, spans.within)
    return Agenda(title, asked.today, until, items, tuple(asked.reading.left_out), voice, over)


def _put(agenda: "Agenda", form: str, output: Path | None) -> None:
    """Print the agenda, or write it into a file."""
    from c2c.export.agenda import FORMATS
    from c2c.writing import write

    to_file = output is not None and str(output) != "-"
    if form == TEXT and not to_file:
        _print(agenda)
        return
    text = _printed(agenda) if form == TEXT else "".join(FORMATS[form](agenda))
    if output is not None and to_file:
        write(output, text)
    else:
        typer.echo(text, nl=False)


def _printed(agenda: "Agenda") -> str:
    """What would be printed in a pipe."""
    with redirect_stdout(StringIO()) as out:
        _print(agenda)
    return out.getvalue()


def _print(agenda: "Agenda") -> None:
    """Print it for people."""
    from c2c.cli.terminal import Screen

    screen = Screen()
    screen.line((agenda.head, "bold"))
    for head, items in agenda.parts():
        screen.line()
        screen.line((head, "underline"))
        for item in items:
            style = "red" if item.overdue else ""
            screen.line(
                (_day(item), style), item.sentence, f"  {item.partnership}/{item.id}", indent=2, hang=12
            )
    for remark in agenda.remarks():
        screen.line(remark)


def _day(item: "Item") -> str:
    return f"{item.date.isoformat()}  " if item.date else f"{'-':12}"
