"""One writer at a time in a folder of data: a lock of the kernel, which dies with its process whatever kills it."""

import os
import time
from pathlib import Path
from typing import Final

from c2c.errors import Busy

SECONDS: Final = 10.0
"""How long another writer is waited for; an edit takes a fraction of a second."""
_PAUSE: Final = 0.01
TEMPORARY: Final = ".c2c-edit"
"""How the name of a file that is being written ends. No such file is data: it begins with a dot."""


class Lock:
    """The lock of a folder, held from the start until `release`, or until the process ends.

    What a writer left behind that was killed is cleaned away: while the lock is held nobody else writes there.
    Raises Busy if somebody else holds it for too long. Where there is no such lock (Windows), none is held.
    """

    def __init__(self, folder: Path, seconds: float = SECONDS) -> None:
        self._descriptor = os.open(folder, os.O_RDONLY)
        try:
            _wait(self._descriptor, folder, seconds)
        except BaseException:
            os.close(self._descriptor)
            raise
        for left in folder.glob(f".*{TEMPORARY}"):
            left.unlink(missing_ok=True)

    def sync(self) -> None:
        """Make sure that the folder's names are on disk."""
        os.fsync(self._descriptor)

    def release(self) -> None:
        """Let the next one write."""
        os.close(self._descriptor)


def _wait(descriptor: int, folder: Path, seconds: float) -> None:
    try:
        import fcntl
    except ImportError:
        return
    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise Busy(str(folder)) from None
            time.sleep(_PAUSE)
