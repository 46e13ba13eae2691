"""--rev: the same questions, asked of the data as they were at a revision."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from repositories import commit, git, repository
from running import Ran, c2c, environment, inside, program
from sheet import SHEET

VISIT = "- {id: visit, title: Visit, when: 2019"
DONE = demo("", VISIT + ", status: [{on: 2019-05, is: done}]}\n")
OPEN = demo("", VISIT + "}\n")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose workspace is a folder in it: first open, tagged; then done; then, on disk only, broken."""
    monkeypatch.setenv("HOME", str(tmp_path))
    top = repository(tmp_path / "top", {f"partners/{name}": text for name, text in BASE.items()})
    commit(top, {f"partners/{DEMO}": OPEN}, "Open")
    git(top, "tag", "sheet-2018")
    commit(top, {f"partners/{DEMO}": DONE}, "Done")
    (top / "partners" / DEMO).write_text("[")
    return Path(top, "partners")


def lines(ran: Ran) -> str:
    """What is printed, where all is well."""
    assert (ran.code, ran.err) == (0, "")
    return str(ran.out)


def test_the_same_bytes_as_from_a_clean_working_tree(tmp_path: Path):
    copy = shutil.copytree(SHEET, tmp_path / "copy")
    repository(copy, {})
    commit(copy, {})
    asked = [
        ("status", "--as-of", "2019-12-31", "--json"),
        ("status", "bycirklen-wuxi", "--as-of", "2019-12-31"),
        ("status", "--as-of", "2019-12-31", "--csv"),
        ("report", "--year", "2019"),
        ("report", "bycirklen-wuxi", "--year", "2019", "--layout", "matrix", "--format", "html"),
        ("show", "bycirklen-wuxi/ambassador-lunch", "--json"),
        ("step", "bycirklen-wuxi", "--as-of", "2019-12-31", "--json"),
        *(
            (("list", what, "--json"))
            for what in ("partnerships", "cities", "actions", "agreements", "sources")
        ),
    ]
    now = [lines(c2c("--root", copy, *arguments)) for arguments in asked]
    shutil.rmtree(copy / "data" / "cities")
    (copy / "data" / "cities").mkdir()

    assert [lines(c2c("--root", copy, *arguments, "--rev", "HEAD")) for arguments in asked] == now


def test_how_it_stood_at_a_revision(root: Path):
    def status(*arguments: str) -> str:
        return lines(
            c2c("--root", root, "list", "actions", "--as-of", "2019-12-31", *arguments)
        ).splitlines()[-1]

    assert status("--rev", "HEAD").split()[:2] == ["demo/visit", "done"]
    assert status("--rev", "sheet-2018").split()[:2] == ["demo/visit", "open"]
    assert status("--rev", "HEAD", "--as-of", "2018").split()[:2] == ["demo/visit", "open"]
    now = c2c("--root", root, "list", "actions").err
    assert now.endswith(f"left out, as c2c cannot read it: {DEMO}\n   help: c2c validate says why\n")


def test_from_any_folder_by_root_and_by_environment(root: Path, monkeypatch: pytest.MonkeyPatch):
    wanted = lines(c2c("--root", root, "show", "demo", "--rev", "main"))
    with inside(root / "data" / "cities"):
        assert lines(c2c("show", "demo", "--rev", "main")) == wanted
    assert lines(c2c("show", "demo", "--rev", "main", "--root", root / "data")) == wanted
    monkeypatch.setenv("C2C_ROOT", str(root))
    assert lines(c2c("show", "demo", "--rev", "main")) == wanted


def test_what_was_broken_then_is_left_out_and_said(root: Path):
    commit(root, {}, "Broken")

    ran = c2c("--root", root, "status", "--rev", "HEAD", "--json")

    assert ran.err == (
        f"left out, as c2c cannot read it: {DEMO}\n"
        "   help: c2c validate says why where that revision is checked out\n"
    )
    assert f'"left_out": ["{DEMO}"]' in ran.out.replace("\n", "").replace("  ", "")


def test_what_is_no_revision_is_said(root: Path):
    assert c2c("--root", root, "status", "--rev", "mian") == Ran(
        2,
        "",
        "error: 'mian' is not a revision that this repository has\n"
        "   help: did you mean 'main'? one of main, sheet-2018\n",
    )
    for revision in ("-x", "", "main@{yesterday}", "HEAD:partners"):
        ran = c2c("--root", root, "report", "--year", "2019", f"--rev={revision}")
        assert (ran.code, ran.out, ran.err.startswith(f"error: '{revision}' is ")) == (2, "", True)


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copy = shutil.copytree(SHEET, tmp_path / "copy")

    ran = c2c("--root", copy, "status", "--rev", "HEAD")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {copy} is not under version control")


def test_nothing_is_declared_at_a_revision(root: Path):
    ran = c2c("--root", root, "step", "demo", "declare", "aim", "--on", "2019", "--rev", "HEAD")

    assert ran == Ran(
        2, "", "error: --rev does not go with declare: a revision is not changed\n   help: leave out --rev\n"
    )


def test_all_else_works_without_git(tmp_path: Path):
    nowhere = {"PATH": str(tmp_path)}

    without = program("status", "--as-of", "2019-12-31", env=nowhere)
    asked = program("status", "--rev", "HEAD", env=nowhere)

    assert (without.code, without.err) == (0, "")
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.startswith("error: git is not installed, and only git knows revisions\n")


def test_git_is_loaded_only_for_who_asks(root: Path):
    script = (
        "import sys; from c2c.cli.app import run; code = run(sys.argv[1:]); print('c2c.git' in sys.modules)"
    )
    for more, is_loaded in (((), "False"), (("--rev", "HEAD"), "True")):
        done = subprocess.run(
            [sys.executable, "-c", script, "--root", root, "list", "cities", *more],
            capture_output=True,
            encoding="utf-8",
            env=environment(HOME=os.environ["HOME"]),
        )
        assert done.stdout.splitlines()[-1] == is_loaded


def test_several_processes_share_a_revision(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("c2c.cli.asked.processes", lambda: 3)
    monkeypatch.setattr("c2c.cli.reading.WORTH_A_PROCESS", 2)
    many = {f"data/partnerships/p{number}.yaml": DONE for number in range(12)}
    commit(root, {DEMO: DONE, **many}, "Many")
    wanted = lines(c2c("--root", root, "status", "--as-of", "2019"))
    shutil.rmtree(root / "data" / "partnerships")

    assert lines(c2c("--root", root, "status", "--as-of", "2019", "--rev", "HEAD")) == wanted
    assert wanted.count("p1") == 3
