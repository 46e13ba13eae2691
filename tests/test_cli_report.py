"""c2c report: its options, and the file that it writes. What a report says is tested where it is made."""

import os
import stat
from pathlib import Path

import pytest

from running import c2c, inside, ours, put
from sheet import SHEET

YEAR = ("report", "--year", "2019")


def test_it_goes_to_standard_output():
    ran = ours(*YEAR)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# ")
    assert ran.out.endswith("\n")
    assert ours(*YEAR, "-o", "-").out == ran.out
    assert ours(*YEAR, "bycirklen-wuxi").out == ran.out
    assert (
        ours(*YEAR, "--as-of", "2019-12-31", "--layout", "story", "--format", "md", "--lang", "en").out
        == ran.out
    )


def test_layouts_formats_and_languages_differ():
    outs = [
        ours(*YEAR, *more).out
        for more in (
            [],
            ["--layout", "matrix"],
            ["--format", "html"],
            ["--lang", "da"],
            ["--as-of", "2019-09"],
        )
    ]

    assert len(set(outs)) == 5
    assert outs[2].startswith("<!")


@pytest.mark.parametrize(
    ("name", "html"), [("r.md", False), ("r.MARKDOWN", False), ("r.html", True), ("r.HTM", True)]
)
def test_the_suffix_names_the_format(tmp_path: Path, name: str, html: bool):
    ran = ours(*YEAR, "-o", tmp_path / name)

    assert ran == (0, "", "")
    expected = ours(*YEAR, "--format", "html" if html else "md").out
    assert (tmp_path / name).read_text(encoding="utf-8") == expected
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_option_goes_before_the_suffix(tmp_path: Path):
    ours(*YEAR, "--format", "html", "-o", tmp_path / "r.md")

    assert (tmp_path / "r.md").read_text().startswith("<!")


def test_what_was_there_is_replaced_and_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "r.md"
    path.write_text("old " * 100_000)
    path.chmod(0o640)

    assert ours(*YEAR, "-o", path).code == 0

    assert path.read_text(encoding="utf-8") == ours(*YEAR).out
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path):
    before = os.umask(0o027)
    try:
        ours(*YEAR, "-o", tmp_path / "r.md")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "r.md").stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays(tmp_path: Path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")

    ours(*YEAR, "-o", tmp_path / "link.md")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# ")


def test_a_device_stays_what_it_is(tmp_path: Path):
    assert ours(*YEAR, "-o", "/dev/null", "--format", "md").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.usefixtures("full_disk")
def test_a_full_device_is_an_output_error():
    ran = ours(*YEAR, "-o", "/dev/full", "--format", "md")

    assert ran == (
        74,
        "",
        "error: /dev/full cannot be written: no space left on device\n   help: make room, and try again\n",
    )


def test_a_folder_is_no_file(tmp_path: Path):
    ran = ours(*YEAR, "-o", tmp_path, "--format", "md")

    assert ran == (
        74,
        "",
        f"error: {tmp_path} cannot be written: it is a folder\n   help: name a file, such as report.html\n",
    )


def test_a_folder_that_is_not_there(tmp_path: Path):
    path = tmp_path / "nowhere" / "r.md"

    assert ours(*YEAR, "-o", path) == (
        74,
        "",
        f"error: {path} cannot be written: no such file or directory\n   help: see whether its folder is there\n",
    )


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "r.md"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = ours(*YEAR, "-o", path)

    assert ran.code == 74
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "19"], "--year: '19' is not a year\n   help: write four digits, such as 2019\n"),
        (["--year", "0001"], "--year: '0001' is not a year"),
        (["--year", "9999"], "--year: '9999' is not a year"),
        (["--year", "20190"], "--year: '20190' is not a year"),
        (["--year", "２０１９"], "--year: '２０１９' is not a year"),
        (["--year", "2019\n"], "--year: '2019 ' is not a year"),
        (
            ["--year", "2019", "--layout", "stori"],
            "there is no layout 'stori'\n   help: did you mean 'story'? one of",
        ),
        (
            ["--year", "2019", "--format", "htlm"],
            "there is no format 'htlm'\n   help: did you mean 'html'? one of",
        ),
        (
            ["--year", "2019", "-o", "r.pdf"],
            "cannot tell the format of r.pdf\n   help: end it in .md or .html, or say",
        ),
        (["--year", "2019", "-o", "r"], "cannot tell the format of r\n"),
        (["--year", "2019", "--as-of", "nu"], "--as-of: 'nu' is no date"),
        (
            ["--year", "2019", "bycirklen"],
            "there is no partnership 'bycirklen'\n   help: did you mean 'bycirklen-wuxi'?\n",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, arguments: list[str], said: str):
    with inside(tmp_path):
        ran = ours("report", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_left_out_and_named(tmp_path: Path):
    root = put(
        tmp_path,
        {
            "data/partnerships/a.yaml": "title: A\nparties: [x, y]\nkind: mou\n",
            "data/partnerships/b.yaml": "title: [",
        },
    )

    ran = c2c("--root", root, *YEAR)

    assert ran.code == 0
    assert (
        ran.err
        == "left out, as c2c cannot read it: data/partnerships/b.yaml\n   help: c2c validate says why\n"
    )


def test_a_partnership_that_is_named_and_cannot_be_read_is_no_success(tmp_path: Path):
    texts = {"a": "title: A\nparties: [x, y]\nkind: mou\n", "b": "title: [", "c": "title: ["}
    root = put(tmp_path, {f"data/partnerships/{id}.yaml": text for id, text in texts.items()})

    ran = c2c("--root", root, "report", "a", "b", "--year", "2019")

    assert (ran.code, ran.err) == (
        1,
        "left out, as c2c cannot read it: data/partnerships/b.yaml\n   help: c2c validate says why\n",
    )
    assert next(line for line in ran.out.splitlines() if line.startswith("## ")) == "## A"


def test_where_nothing_that_is_named_can_be_read_there_is_no_report_and_an_older_one_stays(tmp_path: Path):
    root = put(tmp_path, {"data/partnerships/b.yaml": "title: [", "old.md": "# Last year"})

    for named in (["b"], []):
        ran = c2c("--root", root, "report", *named, "--year", "2019", "-o", root / "old.md")

        assert ran == (
            1,
            "",
            "left out, as c2c cannot read it: data/partnerships/b.yaml\n   help: c2c validate says why\n",
        )
        assert (root / "old.md").read_text() == "# Last year"
        assert c2c("--root", root, "report", *named, "--year", "2019").out == ""


def test_a_partnership_without_actions_is_asked_for_none(tmp_path: Path):
    root = put(tmp_path, {"data/partnerships/a.yaml": "title: A\nparties: [x, y]\nkind: mou\n"})

    for form in ("md", "html"):
        page = c2c("--root", root, "report", "a", "--year", "2019", "--format", form).out
        assert "No action is on record." in page
        assert "0 of the 0" not in page


@pytest.mark.parametrize("year", ["0002", "2006", "2021", "9998"])
def test_any_year_can_be_asked_for(year: str):
    assert ours("report", "--year", year).code == 0


def test_the_folder_does_not_show_in_a_report(tmp_path: Path):
    root = put(
        tmp_path / "elsewhere",
        {
            path.relative_to(SHEET).as_posix(): path.read_text(encoding="utf-8")
            for path in [SHEET / "c2c.yaml", *(SHEET / "data").rglob("*.yaml")]
        },
    )

    assert c2c("--root", root, *YEAR, "--format", "html").out == ours(*YEAR, "--format", "html").out
