"""An edit of a data file, from reading it to saying what is new: the one way in which commands change data."""

import re
import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from c2c.cli.aside import tell
from c2c.edit import Refused
from c2c.errors import BadOption, CannotEdit, ChangedMeanwhile, OutputError
from c2c.source import Problem, Source, read_bytes
from c2c.writing import Lock, replace_unchanged, wait_until_quiet

if TYPE_CHECKING:
    from c2c.model.base import Record
    from c2c.workspace import Entry, File, Workspace

_ADDRESS = re.compile(r"[a-z]+:", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_KEPT = "put what is missing into the file, then delete the kept one"


class Edit:
    """A file that is to be changed, as it was read: what is written takes its place only if it is still so.

    Its folder is locked against other edits from before it is read until the change is made or refused.
    """

    def __init__(self, space: "Workspace", entry: "Entry", needs_record: bool = True) -> None:
        path = space.root / entry.name
        self._lock = Lock(path.parent)
        for name in self._lock.kept:
            tell(f"{path.parent / name} is what somebody saved when an edit of c2c was killed", _KEPT)
        self.space, self.entry = space, entry
        try:
            self._read(path, needs_record)
        except BaseException:
            self._lock.release()
            raise

    def _read(self, path: Path, needs_record: bool) -> None:
        """Read the file when nobody writes it. Raises CannotEdit, ChangedMeanwhile."""
        entry = self.entry
        wait_until_quiet(path)
        content = read_bytes(path)
        self.file: File = self.space.read(entry)
        read = content if isinstance(content, Problem) else next(iter(self.file.source.problems), None)
        if read is not None and read.kind == "unreadable":  # the disk's fault, not the file's
            help = "give yourself the right to read it, or restore the file"
            raise OutputError(f"{path} cannot be read: {read.facts['why']}", help)
        record = self.file.record or (None if needs_record else self.file.rest)
        if isinstance(content, Problem) or not self.file.source.whole or record is None:
            raise unreadable(entry)
        if content.removeprefix(_BOM) != self.file.source.text.encode("utf-8"):
            raise ChangedMeanwhile(str(path))
        self.content = content
        self.record: Record = record

    def make(self, change: Callable[[Source], str], by_hand: str, dry_run: bool) -> bool:
        """Make the change, or only show it; whether the file was changed.

        Raises CannotEdit, with what to do by hand, where exactly that change cannot be made.
        """
        try:
            text = change(self.file.source)
            if dry_run:
                print_difference(self.entry.name, self.file.source.text, text)
                return False
            bom = _BOM if self.content.startswith(_BOM) else b""
            replace_unchanged(self.space.root / self.entry.name, self.content, bom + text.encode("utf-8"))
            return True
        except Refused as error:
            raise CannotEdit(self.entry.name, str(error), by_hand) from None
        finally:
            self._lock.release()

    def say_what_is_new(self, subject: str) -> None:
        """Say what c2c finds about a record after the change that it did not find before."""
        from c2c.rules.check import check_file, known_in

        known = known_in(self.space)
        before = {(each.code, each.message) for each in check_file(self.file, known)[0]}
        for each in check_file(self.space.read(self.entry), known)[0]:
            if (each.code, each.message) not in before and each.subject in (subject, self.entry.id):
                tell(str(each), each.help)


def unreadable(entry: "Entry") -> CannotEdit:
    """What to say of a file of which a part cannot be read."""
    return CannotEdit(entry.name, "c2c cannot read all of it", f"c2c validate {entry.name} says why")


def date(text: str, option: str) -> str:
    """The date that was typed, as EDTF. Raises BadOption."""
    from c2c.dates import NotEdtf, read

    try:
        return read(text).text
    except NotEdtf as error:
        help = "write 2018, 2018-03, spring 2018 or 2018-03-15"
        raise BadOption(f"{option}: {error}", help) from None


def evidence(space: "Workspace", written: str) -> dict[str, str]:
    """An address, or a source of the workspace. Raises BadOption, Unknown."""
    from c2c.cli.options import known_id
    from c2c.model.base import MAX_URL, URL
    from c2c.workspace import SOURCE

    if _ADDRESS.match(written):
        if len(written) > MAX_URL or not URL.fullmatch(written):
            raise BadOption(
                f"--evidence: '{written}' is no address that a report can link to",
                "begin with https://, http:// or mailto:",
            )
        return {"url": written}
    return {"source": known_id(space, SOURCE, written)}


def print_difference(name: str, before: str, after: str) -> None:
    """Print what an edit would change."""
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    for line in lines:
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
