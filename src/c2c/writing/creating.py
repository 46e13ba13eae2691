"""A data file that was not there: all of it is there at once, and never over another."""

import os
from pathlib import Path

from c2c.errors import AlreadyThere
from c2c.writing.exchange import move
from c2c.writing.folder import opened, told_if_unwritten, undisturbed
from c2c.writing.lock import Lock
from c2c.writing.temporary import discard, exists, written


def create(path: Path, content: bytes) -> None:
    """Write a new data file, and its folder if that is missing. When it returns, it is on disk.

    It takes the folder's `Lock` itself, so do not hold it. Raises AlreadyThere if anything has that name, also if it comes
    meanwhile; OutputError if it cannot be written; Busy; CannotEdit if the folder is a link.
    """
    with told_if_unwritten(path):
        _make_folder(path.parent)
        lock = Lock(path.parent)
        try:
            with undisturbed(), opened(path.parent) as folder:
                _create(folder, path, content)
        finally:
            lock.release()


def _create(folder: int, path: Path, content: bytes) -> None:
    if exists(folder, path.name):
        raise AlreadyThere(str(path))
    temporary = written(folder, path.name, content, None)
    try:
        move(folder, temporary, path.name)
    except FileExistsError:
        discard(folder, temporary)
        raise AlreadyThere(str(path)) from None
    except BaseException:
        discard(folder, temporary)
        raise
    os.fsync(folder)


def _make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, on disk."""
    if os.path.lexists(path):
        return
    _make_folder(path.parent)
    path.mkdir(exist_ok=True)
    with opened(path.parent) as above:
        os.fsync(above)
