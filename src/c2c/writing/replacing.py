"""New content in the place of a data file's: whole or not at all, and never over something that c2c has not read."""

import os
import time
from contextlib import suppress
from pathlib import Path

from c2c.errors import Busy, ChangedMeanwhile, OutputError
from c2c.writing.exchange import MAYBE, prepare, swap
from c2c.writing.folder import opened, reason, told_if_unwritten, undisturbed
from c2c.writing.held import Held, Writers, held
from c2c.writing.leftovers import keep
from c2c.writing.quiet import LONGER
from c2c.writing.temporary import discard, finished


def replace_unchanged(path: Path, before: bytes, content: bytes) -> None:
    """Put new content in the place of a data file's, if that is still what c2c has read. Its folder's `Lock` is to be held.

    When it returns, the new content is on disk. When it raises, the file is as it was, or as somebody else left it meanwhile.
    Raises ChangedMeanwhile; Busy if somebody is writing into the file; OutputError if it cannot be written; CannotEdit.
    """
    prepare()
    with told_if_unwritten(path), undisturbed(), opened(path.parent) as folder:
        if not os.access(path.name, os.W_OK, dir_fd=folder):
            raise OutputError(f"{path} cannot be written: permission denied", "see who may write there")
        with held(folder, path.name) as old:
            if old is None or old.content() != before:
                raise ChangedMeanwhile(str(path))
            status = old.status
        temporary = finished(folder, path.name, before, content, status)
        _Replacement(path, folder, temporary, before, content).make()


class _Replacement:
    """A finished file that is to take the place of what c2c has read."""

    def __init__(self, path: Path, folder: int, temporary: str, before: bytes, content: bytes) -> None:
        self.path, self.folder, self.temporary = path, folder, temporary
        self.before, self.content = before, content

    def make(self) -> None:
        """Exchange, look at what was really replaced, and only then let go of it."""
        name = self.path.name
        with held(self.folder, name) as old:
            try:
                if old is None or old.content() != self.before:
                    raise ChangedMeanwhile(str(self.path))
                if old.writers is Writers.SOME:
                    raise Busy(str(self.path.parent))
                is_there = swap(self.folder, self.temporary, name)
            except BaseException:
                discard(self.folder, self.temporary)
                raise
            if is_there:
                self._look(old)
            else:
                os.fsync(self.folder)
        discard(self.folder, self.temporary)

    def _look(self, old: Held) -> None:
        """See to it that the exchange is on disk, and that it was right; else undo it."""
        try:
            right = old.is_named(self.folder, self.temporary) and self._is_as_read(old)
            if right:
                os.fsync(self.folder)
                right = self._is_still_as_read(old)
        except OSError as error:
            self._undo(because=error)
            raise
        if not right:
            self._undo()
            raise ChangedMeanwhile(str(self.path))

    def _is_as_read(self, old: Held) -> bool:
        """Whether it is what c2c has read, and nobody is about to write into it."""
        return old.content() == self.before and old.writers is not Writers.SOME

    def _is_still_as_read(self, old: Held) -> bool:
        """The same; where nobody can tell who has it open, after a moment in which they would have written."""
        if old.writers is Writers.UNKNOWN:
            time.sleep(LONGER)
        return self._is_as_read(old)

    def _undo(self, because: OSError | None = None) -> None:
        """Put back what was there. What somebody has saved in its place meanwhile is newer: that stays, and both are kept."""
        try:
            swap(self.folder, self.temporary, self.path.name)
            with held(self.folder, self.temporary) as ours:
                if ours is not None and ours.content() == self.content and ours.writers is not Writers.SOME:
                    discard(self.folder, self.temporary)
                    return
            swap(self.folder, self.temporary, self.path.name)
            kept = keep(self.folder, self.temporary, self.path.name)
        except OSError as error:
            raise OutputError(f"{self.path} cannot be written: {reason(because or error)}", MAYBE) from None
        finally:
            with suppress(OSError):
                os.fsync(self.folder)
        raise ChangedMeanwhile(str(self.path), kept)
