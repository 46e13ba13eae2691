"""A file for the user: written whole or not at all."""

import os
import stat
from pathlib import Path

from c2c.cli.locking import TEMPORARY
from c2c.errors import ChangedMeanwhile, OutputError


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe, as far as it takes it. Raises OutputError."""
    content = text.encode("utf-8")
    try:
        if path.is_dir():
            raise OutputError(f"{path} cannot be written: it is a folder", "name a file, such as report.html")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # /dev/null stays what it is
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from None


def replace_unchanged(path: Path, before: bytes, content: bytes) -> None:
    """Put new content in the place of a data file's, if that is still what c2c has read.

    Raises ChangedMeanwhile, and OutputError if it cannot be written.
    """
    try:
        if not os.access(path, os.W_OK):
            raise OutputError(f"{path} cannot be written: permission denied", "see who may write the file")
        _replace(path, content, before)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _replace(path: Path, content: bytes, before: bytes | None = None) -> None:
    """Put a finished file in the place of the old one, which is to be as it was `before`."""
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.", suffix=TEMPORARY)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        if before is not None and path.read_bytes() != before:
            raise ChangedMeanwhile(str(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions that the file has, or that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
