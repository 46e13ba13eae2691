"""validate --since: a change answers for what it brought, and for what it does to what was said; for nothing else."""

import json
import os
from pathlib import Path

import pytest
from sarif_pydantic import Sarif

from building import BASE, DEMO, demo
from repositories import commit, git, repository
from running import Ran, c2c

NEXT_YEAR = "}]}, {on: 2019, is: done, sources: [case-study]}]}"
OLD = "- {id: old, title: Old, status: [{on: 2018, is: partly_done}]}"
LUNCH = "- {id: lunch, title: Lunch, status: [{on: 2018, is: done, evidence: [{source: case-study}]}]}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose main has a warning (C501) and a note; a branch begins there."""
    folder = repository(tmp_path / "space", {**BASE, DEMO: demo(actions=f"{OLD}\n{LUNCH}")})
    git(folder, "checkout", "--quiet", "-b", "change")
    return Path(folder)


def since(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, "validate", "--since", "main", *arguments)


def brought(root: Path) -> list[str]:
    """What the change brought: line and code."""
    document = json.loads(since(root, "--format", "json").out)
    return [f"{each['line']} {each['code']} {each['severity']}" for each in document["findings"]]


def test_nothing_changed_brings_nothing_and_the_old_is_counted(root: Path):
    ran = since(root, "--strict")

    assert c2c("--root", root, "validate", "--strict").code == 1
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("5 files: nothing to mend, ")
    assert ran.out.endswith(" that were there before\n")


def test_one_mistake_is_one_finding_at_its_line_and_none_of_the_old(root: Path):
    (root / DEMO).write_text(
        "# a comment moves all\n" + demo(actions=f"{OLD}\n{LUNCH.replace('is: done', 'is: dnoe')}")
    )

    ran = since(root)

    assert ran.code == 1
    lines = [line for line in ran.out.splitlines() if line.startswith("data/")]
    assert lines == [f"{DEMO}:13:63: error C203 'dnoe' is not a status"]


def test_main_that_went_on_is_not_the_changes_doing(root: Path):
    git(root, "checkout", "--quiet", "main")
    commit(root, {"data/cities/graz.yaml": "names: Graz\nkind: cty\ncountry: AT\n"})
    git(root, "checkout", "--quiet", "change")

    assert since(root).code == 0


def test_a_finding_that_stands_once_more_is_new(root: Path):
    (root / DEMO).write_text(demo(actions=f"{OLD}\n{OLD.replace('old', 'other')}\n{LUNCH}"))

    assert brought(root) == ["12 C701 warning", "12 C501 warning"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (demo(actions=OLD), ["8 C314 warning"]),
        (demo(actions=f"{OLD}\n{LUNCH.replace('id: lunch', 'id: dinner')}"), ["12 C315 warning"]),
        (demo(actions=f"{OLD}\n{LUNCH.replace('is: done', 'is: open')}"), ["12 C506 error"]),
        (
            demo(actions=f"{OLD}\n{LUNCH.replace('}]}]}', '}]}, {on: 2019, is: not_done, note: No}]}')}"),
            [],
        ),
        (
            demo(
                demo(actions=f"{OLD.replace('partly_done', 'done')}\n{LUNCH.replace('}]}]}', NEXT_YEAR)}"),
            ),
            [],
        ),
    ],
    ids=["deleted", "renamed", "taken back", "taken back with a word", "a year that is not past"],
)
def test_what_was_said_is_not_lost_in_silence(root: Path, text: str, found: list[str]):
    (root / DEMO).write_text(text)

    assert [each for each in brought(root) if each.split()[1] in ("C314", "C315", "C506", "C507")] == found


def test_what_was_said_of_an_idea_and_of_the_narrative_is_not_lost_either(root: Path):
    git(root, "checkout", "--quiet", "main")
    said = "ideas: [{id: choir, title: Choir, status: [{on: 2018, is: agreed}]}]\n"
    said += "narrative: [{loop: continual_improvement, step: plan, on: 2018-03}]\n"
    commit(root, {DEMO: demo(said, actions=LUNCH)})
    git(root, "checkout", "--quiet", "-B", "change")
    (root / DEMO).write_text(demo("ideas: [{id: choir, title: Choir}]", actions=LUNCH))

    assert [line for line in since(root, "--format", "concise").out.splitlines() if "C314" in line] == [
        f"{DEMO}:1:1: warning C314 the declared step 'plan' of 2018-03 is gone",
        f"{DEMO}:4:9: warning C314 the report of 2018 on the idea 'choir' is gone",
    ]


def test_a_past_year_is_rewritten(root: Path):
    git(root, "checkout", "--quiet", "main")
    later = LUNCH.replace("}]}]}", "}]}, {on: 2019, is: done, evidence: [{source: case-study}]}]}")
    commit(root, {DEMO: demo(actions=f"{OLD}\n{later}")})
    git(root, "checkout", "--quiet", "-B", "change")
    (root / DEMO).write_text(demo(actions=f"{OLD.replace('partly_done', 'not_done')}\n{later}"))

    assert "11 C507 warning" in brought(root)
    (root / DEMO).write_text(
        demo(actions=f"{OLD.replace('is: partly_done', 'is: not_done, note: I had it wrong')}\n{later}")
    )
    assert "11 C507 warning" not in brought(root)


def test_a_file_that_is_gone_and_one_that_is_renamed(root: Path):
    git(root, "mv", DEMO, "data/partnerships/lyon-graz.yaml")

    ran = since(root)
    assert ran.code == 0
    assert "lyon-graz.yaml:1:1: warning C315 'demo' is called 'lyon-graz' now" in ran.out
    assert ran.out.count("warning") == 2  # and the summary

    (root / "data/partnerships/lyon-graz.yaml").unlink()
    assert f"{DEMO}:1:1: warning C314 the partnership 'demo' is gone" in since(root).out


def test_a_warning_about_a_change_can_be_accepted_and_its_acceptance_is_not_called_idle(root: Path):
    settings = "accepted: [{rule: C314, subject: demo, reason: It was a test}]\n"
    (root / DEMO).unlink()
    (root / "c2c.yaml").write_text(f"languages: [en, da, zh]\n{settings}")

    assert "C314" not in since(root, "--strict").out
    assert "C901" not in c2c("--root", root, "validate").out


def test_only_the_files_that_are_named(root: Path):
    (root / DEMO).write_text(demo(actions=OLD))
    (root / "data/cities/graz.yaml").write_text("names: Graz\nkind: cty\ncountry: AT\n")

    assert "C314" not in since(root, str(root / "data/cities")).out
    assert "C203" in since(root, str(root / "data/cities")).out
    assert "C203" not in since(root, str(root / DEMO)).out


def test_sarif_says_what_is_new_and_what_is_not(root: Path):
    (root / DEMO).write_text(demo(actions=f"{OLD}\n{LUNCH.replace('is: done', 'is: open')}"))

    (run,) = json.loads(since(root, "--format", "sarif").out)["runs"]
    Sarif.model_validate_json(since(root, "--format", "sarif").out)

    states = {result["ruleId"]: result["baselineState"] for result in run["results"]}
    assert states["C506"] == "new"
    assert states["C501"] == "unchanged"


def test_the_summary_of_a_step_is_added_to_what_is_there(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    monkeypatch.setitem(os.environ, "GITHUB_STEP_SUMMARY", str(path))
    (root / DEMO).write_text(
        demo(actions=f"{OLD}\n{LUNCH.replace('Lunch', '<b>|').replace('is: done', 'is: open')}")
    )

    since(root, "--format", "github")

    text = path.read_text()
    assert text.startswith("before\n## c2c validate\n")
    assert "| error C506 | data/partnerships/demo.yaml:12:" in text
    assert "<b>" not in text


def test_the_summary_of_a_step_tells_200_findings_and_how_many_more_there_are(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "summary.md"
    monkeypatch.setitem(os.environ, "GITHUB_STEP_SUMMARY", str(path))
    actions = "\n".join(f"- {{id: a{n}, title: A{n}, status: [{{on: 2018, is: dnoe}}]}}" for n in range(100))
    (root / DEMO).write_text(demo(actions=f"{OLD}\n{LUNCH}\n{actions}"))
    (root / "data/partnerships/other.yaml").write_text(
        demo(actions=f"{actions}\n{actions.replace('id: a', 'id: b').replace('A', 'B')}")
    )

    since(root, "--format", "github")

    text = path.read_text()
    assert text.count("\n| error C203 |") == 200
    assert text.endswith("\nand 100 more\n")


def test_a_revision_that_has_nothing_in_common(root: Path):
    git(root, "checkout", "--quiet", "--orphan", "other")
    commit(root, {}, "Another beginning")

    ran = since(root)

    assert ran.code == 2
    assert "has no commit in common with HEAD" in ran.err
