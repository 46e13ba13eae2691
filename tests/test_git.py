"""What git tells c2c of real repositories, ordinary ones and odd ones."""

import os
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from building import BASE
from c2c.errors import (
    BadRevision,
    Dubious,
    GitFailed,
    MissingContent,
    NoGit,
    NotARepository,
)
from c2c.git import Repository, TooLarge
from c2c.revision import workspace_at
from c2c.source import MAX_BYTES
from c2c.workspace import CITY
from repositories import commit, contents, git, refused, repository

pytestmark = pytest.mark.usefixtures("home")
UNSHALLOW = "this clone has only the newest part of the history: `git fetch --unshallow` brings the rest"


# where a folder is


def test_a_folder_knows_its_repository_and_its_place_in_it(tmp_path: Path):
    top = repository(tmp_path / "top", {"a b\n/ø/data/cities/x.yaml": "x", "y": "y"})
    folder = top / "a b\n" / "ø"

    found = Repository.of(folder)

    assert (found.prefix, found.is_shallow, Repository.of(top).prefix) == ("a b\n/ø/", False, "")
    assert contents(found, found.commit("HEAD"), "data") == {"data/cities/x.yaml": b"x"}


def test_a_linked_worktree_is_a_repository(tmp_path: Path):
    top = repository(tmp_path / "top")
    git(top, "worktree", "add", "--quiet", "-b", "side", str(tmp_path / "linked"))

    linked = Repository.of(tmp_path / "linked")

    assert linked.commit("HEAD") == linked.commit("main") == Repository.of(top).commit("side")
    assert set(linked.files(linked.commit("HEAD"))) == set(BASE)


def test_where_no_repository_is(tmp_path: Path):
    bare = tmp_path / "bare.git"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    inside = repository(tmp_path / "top") / ".git"

    for folder in (tmp_path, bare, inside):
        message, help = refused(partial(Repository.of, folder), NotARepository)
        assert (
            message == f"{folder} is not under version control: no git repository has it in its working tree"
        )
        assert help == "revisions are there in a clone of the repository only"


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert refused(lambda: Repository.of(tmp_path), NoGit) == (
        "git is not installed, and only git knows revisions",
        "install it: https://git-scm.com; all that does not ask for a revision works without it",
    )


def test_a_repository_of_somebody_else_is_said_and_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    top, real = repository(tmp_path / "top"), shutil.which("git")
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")

    message, help = refused(lambda: Repository.of(top), Dubious)

    assert message == f"git does not read the repository of {top}, as it belongs to another user"
    assert help == f"if you trust it: git config --global --add safe.directory {top}"
    assert not list((tmp_path / "home").iterdir())
    (tmp_path / "home" / ".gitconfig").write_text(f"[safe]\n\tdirectory = {top}\n")
    assert Repository.of(top).commit("HEAD")


def test_a_broken_repository_is_said_in_gits_words(tmp_path: Path):
    top = repository(tmp_path / "top")
    (top / ".git" / "config").write_text("[core\n")

    message, _ = refused(lambda: Repository.of(top), GitFailed)

    assert message == "git says: bad config line 1 in file .git/config"


def test_what_the_environment_says_of_git_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ours, other = repository(tmp_path / "ours", {"a": "ours"}), repository(tmp_path / "other", {"a": "other"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    monkeypatch.setenv("GIT_TRACE", "1")
    found = Repository.of(ours)

    assert contents(found, found.commit("HEAD")) == {"a": b"ours"}


# revisions


def test_what_names_a_commit(tmp_path: Path):
    top = repository(tmp_path / "top")
    first, second = git(top, "rev-parse", "HEAD"), commit(top, {"new": "x"}, "Second: a word")
    git(top, "tag", "v1", first)
    git(top, "tag", "--annotate", "--message", "x", "v2", second)
    git(top, "branch", "ønske", first)
    found = Repository.of(top)

    for revision in (first, first[:8], "v1", "ønske", "main~1", "HEAD^", "refs/heads/ønske"):
        assert found.commit(revision) == first
    for revision in (second, "HEAD", "@", "v2", "main", "HEAD^{/a word}"):
        assert found.commit(revision) == second


@pytest.mark.parametrize(
    "revision", ["", "-", "--output=x", "--all", "a\0b", "main\n", "\x1b[31m", "a\u202eb"]
)
def test_what_cannot_be_a_revision_never_reaches_git(
    revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    found = Repository.of(repository(tmp_path / "top"))
    monkeypatch.setattr("c2c.git.subprocess.run", None)

    message, help = refused(lambda: found.commit(revision), BadRevision)

    assert message == f"'{revision}' is not a revision"
    assert help == "name a branch, a tag or a commit; `git log --oneline` lists commits"


@pytest.mark.parametrize("revision", ["main@{yesterday}", "HEAD@{1}", "@{-1}", "@{2019-01-01}", "stash@{0}"])
def test_the_reflog_is_no_history(revision: str, tmp_path: Path):
    found = Repository.of(repository(tmp_path / "top"))

    message, help = refused(lambda: found.commit(revision), BadRevision)

    assert message == f"'{revision}' is asked of this clone's own log, and no other clone has it"
    assert (
        help == "for how things stood on a day there is --as-of DATE; `git log` names commits by their hash"
    )


def test_the_branch_that_is_followed_is_no_reflog(tmp_path: Path):
    git(tmp_path, "clone", "--quiet", str(repository(tmp_path / "top")), str(tmp_path / "clone"))
    found = Repository.of(tmp_path / "clone")

    assert found.commit("@{upstream}") == found.commit("main@{u}") == found.commit("HEAD")


def test_what_names_no_commit(tmp_path: Path):
    top = repository(tmp_path / "top")
    git(top, "branch", "release")
    blob = git(top, "rev-parse", "HEAD:c2c.yaml")
    found = Repository.of(top)

    not_here = "is not a revision that this repository has"
    assert refused(lambda: found.commit("relaese"), BadRevision) == (
        f"'relaese' {not_here}",
        "did you mean 'release'? one of main, release",
    )
    for revision in ("0" * 40, "HEAD~5", "main..release", "^main", "main release"):
        assert refused(partial(found.commit, revision), BadRevision)[0] == (f"'{revision}' {not_here}")
    for revision in (blob, "HEAD:data", "HEAD^{tree}"):
        assert refused(partial(found.commit, revision), BadRevision)[0] == (
            f"'{revision}' is no commit, but something in one"
        )


def test_before_the_first_commit(tmp_path: Path):
    found = Repository.of(repository(tmp_path / "top", {}))

    assert refused(lambda: found.commit("HEAD"), BadRevision) == (
        "'HEAD' is not a revision that this repository has",
        "nothing is committed here yet",
    )


def test_a_shallow_clone_says_that_history_is_missing(tmp_path: Path):
    top = repository(tmp_path / "top")
    first, second = git(top, "rev-parse", "HEAD"), commit(top, {"new": "x"}, "Second")
    git(tmp_path, "clone", "--quiet", "--depth=1", top.as_uri(), str(tmp_path / "clone"))

    found = Repository.of(tmp_path / "clone")

    assert found.is_shallow
    for revision in (first, "HEAD~1"):
        assert refused(partial(found.commit, revision), BadRevision) == (
            f"'{revision}' is not a revision that this repository has",
            UNSHALLOW,
        )
    assert [change.commit for change in found.history(["c2c.yaml", "new"], second)] == [second]


@pytest.mark.parametrize("word", ["HEAD", "main", "--all", "0" * 39, "0" * 40 + "\n", "A" * 40])
def test_only_full_hashes_are_passed_on(word: str, tmp_path: Path):
    found = Repository.of(repository(tmp_path / "top"))
    good = found.commit("HEAD")

    for ask in (
        lambda: found.files(word),
        lambda: list(found.history(["data"], word)),
        lambda: found.merge_base(good, word),
        lambda: found.merge_base(word, good),
    ):
        with pytest.raises(ValueError, match="is not a full hash"):
            ask()


# files


def test_files_are_what_was_committed_byte_by_byte(tmp_path: Path):
    files: Mapping[str, bytes] = {
        "data/a b.yaml": b"x",
        "data/a\nb\t.yaml": b"\n",
        "data/無錫.yaml": "無錫".encode(),
        os.fsdecode(b"data/\xff.yaml"): b"",
        "data/crlf.yaml": b"a\r\nb\r\n",
        "data/[a]*.yaml": b"\x00\xff\n\n",
        ":(top)x": b"y",
    }
    top = repository(tmp_path / "top", {**files, ".gitattributes": b"*.yaml text eol=lf\n"})
    git(top, "rm", "--quiet", "--cached", "data/crlf.yaml")
    (top / ".gitattributes").unlink()
    commit(top, files)
    found = Repository.of(top)
    head = found.commit("HEAD")

    assert contents(found, head) == files
    assert set(found.files(head, "data/[a]*.yaml", ":(top)x")) == {"data/[a]*.yaml", ":(top)x"}
    assert found.files(head, "nowhere", "dat") == {}


def test_links_submodules_and_programs_are_told_apart(tmp_path: Path):
    other = repository(tmp_path / "other")
    top = repository(tmp_path / "top", {"data/run.yaml": "x"})
    (top / "data/run.yaml").chmod(0o755)
    (top / "data/link.yaml").symlink_to("/etc/passwd")
    git(top, "submodule", "--quiet", "add", other.as_uri(), "data/sub")
    head = commit(top, {})

    files = Repository.of(top).files(head, "data")

    told = {name: (blob.is_file, blob.is_link, blob.is_submodule) for name, blob in files.items()}
    assert told == {
        "data/link.yaml": (False, True, False),
        "data/run.yaml": (True, False, False),
        "data/sub": (False, False, True),
    }


def test_what_is_too_large_is_not_read_and_the_rest_is(tmp_path: Path):
    files = {f"{number:04}": b"%d\n" % number * number for number in range(300)}
    huge = {"0000a": b"\0" * 50_000_000, "0150a": b"x" * 1001, "zzz": b"x" * 1001}
    found = Repository.of(repository(tmp_path / "top", {**files, **huge}))
    blobs = found.files(found.commit("HEAD"))

    read = dict(zip(blobs, found.contents([*blobs.values()], 1000), strict=True))

    assert read == {
        name: content if len(content) <= 1000 else TooLarge(len(content))
        for name, content in {**files, **huge}.items()
    }
    assert list(found.contents([], 1000)) == []


def test_thousands_of_contents_do_not_get_stuck(tmp_path: Path):
    files = {f"data/{number}.yaml": f"{number}\n" * 200 for number in range(3000)}
    found = Repository.of(repository(tmp_path / "top", files))
    blobs = [*found.files(found.commit("HEAD")).values()] * 4

    read = list(found.contents(blobs, MAX_BYTES))

    assert [content for content in read if isinstance(content, bytes)] == [
        files[blob.name].encode() for blob in blobs
    ]


def test_a_content_that_is_not_there_is_said(tmp_path: Path):
    top = repository(tmp_path / "top", {"a": "a", "b": "b", "c": "c"})
    found = Repository.of(top)
    blobs = found.files(found.commit("HEAD"))
    lost = top / ".git/objects" / blobs["b"].id[:2] / blobs["b"].id[2:]
    help = "a partial clone lacks contents, and c2c fetches none: clone without --filter; else see `git fsck`"

    for damage in (lambda: lost.write_bytes(lost.read_bytes()[:9]), lost.unlink):
        lost.chmod(0o644)
        damage()
        assert refused(lambda: list(found.contents([*blobs.values()], 9)), MissingContent) == (
            "git does not have the content of b",
            help,
        )
    assert list(found.contents([blobs["a"], blobs["c"]], 9)) == [b"a", b"c"]


def test_a_partial_clone_fetches_nothing(tmp_path: Path):
    top = repository(tmp_path / "top")
    git(top, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", top.as_uri(), str(clone))
    found = Repository.of(clone)
    head = found.commit("HEAD")

    assert set(found.files(head)) == set(BASE)
    assert refused(lambda: workspace_at(clone, "HEAD"), MissingContent)[0] == (
        "git does not have the content of c2c.yaml"
    )
    assert len(git(clone, "rev-list", "--objects", "--all", "--missing=print").split("?")) == len(BASE) + 1
    git(clone, "checkout", "--quiet", "main")  # what was fetched with it need not be fetched
    assert workspace_at(clone, "HEAD").ids(CITY) == ["graz", "lyon"]


def test_a_blob_knows_its_content_without_git(tmp_path: Path):
    for form in ("sha1", "sha256"):
        top = tmp_path / form
        git(tmp_path, "init", "--quiet", f"--object-format={form}", str(top))
        head = commit(top, {"a": "a\n", "b": ""})
        blobs = Repository.of(top).files(head)

        assert (blobs["a"].holds(b"a\n"), blobs["b"].holds(b"")) == (True, True)
        assert (blobs["a"].holds(b"a"), blobs["a"].holds(b""), blobs["b"].holds(b"a\n")) == (False,) * 3
        assert contents(Repository.of(top), head) == {"a": b"a\n", "b": b""}
