"""A folder that is held open, so that everything in it is done in that folder, whatever happens to its path."""

import errno
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from c2c.errors import CannotEdit, OutputError

_OPEN: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """The descriptor of a folder. Raises CannotEdit if it is a link: who follows it writes where nobody looks."""
    try:
        descriptor = os.open(path, _OPEN)
    except OSError:
        if path.is_symlink():
            raise CannotEdit(str(path), "it is a symbolic link", "put the folder itself there") from None
        raise
    try:
        yield descriptor
    finally:
        with suppress(OSError):  # nothing was written to it
            os.close(descriptor)


@contextmanager
def told_if_unwritten(path: Path) -> Iterator[None]:
    """Say in a sentence what keeps a file from being written. Raises OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {reason(error)}", _HELP.get(error.errno or 0, "")
        ) from None


def reason(error: OSError) -> str:
    """Why, in our style."""
    return (error.strerror or str(error)).lower()


@contextmanager
def undisturbed() -> Iterator[None]:
    """What would end the program waits until this is done: some milliseconds, and as long as the disk takes."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_HELP: Final = {
    errno.EACCES: "see who may write there",
    errno.EPERM: "see who may write there",
    errno.EROFS: "see who may write there",
    errno.ENOSPC: "make room, and try again",
    errno.EDQUOT: "make room, and try again",
    errno.ENOENT: "see whether its folder is there",
}
