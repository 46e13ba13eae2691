"""What git tells c2c of real repositories: ordinary ones, odd ones, and ones that were made to hurt."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from building import BASE, told
from c2c.errors import (
    BadRevision,
    C2CError,
    Dubious,
    GitFailed,
    MissingContent,
    NoGit,
    NotARepository,
    NothingThen,
    TooMuchThen,
)
from c2c.git import _ENVIRONMENT, Blob, Repository, TooLarge
from c2c.revision import tree_at, workspace_at
from c2c.source import MAX_BYTES, Problem
from c2c.workspace import CITY, Workspace
from repositories import commit, git, repository

UNSHALLOW = "this clone has only the newest part of the history: `git fetch --unshallow` brings the rest"


@pytest.fixture(autouse=True)
def _no_configuration_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


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


def test_a_git_that_lies_in_the_repository_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    top, canary = repository(tmp_path / "top"), tmp_path / "canary"
    script(top / "git", canary)
    monkeypatch.chdir(top)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")

    Repository.of(top).commit("HEAD")

    assert not canary.exists()


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


def test_what_is_too_large_is_not_read_and_the_rest_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("c2c.git._BITE", 10)
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


# history


def test_the_history_of_files_is_newest_first(tmp_path: Path):
    top = repository(tmp_path / "top", {"data/a": "1", "data/b": "1", "*": "1"})
    first = git(top, "rev-parse", "HEAD")
    second = commit(top, {"data/a": "2"}, "Lunch: udført √\n\nMore\nof it", "2019-05-02")
    commit(top, {"data/b": "2"}, "Third", "2019-05-03")
    folder = top / "data"
    found, above = Repository.of(folder), Repository.of(top)
    head = found.commit("HEAD")

    newest, oldest = found.history(["a"], head)

    assert newest == (
        second,
        (first,),
        "Ann Author",
        "2019-05-02T12:00:00+01:00",
        "Lunch: udført √",
    )
    assert (oldest.commit, oldest.parents, oldest.subject) == (first, (), "A commit")
    assert [each.commit for each in above.history(["data/a"], head)] == [second, first]
    assert [each.commit for each in above.history(["data"], head)] == [head, second, first]
    assert [each.commit for each in above.history(["*"], head)] == [first]
    assert [each.commit for each in above.history(["data/a", "*"], first)] == [first]
    assert list(above.history(["nowhere"], head)) == []


def test_a_merge_that_changed_a_file_is_in_its_history_with_both_parents(tmp_path: Path):
    top = repository(tmp_path / "top", {"data/a": "1\n2\n3\n4\n5\n", "b": "1"})
    first = git(top, "rev-parse", "HEAD")
    git(top, "checkout", "--quiet", "-b", "side")
    side = commit(top, {"data/a": "one\n2\n3\n4\n5\n"}, "Side", "2019-03-02")
    git(top, "checkout", "--quiet", "main")
    main = commit(top, {"data/a": "1\n2\n3\n4\nfive\n"}, "Main", "2019-03-03")
    git(top, "merge", "--quiet", "--no-edit", "side", date="2019-03-04T12:00:00+01:00")
    found = Repository.of(top)
    merge = found.commit("HEAD")

    told = [(change.commit, change.parents) for change in found.history(["data/a"], merge)]

    assert told == [(merge, (main, side)), (main, (first,)), (side, (first,)), (first, ())]
    assert (found.merge_base(main, side), found.merge_base(side, merge)) == (first, side)


def test_branches_that_share_nothing_have_no_base(tmp_path: Path):
    top = repository(tmp_path / "top")
    git(top, "checkout", "--quiet", "--orphan", "other")
    commit(top, {"x": "x"}, "Other")
    found = Repository.of(top)

    assert found.merge_base(found.commit("main"), found.commit("other")) is None


def test_a_replaced_commit_is_what_its_hash_says(tmp_path: Path):
    top = repository(tmp_path / "top", {"a": "true"})
    first, second = git(top, "rev-parse", "HEAD"), commit(top, {"a": "false"})
    git(top, "replace", first, second)
    found = Repository.of(top)

    assert contents(found, found.commit(first)) == {"a": b"true"}


# a workspace at a revision


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


# repositories that were made to hurt


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
