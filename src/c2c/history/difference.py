"""The difference between two states of a workspace: file by file, what changed in it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from c2c.history.comparing import Change, Pair, changes, pairs, same_things
from c2c.history.things import Thing, things
from c2c.workspace import CITY, GUIDEBOOK, PARTNERSHIP, SOURCE, Entry, File, Workspace


class Difference(NamedTuple):
    """What changed in one file, which is None where it was or is not there: its things, pair by pair, and the changes."""

    before: File | None
    after: File | None
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]

    @property
    def thing(self) -> Thing:
        """The record of the whole file: the newer one, unless the file went."""
        file = self.after or self.before
        assert file is not None
        return _things(file)[0]

    @property
    def name(self) -> str:
        """The path of the newer file; of one that went, where it was."""
        file = self.after or self.before
        assert file is not None
        return file.source.name


class Comparison(NamedTuple):
    """What changed, and the files that differ and cannot be compared, as one of the states cannot be read."""

    differences: tuple[Difference, ...]
    left_out: tuple[str, ...]


def compare(before: Workspace, after: Workspace) -> Comparison:
    """What changed from one state of a workspace to another: partnerships first, then the rest, by id.

    A record that has another file now, and kept its title or most of its fields, was renamed.
    """
    readable: list[_Files] = []
    left_out: list[str] = []
    for files in _changed(before, after):
        if all(file is None or file.record is not None for file in files):
            readable.append(files)
        else:
            left_out += [file.source.name for file in files if file][-1:]
    found = (_difference(*files) for files in _renamed(readable))
    return Comparison(tuple(each for each in found if each.changes), tuple(left_out))


def _difference(before: File | None, after: File | None) -> Difference:
    found = tuple(pairs(_things(before), _things(after)))
    return Difference(before, after, found, tuple(changes(found)))


class _Files(NamedTuple):
    before: File | None
    after: File | None


def _changed(before: Workspace, after: Workspace) -> Iterator[_Files]:
    """The files that are not byte for byte the same, as they were and as they are."""
    olds = {entry.name: entry for entry in _entries(before)}
    news = {entry.name: entry for entry in _entries(after)}
    for entry in sorted({**olds, **news}.values(), key=_order):
        old, new = olds.get(entry.name), news.get(entry.name)
        if not (old and new) or before.tree.read(entry.name) != after.tree.read(entry.name):
            yield _Files(before.read(old) if old else None, after.read(new) if new else None)


def _entries(workspace: Workspace) -> Iterator[Entry]:
    yield from workspace.entries
    if workspace.config_file:
        yield workspace.config_file.entry


def _order(entry: Entry) -> tuple[int, str]:
    """Partnerships first, for they are what people look for; then the rest as it is listed."""
    return _ORDER.get(entry.kind.name, len(_ORDER)), entry.name


_ORDER = {kind.name: number for number, kind in enumerate((PARTNERSHIP, CITY, SOURCE))}


def _things(file: File | None) -> list[Thing]:
    if file is None or file.record is None:
        return []
    what = _WHAT.get(file.entry.kind.name, file.entry.kind.name)
    return list(things(what, file.entry.id, file.record))


_WHAT = {GUIDEBOOK.name: "chapter"}


def _renamed(found: Iterable[_Files]) -> Iterator[_Files]:
    """The files, with one that went put before the one that took its place."""
    files = list(found)
    gone = {_things(each.before)[0].key: each.before for each in files if not each.after}
    came = [_things(each.after)[0] for each in files if not each.before]
    same = same_things((_things(each.before)[0] for each in files if not each.after), came)
    olds = {new: gone[old] for old, new in same.items()}
    for before, after in files:
        if after:
            yield _Files(before or olds.get(_things(after)[0].key), after)
        elif _things(before)[0].key not in same:
            yield _Files(before, after)
