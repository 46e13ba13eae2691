"""Two names change places in one step, or a name is given only if it is free; where a machine has neither, the best there is."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Final

from c2c.errors import OutputError
from c2c.writing.folder import reason

MAYBE: Final = "it may hold the change already: look before you try again"
"""What there is to do where what was done could not be undone."""
_NOREPLACE: Final = 1
_EXCHANGE: Final = 2
_NOT_HERE: Final = frozenset((errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM))
"""What a kernel, a file system or a sandbox answers that does not know the call."""


def prepare() -> None:
    """Load what is needed, so that there is no more to it than the call when it is time."""
    _function()


def swap(folder: int, temporary: str, name: str) -> bool:
    """Let a finished file and the file of a name change places; whether what was there can be looked at.

    Without `renameat2`, what was there gets a second name first: then a whole save between the two steps can be lost, one
    that is written into the file cannot. Without second names (FAT) it is replaced, and there is nothing to look at.
    """
    try:
        _renameat2(folder, temporary, name, _EXCHANGE)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        return _swap_by_links(folder, temporary, name)
    return True


def move(folder: int, temporary: str, name: str) -> None:
    """Give a file a name that nothing has. Raises FileExistsError."""
    try:
        _renameat2(folder, temporary, name, _NOREPLACE)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
        os.unlink(temporary, dir_fd=folder)


def _renameat2(folder: int, one: str, other: str, flag: int) -> None:
    call = _function()
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    number = call(folder, os.fsencode(one), folder, os.fsencode(other), flag)
    if number:
        raise OSError(number, os.strerror(number), other)


@cache
def _function() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """`renameat2` of Linux, as a function that returns the number of the error; None where there is none."""
    try:
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
    except (ImportError, OSError):  # a Python that was built without it
        return None
    if not hasattr(library, "renameat2"):
        return None
    call = library.renameat2
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return lambda *arguments: ctypes.get_errno() if call(*arguments) else 0


def _swap_by_links(folder: int, temporary: str, name: str) -> bool:
    second = _second(temporary)
    try:
        os.link(name, second, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        return False
    try:
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        with suppress(OSError):
            os.unlink(second, dir_fd=folder)
        raise
    try:
        os.rename(second, temporary, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError as error:
        try:
            os.replace(second, name, src_dir_fd=folder, dst_dir_fd=folder)
        except OSError:
            raise OutputError(f"{name} cannot be written: {reason(error)}", MAYBE) from None
        raise
    return True


def _second(temporary: str) -> str:
    """A name that a later run reads as it reads the temporary one: with one digit more."""
    beginning, number, suffix = temporary.rsplit(".", 2)
    return f"{beginning}.{number}0.{suffix}"
