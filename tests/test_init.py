"""A new workspace: all is well at once, a change reads as sentences, and nothing that was there is lost."""

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from c2c.language import known
from c2c.starter.making import LANGUAGES
from repositories import commit, git
from running import Ran, c2c, inside, put, same_as_file
from starting import SAMPLE, STARTER, committed, data, made, read


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_has_a_starter_in_every_language_of_c2c():
    assert set(LANGUAGES) == set(known())
    folders = [
        {path.relative_to(STARTER / code) for path in (STARTER / code).rglob("*")} for code in LANGUAGES
    ]
    assert folders[0] == folders[1] == folders[2]


@pytest.mark.parametrize("languages", [*LANGUAGES, "da,zh,en"])
def test_everything_passes_at_once(tmp_path: Path, languages: str):
    space = committed(tmp_path / "new", "--lang", languages)

    with inside(space):
        assert c2c("validate", "--strict") == Ran(0, "5 files: nothing to mend\n", "")
        for command in (
            ["validate", "--strict", "--since", "main"],
            ["fmt", "--check"],
            ["diff"],
            ["status"],
        ):
            ran = c2c(*command)
            assert (ran.code, ran.err) == (0, ""), command
        assert c2c("report", "--year", "2024").code == 0
    assert git(space, "status", "--porcelain") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_by_set_is_one_hunk_and_a_summary_that_an_outsider_understands(
    tmp_path: Path, language: str
):
    space = committed(tmp_path / "new", "--lang", language)

    with inside(space):
        for line in _commands(space / "README.md", "c2c set"):
            ran = c2c(*shlex.split(line)[1:])
            assert ran.code == 0, ran.err
        difference = git(space, "diff", "--unified=0")
        checked = c2c("validate", "--strict", "--since", "main")
        same_as_file(f"init/summary-{language}.md", c2c("diff", "main...", "--format", "markdown").out)

    assert difference.count("\n@@ ") == 1
    assert not re.search(r"^-(?!--)", difference, re.MULTILINE)
    assert (checked.code, checked.out) == (0, "5 files: nothing to mend\n")


def _commands(page: Path, start: str) -> list[str]:
    """The commands of a page that begin so."""
    return re.findall(rf"^\$ ({start} .+)$", page.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_by_hand_says_the_same(tmp_path: Path, language: str):
    """What the README shows as a record to add is what its command writes, but for the form."""
    space = made(tmp_path / "new", "--lang", language)
    page = (space / "README.md").read_text(encoding="utf-8")
    record = page.partition("```yaml\n")[2].partition("```")[0]
    by_hand = made(tmp_path / "by-hand", "--lang", language)
    path = by_hand / SAMPLE
    event = "            kind: event\n"
    path.write_text(path.read_text(encoding="utf-8").replace(event, event + record), encoding="utf-8")

    (line,) = _commands(space / "README.md", "c2c set")
    with inside(space):
        c2c(*shlex.split(line)[1:])

    assert data(path) == data(space / SAMPLE)


def test_a_broken_edit_gives_one_blocking_finding_at_its_line_and_none_of_the_old(tmp_path: Path):
    space = committed(tmp_path / "new")
    git(space, "switch", "--quiet", "main")
    commit(space, {"data/cities/old.yaml": "names: Old\nkind: citty\n"}, "A mistake that was there before")
    git(space, "switch", "--quiet", "--create", "broken")
    path = space / SAMPLE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("is: done", "is: doone"), encoding="utf-8")
    line = text[: text.index("is: done")].count("\n") + 1

    with inside(space):
        ran = c2c("validate", "--since", "main", "--format", "json")
        everything = c2c("validate", "--format", "json")

    findings = [each for each in json.loads(ran.out)["findings"] if each["severity"] == "error"]
    assert ran.code == 1
    assert [(each["path"], each["line"], each["code"]) for each in findings] == [(SAMPLE, line, "C203")]
    assert json.loads(everything.out)["summary"]["errors"] > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_can_be_deleted(tmp_path: Path, language: str):
    space = committed(tmp_path / "new", "--lang", language)
    page = (space / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"`git (rm [^`]+)`", page)

    subprocess.run(f"git {command}", shell=True, cwd=space, check=True, capture_output=True)

    ran = c2c("--root", space, "validate", "--strict")
    assert (ran.code, ran.out, ran.err) == (0, "1 file: nothing to mend\n", "")
    assert not [name for name in names(space) if name.startswith("data/") and name != "data/README.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sample_says_that_it_is_one(tmp_path: Path, language: str):
    space = made(tmp_path / "new", "--lang", language)
    words = {"da": "# Et eksempel: ", "en": "# An example: ", "zh": "# 示例："}

    files = list(space.glob("data/*/*.yaml"))

    assert len(files) == 4
    assert all(path.name.startswith("example-") for path in files)
    assert all(path.read_text(encoding="utf-8").startswith(words[language]) for path in files)


def test_a_workspace_without_sample_is_valid_and_does_not_speak_of_one(tmp_path: Path):
    space = made(tmp_path / "new", "--no-sample")

    assert c2c("--root", space, "validate", "--strict").out == "1 file: nothing to mend\n"
    assert "example-" not in (space / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_to_begin_with_that_the_page_on_data_shows_are_valid(tmp_path: Path, language: str):
    space = made(tmp_path / "new", "--lang", language, "--no-sample")
    page = (space / "data" / "README.md").read_text(encoding="utf-8")

    shown = dict(re.findall(r"```yaml\n# (\S+)\n(.+?)```", page, re.DOTALL))
    put(space, shown | {"data/cities/their-city.yaml": shown["data/cities/our-city.yaml"]})

    assert len(shown) == 2
    assert c2c("--root", space, "validate", "--strict").out == "4 files: nothing to mend\n"


@pytest.mark.parametrize(
    ("ci", "there", "not_there"),
    [
        ("both", {".github", ".gitlab"}, set()),
        ("github", {".github"}, {".gitlab"}),
        ("gitlab", {".gitlab"}, {".github"}),
        ("none", set(), {".github", ".gitlab"}),
    ],
)
def test_checks_and_forms_are_there_for_whom_they_are_wanted(
    tmp_path: Path, ci: str, there: set[str], not_there: set[str]
):
    space = made(tmp_path / "new", "--ci", ci)
    page = (space / "README.md").read_text(encoding="utf-8")

    tops = {name.partition("/")[0].removesuffix("-ci.yml") for name in names(space)}

    assert tops & {".github", ".gitlab"} == there
    assert not [name for name in not_there if name in page]
    assert ("C2C_FROM" in page) == bool(there)


def test_nothing_is_left_to_be_filled_in(tmp_path: Path):
    space = made(tmp_path / "new")

    left = {name for name in names(space) if re.search(r"@\w+@|\[(da|en|zh|hosted)\]", read(space / name))}

    assert left == set()


def test_what_is_there_is_left_as_it_is_and_named(tmp_path: Path):
    put(tmp_path, {"README.md": "ours\n", ".gitattributes": "* -text\n"})

    ran = c2c("init", tmp_path)

    assert ran.code == 0
    assert read(tmp_path / "README.md") == "ours\n"
    assert read(tmp_path / ".gitattributes") == "* -text\n"
    left = [line for line in ran.out.splitlines() if line.startswith("left")]
    assert left == [
        "left  .gitattributes  it is there already",
        "left  README.md  it is there already",
    ]
    files = len(ran.out.splitlines())
    assert f"{files - 2} of {files} files written" in ran.err


def test_a_second_time_nothing_changes(tmp_path: Path):
    space = made(tmp_path / "new")
    (space / SAMPLE).unlink()
    before = {name: (space / name).read_bytes() for name in names(space)}

    ran = c2c("init", space)

    assert ran.code == 0
    assert "new " not in ran.out
    assert {name: (space / name).read_bytes() for name in names(space)} == before


def test_a_workspace_that_is_there_gets_what_it_lacks_in_its_language_and_no_sample(tmp_path: Path):
    put(tmp_path, {"c2c.yaml": "title: Byerne\nlanguages: [da]\n", "data/cities/graz.yaml": "names: Graz\n"})

    made(tmp_path)

    assert not list(tmp_path.rglob("example-*"))
    assert read(tmp_path / "README.md").startswith("# Byerne\n\nHvad byer har aftalt")


def test_inside_a_workspace_there_is_no_other(tmp_path: Path):
    space = made(tmp_path / "new")

    ran = c2c("init", space / "data" / "more")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {space}/data/more belongs to the workspace {space}, and")
    assert not (space / "data" / "more").exists()


def test_nothing_is_written_through_a_link(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    space = tmp_path / "new"
    space.mkdir()
    (space / ".github").symlink_to(elsewhere)
    (space / "c2c.yaml").symlink_to(elsewhere / "not-there")

    ran = c2c("init", space)

    assert list(elsewhere.iterdir()) == []
    assert "left  .github/workflows/c2c.yml  .github is a link to elsewhere\n" in ran.out
    assert "left  c2c.yaml  it is there already\n" in ran.out


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path):
    put(tmp_path, {"file": "", "new/.github": ""})

    assert c2c("init", tmp_path / "file") == Ran(
        2, "", f"error: {tmp_path}/file is not a folder\n   help: name a folder, or one that is to be made\n"
    )
    ran = c2c("init", tmp_path / "new")
    assert ran.code == 0
    assert "left  .github/workflows/c2c.yml  .github is no folder\n" in ran.out


@pytest.mark.parametrize("options", [[], ["--no-sample", "--ci", "none"]])
def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path, options: list[str]):
    put(tmp_path / "new", {"README.md": "ours\n"})

    dry = c2c("init", tmp_path / "new", "--dry-run", *options)
    assert names(tmp_path) == {"new/README.md"}
    wet = c2c("init", tmp_path / "new", *options)

    assert (dry.code, dry.out) == (0, wet.out)


def test_the_folder_is_the_one_that_one_stands_in_or_the_root(tmp_path: Path):
    (tmp_path / "here").mkdir()
    with inside(tmp_path / "here"):
        assert c2c("init").code == 0
    assert c2c("--root", tmp_path / "there", "init").code == 0

    assert names(tmp_path / "here") == names(tmp_path / "there")


@pytest.mark.parametrize(
    "title", ["Byer: nu & da", "# not a heading", "'\"[]{}", "@from@ and @title@", "<b>x</b>", "null", "%"]
)
def test_a_title_stays_what_it_is(tmp_path: Path, title: str):
    space = made(tmp_path / "new", "--title", title)

    assert data(space / "c2c.yaml")["title"] == title
    assert c2c("--root", space, "validate", "--strict").code == 0
    heading, rest = read(space / "README.md").split("\n", 1)
    assert heading.startswith("# ")
    assert "<b>" not in heading
    assert rest == read(made(tmp_path / "other") / "README.md").split("\n", 1)[1]


def test_where_c2c_comes_from_is_said_in_the_checks_and_the_readme(tmp_path: Path):
    wheel = 'c2c-partnerships @ https://example.org/a b/c2c"$(id).whl'
    space = made(tmp_path / "new", "--from", wheel)

    github = data(space / ".github" / "workflows" / "c2c.yml")
    gitlab = data(space / ".gitlab-ci.yml")

    assert github["env"] == {"C2C_FROM": wheel}
    assert gitlab["variables"]["C2C_FROM"] == wheel
    assert f"`pipx install {shlex.quote(wheel)}`" in read(space / "README.md")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--lang", "de"], "--lang: the sample is not there in 'de'"),
        (["--lang", "da,no way"], "--lang: 'no way' is not a language"),
        (["--lang", ""], "--lang: '' is not a language"),
        (["--ci", "gitea"], "there is no host 'gitea'"),
        (["--from", "--index-url=x"], "--from: '--index-url=x' is nothing that pip installs"),
        (["--title", " "], "--title: this is not a line of text"),
        (["--title", "a\nb"], "--title: this is not a line of text"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(tmp_path: Path, options: list[str], message: str):
    ran = c2c("init", tmp_path / "new", *options)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")
    assert not (tmp_path / "new").exists()


def test_a_language_that_the_starter_lacks_can_be_one_of_the_workspace(tmp_path: Path):
    space = made(tmp_path / "new", "--lang", "de,da", "--no-sample")

    assert data(space / "c2c.yaml")["languages"] == ["de", "da"]
    assert read(space / "README.md").startswith("# Vores bysamarbejder\n")
