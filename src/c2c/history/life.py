"""The life of a record: what each revision changed in it, the newest first, also from before it was called as it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from c2c.git import Change as Commit
from c2c.git import Repository
from c2c.history.comparing import Change, How
from c2c.history.difference import Difference, compare
from c2c.revision import tree_at
from c2c.source import Memory, Tree
from c2c.workspace import Workspace


class Chapter(NamedTuple):
    """What one commit changed in a record; what is not committed yet has no commit."""

    commit: Commit | None
    changes: tuple[Change, ...]


class _State(NamedTuple):
    """The file as a commit left it; as it is on disk, without one."""

    commit: Commit | None
    files: Memory


class _Subject(NamedTuple):
    """What the life is of, as it was called at the time: a file, and the id of a thing in it, or all of the file."""

    name: str
    id: str | None


def life(repository: Repository, now: Tree, name: str, id: str | None) -> Iterator[Chapter]:
    """The chapters of a file's record, or of one thing in it by its id. Those that changed nothing by meaning are left out.

    `now` has the file as it is on disk, where it can be read. A commit that left it unreadable is passed over: what came next
    is compared with what was there before. Raises what keeps git from telling.
    """
    subject = _Subject(name, id)
    head = repository.commit("HEAD")
    disk = _State(None, _only(now, name))
    chapters, subject, later = _told(tree_at(repository, head, name), disk, subject)
    yield from chapters
    start: str | None = head
    while start is not None:
        commits, start = repository.history([subject.name], start), None
        for commit in commits:
            before, after = _states(repository, commit, subject.name)
            chapters, older, later = _told(before, later or _State(commit, after), subject)
            yield from chapters
            if older.name != subject.name:
                start = commit.parents[0]
            subject = older
            if start is not None:
                break


def _states(repository: Repository, commit: Commit, name: str) -> tuple[Memory, Memory]:
    """The file before and after a commit; before one that brought it, the files of its folder that went with it."""
    after = tree_at(repository, commit.commit, name)
    if not commit.parents:
        return Memory({}), after
    parent = commit.parents[0]
    before = tree_at(repository, parent, name)
    if before.has(name):
        return before, after
    folder = name.rpartition("/")[0]
    there = repository.files(commit.commit, folder)
    gone = [each for each in repository.files(parent, folder) if each not in there]
    return tree_at(repository, parent, *gone) if gone else Memory({}), after


def _only(tree: Tree, name: str) -> Memory:
    return Memory({name: tree.read(name)} if tree.has(name) else {})


class _Told(NamedTuple):
    """The chapter of a state, if it has one; what the subject was called before; the state, if it is still to be compared."""

    chapters: tuple[Chapter, ...]
    subject: _Subject
    later: _State | None = None


def _told(before: Memory, after: _State, subject: _Subject) -> _Told:
    """What a state changed in the subject; nothing yet, if only what was before it cannot be read."""
    earlier, later = (Workspace.open(Path(), tree) for tree in (before, after.files))
    found = compare(earlier, later)
    if subject.name in found.left_out:
        is_read = all(later.read(each).record for each in later.entries if each.name == subject.name)
        return _Told((), subject, after if is_read else None)
    of_file = next((each for each in found.differences if _is_of(each, subject.name)), None)
    if of_file is None:
        return _Told((), subject)
    changes, older = _changed(of_file, subject)
    return _Told((Chapter(after.commit, changes),) if changes else (), older)


def _changed(found: Difference, subject: _Subject) -> tuple[tuple[Change, ...], _Subject]:
    """What changed in the subject, and what it was called before."""
    name = found.before.entry.name if found.before else subject.name
    if subject.id is None:
        return found.changes, _Subject(name, None)
    return _of_thing(found, name, subject.id)


def _is_of(difference: Difference, name: str) -> bool:
    return name in {file.entry.name for file in (difference.before, difference.after) if file}


def _of_thing(difference: Difference, name: str, id: str) -> tuple[tuple[Change, ...], _Subject]:
    """The changes of a thing in a file, also where all that it stands in came or went with it."""
    for old, new in difference.pairs:
        thing = new or old
        if thing is None or thing.id != id or thing.above is None:
            continue
        if old and new:
            found = tuple(each for each in difference.changes if each.thing.key == new.key and each.field)
            return found, _Subject(name, old.id)
        how = How.ADDED if new else How.REMOVED
        change = Change(thing, "", how, old.record if old else None, new.record if new else None)
        return (change,), _Subject(name, id)
    return (), _Subject(name, id)
