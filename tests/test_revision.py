"""A workspace as it was at a revision, with all that was wrong with it."""

import shutil
from pathlib import Path

import pytest

from building import BASE, told
from c2c.errors import (
    NothingThen,
    TooMuchThen,
)
from c2c.git import Blob, Repository
from c2c.revision import tree_at, workspace_at
from c2c.source import MAX_BYTES, Problem
from c2c.workspace import CITY, Workspace
from repositories import commit, git, refused, repository

pytestmark = pytest.mark.usefixtures("home")


def test_a_workspace_is_as_it_was_with_all_that_is_wrong_with_it(tmp_path: Path):
    top = tmp_path / "top"
    odd = {
        **BASE,
        "data/cities/folder.yaml/x": "x",
        "data/cities/a\nb.yaml": "names: X\nkind: city\ncountry: XX\n",
        "data/cities/crlf.yaml": "names: X\r\nkind: city\r\ncountry: XX\r\n",
        "data/cities/a.yml": "x",
        "data/city/x.yaml": "x",
        "data/partnerships": "x",
        "data/cities/large.yaml": b"#" * (MAX_BYTES + 1),
        "data/.hidden/x.yaml": "x",
        "data/guidebook/areas.yaml": "items: [{id: chess, title: Chess}]\n",
        "c2c.yml": "x",
    }
    root = repository(top / "sub", odd)
    (root / "data/cities/link.yaml").symlink_to("lyon.yaml")
    (root / "data/sources").rename(root / "elsewhere")
    (root / "data/sources").symlink_to("../elsewhere")
    commit(root, {})
    now = told(Workspace.open(root))

    at = workspace_at(root, "HEAD")
    shutil.rmtree(root / "data")
    (root / "c2c.yaml").unlink()
    (root / "data").mkdir()
    bare = workspace_at(root, "HEAD")  # all of it from git, nothing from the disk

    assert len(now) == 9
    assert (told(at), told(bare)) == (now, now)
    assert at.config.languages == ("en", "da", "zh")
    assert (at.is_of_now, Workspace.open(root).is_of_now) == (False, True)


def test_a_submodule_is_said_to_be_one(tmp_path: Path):
    other = repository(tmp_path / "other", {"x.yaml": "x"})
    top = repository(tmp_path / "top")
    git(top, "submodule", "--quiet", "add", other.as_uri(), "data/partnerships")
    git(top, "submodule", "--quiet", "add", other.as_uri(), "data/cities/wuxi.yaml")
    commit(top, {})

    assert told(workspace_at(top, "HEAD")) == [
        "data/cities/wuxi.yaml:1:1: error C002 is a submodule, not a file",
        "data/partnerships:1:1: error C002 is a submodule, not a folder",
    ]


def test_a_folder_that_was_no_workspace_then(tmp_path: Path):
    top = repository(tmp_path / "top", {"data/README.md": "x", "x": "x"})
    commit(top, BASE, "Second")

    assert workspace_at(top, "HEAD").ids(CITY) == ["graz", "lyon"]
    assert refused(lambda: workspace_at(top, "HEAD~1"), NothingThen) == (
        f"there is no workspace in {top} at 'HEAD~1'",
        "it came, or moved here, later: `git log -- c2c.yaml data` says when",
    )


def test_a_revision_fits_into_memory_or_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    top = repository(tmp_path / "top")
    total = sum(len(content) for content in BASE.values())
    monkeypatch.setattr("c2c.revision.MAX_TOTAL", total)
    assert workspace_at(top, "HEAD")
    monkeypatch.setattr("c2c.revision.MAX_TOTAL", total - 1)

    message, _ = refused(lambda: workspace_at(top, "HEAD"), TooMuchThen)

    assert message == f"the data at 'HEAD' are more than {total - 1} bytes"


def test_what_has_not_changed_is_read_from_the_disk_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    top = repository(tmp_path / "top")
    (top / "data/cities/lyon.yaml").write_text("names: Now\n")
    (top / "data/cities/graz.yaml").unlink()
    found = Repository.of(top)
    asked: list[str] = []
    ask = Repository.contents

    def note(repository: Repository, blobs: list[Blob], bound: int) -> object:
        asked.extend(blob.name for blob in blobs)
        return ask(repository, blobs, bound)

    monkeypatch.setattr(Repository, "contents", note)
    tree = tree_at(found, found.commit("HEAD"))

    assert asked == ["data/cities/graz.yaml", "data/cities/lyon.yaml"]
    read = {name: tree.read(name) for name in BASE}
    assert read == {name: content.encode() for name, content in BASE.items() if isinstance(content, str)}
    assert isinstance(tree.read("data/cities/nowhere.yaml"), Problem)
