"""c2c diff and c2c log, on real repositories."""

import json
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from repositories import commit, git, repository
from running import Ran, c2c, inside

LUNCH = "- {id: lunch, title: Lunch, when: 2019}"
DONE = "- {id: lunch, title: Lunch, when: 2019, status: [{on: 2019-05, is: done, evidence: [{source: case-study}]}]}"
MOVED = DONE.replace("id: lunch", "id: ambassador-lunch")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A partnership that came, was reported on, and was renamed with its action; each in a commit with a tag."""
    folder = repository(tmp_path / "space", BASE)
    git(folder, "tag", "nothing")
    commit(folder, {DEMO: demo(actions=LUNCH)}, "The plan", "2019-01-05")
    git(folder, "tag", "plan")
    commit(folder, {DEMO: "# form only\n" + demo(actions=LUNCH)}, "Only form", "2019-02-05")
    commit(folder, {DEMO: demo(actions=DONE)}, "Lunch is done", "2019-06-05")
    git(folder, "tag", "done")
    git(folder, "mv", DEMO, "data/partnerships/lyon-graz.yaml")
    commit(folder, {"data/partnerships/lyon-graz.yaml": demo(actions=MOVED)}, "Other names", "2019-07-05")
    return Path(folder)


def asked(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, *arguments)


def test_two_revisions_and_a_revision_and_the_files(root: Path):
    assert asked(root, "diff", "plan", "done").out.splitlines() == [
        "Demo  partnership demo",
        "  Lunch: open → done (May 2019), evidence added",
        "",
        "1 change in 1 record.",
    ]
    (root / "data/cities/graz.yaml").write_text("names: Graz\nkind: municipality\ncountry: AT\n")
    assert asked(root, "diff").out.splitlines() == [
        "Graz  city graz",
        "  kind: city → municipality",
        "",
        "1 change in 1 record.",
    ]


def test_values_and_ratings_are_told_in_words(root: Path):
    git(root, "checkout", "--quiet", "done")
    more = """
kpis:
- {kpi: trade, period: 2018, value: 12, bound: about, unit: firms}
- {kpi: visitors, period: 2019, value: 100, kind: target}
- {kpi: reputation, period: 2019, statement: Both sides call it good}
factors: [{factor: funding, rating: strong, on: 2019}]
"""
    (root / DEMO).write_text(demo(more, actions=DONE))

    told = asked(root, "diff").out

    assert "value of an indicator added: Trade, 2018: about 12 firms\n" in told
    assert "2019: 100 (aimed at)\n" in told
    assert ", 2019: Both sides call it good\n" in told
    assert "2019: strong\n" in told
    assert "{" not in told


def test_since_two_parted(root: Path):
    git(root, "checkout", "--quiet", "-b", "mine", "done")
    commit(root, {"data/cities/graz.yaml": "names: Graz\nkind: municipality\ncountry: AT\n"})
    for arguments in (("main...mine",), ("main...",)):
        assert "Graz  city graz" in asked(root, "diff", *arguments).out
        assert "Demo" not in asked(root, "diff", *arguments).out
    assert "Demo" in asked(root, "diff", "main", "mine").out


def test_only_some_of_it(root: Path):
    assert "Nothing changed" in asked(root, "diff", "plan", "done", "--only", "graz").out
    assert "Lunch" in asked(root, "diff", "plan", "done", "--only", "demo").out
    ran = asked(root, "diff", "plan", "done", "--only", "dem")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "error: there is no city, partnership or source 'dem'",
        "   help: did you mean 'demo'? one of graz, lyon, demo, case-study",
    ]


def test_json_and_markdown_and_languages(root: Path):
    document = json.loads(asked(root, "diff", "plan", "done", "--format", "json").out)
    assert (document["base"], document["head"]) == ("plan", "done")
    assert [each["sentence"] for each in document["changes"]] == [
        "Lunch: open → done (May 2019), evidence added"
    ]
    assert asked(root, "diff", "plan", "done", "--format", "markdown", "--lang", "da").out == (
        "## Hvad der ændres i data\n\n1 ændring i 1 fil.\n\n### Demo (partnerskab `demo`)\n\n"
        "- **Lunch**: åben → gennemført (maj 2019), dokumentation tilføjet\n"
    )


def test_what_cannot_be_compared_is_named_and_the_rest_is_told(root: Path):
    (root / "data/cities/graz.yaml").write_text("names: [")
    (root / "data/cities/lyon.yaml").write_text("names: Lyon\nkind: municipality\ncountry: FR\n")

    ran = asked(root, "diff")

    assert ran.code == 1
    assert "kind: city → municipality" in ran.out
    assert "data/cities/graz.yaml" in ran.err


@pytest.mark.parametrize("revision", ["nothing-such", "-x", "", "HEAD~99"])
def test_a_revision_that_is_none(root: Path, revision: str):
    ran = c2c("--root", root, "diff", "--", revision)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")


def test_a_folder_without_git(tmp_path: Path):
    (tmp_path / "c2c.yaml").write_text("languages: [en]\n")

    assert asked(tmp_path, "diff").code == 2
    assert "not in a git repository" in asked(tmp_path, "diff").err or "git" in asked(tmp_path, "diff").err


def test_the_life_of_an_action_goes_on_under_other_names(root: Path):
    out = asked(root, "log", "lyon-graz/ambassador-lunch").out

    assert [line for line in out.splitlines() if line and not line.startswith("    ")] == [
        "Lunch  action lyon-graz/ambassador-lunch",
        "What is reported",
        "  May 2019: done",
        "Who changed what",
        *(
            f"  {date}  Ann Author  {git(root, 'rev-parse', revision)[:10]}  {subject}"
            for date, revision, subject in (
                ("2019-07-05", "HEAD", "Other names"),
                ("2019-06-05", "done", "Lunch is done"),
                ("2019-01-05", "plan", "The plan"),
            )
        ),
    ]
    assert "    id: lunch → ambassador-lunch\n" in out
    assert "    open → done (May 2019), evidence added\n" in out
    assert "    action added: Lunch, 2019\n" in out


def test_the_life_of_a_partnership_with_what_is_not_committed(root: Path):
    path = root / "data/partnerships/lyon-graz.yaml"
    path.write_text(path.read_text().replace("title: Demo", "title: Lyon and Graz"))

    revisions = json.loads(asked(root, "log", "lyon-graz", "--json").out)["revisions"]

    assert [each["subject"] for each in revisions] == [None, "Other names", "Lunch is done", "The plan"]
    assert revisions[0]["changes"][0]["sentence"] == "Lyon and Graz: title: “Demo” → “Lyon and Graz”"
    assert revisions[1]["author"] == "Ann Author"
    assert revisions[1]["revision"] == git(root, "rev-parse", "HEAD")


def test_a_shallow_clone_says_what_it_cannot_tell(root: Path, tmp_path: Path):
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "shallow")

    ran = asked(tmp_path / "shallow", "log", "lyon-graz")

    assert "git fetch --unshallow" in ran.err
    assert "partnership added: Demo" in ran.out


def test_log_of_what_is_not_there(root: Path):
    assert "did you mean 'lyon-graz'?" in asked(root, "log", "lyon-gras").err
    assert "did you mean 'ambassador-lunch'?" in asked(root, "log", "lyon-graz/ambassador-lunh").err
    (root / "data/partnerships/lyon-graz.yaml").write_text("title: [")
    ran = asked(root, "log", "lyon-graz")
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        "error: c2c cannot read all of data/partnerships/lyon-graz.yaml",
    )


def test_from_a_folder_below(root: Path):
    with inside(root / "data" / "cities"):
        assert "Lunch: open → done" in c2c("diff", "plan", "done").out
