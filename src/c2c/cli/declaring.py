"""c2c step ID declare: write where a partnership or a city is into its file, as one more entry."""

import sys
from typing import TYPE_CHECKING

from c2c.cli.aside import tell
from c2c.cli.editing import Edit, date
from c2c.edit import with_item
from c2c.errors import BadOption
from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.partnership import Partnership

if TYPE_CHECKING:
    from c2c.workspace import Entry, Workspace


def declare_step(
    space: "Workspace",
    entry: "Entry",
    book: Guidebook,
    step: str,
    on: str,
    loop: str | None,
    note: str | None,
    dry_run: bool,
) -> None:
    """Add the entry and say what was written; with `dry_run` only show the difference.

    Raises BadOption for a step that is not in the loop, CannotEdit where the file cannot be changed safely.
    """
    edit = Edit(space, entry)
    record = edit.record
    assert isinstance(record, Partnership | City)
    chosen = loop or (record.narrative[-1].loop if record.narrative else None)
    if chosen is None:
        raise BadOption(
            "--loop is missing: no loop is declared yet", f"one of {', '.join(book.ids('loops'))}"
        )
    found = book.loop(chosen)
    if found is not None and found.steps and step not in found.steps:
        raise BadOption(
            f"'{step}' is no step of the loop {chosen}", f"its steps are {', '.join(found.steps)}"
        )
    item = {"loop": chosen, "step": step, "on": date(on, "--on")}
    if note is not None:
        item["note"] = note
    fields = list(type(record).model_fields)
    following = fields[fields.index("narrative") + 1 :]
    route = ("narrative",)
    if edit.make(
        lambda source: with_item(source, route, item, following), "add it by hand, under narrative:", dry_run
    ):
        sys.stdout.write(f"{entry.name}: {', '.join(f'{key}: {value}' for key, value in item.items())}\n")
        edit.say_what_is_new(entry.id)
        tell(f"c2c step {entry.id} shows where it is now")
