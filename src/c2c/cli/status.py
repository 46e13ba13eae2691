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
    speaker,
    workspace,
)
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.cli.asked import Asked
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
    from c2c.cli.asked import Asked
    from c2c.standing import ORDERS, stale_before
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    since = day(changed_since, "--changed-since") if changed_since else None
    choice = Choice(open, unclear, overdue, effort, since)
    check_word("order", sort, ORDERS)
    wanted = Wanted(city, area, country, kind, step, programme)
    of = Asked(space, today, partnership, wanted)
    asked = _Rows(of, sort, stale_before(today, space.config.stale_after) if stale else None)
    if effort is not None:
        check_word("effort", effort, _efforts(of), "c2c status PARTNERSHIP names them")
    in_detail = partnership is not None or choice.says_something
    if csv and (json or in_detail):
        help = "leave out what asks for actions, or --json"
        raise BadOption("--csv is for the table of partnerships", help)
    _print(asked, voice, choice if in_detail else None, "csv" if csv else "json" if json else "text")
    if not space.ids(PARTNERSHIP):
        tell("there is no partnership here yet", "each is a file of its own: data/partnerships/ID.yaml")
    asked.of.say_left_out()


class _Rows(NamedTuple):
    """The partnerships that are asked for in an order, all or those that nobody has reported on for long."""

    of: "Asked"
    sort: str
    stale_before: date | None

    def in_order(self, make: "Callable[[Overview], T]") -> list[T]:
        """A row for each, in order."""
        from c2c.standing import ORDERS, is_stale

        def row(each: "Overview") -> tuple[tuple[object, ...], T] | None:
            if self.stale_before is not None and not is_stale(each, self.stale_before):
                return None
            return ORDERS[self.sort](each), make(each)

        return [made for _, made in sorted(self.of.each(row), key=lambda each: each[0])]

    def overviews(self) -> "Iterator[Overview]":
        """Each of them, in order, one at a time."""
        is_as_read = self.sort == "id" and self.stale_before is None
        ids = self.of.ids if is_as_read else self.in_order(lambda each: each.id)
        found = self.of.reading.partnerships(ids)
        return (seen for each in found if (seen := self.of.overview(*each)))


def _print(asked: _Rows, voice: "Speaker", choice: Choice | None, form: str) -> None:
    """Print what is asked for; with a choice, the actions that it leaves."""
    from c2c.guidebook.titles import titles

    step_of = titles(asked.of.reading.workspace, "steps")
    if form == "csv":
        from c2c.export import portfolio

        portfolio.print_csv(asked.in_order(lambda each: portfolio.row(each, voice)))
    elif form == "json":
        from c2c.export.status import print_status

        wants = choice.wants if choice else None
        print_status(asked.overviews(), asked.of.today, voice, wants, asked.of.reading.left_out)
    elif choice:
        from c2c.cli.tree import print_trees

        print_trees(asked.overviews(), voice, choice.wants, asked.of.reading.names(voice), step_of)
    else:
        from c2c.cli.portfolio import print_portfolio, row

        print_portfolio(asked.in_order(lambda each: row(each, voice, step_of)), asked.of.today, voice)


def _efforts(asked: "Asked") -> list[str]:
    """The ids of all efforts."""
    return sorted(
        {
            effort.id
            for _, record in asked.reading.partnerships(asked.ids)
            for area in record.focus_areas
            for effort in area.efforts
        }
    )
