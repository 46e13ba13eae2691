"""What c2c learn says, in a terminal and in reports, in three languages, on a platform whose right answers are known by hand."""

from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from learning_world import FILES
from running import c2c, put, same_as_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
@pytest.mark.parametrize("of", ["demo", "all"])
def test_what_was_learned_reads_as_expected(root: Path, of: str, lang: str):
    """Of one partnership, and of all three."""
    arguments = [of] if of != "all" else []

    ran = c2c("--root", root, "learn", *arguments, "--as-of", "2019-12-31", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"learn/{of}-{lang}.txt", ran.out)


def test_the_words_say_how_few_they_are_and_never_a_share(root: Path):
    out = c2c("--root", root, "learn", "--as-of", "2019").out

    assert "Evidence of results is on record for 1 of 3 partnerships." in out
    assert "do not say what causes what" in out
    assert out.count("Fewer than 5 partnerships stand on one side: too few to say anything.") == 3
    assert out.count("too few to say anything\n") == 3  # each factor
    assert "%" not in out


def test_where_nothing_is_on_record_that_is_said(root: Path):
    out = c2c("--root", root, "learn", "empty").out

    for line in (
        "No evaluation is on record.",
        "No obstacle is on record.",
        "No success factor is rated.",
        "Nothing is on record.",
    ):
        assert line in out


def test_a_report_shows_what_was_changed_and_how_the_factors_are_rated(root: Path):
    plain = c2c("--root", root, "report", "demo", "--year", "2019").out
    page = c2c("--root", root, "report", "demo", "--year", "2019", "--format", "html").out

    distance = (
        "- **The distance** (changed, effect on record, since 2010)\n"
        "  - Challenge: Long and costly journeys\n"
        "  - Step: Do\n"
        "  - What was changed: Meet online (2016)\n"
        "  - Effect: More people take part\n"
        "  - Evidence: A case study [1]\n"
    )
    for line in (
        distance,
        "- **Nobody stays** (changed, no effect on record, since 2017)\n",
        "- **No money** (no change on record, since 2018)\n  - Challenge:",
        "| The human side | 2 of 7 | 3.5 of 4 |\n| Mutual interests | 0 of 7 | not rated |\n",
        "  - Decisions: Meet every month\n  - What it looks at: The single activity\n",
        "- **Enthusiastic champions**: strong (2018)\n",
    ):
        assert line in plain
    for words in ("no change on record", "3.5 of 4", "not rated", "Meet every month", "Meet online (2016)"):
        assert words in page
    empty = c2c("--root", root, "report", "empty", "--year", "2019").out
    assert "Success factors" not in empty
    assert "Never looked at" not in empty  # where there is no evaluation, nothing more is to be said


def test_the_annual_report_says_what_can_be_learned(root: Path):
    for form, head in (("md", "## What can be learned\n"), ("html", ">What can be learned</h2>")):
        page = c2c("--root", root, "report", "--year", "2019", "--format", form).out
        assert head in page
        for words in (
            "do not say what causes what",
            "How the actions of each area stand",
            "Meet online",
            "too few to say anything",
        ):
            assert words in page
    assert page == c2c("--root", root, "report", "--year", "2019", "--format", "html").out


@pytest.mark.parametrize(
    ("language", "head", "more"),
    [
        ("en", "Nothing was changed, as far as is on record (12)", "and 2 more"),
        ("da", "Intet tiltag, så vidt det er registreret (12)", "og 2 mere"),
        ("zh", "据记录尚无调整（12）", "另有2项"),
    ],
)
def test_of_many_ten_are_shown_and_the_rest_is_counted(tmp_path: Path, language: str, head: str, more: str):
    obstacles = ", ".join(f"{{id: o{number}, title: Obstacle {number}}}" for number in range(12))
    root = put(
        tmp_path,
        {name: str(text) for name, text in BASE.items()} | {DEMO: demo(f"obstacles: [{obstacles}]")},
    )

    lines = c2c("--root", root, "learn", "--lang", language).out.splitlines()

    at = lines.index(head)
    shown = [f"  Obstacle {number}  demo/o{number}" for number in range(10)]
    assert lines[at + 1 : at + 13] == [*shown, f"  {more}", ""]
