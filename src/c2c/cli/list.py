"""c2c list: what there is, in tables or as JSON."""

from datetime import date
from typing import Annotated

import typer

from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import (
    countries,
    ids,
    kinds_of_agreement,
    kinds_of_city,
    reasons,
    statuses,
)
from c2c.cli.ideas import ideas
from c2c.cli.listing import print_json, print_table
from c2c.cli.options import (
    AsOf,
    Json,
    Lang,
    Rev,
    Root,
    check_word,
    country_code,
    day,
    known_id,
    say_commands,
    speaker,
    workspace,
)

list_app = typer.Typer(
    help="List cities, partnerships, actions, agreements, ideas or sources.",
    invoke_without_command=True,
    suggest_commands=False,
    add_completion=False,
    rich_markup_mode=None,
)
list_app.callback()(say_commands)


@list_app.command("partnerships")
def partnerships(
    context: typer.Context,
    city: OfCity = None,
    area: OfArea = None,
    country: OfCountry = None,
    kind: OfKind = None,
    step: OfStep = None,
    programme: OfProgramme = None,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """List partnerships."""
    from c2c.cli.reading import Reading
    from c2c.export import lists
    from c2c.saying import label

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    reading = Reading(space)
    is_wanted = Wanted(city, area, country, kind, step, programme).chooser(reading, today)
    found = ((id, record) for id, record in reading.partnerships() if is_wanted(record))
    if json:
        print_json("partnerships", (lists.partnership(*each, today, voice) for each in found), reading)
        return
    say, date = voice.language.say, voice.date
    print_table(
        [say("id"), say("partnership"), say("kind"), say("began"), say("ended"), say("parties")],
        found,
        lambda each: (
            each[0],
            voice.text(each[1].title).text,
            label(each[1].kind, voice.language) if each[1].kind else "-",
            date(each[1].began) if each[1].began else "-",
            date(each[1].ended.on) if each[1].ended else "-",
            ", ".join(each[1].parties),
        ),
        reading,
        context,
        flexible=1,
    )


@list_app.command("cities")
def cities(
    context: typer.Context,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="CODE",
            help="Only those of a country, such as DK.",
            autocompletion=countries,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only those of a kind.", autocompletion=kinds_of_city),
    ] = None,
    looking: Annotated[bool, typer.Option("--looking", help="Only those that look for a partner.")] = False,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """List cities, regions and associations."""
    from c2c.cli.reading import Reading
    from c2c.export import lists
    from c2c.saying import label
    from c2c.vocab import CityKind

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    check_word("kind of city", kind, list(CityKind))
    code = country_code(country)
    reading = Reading(space)
    found = (
        (id, record)
        for id, record in reading.cities()
        if code in (None, record.country)
        and kind in (None, record.kind.value)
        and (record.looking or not looking)
    )
    if json:
        print_json("cities", (lists.city(*each) for each in found), reading)
        return
    say = voice.language.say
    print_table(
        [say("id"), say("name"), say("kind"), say("country")],
        found,
        lambda each: (
            each[0],
            voice.text(each[1].names).text,
            label(each[1].kind, voice.language),
            (voice.language.country(each[1].country) if each[1].country else "") or "-",
        ),
        reading,
        context,
        flexible=1,
    )


@list_app.command("actions")
def actions(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Option(
            "--partnership",
            metavar="ID",
            help="Only those of a partnership.",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="Only those of a status.", autocompletion=statuses),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="REASON", help="Only those with a reason.", autocompletion=reasons),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those that are overdue.")] = False,
    as_of: AsOf = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """List actions with how each stands."""
    from c2c.cli.reading import Reading
    from c2c.export import lists
    from c2c.saying import label
    from c2c.standing import overview
    from c2c.vocab import Reason, Status
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    check_word("status", status, list(Status))
    check_word("reason", reason, list(Reason))
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    found = (
        (id, each)
        for id, record in reading.partnerships(chosen)
        for each in overview(id, record, today).standings
        if status in (None, each.status.value)
        and reason in (None, each.record.reason.value if each.record and each.record.reason else None)
        and (each.overdue or not overdue)
    )
    if json:
        print_json("actions", (lists.action(*each, voice) for each in found), reading)
        return
    say = voice.language.say
    print_table(
        [say("id"), say("status"), say("when"), say("action")],
        found,
        lambda each: (
            f"{each[0]}/{each[1].action.id}",
            label(each[1].status, voice.language),
            voice.date(each[1].action.when.edtf) if each[1].action.when else "-",
            voice.text(each[1].action.title).text,
        ),
        reading,
        context,
    )


@list_app.command("agreements")
def agreements(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Option(
            "--partnership",
            metavar="ID",
            help="Only those of a partnership.",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", metavar="KIND", help="Only those of a kind.", autocompletion=kinds_of_agreement
        ),
    ] = None,
    ending_by: Annotated[
        str | None,
        typer.Option(
            "--ending-by", metavar="DATE", help="Only those that end, or are to be renewed, by then."
        ),
    ] = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """List agreements with what each renews and when it ends, the first to end first."""
    from c2c.cli.reading import Reading
    from c2c.dates import parse
    from c2c.export import lists
    from c2c.saying import label
    from c2c.standing import ends
    from c2c.vocab import AgreementKind
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    check_word("kind of agreement", kind, list(AgreementKind))
    last = day(ending_by, "--ending-by") if ending_by is not None else None
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    found = [
        (id, each, ends(record, each))
        for id, record in reading.partnerships(chosen)
        for each in record.agreements
        if kind is None or kind == each.kind
    ]
    if last is not None:
        found = [each for each in found if each[2] is not None and each[2] <= last]
    found.sort(key=lambda each: (each[2] or date.max, each[0], each[1].id))
    if json:
        print_json("agreements", (lists.agreement(*each, voice) for each in found), reading)
        return
    say = voice.language.say
    print_table(
        [say("id"), say("kind"), say("signed"), say("valid"), say("renews"), say("ends")],
        found,
        lambda each: (
            f"{each[0]}/{each[1].id}",
            label(each[1].kind, voice.language),
            voice.date(each[1].signed) if each[1].signed else "-",
            voice.date(each[1].valid) if each[1].valid else "-",
            each[1].renews or "-",
            voice.date(parse(each[2].isoformat())) if each[2] else "-",
        ),
        reading,
        context,
    )


@list_app.command("sources")
def sources(
    context: typer.Context, lang: Lang = None, json: Json = False, rev: Rev = None, root: Root = None
) -> None:
    """List the sources that facts come from."""
    from c2c.cli.reading import Reading
    from c2c.export import lists

    space = workspace(context, root, rev)
    voice = speaker(space, lang)
    reading = Reading(space)
    found = reading.sources()
    if json:
        print_json("sources", (lists.document(*each, voice) for each in found), reading)
        return
    say = voice.language.say
    print_table(
        [say("id"), say("published"), say("title")],
        found,
        lambda each: (
            each[0],
            voice.date(each[1].published) if each[1].published else "-",
            voice.text(each[1].title).text,
        ),
        reading,
        context,
    )


list_app.command("ideas")(ideas)
