"""The command line: parse, ask, print, return a code. `command` is what `c2c` runs."""

import gc
import os
import sys
from types import FrameType

INTERRUPTED = 130


def command() -> None:
    """Run c2c with the process's arguments, and end the process: never returns.

    Python's own end takes every module apart to give back memory that the system takes anyway, which is a twelfth of the
    time of `c2c status`: mypy ends its runs in this way too. What was said is flushed by then, and nothing else waits for an end.
    """
    os._exit(main())


def main() -> int:
    """Run c2c with the process's arguments; returns the exit code."""
    gc.disable()  # c2c makes no cycles that matter, and a run is short: loading takes a third less time
    try:
        if sys.argv[1:] == ["--version"] and sys.stdout is not None:
            return _say_version()
        _end_when_interrupted()
        from c2c.cli.app import run

        return run()
    except KeyboardInterrupt:  # before that
        return INTERRUPTED


def _end_when_interrupted() -> None:
    """Let Control-C end the process at once, and silently.

    As an exception it would come out of whatever runs, and what calls Python from C (pydantic does) prints it and goes on.
    Where a file is written it waits until that is done: see c2c.writing. Whoever has it ignored wants that.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def _end(number: int, frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


def _say_version() -> int:
    """Say the version before anything is imported: every script and every prompt asks."""
    from c2c import __version__

    try:
        sys.stdout.write(f"c2c {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        from c2c.cli.aside import unwritten

        return unwritten(error, 0)
    return 0
