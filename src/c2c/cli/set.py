"""c2c set: report on an action or an idea, as one more status record in its file."""

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from c2c.cli.completion import ids, reasons, reportable, statuses_to_set
from c2c.cli.options import Root, check_word, known_id, workspace
from c2c.errors import BadOption, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from c2c.diagnostics import Route
    from c2c.edit import Item, Value
    from c2c.model.city import City
    from c2c.model.partnership import Partnership
    from c2c.workspace import Entry, Workspace


def set_status(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            metavar="PARTNERSHIP/ACTION",
            help="The action; or an idea, of a partnership or of a city.",
            autocompletion=reportable,
        ),
    ],
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="STATUS",
            help="done, partly_done, not_done, unclear, open, or what they are called in a language of c2c; or a marker"
            " of the legend. Of an idea: proposed, agreed, dropped.",
            autocompletion=statuses_to_set,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="As of when it is so: 2020-02, medio 2020, spring 2020."),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="REASON",
            help="Why, as a word: postponed, no_resources …",
            autocompletion=reasons,
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in a sentence.")] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="URL",
            help="What shows it: an address, or the id of a source.",
            autocompletion=ids("sources"),
        ),
    ] = None,
    postponed_to: Annotated[
        str | None, typer.Option("--postponed-to", metavar="DATE", help="The new date, if it was put off.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change in the file, and change nothing.")
    ] = False,
    root: Root = None,
) -> None:
    """Report on an action, or on an idea.

    Adds a status record and leaves every other byte of the file as it was; the old records stay.

    What is missing is asked for on a terminal. That an idea became an action is said where that is made: c2c new action
    PARTNERSHIP --idea IDEA.
    """
    from c2c.cli.aside import tell
    from c2c.cli.editing import Edit
    from c2c.edit import with_item
    from c2c.model.city import City
    from c2c.model.partnership import Partnership

    space = workspace(context, root)
    id, slash, name = action.partition("/")
    entry = _entry(space, id)
    if not slash:
        raise BadOption(
            "the action or the idea is missing",
            f"c2c set {id}/ACTION STATUS --on DATE; c2c status {id} names them",
        )
    record = space.read(entry).record
    if isinstance(record, Partnership | City):  # one is asked before others are kept from writing
        target = _target(record, id, name, status)
        status, on = _complete(target, record, action, status, on)
    edit = Edit(space, entry)
    record = edit.record
    assert isinstance(record, Partnership | City)
    assert status is not None
    assert on is not None
    target = _target(record, id, name, status)
    item = _item(space, target, record, Said(status, on, reason, note, evidence or [], postponed_to))
    by_hand = f"add it by hand, under the {target.what}'s status:"
    if edit.make(
        lambda source: with_item(source, (*target.route, "status"), item, target.following), by_hand, dry_run
    ):
        told = ", ".join(f"{key}: {value}" for key, value in item.items() if isinstance(value, str))
        sys.stdout.write(f"{edit.entry.name}: {name}: {told}\n")
        edit.say_what_is_new(action)
        tell(f"c2c show {action} shows it whole")


class Said(NamedTuple):
    """What was typed."""

    status: str
    on: str
    reason: str | None
    note: str | None
    evidence: list[str]
    postponed_to: str | None


class Target(NamedTuple):
    """What is reported on: an action or an idea, its route, and the keys that come after its status."""

    what: str
    route: "Route"
    following: "Sequence[str]"

    @property
    def is_idea(self) -> bool:
        """Whether it is an idea."""
        return self.what == "idea"


def _entry(space: "Workspace", id: str) -> "Entry":
    """The file of the partnership; or of the city, for an idea of it. Raises Unknown."""
    from c2c.workspace import CITY, PARTNERSHIP

    city = next((each for each in space.entries if each.kind == CITY and each.id == id), None)
    if city is not None and id not in space.ids(PARTNERSHIP):
        return city
    known_id(space, PARTNERSHIP, id)
    return next(each for each in space.entries if each.kind == PARTNERSHIP and each.id == id)


def _target(record: "Partnership | City", id: str, name: str, status: str | None) -> Target:
    """The action of that id, or the idea; where both have it, the status says which is meant. Raises Unknown."""
    from c2c.model.experience import Idea
    from c2c.model.order import keys_of
    from c2c.model.partnership import Action, Partnership
    from c2c.vocab import IdeaStatus

    actions = (
        {each.action.id: each.route for each in record.places} if isinstance(record, Partnership) else {}
    )
    ideas: dict[str, Route] = {each.id: ("ideas", i) for i, each in enumerate(record.ideas)}
    words = list(IdeaStatus)
    is_of_idea = status is not None and (_plain(status) in words or _called(status, words) is not None)
    if name in ideas and (is_of_idea or name not in actions):
        keys = keys_of(Idea)
        return Target("idea", ideas[name], keys[keys.index("status") + 1 :])
    if name in actions:
        keys = keys_of(Action)
        return Target("action", actions[name], keys[keys.index("status") + 1 :])
    if isinstance(record, Partnership) and not (is_of_idea and ideas):
        raise Unknown("action", name, [*actions, *ideas], f"c2c status {id} names them all", id)
    raise Unknown("idea", name, ideas, "c2c list ideas names them all", id)


def _complete(
    target: Target, record: "Partnership | City", action: str, status: str | None, on: str | None
) -> tuple[str, str]:
    """The status and its date; what is missing is asked for on a terminal. Raises BadOption elsewhere."""
    from c2c.cli.asking import asked
    from c2c.cli.editing import date
    from c2c.vocab import IdeaStatus, Status

    usage = f"c2c set {action} STATUS --on DATE"
    words = [each.value for each in (IdeaStatus if target.is_idea else Status)]

    def known(answer: str) -> str:
        _status(target, record, answer)
        return answer

    return (
        status if status is not None else asked("STATUS", words, known, usage),
        on if on is not None else asked("--on", (), lambda answer: date(answer, "--on"), usage, "as of when"),
    )


def _item(space: "Workspace", target: Target, record: "Partnership | City", said: Said) -> "Item":
    """The status record, its keys in the order of the format. Raises BadOption, Unknown for what is no such word."""
    from c2c.cli.editing import date
    from c2c.cli.editing import evidence as one
    from c2c.vocab import Reason

    check_word("reason", said.reason, list(Reason))
    if target.is_idea and (said.evidence or said.postponed_to):
        raise BadOption("an idea has no evidence and no date to put off", "say it with --note")
    found: dict[str, Value] = {"on": _past(date(said.on, "--on")), **_status(target, record, said.status)}
    if said.reason is not None:
        found["reason"] = said.reason
    if said.note is not None:
        found["note"] = said.note
    if said.postponed_to is not None:
        found["postponed_to"] = date(said.postponed_to, "--postponed-to")
    if said.evidence:
        found["evidence"] = [one(space, each) for each in said.evidence]
    return found


def _past(on: str) -> str:
    """The date, if it has begun. Raises BadOption: nobody knows how things will stand."""
    from c2c.cli.options import day
    from c2c.dates import parse

    first = parse(on).earliest
    if first is not None and first > day(None):
        help = "give the day on which it was so; what is put off has --postponed-to"
        raise BadOption(f"--on: {on} is still to come", help)
    return on


def _plain(written: str) -> str:
    return written.strip().lower().replace(" ", "_").replace("-", "_")


def _status(target: Target, record: "Partnership | City", written: str) -> dict[str, str]:
    """The status as c2c writes it: the word; of a marker in no legend, `unclear` and the marker. Raises Unknown."""
    from c2c.model.marker import Markers, read_marker
    from c2c.vocab import IdeaStatus, Status

    words = [*(IdeaStatus if target.is_idea else Status)]
    plain = _plain(written)
    if plain in words:
        return {"is": plain}
    said = getattr(record, "legend", None)
    legend = None if said is None else {marker: status.value for marker, status in said.items()}
    read = read_marker({"is": written}, Markers(legend) if legend is not None else None)
    assert isinstance(read, dict)
    is_ = str(read["is"])
    if not target.is_idea and is_ in words:
        return {"is": is_} if is_ != Status.UNCLEAR.value else {"is": is_, "marker": written}
    meant = _called(written, words)
    if meant is None:
        raise Unknown("status", written, [each.value for each in words])
    return {"is": meant}


def _called(written: str, words: "Sequence[StrEnum]") -> str | None:
    """The status that is called so in a language of c2c: gennemført, 已完成."""
    from c2c.language import Language, known
    from c2c.saying import label

    names = {label(each, Language(code)).casefold(): each.value for code in known() for each in words}
    return names.get(written.strip().casefold())
