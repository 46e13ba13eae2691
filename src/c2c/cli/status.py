"""c2c status: how things stand, in the terminal."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.aside import tell
from c2c.cli.completion import ids
from c2c.cli.options import AsOf, Json, Lang, Root, check_word, day, known_id, speaker, workspace

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.saying import Speaker
    from c2c.standing import Overview, Standing


class Choice(NamedTuple):
    """Which actions are asked for; all, if nothing is said. Open and unclear together are both."""

    open: bool
    unclear: bool
    overdue: bool
    effort: str | None
    changed_since: date | None

    @property
    def says_something(self) -> bool:
        """Whether not all actions are asked for."""
        return self != Choice(False, False, False, None, None)

    def wants(self, each: "Standing") -> bool:
        """Whether an action is asked for."""
        from c2c.vocab import Status

        statuses = {Status.OPEN: self.open, Status.UNCLEAR: self.unclear}
        if any(statuses.values()) and not statuses.get(each.status, False):
            return False
        if (self.overdue and not each.overdue) or self.effort not in (None, each.place.effort.id):
            return False
        latest = each.record.on.latest if each.record and each.record.on else None
        return self.changed_since is None or (latest is not None and latest > self.changed_since)


def status(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNERSHIP",
            help="One partnership. [default: a table of all]",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    as_of: AsOf = None,
    open: Annotated[bool, typer.Option("--open", help="Only actions that are open.")] = False,
    unclear: Annotated[bool, typer.Option("--unclear", help="Only actions whose status is unclear.")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only actions that are overdue.")] = False,
    effort: Annotated[
        str | None, typer.Option("--effort", metavar="ID", help="Only the actions of an effort.")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="DATE", help="Only actions reported on after that date."),
    ] = None,
    lang: Lang = None,
    json: Json = False,
    root: Root = None,
) -> None:
    """Show how things stand.

    All partnerships in a table, or one with its actions; with a filter, the actions that it leaves.

    An action counts as what its newest status record says that is no later than --as-of.
    """
    from c2c.cli.reading import Reading
    from c2c.standing import overview
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root)
    voice, today = speaker(space, lang), day(as_of)
    since = day(changed_since, "--changed-since") if changed_since else None
    choice = Choice(open, unclear, overdue, effort, since)
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    if effort is not None:
        check_word("effort", effort, _efforts(reading, chosen), "c2c status PARTNERSHIP names them")

    def overviews() -> Iterator["Overview"]:
        return (overview(id, each, today) for id, each in reading.partnerships(chosen))

    in_detail = partnership is not None or choice.says_something
    if json:
        from c2c.export.status import print_status

        print_status(overviews(), today, voice, choice.wants if in_detail else None, reading.left_out)
    elif in_detail:
        from c2c.cli.tree import print_trees

        print_trees(overviews(), voice, choice.wants, _names(reading, voice))
    else:
        from c2c.cli.portfolio import print_portfolio

        print_portfolio(overviews(), today, voice)
    if not space.ids(PARTNERSHIP):
        tell("there is no partnership here yet", "each is a file of its own: data/partnerships/ID.yaml")
    reading.say_left_out()
    if chosen and any(name.startswith(f"data/{PARTNERSHIP.folder}/") for name in reading.left_out):
        raise typer.Exit(1)


def _names(reading: "Reading", speaker: "Speaker") -> Callable[[str], str]:
    """A city's name by its id; the id, if its file cannot be read. Each file is read once."""

    @cache
    def name(id: str) -> str:
        found = next((city.names for _, city in reading.cities([id])), None)
        return speaker.text(found).text if found else id

    return name


def _efforts(reading: "Reading", ids: list[str] | None) -> list[str]:
    """The ids of all efforts."""
    return sorted(
        {
            effort.id
            for _, record in reading.partnerships(ids)
            for area in record.focus_areas
            for effort in area.efforts
        }
    )
