"""Where a workspace's names and bytes come from: a folder on disk, or what is in memory already."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from c2c.source.files import MAX_BYTES, read_bytes, too_large
from c2c.source.text import Problem

LINK: Final = Problem("not_a_file", facts={"what": "a symbolic link"})
"""What stands for a symbolic link: it is never followed."""
SUBMODULE: Final = Problem("not_a_file", facts={"what": "a submodule"})
"""What stands for a folder that another repository fills."""


class Tree(Protocol):
    """Files by name: their paths from the workspace's root, with slashes."""

    def has(self, name: str) -> bool:
        """Whether there is anything of that name, whatever it is."""

    def names(self, folder: str) -> list[tuple[str, bool]] | Problem:
        """What is in a folder, in order, each with whether it is a folder; nothing, if it is not there."""

    def read(self, name: str) -> bytes | Problem:
        """A file's bytes, or what keeps them from being read. Never raises for what is there."""


@dataclass(frozen=True)
class Disk:
    """The files of a folder as they are now."""

    root: Path

    def has(self, name: str) -> bool:
        """Whether there is anything of that name; a link to nothing is something."""
        return os.path.lexists(self.root / name)

    def names(self, folder: str) -> list[tuple[str, bool]] | Problem:
        """What is in a folder; a link is not followed."""
        path = self.root / folder
        try:
            if path.is_symlink():
                return _as_folder(LINK)
            with os.scandir(path) as found:
                return sorted((item.name, item.is_dir(follow_symlinks=False)) for item in found)
        except FileNotFoundError:
            return []
        except OSError as error:
            return Problem("unreadable", facts={"why": (error.strerror or str(error)).lower()})

    def read(self, name: str) -> bytes | Problem:
        """A file's bytes: see read_bytes."""
        return read_bytes(self.root / name)


class Memory:
    """Files whose bytes, or what keeps them from being read, are in memory: of a revision, or of a change to come.

    It outlives a fork.
    """

    def __init__(self, files: Mapping[str, bytes | Problem]) -> None:
        self._files = files
        self._folders: dict[str, dict[str, bool]] = {}
        for name, content in files.items():
            self._list(name, content is SUBMODULE)

    def has(self, name: str) -> bool:
        """Whether there is a file or a folder of that name."""
        return name in self._files or name in self._folders

    def names(self, folder: str) -> list[tuple[str, bool]] | Problem:
        """What is in a folder. There are no empty ones."""
        content = self._files.get(folder)
        if content is LINK or content is SUBMODULE:
            return _as_folder(content)
        if content is not None:
            return Problem("unreadable", facts={"why": os.strerror(errno.ENOTDIR).lower()})
        return sorted(self._folders.get(folder, {}).items())

    def read(self, name: str) -> bytes | Problem:
        """A file's bytes."""
        content = self._files.get(name)
        if content is None and name in self._folders:
            return Problem("not_a_file", facts={"what": "a folder"})
        if content is None:
            return Problem("unreadable", facts={"why": os.strerror(errno.ENOENT).lower()})
        return too_large(len(content)) if isinstance(content, bytes) and len(content) > MAX_BYTES else content

    def _list(self, name: str, is_folder: bool) -> None:
        """Put a name into its folder, and that into its own, as far as that is not done yet."""
        while name:
            folder, _, last = name.rpartition("/")
            known = self._folders.setdefault(folder, {})
            if last in known:
                return
            known[last] = is_folder
            name, is_folder = folder, True


def _as_folder(problem: Problem) -> Problem:
    return problem._replace(facts={**problem.facts, "expected": "folder"})
