"""What a new workspace gives to GitHub, GitLab, pre-commit and editors: checks that run, forms that ask what c2c takes."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from c2c.cli.app import app
from c2c.cli.merge import _ATTRIBUTES
from c2c.language import Language
from c2c.model.experience import Idea
from c2c.saying.labels import label
from c2c.starter.making import LANGUAGES
from c2c.vocab import Reason, Status
from repositories import commit, git
from running import ROOT, Ran, c2c, environment, inside
from starting import SAMPLE, STARTER, committed, data, made, read

VALIDATORS = (
    ("github-workflows", ".github/workflows/*.yml"),
    ("dependabot", ".github/dependabot.yml"),
    ("github-issue-forms", ".github/ISSUE_TEMPLATE/*.yml"),
    ("gitlab-ci", ".gitlab-ci.yml"),
)
"""Schemas of SchemaStore that ship with check-jsonschema, and what they are for."""


@pytest.mark.slow
@pytest.mark.parametrize(("schema", "pattern"), VALIDATORS)
def test_other_peoples_validators_find_nothing(tmp_path: Path, schema: str, pattern: str):
    spaces = [made(tmp_path / language, "--lang", language) for language in LANGUAGES]
    files = sorted(path for space in spaces for path in space.glob(pattern))
    assert len(files) >= len(LANGUAGES)

    done = _tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_action_of_this_repository_fits_its_schema():
    done = _tool("check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_zizmor_finds_nothing_in_the_workflow_and_the_action(tmp_path: Path):
    space = made(tmp_path / "new")

    done = _tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", space, ROOT / "action.yml")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


def _tool(name: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a program of the environment that the tests run in."""
    return subprocess.run(
        [Path(sys.executable).parent / name, *arguments], capture_output=True, encoding="utf-8", timeout=60
    )


@pytest.mark.parametrize("path", [ROOT / "action.yml", *STARTER.glob("github/.github/workflows/*.yml")])
def test_every_action_is_pinned_and_no_expression_stands_in_a_script(path: Path):
    text = read(path)
    uses = re.findall(r"uses: (.+)", text)

    assert uses
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in uses)
    assert "pull_request_target" not in text
    assert "secrets" not in re.sub("#.*", "", text)
    assert not [script for script in _scripts(path) if "${{" in script]


def _scripts(path: Path) -> list[str]:
    """What a workflow or an action runs, in order."""
    root = data(path)
    holder = next(iter(root["jobs"].values())) if "jobs" in root else root["runs"]
    return [step["run"] for step in holder["steps"] if "run" in step]


Runner = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Run a script as the machine of a host does, where c2c is installed."""
    bin = tmp_path / "bin"
    for folder in (bin, tmp_path / "c2c" / "bin"):
        folder.mkdir(parents=True)
        (folder / "c2c").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m c2c "$@"\n')
        (folder / "c2c").chmod(0o755)

    def run(space: Path, script: str, **env: str) -> Ran:
        more = {"PATH": f"{bin}:{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path), **env}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            cwd=space,
            env=environment(**more),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


def _pull_request(folder: Path, base: str = "main") -> Path:
    """A workspace as it is checked out for a pull request: an old mistake in the base, and a change."""
    upstream = made(folder / "upstream")
    git(upstream, "init", "--quiet", "--initial-branch", base)
    commit(upstream, {"data/cities/old.yaml": "names: Old\nkind: citty\n"})
    git(folder, "clone", "--quiet", str(upstream), "clone")
    git(folder / "clone", "switch", "--quiet", "--create", "change")
    return folder / "clone"


HOSTILE = "$(touch${IFS}pwned)"
"""A name that a branch can have."""


@pytest.mark.slow
@pytest.mark.parametrize("base", ["main", HOSTILE])
def test_what_the_workflow_runs_says_a_change_and_passes_in_spite_of_old_mistakes(
    tmp_path: Path, run: Runner, base: str
):
    space = _pull_request(tmp_path, base)
    with inside(space):
        c2c("set", "example-hill-harbour/joint-exhibition", "done", "--on", "2026-05")
    summary = tmp_path / "summary.md"
    _, say, check, check_all = _scripts(space / ".github" / "workflows" / "c2c.yml")
    env = {"GITHUB_BASE_REF": base, "GITHUB_STEP_SUMMARY": str(summary)}

    told = run(space, say, **env)
    checked = run(space, check, **env)
    everything = run(space, check_all)

    assert (told.code, told.out) == (0, "")
    assert "- **Joint exhibition**: open → done (May 2026)" in read(summary)
    assert checked.code == 0, checked.out
    assert "::error" not in checked.out
    assert everything.code == 1
    assert "::error file=data/cities/old.yaml" in everything.out
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.slow
@pytest.mark.parametrize("base", ["main", HOSTILE])
def test_what_the_action_runs_does_the_same(tmp_path: Path, run: Runner, base: str):
    space = _pull_request(tmp_path, base)
    summary = tmp_path / "summary.md"
    _, script = _scripts(ROOT / "action.yml")
    env = {"SINCE": "", "STRICT": "false", "C2C_ROOT": ".", "GITHUB_STEP_SUMMARY": str(summary)}

    unchanged = run(space, script, GITHUB_BASE_REF=base, **env)
    path = space / SAMPLE
    path.write_text(read(path).replace("is: done", "is: doone"), encoding="utf-8")
    broken = run(space, script, GITHUB_BASE_REF=base, **env)
    named = run(space, script, GITHUB_BASE_REF="", **{**env, "SINCE": f"origin/{base}"})
    everything = run(space, script, GITHUB_BASE_REF="", **env)

    assert unchanged.code == 0, unchanged.out + unchanged.err
    assert broken.code == 1
    assert broken.out.count("::error") == 1
    assert (named.code, named.out) == (1, broken.out)
    assert everything.out.count("::error") > 1
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.slow
def test_what_gitlab_runs_writes_its_reports_and_fails_for_what_the_change_broke(tmp_path: Path, run: Runner):
    space = _pull_request(tmp_path)
    jobs = data(space / ".gitlab-ci.yml")
    change, everything = jobs["change"], jobs["data"]
    env = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(space, "rev-parse", "HEAD")}

    unchanged = run(space, "\n".join(change["script"]), **env)
    (space / "data" / "cities" / "new.yaml").write_text("names: New\nkind: twon\n")
    broken = run(space, "\n".join(change["script"]), **env)
    issues = json.loads(read(space / "c2c-code-quality.json"))
    all_of_it = run(space, "\n".join(everything["script"]))

    assert unchanged.code == 0, unchanged.out + unchanged.err
    assert broken.code == 1
    assert {issue["location"]["path"] for issue in issues} == {"data/cities/new.yaml"}
    assert read(space / "c2c-junit.xml").startswith("<?xml")
    assert all_of_it.code == 1
    assert (
        git(space, "check-ignore", "c2c-junit.xml", "c2c-code-quality.json", "c2c-changes.md").count("\n")
        == 2
    )


def forms(language: str, name: str) -> list[dict[str, Any]]:
    """The fields of a form."""
    body = data(STARTER / language / "github" / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml")["body"]
    return [field for field in body if field["type"] != "markdown"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_for_a_status_asks_what_set_takes(language: str):
    taken = _commands()["set"].params
    fields = {field["id"]: field for field in forms(language, "report-a-status")}
    speaks = Language(language)

    assert set(fields) == {each.name for each in taken} - {"dry_run", "root", "help"}
    for name, words in (("status", Status), ("reason", Reason)):
        assert fields[name]["attributes"]["options"] == [
            f"{label(word, speaks)} ({word.value})" for word in words
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_for_an_idea_asks_what_an_idea_has(language: str):
    asked = {str(field["id"]) for field in forms(language, "propose-an-idea")}

    assert asked - {"partnership"} <= {*Idea.model_fields, "area"}


@pytest.mark.parametrize(
    "name", ["report-a-status", "contact-changed", "propose-an-idea", "something-is-wrong"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_gitlab_asks_what_github_asks(tmp_path: Path, language: str, name: str):
    fields = forms(language, name)
    assert [field["id"] for field in fields] == [field["id"] for field in forms("en", name)]

    text = read(made(tmp_path / "new", "--lang", language) / ".gitlab" / "issue_templates" / f"{name}.md")

    assert re.findall("^### (.+)$", text, re.MULTILINE) == [field["attributes"]["label"] for field in fields]


def test_the_settings_agree_with_the_code(tmp_path: Path):
    space = committed(tmp_path / "new")
    settings = json.loads(read(space / ".vscode" / "settings.json"))

    assert _ATTRIBUTES in read(space / ".gitattributes").splitlines()
    assert git(space, "check-attr", "merge", SAMPLE) == f"{SAMPLE}: merge: c2c"
    with inside(space):
        assert c2c("merge", "--install").code == 0
    assert git(space, "status", "--porcelain") == ""
    assert {name for name in settings.get("yaml.schemas", {}) if not (space / name).is_file()} == set()


def test_every_hook_is_a_command_and_every_command_for_hooks_is_one():
    text = read(ROOT / ".pre-commit-hooks.yaml")
    commands = set(_commands())

    hooks = dict(re.findall(r"^- id: (\S+)$.*?^  entry: ([^\n]+)$", text, re.MULTILINE | re.DOTALL))

    assert {id: entry.split()[1] for id, entry in hooks.items()} == {
        f"c2c-{name}": name for name in {"validate", "fmt"} & commands
    }
    assert all(entry.startswith("c2c ") for entry in hooks.values())


def _commands() -> Mapping[str, Any]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group.commands
