"""A file that is written, before and after, and what a writer that was killed leaves beside it."""

from pathlib import Path

from c2c.writing.temporary import digest

OLD, NEW, UNSEEN = b"old\n", b"new, and longer\n", b"what somebody saved\n"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def left(file: Path, content: bytes) -> Path:
    """What a writer that was killed after the exchange left beside a file."""
    path = file.with_name(f".{file.name}.{digest(OLD)}-{digest(NEW)}.1234.c2c-edit")
    path.write_bytes(content)
    return path
