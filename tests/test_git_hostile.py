"""Repositories that were made to hurt: nothing that they name is run, and nothing in them is changed."""

import os
import re
import shutil
from pathlib import Path

import pytest

from building import BASE
from c2c.errors import (
    BadRevision,
    GitFailed,
    MissingContent,
    NotARepository,
)
from c2c.git import _ENVIRONMENT, Repository
from c2c.revision import workspace_at
from c2c.source import MAX_BYTES
from c2c.workspace import CITY
from repositories import contents, git, refused, repository

pytestmark = pytest.mark.usefixtures("home")


def script(path: Path, canary: Path) -> str:
    """A program that leaves a canary; returns its name for a configuration."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch {canary}\n")
    path.chmod(0o755)
    return path.as_posix()


def trapped(tmp_path: Path, canary: Path) -> Path:
    """A repository whose configuration, attributes and hooks name a program wherever git may run one."""
    top = repository(tmp_path / "trapped", {**BASE, ".gitattributes": "* filter=x diff=x merge=x\n"})
    run = script(tmp_path / "bin" / "run", canary)
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    raw = git(top, "cat-file", "commit", "HEAD").replace("\n\n", f"\n{signature}\n", 1)
    (tmp_path / "commit").write_text(f"{raw}\n")
    signed = git(top, "hash-object", "-t", "commit", "-w", str(tmp_path / "commit"))
    git(top, "update-ref", "refs/heads/main", signed)
    for name in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor"):
        script(tmp_path / "hooks" / name, canary)
        shutil.copy(tmp_path / "hooks" / name, top / ".git/hooks" / name)
    settings = {
        **{f"filter.x.{each}": run for each in ("clean", "smudge", "process")},
        **{f"diff.x.{each}": run for each in ("textconv", "command")},
        **{f"core.{each}": run for each in ("pager", "sshCommand", "askPass", "editor", "gitProxy")},
        **{f"pager.{each}": run for each in ("rev-list", "cat-file", "ls-tree", "log", "rev-parse")},
        **{f"alias.{each}": f"!{run}" for each in ("rev-list", "cat-file", "ls-tree", "x", "rev-parse")},
        "core.fsmonitor": run,
        "core.hooksPath": str(tmp_path / "hooks"),
        "core.alternateRefsCommand": run,
        "diff.external": run,
        "gpg.program": run,
        "log.showSignature": "true",
        "log.diffMerges": "first-parent",
        "merge.x.driver": run,
        "credential.helper": f"!{run}",
        "protocol.ext.allow": "always",
        "protocol.file.allow": "always",
        "remote.origin.url": f"ext::{run}",
        "remote.origin.uploadpack": run,
        "remote.origin.promisor": "true",
        "extensions.partialClone": "origin",
    }
    for name, value in settings.items():
        git(top, "config", name, value)
    git(top, "config", "core.repositoryFormatVersion", "1")
    assert not canary.exists()
    return Path(top)


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("add", "data/cities/lyon.yaml"),
        ("diff",),
        ("log", "-1"),
        ("cat-file", "--filters", "HEAD:c2c.yaml"),
        ("x",),
    ],
    ids=" ".join,
)
def test_the_traps_are_set(arguments: tuple[str, ...], tmp_path: Path):
    canary = tmp_path / "canary"
    top = trapped(tmp_path, canary)
    (top / "data/cities/lyon.yaml").write_text("names: Now\n")

    git(top, *arguments, check=False)

    assert canary.exists()


def everything(root: Path) -> None:
    """All that c2c asks git for."""
    found = Repository.of(root)
    head = found.commit("HEAD")
    assert contents(found, head)["c2c.yaml"] == b"languages: [en, da, zh]\n"
    assert [change.subject for change in found.history(["data", "c2c.yaml"], head)] == ["A commit"]
    assert found.merge_base(head, head) == head
    with pytest.raises(BadRevision):
        found.commit("nowhere")
    assert workspace_at(root, "main").ids(CITY) == ["graz", "lyon"]


def test_nothing_that_a_repository_names_is_run(tmp_path: Path):
    canary = tmp_path / "canary"
    top = trapped(tmp_path, canary)
    (top / "data/cities/lyon.yaml").write_text("names: Now\n")

    everything(top)

    assert not canary.exists()


@pytest.mark.parametrize("but", ["", "GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL"])
def test_a_content_that_is_missing_is_not_fetched_by_a_program(
    but: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    kept = {name: value for name, value in _ENVIRONMENT.items() if name != but}
    monkeypatch.setattr("c2c.git._ENVIRONMENT", kept)  # either of the two is enough
    canary = tmp_path / "canary"
    top = trapped(tmp_path, canary)
    found = Repository.of(top)
    head = found.commit("HEAD")
    blob = found.files(head)["data/cities/lyon.yaml"]
    tree = git(top, "rev-parse", "HEAD:data")
    for id in (blob.id, tree):
        (top / ".git/objects" / id[:2] / id[2:]).unlink()

    with pytest.raises(MissingContent):
        list(found.contents([blob], MAX_BYTES))
    with pytest.raises(GitFailed):
        found.files(head, "data")
    with pytest.raises(GitFailed):
        list(found.history(["data"], head))
    with pytest.raises(BadRevision):
        found.commit(blob.id)
    assert not canary.exists()
    git(top, "cat-file", "-p", blob.id, check=False)
    assert canary.exists()  # so git would have


def test_a_repository_that_is_buried_in_the_data_is_none(tmp_path: Path):
    top, canary = repository(tmp_path / "top"), tmp_path / "canary"
    buried = top / "data" / "buried"
    git(top, "init", "--quiet", "--bare", str(buried))
    run = script(tmp_path / "run", canary)
    for name, value in {"core.fsmonitor": run, "core.bare": "false", "core.worktree": str(buried)}.items():
        git(top, "config", "--file", str(buried / "config"), name, value)
    (buried / "data" / "cities").mkdir(parents=True)

    message, _ = refused(lambda: workspace_at(buried, "HEAD"), NotARepository)

    assert re.search(r"buried is not under version control", message)
    assert not canary.exists()


def test_asking_changes_nothing_in_the_repository(tmp_path: Path):
    top = trapped(tmp_path, tmp_path / "canary")

    def state() -> dict[Path, tuple[int, bytes]]:
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes()) for path in top.rglob("*") if path.is_file()
        }

    before = state()
    everything(top)

    assert state() == before


def test_a_git_that_lies_in_the_repository_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    top, canary = repository(tmp_path / "top"), tmp_path / "canary"
    script(top / "git", canary)
    monkeypatch.chdir(top)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")

    Repository.of(top).commit("HEAD")

    assert not canary.exists()
