"""An edit of a data file, from reading it to saying what is new: the one way in which commands change data."""

import sys
from collections.abc import Callable
from difflib import unified_diff
from typing import TYPE_CHECKING

from c2c.cli.aside import tell
from c2c.cli.locking import Lock
from c2c.cli.writing import replace_unchanged
from c2c.edit import Refused
from c2c.errors import BadOption, CannotEdit
from c2c.source import Problem, Source, read_bytes

if TYPE_CHECKING:
    from c2c.model.base import Record
    from c2c.workspace import Entry, File, Workspace

_BOM = b"\xef\xbb\xbf"


class Edit:
    """A file that is to be changed, as it was read: what is written takes its place only if it is still so.

    Its folder is locked against other edits from before it is read until it is written, or the process ends.
    """

    def __init__(self, space: "Workspace", entry: "Entry") -> None:
        self._lock = Lock((space.root / entry.name).parent)
        content = read_bytes(space.root / entry.name)
        self.space, self.entry = space, entry
        self.file: File = space.read(entry)
        if isinstance(content, Problem) or self.file.record is None:
            help = f"c2c validate {entry.name} says why"
            raise CannotEdit(entry.name, "c2c cannot read all of it", help)
        self.content = content
        self.record: Record = self.file.record

    def make(self, change: Callable[[Source], str], by_hand: str, dry_run: bool) -> bool:
        """Make the change, or only show it; whether the file was changed.

        Raises CannotEdit, with what to do by hand, where exactly that change cannot be made.
        """
        try:
            text = change(self.file.source)
        except Refused as error:
            raise CannotEdit(self.entry.name, str(error), by_hand) from None
        if dry_run:
            _print_difference(self.entry.name, self.file.source.text, text)
            return False
        bom = _BOM if self.content.startswith(_BOM) else b""
        replace_unchanged(self.space.root / self.entry.name, self.content, bom + text.encode("utf-8"))
        self._lock.sync()
        self._lock.release()
        return True

    def say_what_is_new(self, subject: str) -> None:
        """Say what c2c finds about a record after the change that it did not find before."""
        from c2c.rules.check import check_file, known_in

        known = known_in(self.space)
        before = {(each.code, each.message) for each in check_file(self.file, known)[0]}
        for each in check_file(self.space.read(self.entry), known)[0]:
            if (each.code, each.message) not in before and each.subject in (subject, self.entry.id):
                tell(str(each), each.help)


def date(text: str, option: str) -> str:
    """The date that was typed, as EDTF. Raises BadOption."""
    from c2c.dates import NotEdtf, read

    try:
        return read(text).text
    except NotEdtf as error:
        help = "write 2018, 2018-03, spring 2018 or 2018-03-15"
        raise BadOption(f"{option}: {error}", help) from None


def _print_difference(name: str, before: str, after: str) -> None:
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    for line in lines:
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
