"""A file that is held open, with what is in it, and whether anybody else may be writing into it."""

import errno
import os
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from typing import Final

from c2c.source import MAX_BYTES

_OPEN: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Writers(Enum):
    """Whether anybody else has a file open for writing."""

    NONE = auto()
    SOME = auto()
    UNKNOWN = auto()


class Held:
    """A regular file that is held open. As long as it is, who opens it for writing is noticed, and waits.

    That is a read lease of Linux: it cannot be had while somebody has the file open for writing, and whoever opens it so
    afterwards waits until it is given back. The file's owner may have it; elsewhere nobody can tell (UNKNOWN).
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.status = os.fstat(descriptor)
        self._leased = _lease(descriptor)

    @property
    def writers(self) -> Writers:
        """Whether anybody has it open for writing, or waits for it."""
        if self._leased is not Writers.NONE:
            return self._leased
        import fcntl

        still = fcntl.fcntl(self._descriptor, fcntl.F_GETLEASE) == fcntl.F_RDLCK
        return Writers.NONE if still else Writers.SOME

    def content(self) -> bytes:
        """All that is in it now; of what is larger than data may be, a byte more than that."""
        pieces = []
        at = 0
        while at <= MAX_BYTES and (piece := os.pread(self._descriptor, MAX_BYTES + 1 - at, at)):
            pieces.append(piece)
            at += len(piece)
        return b"".join(pieces)

    def is_named(self, folder: int, name: str) -> bool:
        """Whether a name is this file's."""
        try:
            return os.path.samestat(self.status, os.lstat(name, dir_fd=folder))
        except FileNotFoundError:
            return False


@contextmanager
def held(folder: int, name: str) -> Iterator[Held | None]:
    """Hold a file; None if there is no regular file of that name. Raises OSError."""
    try:
        descriptor = os.open(name, _OPEN, dir_fd=folder)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ELOOP, errno.ENXIO):
            raise
        yield None
        return
    try:
        yield Held(descriptor) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
    finally:
        with suppress(OSError):  # it was only read
            os.close(descriptor)


def _lease(descriptor: int) -> Writers:
    import fcntl

    if not hasattr(fcntl, "F_SETLEASE"):
        return Writers.UNKNOWN
    try:
        # who opens it is noticed when we ask; the signal is to be one that does nothing
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return Writers.SOME
    except OSError:
        return Writers.UNKNOWN
    return Writers.NONE
