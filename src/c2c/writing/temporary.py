"""Finished files beside the one that they are to replace, and the names by which a later run knows them.

While it is written a file has a name of its own (`.lyon.yaml.1234.c2c-new`): what bears it is nobody's only copy. When it is
finished and on disk it gets one that says what it is about to replace and by what (`.lyon.yaml.<before>-<after>.1234.c2c-edit`).
After the exchange that name holds what was there: if that is neither of the two, nobody has seen it.
"""

import os
import re
from contextlib import suppress
from hashlib import blake2b
from itertools import count
from typing import Final, NamedTuple

UNFINISHED: Final = ".c2c-new"
"""How the name of a file ends that is being written. No such file is data: it begins with a dot."""
FINISHED: Final = ".c2c-edit"
"""How it ends when the file takes its place, and when what was there waits to be looked at."""
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_DIGEST: Final = "[0-9a-f]{16}"
_LEFT: Final = re.compile(rf"\.(.+)\.({_DIGEST})-({_DIGEST})\.\d+{re.escape(FINISHED)}", re.DOTALL)


class Left(NamedTuple):
    """What a finished file's name says: the file that it was for, and the digests of what has been seen."""

    name: str
    seen: tuple[str, str]


def left_by(temporary: str) -> Left | None:
    """What the name of a finished file says; None if it is no such name."""
    found = _LEFT.fullmatch(temporary)
    return Left(found[1], (found[2], found[3])) if found else None


def digest(content: bytes) -> str:
    """Enough to tell one content of a file from another."""
    return blake2b(content, digest_size=8).hexdigest()


def finished(folder: int, name: str, before: bytes, content: bytes, like: os.stat_result | None) -> str:
    """Write content beside a file, as it is to be and on disk; returns the temporary name. Leaves nothing if it fails."""
    unfinished = written(folder, name, content, like)
    try:
        return _renamed(folder, unfinished, f".{name}.{digest(before)}-{digest(content)}")
    except BaseException:
        discard(folder, unfinished)
        raise


def written(folder: int, name: str, content: bytes, like: os.stat_result | None) -> str:
    """Write content to a new file whose owner and mode are `like` another's, and see to it that it is on disk."""
    descriptor, temporary = _opened(folder, name, 0o666 if like is None else 0o600)
    try:
        try:
            _write(descriptor, content)
            if like is not None:
                _dress(descriptor, like)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        discard(folder, temporary)
        raise
    return temporary


def discard(folder: int, temporary: str) -> None:
    """Take away what is nobody's only copy. Where that fails, the next run does it."""
    with suppress(OSError):
        os.unlink(temporary, dir_fd=folder)


def exists(folder: int, name: str) -> bool:
    """Whether anything has a name, be it a link to nothing."""
    try:
        os.lstat(name, dir_fd=folder)
    except FileNotFoundError:
        return False
    return True


def _opened(folder: int, name: str, mode: int) -> tuple[int, str]:
    """A file that was not there, with the mode that the process gives to new ones, or a stricter one."""
    for number in count(os.getpid()):
        temporary = f".{name}.{number}{UNFINISHED}"
        with suppress(FileExistsError):
            return os.open(temporary, _NEW, mode, dir_fd=folder), temporary
    raise AssertionError


def _renamed(folder: int, unfinished: str, beginning: str) -> str:
    """Give a file the first such name that is free. Nobody else gives such names: the folder is locked."""
    for number in count(os.getpid()):
        temporary = f"{beginning}.{number}{FINISHED}"
        if not exists(folder, temporary):
            os.rename(unfinished, temporary, src_dir_fd=folder, dst_dir_fd=folder)
            return temporary
    raise AssertionError


def _write(descriptor: int, content: bytes) -> None:
    """All of it: a disk that fills up takes a part and refuses the rest."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _dress(descriptor: int, like: os.stat_result) -> None:
    """The mode of the old file, and its owner and group where this user may give them."""
    mine = os.fstat(descriptor)
    for user, group in ((like.st_uid, -1), (-1, like.st_gid)):
        if user not in (-1, mine.st_uid) or group not in (-1, mine.st_gid):
            with suppress(PermissionError):
                os.fchown(descriptor, user, group)
    os.fchmod(descriptor, like.st_mode & 0o7777)
