"""One writer at a time in a folder of data: a lock of the kernel, which dies with its process whatever kills it."""

import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from c2c.errors import Busy, OutputError
from c2c.writing.folder import opened, reason
from c2c.writing.leftovers import clean
from c2c.writing.quiet import SECONDS

_PAUSE: Final = 0.01


class Lock:
    """The lock of a folder, held from the start until `release`, or until the process ends.

    What a writer left behind that was killed is cleaned away: while the lock is held nobody else writes there. `kept` names
    what was found that nobody has seen: somebody's save, which now stands beside its file.
    Raises Busy if somebody else holds it for too long, OutputError where there can be none.
    """

    def __init__(self, folder: Path, seconds: float = SECONDS) -> None:
        with ExitStack() as until_it_holds:
            try:
                self._descriptor = until_it_holds.enter_context(opened(folder))
                _wait(self._descriptor, folder, seconds)
                self.kept = clean(self._descriptor)
            except OSError as error:
                raise OutputError(f"{folder} cannot be locked: {reason(error)}") from None
            self._held = until_it_holds.pop_all()

    def release(self) -> None:
        """Let the next one write."""
        self._held.close()


def _wait(descriptor: int, folder: Path, seconds: float) -> None:
    """Wait for the lock in turn: the kernel lets those who wait have it in the order in which they came."""
    import fcntl

    try:
        with _alarm(seconds):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    except _NoAlarm:
        _try_again_and_again(descriptor, folder, seconds)
    except TimeoutError:
        raise Busy(str(folder)) from None


def _try_again_and_again(descriptor: int, folder: Path, seconds: float) -> None:
    import fcntl

    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise Busy(str(folder)) from None
            time.sleep(_PAUSE)


class _NoAlarm(Exception):
    """Only the main thread of a program can be woken."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes longer. Raises _NoAlarm outside the main thread."""

    def late(*_: object) -> None:
        raise TimeoutError

    try:
        before = signal.signal(signal.SIGALRM, late)
    except ValueError:
        raise _NoAlarm from None
    try:
        signal.setitimer(signal.ITIMER_REAL, max(seconds, _PAUSE))
        yield
    finally:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
        finally:  # it may come at this very moment
            signal.signal(signal.SIGALRM, before)
