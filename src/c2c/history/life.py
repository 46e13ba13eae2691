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


class _Subject(NamedTuple):
    """What the life is of, as it was called at the time: a file, and the id of a thing in it, or all of the file."""

    name: str
    id: str | None


def life(repository: Repository, now: Tree, name: str, id: str | None) -> Iterator[Chapter]:
    """The chapters of a file's record, or of one thing in it by its id. Those that changed nothing by meaning are left out.

    `now` has the file as it is on disk, where it can be read. A commit that left it unreadable is passed over: what mended it
    is compared with what was there before. Raises what keeps git from telling.
    """
    subject = _Subject(name, id)
    head = repository.commit("HEAD")
    found, subject = _changed(_last_read(repository, head, name), _only(now, name), subject)
    if found:
        yield Chapter(None, found)
    start: str | None = head
    while start is not None:
        commits, start = repository.history([subject.name], start), None
        for commit in commits:
            before, after = _states(repository, commit, subject.name)
            found, older = _changed(before, after, subject)
            if found:
                yield Chapter(commit, found)
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
    before = _last_read(repository, parent, name)
    if before.has(name):
        return before, after
    folder = name.rpartition("/")[0]
    there = repository.files(commit.commit, folder)
    gone = [each for each in repository.files(parent, folder) if each not in there]
    return tree_at(repository, parent, *gone) if gone else Memory({}), after


def _last_read(repository: Repository, commit: str, name: str) -> Memory:
    """The file as of a commit: as it is there, or was when it could be read last. Nothing, if it never could since it came."""
    tree = tree_at(repository, commit, name)
    older = repository.history([name], commit)
    while tree.has(name) and not _is_read(tree, name):
        change = next(older, None)
        tree = tree_at(repository, change.commit, name) if change else Memory({})
    return tree


def _is_read(tree: Memory, name: str) -> bool:
    space = Workspace.open(Path(), tree)
    return all(space.read(each).record is not None for each in space.entries if each.name == name)


def _only(tree: Tree, name: str) -> Memory:
    return Memory({name: tree.read(name)} if tree.has(name) else {})


def _changed(before: Memory, after: Memory, subject: _Subject) -> tuple[tuple[Change, ...], _Subject]:
    """What changed in the subject, and what it was called before."""
    states = (Workspace.open(Path(), tree) for tree in (before, after))
    found = next((each for each in compare(*states).differences if _is_of(each, subject.name)), None)
    if found is None:
        return (), subject
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
