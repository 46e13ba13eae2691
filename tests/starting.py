"""New workspaces, made by `c2c init`, and what is in them."""

from pathlib import Path
from typing import Any

from c2c.source import Source
from repositories import commit, git
from running import ROOT, c2c

STARTER = ROOT / "src" / "c2c" / "starter" / "files"
SAMPLE = "data/partnerships/example-hill-harbour.yaml"


def made(folder: Path, *options: str) -> Path:
    """A new workspace."""
    ran = c2c("init", folder, *options)
    assert ran.code == 0, ran.err
    return folder


def committed(folder: Path, *options: str) -> Path:
    """A new workspace under version control, on a branch for a change."""
    made(folder, *options)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, {}, "A workspace")
    git(folder, "switch", "--quiet", "--create", "change")
    return folder


def data(path: Path) -> dict[str, Any]:
    """What a YAML file says, read strictly."""
    source = Source.load(path, path.name)
    assert not source.problems
    assert isinstance(source.data, dict)
    return source.data


def read(path: Path) -> str:
    """What a file says."""
    return path.read_text(encoding="utf-8")
