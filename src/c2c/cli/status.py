"""c2c status: how things stand, in the terminal."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from c2c.cli.aside import tell
from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import efforts, ids, orders
from c2c.cli.options import (
    AsOf,
    Json,
    Lang,
    Rev,
    Root,
    check_word,
    day,
    known_id,
    processes,
    speaker,
    workspace,
)
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.model.partnership import Partnership
    from c2c.saying import Speaker
    from c2c.standing import Overview, Standing

T = TypeVar("T")


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
        str | None,
        typer.Option("--effort", metavar="ID", help="Only the actions of an effort.", autocompletion=efforts),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="DATE", help="Only actions reported on after that date."),
    ] = None,
    city: OfCity = None,
    area: OfArea = None,
    country: OfCountry = None,
    kind: OfKind = None,
    step: OfStep = None,
    programme: OfProgramme = None,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale", help="Only those that nobody has reported on for long (stale_after in c2c.yaml)."
        ),
    ] = False,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="KEY",
            help="The order of the table: id, title, began, step, …",
            autocompletion=orders,
        ),
    ] = "id",
    lang: Lang = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print the table as CSV.")] = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show how things stand.

    All partnerships in a table, or one with its actions; with a filter, the actions that it leaves.

    An action counts as what its newest status record says that is no later than --as-of.
    """
    from c2c.cli.reading import Reading
    from c2c.standing import ORDERS, stale_before
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    since = day(changed_since, "--changed-since") if changed_since else None
    choice = Choice(open, unclear, overdue, effort, since)
    check_word("order", sort, ORDERS)
    chosen = [known_id(space, PARTNERSHIP, partnership)] if partnership is not None else None
    reading = Reading(space)
    wanted = Wanted(city, area, country, kind, step, programme)
    asked = _Asked(
        reading,
        today,
        chosen,
        sort,
        wanted.chooser(reading, today) if wanted != Wanted() else None,
        stale_before(today, space.config.stale_after) if stale else None,
    )
    if effort is not None:
        check_word("effort", effort, _efforts(reading, chosen), "c2c status PARTNERSHIP names them")
    in_detail = partnership is not None or choice.says_something
    if csv and (json or in_detail):
        help = "leave out what asks for actions, or --json"
        raise BadOption("--csv is for the table of partnerships", help)
    _print(asked, voice, choice if in_detail else None, "csv" if csv else "json" if json else "text")
    if not space.ids(PARTNERSHIP):
        tell("there is no partnership here yet", "each is a file of its own: data/partnerships/ID.yaml")
    reading.say_left_out()
    if chosen and any(name.startswith(f"data/{PARTNERSHIP.folder}/") for name in reading.left_out):
        raise typer.Exit(1)


class _Asked(NamedTuple):
    """Which partnerships are asked for, as of when, in which order."""

    reading: "Reading"
    today: date
    chosen: list[str] | None
    sort: str
    is_wanted: "Callable[[Partnership], bool] | None"
    stale_before: date | None

    def told(self, id: str, record: "Partnership") -> "Overview | None":
        """How a partnership stands, if it is one of those that are asked for."""
        from c2c.standing import is_stale, overview

        if self.is_wanted is not None and not self.is_wanted(record):
            return None
        each = overview(id, record, self.today)
        return each if self.stale_before is None or is_stale(each, self.stale_before) else None

    def rows(self, make: Callable[["Overview"], T]) -> list[T]:
        """A row for each, in order; the rows are small, and the partnerships are let go."""
        from c2c.standing import ORDERS

        def row(id: str, record: "Partnership") -> tuple[tuple[object, ...], T] | None:
            each = self.told(id, record)
            return (ORDERS[self.sort](each), make(each)) if each else None

        found = (each for each in self.reading.tell(row, processes()) if each)
        return [made for _, made in sorted(found, key=lambda each: each[0])]

    def overviews(self) -> Iterator["Overview"]:
        """Each of them, in order, one at a time."""
        order = self.chosen or (self.rows(lambda each: each.id) if self.sort != "id" else None)
        return (each for found in self.reading.partnerships(order) if (each := self.told(*found)))


def _print(asked: _Asked, voice: "Speaker", choice: Choice | None, form: str) -> None:
    """Print what is asked for; with a choice, the actions that it leaves."""
    from c2c.guidebook.titles import titles

    step_of = titles(asked.reading.workspace, "steps")
    if form == "csv":
        from c2c.export import portfolio

        portfolio.print_csv(asked.rows(lambda each: portfolio.row(each, voice)))
    elif form == "json":
        from c2c.export.status import print_status

        wants = choice.wants if choice else None
        print_status(asked.overviews(), asked.today, voice, wants, asked.reading.left_out)
    elif choice:
        from c2c.cli.tree import print_trees

        print_trees(asked.overviews(), voice, choice.wants, asked.reading.names(voice), step_of)
    else:
        from c2c.cli.portfolio import print_portfolio, row

        print_portfolio(asked.rows(lambda each: row(each, voice, step_of)), asked.today, voice)


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
