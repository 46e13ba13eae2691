"""A workspace as it was at a revision: git gives all of its files at once, before anything is asked of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from c2c.errors import BadRevision, NothingThen, TooMuchThen
from c2c.git import Blob, Repository, TooLarge
from c2c.source import MAX_BYTES, Disk, Memory, Problem
from c2c.source.files import too_large
from c2c.source.trees import LINK, SUBMODULE
from c2c.workspace import CONFIG, KINDS, Workspace

MAX_TOTAL: Final = 512 * MAX_BYTES
"""The most that a revision's data may take together, 512 MiB: some 70,000 partnerships."""

_NO_DATA: Final = Problem("not_read", facts={"what": "a file", "suffix": ""})


def workspace_at(root: Path, revision: str) -> Workspace:
    """The workspace with this root as it was at a revision.

    Raises NoGit, NotARepository, Dubious, BadRevision, NothingThen, TooMuchThen, MissingContent, GitFailed.
    """
    repository = Repository.of(root)
    tree = tree_at(repository, repository.commit(revision), said=revision)
    if not any(tree.has(name) for name in (CONFIG, *(f"data/{kind.folder}" for kind in KINDS))):
        raise NothingThen(revision, str(root))
    return Workspace.open(root, tree)


def parted_at(root: Path, one: str, other: str) -> str:
    """The commit at which two revisions parted: what either changed since, it changed itself.

    Raises what keeps git from telling, and BadRevision if they have none in common.
    """
    repository = Repository.of(root)
    found = repository.merge_base(repository.commit(one), repository.commit(other))
    if found is None:
        help = "in a shallow clone `git fetch --unshallow` may bring it" if repository.is_shallow else ""
        raise BadRevision(one, f"has no commit in common with {other}", help)
    return found


def tree_at(repository: Repository, commit: str, *paths: str, said: str = "") -> Memory:
    """The files of a commit that are a workspace's, or those of some paths, read; `said` is how the user calls the commit.

    They are in memory, so that processes that share the work need not ask git again.
    """
    blobs = repository.files(commit, *(paths or (CONFIG, "c2c.yml", "data")))
    files = {name: _unread(blob) for name, blob in blobs.items()}
    wanted = [blob for blob in blobs.values() if blob.is_file and blob.name.endswith(".yaml")]
    total = 0
    for blob, content in _contents(repository, wanted):
        files[blob.name] = too_large(content.size) if isinstance(content, TooLarge) else content
        total += 0 if isinstance(content, TooLarge) else len(content)
        if total > MAX_TOTAL:
            raise TooMuchThen(said or commit, MAX_TOTAL)
    return Memory(files)


def _contents(repository: Repository, blobs: list[Blob]) -> Iterator[tuple[Blob, bytes | TooLarge]]:
    """What is in each. What has not changed since is read from the disk, where it need not be unpacked."""
    disk = Disk(repository.folder)
    changed = []
    for blob in blobs:
        content = disk.read(blob.name)
        if isinstance(content, bytes) and blob.holds(content):
            yield blob, content
        else:
            changed.append(blob)
    yield from zip(changed, repository.contents(changed, MAX_BYTES), strict=True)


def _unread(blob: Blob) -> bytes | Problem:
    """What stands for a file that is not read."""
    return LINK if blob.is_link else SUBMODULE if blob.is_submodule else _NO_DATA
