"""What c2c says beside the result, on standard error: what is wrong, and what to do."""

import os
import sys
from io import TextIOWrapper


def tell(message: str, help: str = "") -> None:
    """Say something, and how to mend it. If standard error cannot be written, nothing can be said."""
    from c2c.export.inert import inert

    text = f"{inert(message)}\n" + (f"   help: {inert(help)}\n" if help else "")
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


def drop(stream: object) -> None:
    """Point a stream to nowhere, so that Python does not complain about it at its end."""
    if isinstance(stream, TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
