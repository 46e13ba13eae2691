"""What a disk may hold after a power cut at any moment of the writing, from the system calls that were made.

The model, which is harsher than any file system that is in use:

- What was written to a file is on disk for certain once the file was fsynced. Before, there may be any part of it from its
  beginning, nothing, or zeros in its place.
- What was done to names (create, rename, exchange, link, unlink) is on disk for certain once the folder was fsynced. Before,
  any of it may be there and any other not, in whatever order; each is there whole or not at all.
- Cutting a file short (O_TRUNC, ftruncate) is like writing: it may be there or not, whatever else is.
- A disk keeps what it says that it keeps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations

from torture.figures import Figures
from torture.systemcalls import Call, Tried

_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
Names = dict[str, int | None]


@dataclass
class File:
    """A file's content for certain, what was done to it since, and what all of that makes."""

    certain: bytes = b""
    now: bytes = b""
    states: list[bytes] = field(default_factory=list)

    def change(self, now: bytes) -> None:
        """Something was written, or cut."""
        parts = (now[: len(now) // 2], bytes(len(now)), now)
        self.states += parts
        self.now = now

    def sync(self) -> None:
        """All of it is on disk."""
        self.certain, self.states = self.now, []

    def possible(self) -> set[bytes]:
        """What a disk may hold of it."""
        return {self.certain, *self.states}


@dataclass
class Disk:
    """Files by number, their names for certain, and what was done to the names since."""

    files: list[File]
    certain: Names
    now: Names
    done: list[Names] = field(default_factory=list)

    def rename(self, change: Names) -> None:
        """Something was done to names, all at once."""
        self.done.append(change)
        self.now = {**self.now, **change}

    def sync(self) -> None:
        """The names are on disk."""
        self.certain, self.done = dict(self.now), []

    def possible(self, name: str) -> Iterator[bytes | None]:
        """What a disk may hold under a name; None if nothing."""
        subsets = chain.from_iterable(combinations(self.done, size) for size in range(len(self.done) + 1))
        for subset in subsets:
            names = dict(self.certain)
            for change in subset:
                names.update(change)
            number = names.get(name)
            yield from (None,) if number is None else self.files[number].possible()


def cuts(tried: Tried) -> Figures:
    """Cut the power before and after every call; a state of the disk counts once for every moment in which it may be."""
    stage = tried.stage
    name = stage.file.name
    disk = Disk([File(stage.old, stage.old)], {name: 0}, {name: 0})
    figures = _states(disk, name, (stage.old, stage.new))
    opened: dict[str, int | str] = {}
    for call in tried.calls():
        if _apply(disk, opened, call, stage.new):
            figures += _states(disk, name, (stage.old, stage.new))
    done = set(disk.possible(name))
    assert disk.files[disk.now[name] or 0].now == stage.new, "the trace was not understood"
    return figures + Figures(lost=len(done - {stage.new}))


def _states(disk: Disk, name: str, whole: tuple[bytes, bytes]) -> Figures:
    states = list(disk.possible(name))
    return Figures(tried=len(states), torn=sum(state not in whole for state in states))


def _apply(disk: Disk, opened: dict[str, int | str], call: Call, new: bytes) -> bool:
    """Do to a disk what a call did; whether it changed anything. `opened` has what descriptors are: a file, or a folder."""
    if call.result.startswith("-") or call.name not in _EFFECTS:
        return False
    names = [text.rpartition("/")[2] for text in _TEXT.findall(call.arguments)]
    descriptor = call.arguments.partition(",")[0]
    return _EFFECTS[call.name](disk, opened, _Effect(call, names, descriptor, new))


@dataclass(frozen=True)
class _Effect:
    call: Call
    names: list[str]
    descriptor: str
    new: bytes


def _open(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    name, arguments = effect.names[0], effect.call.arguments
    if "O_DIRECTORY" in arguments or (name not in disk.now and "O_CREAT" not in arguments):
        opened[effect.call.result] = "folder"
        return False
    is_new = disk.now.get(name) is None
    if is_new:
        disk.files.append(File())
        disk.rename({name: len(disk.files) - 1})
    number = disk.now[name]
    assert number is not None
    opened[effect.call.result] = number
    if "O_TRUNC" in arguments and not is_new:
        disk.files[number].change(b"")
    return is_new or "O_TRUNC" in arguments


def _write(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    number = opened.get(effect.descriptor)
    if not isinstance(number, int):
        return False
    file = disk.files[number]
    length = int(effect.call.result)
    file.change(file.now + effect.new[len(file.now) : len(file.now) + length])
    return True


def _sync(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    number = opened.get(effect.descriptor)
    (disk.files[number] if isinstance(number, int) else disk).sync()
    return True


def _close(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    opened.pop(effect.descriptor, None)
    return False


def _rename(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    one, other = effect.names[:2]
    left = disk.now.get(other) if "RENAME_EXCHANGE" in effect.call.arguments else None
    disk.rename({other: disk.now[one], one: left})
    return True


def _link(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    one, other = effect.names[:2]
    disk.rename({other: disk.now[one]})
    return True


def _unlink(disk: Disk, opened: dict[str, int | str], effect: _Effect) -> bool:
    disk.rename({effect.names[0]: None})
    return True


_EFFECTS = {
    "openat": _open,
    "write": _write,
    "fsync": _sync,
    "fdatasync": _sync,
    "close": _close,
    "rename": _rename,
    "renameat": _rename,
    "renameat2": _rename,
    "link": _link,
    "linkat": _link,
    "unlink": _unlink,
    "unlinkat": _unlink,
}
