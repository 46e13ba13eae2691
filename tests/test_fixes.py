"""validate --fix mends what has one meaning, changes nothing else, and says what it did."""

from pathlib import Path

import pytest

from building import DEMO, build, demo
from c2c.rules.fixes import mended
from running import Ran, c2c, unprivileged
from sheet import SHEET

CASES = {
    "a lookalike marker": (
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: ✓}]}  # seen"),
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: done}]}  # seen"),
        "C503 (line 11)",
    ),
    "a date in words, with room for them": (
        demo(actions="- id: a\n  title: A\n  when: forår 2018  # as in the sheet"),
        demo(actions="- id: a\n  title: A\n  when: {edtf: 2018-21, text: forår 2018}  # as in the sheet"),
        "C210 (line 13)",
    ),
    "a date in words, without room": ("began: medio 2019\n", "began: 2019-38\n", "C210 (line 4)"),
    "a Chinese date": (
        "agreements: [{id: a, kind: mou, signed: 2019年9月}]\n",
        "agreements: [{id: a, kind: mou, signed: 2019-09}]\n",
        "C210 (line 4)",
    ),
    "a word with capitals and spaces": (
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: Partly Done, reason: 'No-resources'}]}"),
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: partly_done, reason: 'no_resources'}]}"),
        "C203 (lines 11, 11)",
    ),
}


def whole(text: str) -> str:
    return text if text.startswith("title") else demo(text)


def fix(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, "validate", *arguments)


@pytest.mark.parametrize(("before", "after", "said"), CASES.values(), ids=CASES)
def test_it_is_mended_and_said(tmp_path: Path, before: str, after: str, said: str):
    build(tmp_path, {DEMO: whole(before).replace("\n", "\r\n")})

    shown = fix(tmp_path, "--diff")
    assert (shown.code, shown.err) == (1, "")
    assert (tmp_path / DEMO).read_bytes() == whole(before).replace("\n", "\r\n").encode()
    ran = fix(tmp_path, "--fix")

    assert (tmp_path / DEMO).read_bytes() == whole(after).replace("\n", "\r\n").encode()
    assert (ran.code, ran.err) == (0, f"{DEMO}: mended {said}\n")
    assert fix(tmp_path, "--diff").code == 0


@pytest.mark.parametrize(
    "text",
    [
        demo("kind: twining").replace("kind: twinning\n", ""),
        demo("began: 3/4 2019"),
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: ✗✗}]}"),
        demo(actions="- {id: a, title: A, status: [{on: 2019, is: dun}]}"),
        demo("parties: [lyon, gratz]").replace("parties: [lyon, graz]\n", ""),
        "title: [",
    ],
    ids=[
        "a slip",
        "a date of two meanings",
        "a marker that is none",
        "another slip",
        "an id",
        "a broken file",
    ],
)
def test_what_may_mean_something_else_is_left_to_people(tmp_path: Path, text: str):
    build(tmp_path, {DEMO: text})

    ran = fix(tmp_path, "--fix")

    assert ran.err == ""
    assert (tmp_path / DEMO).read_text() == text
    assert fix(tmp_path, "--diff").code == 0


def test_only_the_files_that_are_named(tmp_path: Path):
    build(
        tmp_path,
        {DEMO: demo("began: forår 2018"), "data/cities/ulm.yaml": "names: Ulm\nkind: City\ncountry: DE\n"},
    )

    fix(tmp_path, "--fix", str(tmp_path / "data/cities"))

    assert "kind: city" in (tmp_path / "data/cities/ulm.yaml").read_text()
    assert "forår" in (tmp_path / DEMO).read_text()


def test_a_file_that_cannot_be_written_hides_no_other(tmp_path: Path):
    build(
        tmp_path, {DEMO: demo("began: forår 2018"), "data/partnerships/other.yaml": demo("began: forår 2018")}
    )
    target = tmp_path / "elsewhere.yaml"
    (tmp_path / DEMO).rename(target)
    (tmp_path / DEMO).symlink_to(target)

    ran = fix(tmp_path, "--fix")

    assert "forår" in target.read_text()
    assert "data/partnerships/other.yaml: mended C210 (line 4)" in ran.err


def test_a_folder_in_which_nobody_may_write_is_named_and_what_is_wrong_there_is_still_said(tmp_path: Path):
    build(tmp_path, {DEMO: demo("began: forår 2018")})
    path = tmp_path / DEMO
    path.parent.chmod(0o555)

    ran = unprivileged("--root", tmp_path, "validate", "--fix", "--format", "concise")

    path.parent.chmod(0o755)
    assert (ran.code, ran.err) == (
        1,
        f"{path} cannot be written: permission denied\n   help: see who may write there\n",
    )
    assert f"{DEMO}:4:8: error C210 'forår 2018' is not written as EDTF" in ran.out
    assert "forår" in path.read_text()


def test_nothing_of_the_sheet_needs_mending():
    from c2c.workspace import Workspace

    space = Workspace.open(SHEET)
    assert [entry.name for entry in space.entries if mended(space.read(entry))] == []
