"""The one place that calls git: what a revision is, which files it has, what is in them, and who changed them.

Git's plumbing only: no command here asks the network, runs a filter or pages its output, and none but `configure` writes. What
a repository's configuration names is not run, also if the repository was made to hurt. Needs git 2.30.
"""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Final, NamedTuple

from c2c.errors import BadRevision, Dubious, GitFailed, MissingContent, NoGit, NotARepository

_OPTIONS: Final = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",  # a hash names the same bytes on every machine
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),  # names a program
    *("-c", "safe.bareRepository=explicit"),  # a folder of data that looks like a repository is none
)
_ENVIRONMENT: Final = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    # an older git does not know the line above: where no way to fetch is allowed, nothing is fetched either
    "GIT_ALLOW_PROTOCOL": "none",
}
_PIPE: Final = 65_536
"""How many bytes are taken from git at a time: as many as a pipe holds."""

_HASH: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_REFLOG: Final = re.compile(r"@\{(?!(?:u|upstream|push)\})", re.IGNORECASE)
_FORM: Final = ("%H", "%P", "%an", "%aI", "%s")


class Blob(NamedTuple):
    """A file of a revision: its name from the folder of the repository, git's mode, and the id of its content."""

    name: str
    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return self.mode.startswith("100")

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link; its content is where it points to."""
        return self.mode == "120000"

    @property
    def is_submodule(self) -> bool:
        """Whether it is a folder that another repository fills; nothing of that is here."""
        return self.mode == "160000"

    def holds(self, content: bytes) -> bool:
        """Whether these bytes are its content: its id is their hash, so git need not be asked."""
        make = hashlib.sha1 if len(self.id) == 40 else hashlib.sha256
        return make(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == self.id


class TooLarge(NamedTuple):
    """What stands for a content that is larger than one wants to read, with its size in bytes."""

    size: int


class Change(NamedTuple):
    """A commit that changed some files. `date` is the author's, as YYYY-MM-DDThh:mm:ss with its offset from UTC."""

    commit: str
    parents: tuple[str, ...]
    author: str
    date: str
    subject: str


@dataclass(frozen=True)
class Repository:
    """A repository as seen from a folder in it. `prefix` is that folder's path from the top, and ends with a slash.

    Names are from the folder on. Commits are full hashes, as `commit` gives them.
    """

    folder: Path
    prefix: str
    is_shallow: bool
    _program: str = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "Repository":
        """The repository that a folder is in. Raises NoGit, NotARepository, Dubious."""
        program = _found()
        wanted = ("--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
        done = _run(program, folder, "rev-parse", *wanted)
        if done.returncode != 0:
            raise _refusal(folder, done.stderr)
        inside, shallow, prefix = os.fsdecode(done.stdout).split("\n", 2)
        if inside != "true":
            raise NotARepository(str(folder))
        return cls(folder, prefix.removesuffix("\n"), shallow == "true", program)

    def commit(self, revision: str) -> str:
        """The hash of the commit that is meant by a branch, a tag, a hash or anything else that git knows one by.

        Raises BadRevision: also for what only this clone's reflog knows.
        """
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise BadRevision(revision, "is not a revision")
        if _REFLOG.search(revision):
            help = (
                "for how things stood on a day there is --as-of DATE; `git log` names commits by their hash"
            )
            raise BadRevision(revision, "is asked of this clone's own log, and no other clone has it", help)
        found = self._parsed(f"{revision}^{{commit}}")
        if found is None:
            raise self._bad(revision)
        return found

    def files(self, commit: str, *below: str) -> Mapping[str, Blob]:
        """The files of a commit by name, in git's order: those that are named, and those in folders that are."""
        listed = self._told("ls-tree", "-rz", _hash(commit), "--", *below)
        blobs = (_blob(line) for line in listed.split(b"\0") if line)
        return {blob.name: blob for blob in blobs}

    def contents(self, blobs: Sequence[Blob], bound: int) -> Iterator[bytes | TooLarge]:
        """What is in each, in order; what is larger than `bound` bytes is not read. Raises MissingContent.

        One process unpacks them all, while what it has unpacked is used; behind one that is too large another goes on.
        """
        done = 0
        while done < len(blobs):
            with self._unpacking(blobs[done:]) as told:
                for blob in blobs[done:]:
                    done += 1
                    size = _size(blob, told)
                    if size > bound:
                        yield TooLarge(size)
                        break
                    content = told.read(size)
                    if told.read(1) != b"\n":
                        raise MissingContent(blob.name)
                    yield content

    def history(self, paths: Iterable[str], commit: str) -> Iterator[Change]:
        """The commits up to one that changed any of the paths, newest first and none before what it builds on.

        A path is a file's or a folder's; renames are not followed. In a shallow clone the rest of the history is missing.
        """
        form = f"--format={'%n'.join(_FORM)}"
        told = self._told("rev-list", "--date-order", "--encoding=UTF-8", form, _hash(commit), "--", *paths)
        lines = iter(told.decode("utf-8", "replace").split("\n"))
        while next(lines):  # "commit" and its hash stands above each
            commit, parents, author, date, subject = islice(lines, len(_FORM))
            yield Change(commit, tuple(parents.split()), author, date, subject)

    def merge_base(self, one: str, other: str) -> str | None:
        """The best commit that both build on; None if there is none, or a shallow clone does not have it."""
        done = self._run("merge-base", _hash(one), _hash(other))
        if done.returncode not in (0, 1):
            raise GitFailed(_first_line(done.stderr))
        return done.stdout.decode().partition("\n")[0] or None

    def configure(self, name: str, value: str) -> None:
        """Set a value in the configuration of this clone. Raises GitFailed."""
        self._told("config", "--local", name, value)

    def _run(self, *arguments: str, asked: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        return _run(self._program, self.folder, *arguments, asked=asked)

    def _told(self, *arguments: str) -> bytes:
        """What a command prints. Raises GitFailed."""
        done = self._run(*arguments)
        if done.returncode != 0:
            raise GitFailed(_first_line(done.stderr))
        return done.stdout

    def _parsed(self, expression: str) -> str | None:
        """The one hash that is meant, if one is: `^main` is parsed too, and is all that main has not."""
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", expression)
        found = done.stdout.decode().removesuffix("\n")
        return found if done.returncode == 0 and _HASH.fullmatch(found) else None

    def _bad(self, revision: str) -> BadRevision:
        """What is wrong with a revision that names no commit."""
        from c2c.spelling import did_you_mean

        named = self._parsed(revision)
        if named and self._parsed(f"{named}^{{object}}"):
            return BadRevision(revision, "is no commit, but something in one")
        names = "--format=%(refname:strip=2)", "refs/heads", "refs/tags", "refs/remotes"
        known = self._told("for-each-ref", *names).decode("utf-8", "replace").splitlines()
        help = did_you_mean(revision, known) if known else "nothing is committed here yet"
        if self.is_shallow:
            help = (
                "this clone has only the newest part of the history: `git fetch --unshallow` brings the rest"
            )
        return BadRevision(revision, "is not a revision that this repository has", help)

    @contextmanager
    def _unpacking(self, blobs: Iterable[Blob]) -> Iterator[IO[bytes]]:
        """What git tells of contents while it unpacks them; it ends at one that it would have to fetch."""
        from tempfile import TemporaryFile

        # a pipe would get stuck: git tells before it has read all that it is asked
        with TemporaryFile() as asked:
            asked.write("".join(f"{blob.id}\n" for blob in blobs).encode())
            asked.seek(0)
            with subprocess.Popen(
                [self._program, *_OPTIONS, "cat-file", "--batch", "--buffer"],
                cwd=self.folder,
                env=_environment(),
                stdin=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=_PIPE,
            ) as git:
                assert git.stdout is not None
                try:
                    yield git.stdout
                finally:
                    git.kill()


def _size(blob: Blob, told: IO[bytes]) -> int:
    """The size of a content, which git says above it: `ID blob SIZE`. Raises MissingContent."""
    words = told.readline().split()
    if len(words) != 3 or words[1] != b"blob":
        raise MissingContent(blob.name)
    return int(words[2])


def join_lines(ours: str, base: str, theirs: str, union: bool = False) -> tuple[str, bool]:
    """Two changes of a text joined line by line, and whether nothing is left to decide; needs no repository.

    What both sides changed stands between conflict markers, or with `union` one after the other. Texts may have bytes that
    are none, as Python's surrogateescape has them. Raises NoGit, GitFailed.
    """
    import tempfile

    how = ("--union",) if union else ("-L", "ours", "-L", "base", "-L", "theirs")
    with tempfile.TemporaryDirectory(prefix="c2c-") as folder:
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            (Path(folder) / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        done = _run(_found(), Path(folder), "merge-file", "-p", *how, "ours", "base", "theirs")
    if not 0 <= done.returncode < 128:
        raise GitFailed(_first_line(done.stderr))
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode == 0


def _found() -> str:
    """Where git is. Raises NoGit."""
    # an entry of the PATH that is no full path would be looked for in the repository
    path = os.pathsep.join(entry for entry in os.get_exec_path() if Path(entry).is_absolute())
    program = shutil.which("git", path=path)
    if program is None:
        raise NoGit
    return program


def _environment() -> dict[str, str]:
    """Ours, without all that would show git another repository or configuration, or have it talk more.

    The user's and the machine's configuration count, as they say which repositories are trusted.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ENVIRONMENT


def _run(
    program: str, folder: Path, *arguments: str, asked: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder; what it is asked goes to its standard input, which is empty else."""
    return subprocess.run(
        [program, *_OPTIONS, *arguments],
        cwd=folder,
        env=_environment(),
        input=asked,
        capture_output=True,
        check=False,
    )


def _blob(line: bytes) -> Blob:
    """A line of ls-tree: mode, type, id, a tab, the name."""
    head, _, name = line.partition(b"\t")
    mode, _, id = head.decode().split(" ")
    return Blob(os.fsdecode(name), mode, id)


def _hash(commit: str) -> str:
    """The hash, which cannot be taken for an option or a range. Raises ValueError for what is none: a mistake of ours."""
    if not _HASH.fullmatch(commit):
        raise ValueError(f"{commit!r} is not a full hash")
    return commit


def _refusal(folder: Path, said: bytes) -> Exception:
    """Why git does not take a folder for a repository."""
    message = os.fsdecode(said)
    if "safe.directory" in message:
        path = re.search(r"--add safe\.directory (.+)", message)
        return Dubious(str(folder), path[1] if path else str(folder))
    if "not a git repository" in message or "bare repository" in message:
        return NotARepository(str(folder))
    return GitFailed(_first_line(said))


def _first_line(said: bytes) -> str:
    """What git says first, without saying that it is fatal."""
    return os.fsdecode(said).partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ")
