"""The history of files as git tells it: newest first, through merges, and as hashes say it."""

from pathlib import Path

import pytest

from c2c.git import Repository
from repositories import commit, contents, git, repository

pytestmark = pytest.mark.usefixtures("home")


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
