"""c2c validate: formats, exit codes, paths."""

import json
import shutil
from pathlib import Path

import pytest

from c2c.export.findings import FORMATS
from running import ROOT, Ran, c2c, inside, ours, put, same_as_file

MISTAKES = {
    "c2c.yaml": """
languages: [en, da]
accepted:
  - {rule: C504, subject: lyon-graz/sign, reason: nobody knows}
  - {rule: C501, subject: nowhere, reason: no longer found}
""",
    "data/cities/lyon.yaml": "names: {en: Lyon, da: Lyon}\nkind: ctiy\ncountry: FR\nnames: {en: Lyon}\n",
    "data/cities/graz.yaml": "names: {en: Graz, da: Graz}\nkind: city\ncountry: NO\naliases: [格拉茨, &a Gradec]\n",
    "data/cities/Wien.yml": "names: Wien\n",
    "data/partnerships/lyon-graz.yaml": """
title: {en: Lyon and Graz, da: Lyon og Graz}
parties: [lyon, gratz]
kind: twinning
began: 2020
ended: {on: 2019, reason: completed}
focus_areas:
  - id: all
    title: {en: All, da: Alle}
    efforts:
      - id: visits
        title: {en: 互访 Visits, da: Besøg}
        actions:
          - id: lunch
            title: {en: Lunch, da: Frokost}
            status: [{on: 2019-12, is: partialy}]
          - {id: dinner, title: {en: Dinner, da: Middag}, status: [{on: 2019-12, is: partly_done}], note: "100% ::x"}
          - {id: sign, title: {en: Sign, da: Skilt}, status: [{on: 2019-12, is: unclear}]}
          - {id: tour, title: {en: Tour}, when: forår 2018}
          - {id: talk, title: {en: Talk, da: Snak}, whn: 2018}
""",
    "data/partnerships/torn.yaml": "title: [\nparties: x\n",
    "data/sources/paper.yaml": "title: {en: Paper, da: Papir}\nurl: javascript:alert(1)\n",
}


@pytest.fixture
def mistakes(tmp_path: Path) -> Path:
    root: Path = put(tmp_path, MISTAKES)
    return root


# the log of SARIF holds the manuals of all rules; tests/test_findings_formats.py reads it
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "sarif"])
def test_a_workspace_full_of_mistakes(mistakes: Path, form: str):
    ran = c2c("--root", mistakes, "validate", "--format", form)

    assert (ran.code, ran.err) == (1, "")
    same_as_file(f"validate-mistakes.{form}", ran.out)


def test_our_own_data():
    ran = ours("validate", "--format", "concise")

    assert (ran.code, ran.err) == (0, "")
    same_as_file("validate-ours.concise", ran.out)


def test_text_is_the_format_without_a_word():
    assert ours("validate").out == ours("validate", "--format", "text").out


def test_the_formats_for_people_scripts_and_github_tell_of_the_same_findings(mistakes: Path):
    outs = {form: c2c("--root", mistakes, "validate", "--format", form).out for form in FORMATS}

    codes = [each["code"] for each in json.loads(outs["json"])["findings"]]
    assert [line.split()[2] for line in outs["concise"].splitlines()[:-1]] == codes
    assert [line.partition("title=")[2][:4] for line in outs["github"].splitlines()[:-1]] == codes
    assert outs["text"].count("\n\n") == len(codes)
    assert len(codes) > 10


WARNING = {
    "c2c.yaml": "languages: [en, da]\n",
    "data/cities/lyon.yaml": "names: {en: Lyon}\nkind: city\ncountry: FR\n",
}
NOTE = {
    "data/partnerships/a.yaml": """
title: A
parties: [lyon, graz]
kind: mou
focus_areas: [{id: x, title: X, efforts: [{id: y, title: Y, actions: [{id: z, title: Z, status: [{on: 2019, is: done}]}]}]}]
""",
    "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\n",
    "data/cities/graz.yaml": "names: Graz\nkind: city\ncountry: AT\n",
}


@pytest.mark.parametrize(
    ("files", "arguments", "code", "summary"),
    [
        (WARNING, [], 0, "2 files: 1 warning\n"),
        (WARNING, ["--strict"], 1, "2 files: 1 warning\n"),
        (NOTE, [], 0, "3 files: nothing to mend, 2 notes\n"),
        (NOTE, ["--strict"], 0, "3 files: nothing to mend, 2 notes\n"),
        ({"c2c.yaml": "languages: [en]\n"}, ["--strict"], 0, "1 file: nothing to mend\n"),
        ({"c2c.yaml": "langs: [en]\n"}, [], 1, "1 file: 1 error\n"),
    ],
)
def test_exit_codes(tmp_path: Path, files: dict[str, str], arguments: list[str], code: int, summary: str):
    ran = c2c("--root", put(tmp_path, files), "validate", *arguments)

    assert ran.code == code
    assert ran.out.endswith(summary)


def paths(ran: Ran) -> set[str]:
    return {each["path"] for each in json.loads(ran.out)["findings"]}


@pytest.mark.parametrize(
    ("folder", "arguments", "found"),
    [
        (".", ["data/cities/lyon.yaml"], {"data/cities/lyon.yaml"}),
        (".", ["data/sources"], {"data/sources/paper.yaml"}),
        (".", ["data/sources/"], {"data/sources/paper.yaml"}),
        (".", ["c2c.yaml", "data/sources"], {"data/sources/paper.yaml"}),
        ("data", ["cities/lyon.yaml"], {"data/cities/lyon.yaml"}),
        (
            "data/cities",
            ["lyon.yaml", "../sources/paper.yaml"],
            {"data/cities/lyon.yaml", "data/sources/paper.yaml"},
        ),
        ("data/sources", ["."], {"data/sources/paper.yaml"}),
        ("data/cities", ["../sources"], {"data/sources/paper.yaml"}),
        ("data/cities", ["data/sources/paper.yaml"], {"data/sources/paper.yaml"}),  # as the root sees it
        (".", ["data/cities/Wien.yml"], {"data/cities/Wien.yml"}),
    ],
)
def test_paths(mistakes: Path, folder: str, arguments: list[str], found: set[str]):
    with inside(mistakes / folder):
        ran = c2c("validate", "--format", "json", *arguments)

    assert ran.code in (0, 1)
    assert paths(ran) == found


@pytest.mark.parametrize("whole", [".", "data/..", "data/cities/../.."])
def test_a_path_of_the_root_is_all(mistakes: Path, whole: str):
    with inside(mistakes):
        assert c2c("validate", whole).out == c2c("validate").out


def test_a_path_through_a_link_to_the_root(mistakes: Path, tmp_path_factory: pytest.TempPathFactory):
    link = tmp_path_factory.mktemp("link") / "there"
    link.symlink_to(mistakes)

    ran = c2c("--root", mistakes, "validate", "--format", "json", link / "data" / "sources")

    assert paths(ran) == {"data/sources/paper.yaml"}


def test_a_path_that_is_elsewhere_is_tried_from_the_root(
    mistakes: Path, tmp_path_factory: pytest.TempPathFactory
):
    elsewhere = put(tmp_path_factory.mktemp("elsewhere"), {"data/sources/paper.yaml": "title: Another\n"})

    with inside(elsewhere):
        ran = c2c("--root", mistakes, "validate", "--format", "json", "data/sources/paper.yaml")

    assert paths(ran) == {"data/sources/paper.yaml"}


@pytest.mark.parametrize(
    ("path", "help"),
    [
        ("data/citys", "did you mean data/cities?"),
        ("data/cities/lyons.yaml", "did you mean data/cities/lyon.yaml?"),
        ("lyon-graz", "did you mean data/partnerships/lyon-graz.yaml?"),
        ("/etc/passwd", "name files or folders under data/, or c2c.yaml"),
        ("notes", "name files or folders under data/, or c2c.yaml"),
        ("qqqq", "name files or folders under data/, or c2c.yaml"),
    ],
)
def test_paths_of_nothing_are_refused(mistakes: Path, path: str, help: str):
    (mistakes / "notes").mkdir()
    with inside(mistakes):
        ran = c2c("validate", "data/cities", path)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {path} is no data file of {mistakes}\n   help: {help}\n"


def test_a_format_that_is_none_is_refused():
    ran = ours("validate", "--format", "jsn")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: there is no format 'jsn'\n   help: did you mean 'json'? one of {', '.join(FORMATS)}\n"
    )


def test_validating_changes_nothing(tmp_path: Path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    c2c("--root", tmp_path, "validate")

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
