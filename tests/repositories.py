"""Real small git repositories for tests, whatever the configuration of the machine is."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from building import BASE
from c2c.errors import C2CError
from c2c.git import Repository, TooLarge
from c2c.source import MAX_BYTES

_IDENTITY: Final = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ann Author",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann Author",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
}


def git(folder: Path, *arguments: str, date: str = "2019-03-01T12:00:00+01:00", check: bool = True) -> str:
    """Run git as a user would; returns what it prints."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**env, **_IDENTITY, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert done.returncode == 0 or not check, os.fsdecode(done.stderr)
    return os.fsdecode(done.stdout).strip()


def repository(folder: Path, files: Mapping[str, str | bytes] = BASE) -> Path:
    """A new repository on the branch main, with a commit of the files if there are any."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    if files:
        commit(folder, files)
    return folder


def commit(
    folder: Path, files: Mapping[str, str | bytes], message: str = "A commit", date: str = "2019-03-01"
) -> str:
    """Write files, commit all that is there, and return the commit's hash."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", message, date=f"{date}T12:00:00+01:00")
    return git(folder, "rev-parse", "HEAD")


def contents(repository: Repository, commit: str, *below: str) -> dict[str, bytes | TooLarge]:
    """The files of a commit with what is in them."""
    blobs = [blob for blob in repository.files(commit, *below).values() if not blob.is_submodule]
    read = repository.contents(blobs, MAX_BYTES)
    return {blob.name: content for blob, content in zip(blobs, read, strict=True)}


def refused(ask: Callable[[], object], kind: type[C2CError]) -> tuple[str, str]:
    """The sentence and the help of what is raised; wrong use has the exit code 2."""
    with pytest.raises(kind) as caught:
        ask()
    assert caught.value.exit_code == 2
    return str(caught.value), caught.value.help
