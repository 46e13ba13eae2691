"""Waiting until nobody is in the middle of saving a file."""

import os
import time
from pathlib import Path
from typing import Final

from c2c.errors import Busy

SECONDS: Final = 10.0
"""How long others are waited for; an edit takes a fraction of a second."""
QUIET: Final = 0.05
"""How long a file is to be as it is before c2c reads it: programs save in pieces, and in several steps."""
LONGER: Final = 0.25
"""The same after it was replaced, where nobody can tell who has it open: a program may have read it and be about to write."""


def wait_until_quiet(path: Path, seconds: float = SECONDS) -> None:
    """Wait until a file has been as it is for a moment. One that was last changed before that costs nothing.

    Raises Busy if it is changed again and again. What is not there is quiet.
    """
    until = time.monotonic() + seconds
    seen = _stamp(path)
    if not _is_recent(seen):
        return
    while True:
        time.sleep(QUIET)
        now = _stamp(path)
        if now == seen:
            return
        if time.monotonic() > until:
            raise Busy(str(path.parent))
        seen = now


def _stamp(path: Path) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


def _is_recent(status: os.stat_result | None) -> bool:
    """Whether it was changed just now; a change in the future is that of a file server whose clock is ahead."""
    return status is not None and status.st_ctime > time.time() - QUIET
