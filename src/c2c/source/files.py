"""Bytes from a path that may be anything: only regular files are opened, and never more than a bound is read."""

import os
import stat
from pathlib import Path

from c2c.source.text import Problem

MAX_BYTES = 1_048_576
"""The largest data file, 1 MiB: about 4,000 actions. A partnership of the sources takes 20 kB."""

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str | Path) -> bytes | Problem:
    """The file's bytes, or what keeps them from being read. Never blocks, never follows a link, never raises."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            return Problem("not_a_file", facts={"what": _link(path)})
        if not stat.S_ISREG(status.st_mode):
            return Problem("not_a_file", facts={"what": _kind(status.st_mode)})
        descriptor = os.open(path, _OPEN)
        try:
            content = _read(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return Problem("unreadable", facts={"why": (error.strerror or str(error)).lower()})
    return too_large(status.st_size) if len(content) > MAX_BYTES else content


def too_large(size: int) -> Problem:
    """What is wrong with a file of more than MAX_BYTES."""
    return Problem("too_large", facts={"size": str(size), "bound": str(MAX_BYTES)})


def _read(descriptor: int) -> bytes:
    """At most one byte more than the bound, so that a file that grows meanwhile cannot fill the memory."""
    pieces = []
    left = MAX_BYTES + 1
    while left > 0 and (piece := os.read(descriptor, left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _link(path: str | Path) -> str:
    return "a symbolic link" if Path(path).exists() else "a symbolic link to nothing"


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((name for test, name in kinds if test(mode)), "a device")
