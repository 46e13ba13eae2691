"""c2c step ID declare: write where a partnership or a city is into its file, as one more entry."""

import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from c2c.cli.aside import tell
from c2c.cli.writing import replace_unchanged
from c2c.edit import Refused, with_item
from c2c.errors import BadOption, CannotEdit
from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.source import Problem, Source, read_bytes

if TYPE_CHECKING:
    from c2c.workspace import Entry, Workspace

_BOM = b"\xef\xbb\xbf"


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
    path = space.root / entry.name
    content = read_bytes(path)
    file = space.read(entry)
    record = file.record
    if isinstance(content, Problem) or not isinstance(record, Partnership | City):
        raise CannotEdit(entry.name, "c2c cannot read all of it", f"c2c validate {entry.name} says why")
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
    item = {"loop": chosen, "step": step, "on": _date(on)}
    if note is not None:
        item["note"] = note
    fields = list(type(record).model_fields)
    try:
        text = with_item(file.source, "narrative", item, fields[fields.index("narrative") + 1 :])
    except Refused as error:
        raise CannotEdit(entry.name, str(error), "add it by hand, under narrative:") from None
    if dry_run:
        _print_difference(entry.name, file.source, text)
        return
    bom = _BOM if content.startswith(_BOM) else b""
    replace_unchanged(Path(path), content, bom + text.encode("utf-8"))
    sys.stdout.write(f"{entry.name}: {', '.join(f'{key}: {value}' for key, value in item.items())}\n")
    tell(f"c2c step {entry.id} shows where it is now")


def _date(text: str) -> str:
    """The date that was typed, as EDTF. Raises BadOption."""
    from c2c.dates import NotEdtf, read

    try:
        return read(text).text
    except NotEdtf as error:
        raise BadOption(f"--on: {error}", "write 2018, 2018-03, spring 2018 or 2018-03-15") from None


def _print_difference(name: str, source: Source, text: str) -> None:
    before, after = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    for line in unified_diff(before, after, name, name):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
