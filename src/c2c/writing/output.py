"""A file that somebody asked c2c for, such as a report: written whole or not at all, in the place of what had its name."""

import os
import stat
from pathlib import Path

from c2c.errors import OutputError
from c2c.writing.folder import told_if_unwritten, undisturbed


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe, as far as it takes it. Raises OutputError."""
    content = text.encode("utf-8")
    with told_if_unwritten(path):
        if path.is_dir():
            raise OutputError(f"{path} cannot be written: it is a folder", "name a file, such as report.html")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # /dev/null stays what it is
        else:
            _replace(path.resolve(), content)


def _replace(path: Path, content: bytes) -> None:
    """Put a finished file in the place of the old one, which need not be there; with its permissions, if it is."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.c2c-output")
    with undisturbed():
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                temporary.chmod(stat.S_IMODE(path.stat().st_mode))
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
