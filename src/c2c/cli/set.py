"""c2c set: report on an action, as one more status record in its file."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import actions, ids, reasons, statuses
from c2c.cli.options import Root, check_word, known_id, workspace
from c2c.errors import BadOption, Unknown

if TYPE_CHECKING:
    from c2c.edit import Item, Value
    from c2c.model.partnership import Partnership, Place
    from c2c.workspace import Workspace


def set_status(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(metavar="PARTNERSHIP/ACTION", help="The action.", autocompletion=actions),
    ],
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="STATUS",
            help="done, partly_done, not_done, unclear, open; or a marker of the legend.",
            autocompletion=statuses,
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
    """Report on an action.

    Adds a status record to the action and leaves every other byte of the file as it was; the old records stay.

    What is missing is asked for on a terminal.
    """
    from c2c.cli.aside import tell
    from c2c.cli.editing import Edit
    from c2c.edit import with_item
    from c2c.model.partnership import Action, Partnership
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root)
    id, slash, name = action.partition("/")
    known_id(space, PARTNERSHIP, id)
    if not slash:
        raise BadOption(
            "the action is missing", f"c2c set {id}/ACTION STATUS --on DATE; c2c status {id} names them"
        )
    entry = next(each for each in space.entries if each.kind == PARTNERSHIP and each.id == id)
    record = space.read(entry).record
    if isinstance(record, Partnership):  # one is asked before others are kept from writing
        _place(record, id, name)
        status, on = _complete(record, action, status, on)
    edit = Edit(space, entry)
    record = edit.record
    assert isinstance(record, Partnership)
    assert status is not None
    assert on is not None
    place = _place(record, id, name)
    item = _item(space, record, status, on, reason, note, evidence or [], postponed_to)
    fields = list(Action.model_fields)
    following = fields[fields.index("status") + 1 :]
    route = (*place.route, "status")
    by_hand = "add it by hand, under the action's status:"
    if edit.make(lambda source: with_item(source, route, item, following), by_hand, dry_run):
        told = ", ".join(f"{key}: {value}" for key, value in item.items() if isinstance(value, str))
        sys.stdout.write(f"{edit.entry.name}: {name}: {told}\n")
        edit.say_what_is_new(action)
        tell(f"c2c show {action} shows it whole")


def _place(record: "Partnership", id: str, name: str) -> "Place":
    """The action in its partnership. Raises Unknown."""
    places = {place.action.id: place for place in record.places()}
    if name not in places:
        raise Unknown("action", name, places, f"c2c status {id} names them all", id)
    return places[name]


def _complete(record: "Partnership", action: str, status: str | None, on: str | None) -> tuple[str, str]:
    """The status and its date; what is missing is asked for on a terminal. Raises BadOption elsewhere."""
    from c2c.cli.asking import asked
    from c2c.cli.editing import date
    from c2c.vocab import Status

    usage = f"c2c set {action} STATUS --on DATE"

    def known(answer: str) -> str:
        _status(record, answer)
        return answer

    return (
        status if status is not None else asked("STATUS", [each.value for each in Status], known, usage),
        on if on is not None else asked("--on", (), lambda answer: date(answer, "--on"), usage, "as of when"),
    )


def _item(
    space: "Workspace",
    record: "Partnership",
    status: str,
    on: str,
    reason: str | None,
    note: str | None,
    evidence: list[str],
    postponed_to: str | None,
) -> "Item":
    """The status record, its keys in the order of the format. Raises BadOption, Unknown for what is no such word."""
    from c2c.cli.editing import date
    from c2c.cli.editing import evidence as one
    from c2c.vocab import Reason

    check_word("reason", reason, list(Reason))
    found: dict[str, Value] = {"on": date(on, "--on"), **_status(record, status)}
    if reason is not None:
        found["reason"] = reason
    if note is not None:
        found["note"] = note
    if postponed_to is not None:
        found["postponed_to"] = date(postponed_to, "--postponed-to")
    if evidence:
        found["evidence"] = [one(space, each) for each in evidence]
    return found


def _status(record: "Partnership", written: str) -> dict[str, str]:
    """The status as c2c writes it: the word; of a marker in no legend, `unclear` and the marker."""
    from c2c.model.marker import Markers, read_marker
    from c2c.vocab import Status

    words = [status.value for status in Status]
    plain = written.strip().lower().replace(" ", "_").replace("-", "_")
    if plain in words:
        return {"is": plain}
    if written.isascii() and any(character.isalpha() for character in written):
        raise Unknown("status", written, words)
    legend = (
        None if record.legend is None else {marker: status.value for marker, status in record.legend.items()}
    )
    read = read_marker({"is": written}, Markers(legend) if legend is not None else None)
    assert isinstance(read, dict)
    is_ = str(read["is"])
    return {"is": is_} if is_ != Status.UNCLEAR.value else {"is": is_, "marker": written}
