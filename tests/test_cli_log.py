"""c2c log: the life of a record, also where it was broken for a while."""

from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from repositories import commit, git, repository
from running import c2c

PLAN = demo("ideas: [{id: music, title: Music}]", "- {id: lunch, title: Lunch}")
BROKEN = "title: [\n"


def log(root: Path, *arguments: str) -> list[str]:
    """What is said, a commit as the words that somebody gave it."""
    ran = c2c("--root", root, "log", *arguments)
    assert (ran.code, ran.err) == (0, "")
    lines = (line.strip() for line in ran.out.splitlines())
    return [line.split("  ")[-1] for line in lines if line]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "action demo/lunch",
                "What is reported",
                "Nothing yet.",
                "Who changed what",
                "not committed yet",
                "action added: Lunch",
            ],
        ),
        (
            "da",
            [
                "handling demo/lunch",
                "Hvad der er meldt",
                "Intet endnu.",
                "Hvem ændrede hvad",
                "endnu ikke gemt i git",
                "handling tilføjet: Lunch",
            ],
        ),
        (
            "zh",
            ["行动 demo/lunch", "状态记录", "暂无。", "谁改了什么", "尚未提交", "新增行动：Lunch"],
        ),
    ],
)
def test_an_action_that_nobody_has_reported_on_nor_committed(tmp_path: Path, language: str, said: list[str]):
    root = repository(tmp_path, BASE)
    (root / "data/partnerships").mkdir()
    (root / DEMO).write_text(PLAN)

    assert log(root, "demo/lunch", "--lang", language) == said


def test_what_changed_while_a_file_was_broken_is_told_where_it_was_mended(tmp_path: Path):
    root = repository(tmp_path, {**BASE, DEMO: PLAN})
    commit(root, {DEMO: BROKEN}, "Broken")
    commit(root, {DEMO: BROKEN + "# still\n"}, "Still broken")
    commit(root, {DEMO: PLAN.replace("title: Demo", "title: Two cities")}, "Mended")

    assert log(root, "demo")[1:] == [
        "Who changed what",
        "Mended",
        "title: “Demo” → “Two cities”",
        "A commit",
        "partnership added: Demo",
    ]
    assert log(root, "demo/lunch")[-2:] == ["A commit", "action added: Lunch"]


def test_what_was_broken_on_a_branch_hides_nothing_of_what_was_done_beside_it(tmp_path: Path):
    root = repository(tmp_path, {**BASE, DEMO: PLAN})
    git(root, "checkout", "--quiet", "-b", "side")
    commit(root, {DEMO: BROKEN}, "Broken", "2019-03-03")
    git(root, "checkout", "--quiet", "main")
    commit(root, {DEMO: PLAN.replace("title: Demo", "title: Two")}, "Two", "2019-03-02")
    git(root, "merge", "--quiet", "--no-commit", "--strategy=ours", "side", date="2019-03-04T12:00:00+01:00")
    commit(root, {DEMO: PLAN.replace("title: Demo", "title: Three")}, "Merged", "2019-03-04")

    assert log(root, "demo")[2:] == [
        "Merged",
        "title: “Two” → “Three”",
        "Two",
        "title: “Demo” → “Two”",
        "A commit",
        "partnership added: Demo",
    ]


def test_what_was_mended_beside_a_branch_is_compared_with_what_it_was_before_it_broke(tmp_path: Path):
    def titled(title: str, note: str = "One") -> dict[str, str | bytes]:
        return {DEMO: PLAN.replace("title: Demo", f"title: {title}\nnote: {note}")}

    root = repository(tmp_path, {**BASE, **titled("Demo")})
    git(root, "checkout", "--quiet", "-b", "side")
    commit(root, titled("Side"), "Side", "2019-03-02")
    git(root, "checkout", "--quiet", "main")
    commit(root, {DEMO: BROKEN}, "Broken", "2019-03-03")
    git(root, "checkout", "--quiet", "side")
    commit(root, titled("Side again"), "Side again", "2019-03-04")
    git(root, "checkout", "--quiet", "main")
    commit(root, titled("Demo", "Two"), "Mended", "2019-03-05")
    git(root, "merge", "--quiet", "--no-commit", "--strategy=ours", "side", date="2019-03-06T12:00:00+01:00")
    commit(root, titled("Both", "Two"), "Merged", "2019-03-06")

    assert log(root, "demo")[2:] == [
        "Merged",
        "title: “Demo” → “Both”",
        "Mended",
        "note: “One” → “Two”",
        "Side again",
        "title: “Side” → “Side again”",
        "Side",
        "title: “Demo” → “Side”",
        "A commit",
        "partnership added: Demo",
    ]


def test_a_file_that_was_never_readable_before_begins_where_it_was_mended(tmp_path: Path):
    root = repository(tmp_path, {**BASE, DEMO: BROKEN})
    (root / DEMO).write_text(PLAN)

    assert log(root, "demo")[-2:] == ["not committed yet", "partnership added: Demo"]
    git(root, "commit", "--all", "--quiet", "--message", "Mended")
    assert log(root, "demo")[-2:] == ["Mended", "partnership added: Demo"]


def test_a_file_that_was_broken_under_its_older_name_is_followed_as_far_as_it_can_be_read(tmp_path: Path):
    root = repository(tmp_path, {**BASE, DEMO: PLAN})
    git(root, "mv", DEMO, "data/partnerships/lyon-graz.yaml")
    commit(root, {"data/partnerships/lyon-graz.yaml": PLAN}, "Renamed")
    commit(root, {"data/partnerships/lyon-graz.yaml": BROKEN}, "Broken")
    (root / "data/partnerships/lyon-graz.yaml").write_text(PLAN + "note: Mended\n")

    said = log(root, "lyon-graz")

    assert said[2:4] == ["not committed yet", "note added: Mended"]
    assert said[-2:] == ["A commit", "partnership added: Demo"]
