"""The workspace: find the root, list what is in it, load one file or all. Nothing here writes."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from c2c.diagnostics import Route, Span
from c2c.errors import NoWorkspace
from c2c.model.base import Record
from c2c.model.config import Config
from c2c.model.loading import Loaded, load
from c2c.source import Disk, Problem, Source, Tree
from c2c.vocab import CHAPTERS

CONFIG: Final = "c2c.yaml"
IGNORED: Final = frozenset(("README.md", "LICENSE"))
"""Files beside the data that are no data. Names that begin with a dot are passed over too."""


class Kind(NamedTuple):
    """A kind of file, and its folder under data/."""

    name: str
    folder: str


CITY: Final = Kind("city", "cities")
PARTNERSHIP: Final = Kind("partnership", "partnerships")
SOURCE: Final = Kind("source", "sources")
GUIDEBOOK: Final = Kind("chapter of the guidebook", "guidebook")
"""What a workspace adds to the guidebook: the file's name is the chapter's, and says which model it has."""
_CONFIG: Final = Kind("configuration", "")
KINDS: Final = (CITY, PARTNERSHIP, SOURCE, GUIDEBOOK)


class Entry(NamedTuple):
    """A file that is there: `name` is its path from the root, with slashes; the file's name is the id."""

    kind: Kind
    id: str
    name: str


class File(NamedTuple):
    """A file that was read."""

    entry: Entry
    source: Source
    loaded: Loaded

    @property
    def record(self) -> Record | None:
        """The record, if the whole file could be read and all of it fits."""
        return self.loaded.record if self.source.whole else None

    @property
    def rest(self) -> Record | None:
        """The record, or what is left of it without what does not fit; the rules speak of that."""
        return self.loaded.record or self.loaded.rest

    def span(self, route: Route, on_key: bool = False) -> Span:
        """Where a route of the record (or of its rest) stands in the file."""
        return self.source.span(self.loaded.original(route), on_key)

    def is_complete(self, route: Route) -> bool:
        """Whether all that the file says at a route of the file was read and fits."""
        if self.source.data is None or not self.source.is_complete(route):
            return False
        wrong = (problem.route or () for problem in self.loaded.problems)
        return not any(at[: len(route)] == route[: len(at)] for at in wrong)

    def fits(self, route: Route) -> bool:
        """Whether what stands at a route of the file is what the file says, and not taken for something missing."""
        wrong = (problem.route or () for problem in self.loaded.problems)
        return not any(route[: len(at)] == at for at in wrong)


class Stray(NamedTuple):
    """Something under data/ that c2c does not read, and why."""

    name: str
    problem: Problem


class Workspace:
    """A folder with c2c.yaml and data/. Opening lists the files; each is read when it is asked for.

    `tree` is where the files come from: the disk, a revision, or memory. `root` is the folder on disk in any case.
    """

    def __init__(self, root: Path, tree: Tree, entries: tuple[Entry, ...], strays: tuple[Stray, ...]) -> None:
        self.root = root
        self.tree = tree
        self.entries = entries
        self.strays = strays

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The workspace at `start` or above it. Raises NoWorkspace."""
        for folder in (start.absolute(), *start.absolute().parents):
            if _is_root(folder):
                return cls.open(folder)
        raise NoWorkspace(str(start))

    @classmethod
    def open(cls, root: Path, tree: Tree | None = None) -> "Workspace":
        """The workspace whose root this is, with the files that are there now, or with those of a tree."""
        tree = tree or Disk(root)
        entries: list[Entry] = []
        strays: list[Stray] = []
        if tree.has("c2c.yml"):
            strays.append(Stray("c2c.yml", Problem("not_read", facts={"what": "a file", "suffix": "yml"})))
        kinds = {kind.folder: kind for kind in KINDS}
        for name, is_folder in _names_in(tree, "data", strays):
            if name in kinds:
                _list_folder(tree, kinds[name], entries, strays)
            else:
                strays.append(
                    _stray("data", name, is_folder, {"name": printable(name), "known": ", ".join(kinds)})
                )
        return cls(root, tree, tuple(entries), tuple(sorted(strays, key=lambda stray: stray.name)))

    @property
    def is_of_now(self) -> bool:
        """Whether its files are those on disk, and not those of a revision or of a change to come."""
        return isinstance(self.tree, Disk)

    @cached_property
    def config_file(self) -> File | None:
        """The file c2c.yaml, if there is one."""
        entry = Entry(_CONFIG, CONFIG, CONFIG)
        return self.read(entry) if self.tree.has(CONFIG) else None

    @cached_property
    def config(self) -> Config:
        """What c2c.yaml says, as far as it fits; the defaults, if there is none or it cannot be read."""
        record = self.config_file.rest if self.config_file else None
        return record if isinstance(record, Config) else Config()

    def ids(self, kind: Kind) -> list[str]:
        """The ids of one kind, in order."""
        return [entry.id for entry in self.entries if entry.kind == kind]

    def source(self, entry: Entry) -> Source:
        """The text of one file and the data in it. Never raises for what is in it."""
        return Source.of(self.tree.read(entry.name), printable(entry.name))

    def read(self, entry: Entry) -> File:
        """Read one file. Never raises for what is in it."""
        return file_of(entry, self.source(entry))

    def files(self, kind: Kind, ids: Iterable[str] | None = None) -> Iterator[File]:
        """Read the files of one kind one by one: all of them in the order of their ids, or those named, as named."""
        entries = [entry for entry in self.entries if entry.kind == kind]
        if ids is not None:
            named = {entry.id: entry for entry in entries}
            entries = [named[id] for id in dict.fromkeys(ids) if id in named]
        yield from map(self.read, entries)


def file_of(entry: Entry, source: Source) -> File:
    """A file with this text in it."""
    return File(entry, source, Loaded(None) if source.data is None else load(model_of(entry), source.data))


def model_of(entry: Entry) -> type[Record]:
    """The model of what is in a file. Each is loaded when the first such file is read: that costs more than reading."""
    if entry.kind == PARTNERSHIP:
        from c2c.model.partnership import Partnership

        return Partnership
    if entry.kind == CITY:
        from c2c.model.city import City

        return City
    if entry.kind == SOURCE:
        from c2c.model.document import Document

        return Document
    if entry.kind == GUIDEBOOK:
        from c2c.model.guidebook import chapter_model

        return chapter_model(entry.id)
    return Config


def _is_root(folder: Path) -> bool:
    try:
        return (folder / CONFIG).is_file() or any((folder / "data" / kind.folder).is_dir() for kind in KINDS)
    except OSError:  # a folder above that may not be looked into is no workspace of this user's
        return False


def _list_folder(tree: Tree, kind: Kind, entries: list[Entry], strays: list[Stray]) -> None:
    """Sort what is in a kind's folder into files to read and strays, in the order of their names."""
    folder = f"data/{kind.folder}"
    for name, is_folder in _names_in(tree, folder, strays):
        stem, _, suffix = name.rpartition(".")
        if kind == GUIDEBOOK and suffix == "yaml" and stem not in CHAPTERS:
            facts = {"name": printable(stem), "chapters": ", ".join(CHAPTERS)}
            strays.append(_stray(folder, name, is_folder, facts))
        elif suffix == "yaml" and stem:
            entries.append(Entry(kind, printable(unicodedata.normalize("NFC", stem)), f"{folder}/{name}"))
        else:
            strays.append(_stray(folder, name, is_folder, {"suffix": suffix if stem else ""}))


def _stray(folder: str, name: str, is_folder: bool, facts: dict[str, str]) -> Stray:
    what = "a folder" if is_folder else "a file"
    return Stray(
        f"{folder}/{printable(name)}", Problem("not_read", facts={"what": what, "suffix": "", **facts})
    )


def _names_in(tree: Tree, folder: str, strays: list[Stray]) -> list[tuple[str, bool]]:
    """The names in a folder of data, and which are folders, in order."""
    found = tree.names(folder)
    if isinstance(found, Problem):
        strays.append(Stray(folder, found))
        return []
    return [
        (name, is_folder) for name, is_folder in found if not name.startswith(".") and name not in IGNORED
    ]


def printable(name: str) -> str:
    """A file's name as it can be shown: surrogates of undecodable bytes and control characters are replaced."""
    if name.isprintable():
        return name
    return "".join(character if character.isprintable() else "�" for character in name)
