"""What c2c says beside the result, on standard error: what is wrong, and what to do."""

import os
import sys
from typing import TextIO


def tell(message: str, help: str = "") -> None:
    """Say something, and how to mend it. If standard error cannot be written, nothing can be said."""
    from c2c.export.inert import inert

    text = f"{inert(message)}\n" + (f"   help: {inert(help)}\n" if help else "")
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


def unwritten(error: OSError, code: int) -> int:
    """Say that standard output cannot be written; returns the exit code, which is `code` if its reader has had enough."""
    from c2c.errors import OutputError

    drop(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return code
    tell(f"error: the output cannot be written: {reason(error)}")
    return OutputError.exit_code


def reason(error: OSError) -> str:
    """Why, in our style."""
    return (error.strerror or str(error)).lower()


def drop(stream: TextIO) -> None:
    """Point a stream to nowhere, so that Python does not complain at its end about what could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
