"""A year in which something of every kind changes, read aloud: what commands say of it in each language."""

from pathlib import Path

import pytest

from building import BASE
from repositories import repository
from running import c2c, put, same_as_file
from year_world import AFTER, BEFORE

DAY = ("--as-of", "2019-12-31")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the year before, and the year after in its files."""
    folder = repository(tmp_path_factory.mktemp("year") / "space", {**BASE, **BEFORE})
    put(folder, AFTER)
    return Path(folder)


@pytest.mark.parametrize("state", [BEFORE, AFTER], ids=["before", "after"])
def test_both_states_are_well_formed(tmp_path: Path, state: dict[str, str]):
    files = {name: str(content) for name, content in BASE.items()} | state

    assert c2c("--root", put(tmp_path, files), "validate").code == 0


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("markdown", "md")])
def test_a_year_reads_as_expected(root: Path, form: str, suffix: str, lang: str):
    ran = c2c("--root", root, "diff", "HEAD", "--format", form, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"year/diff.{lang}.{suffix}", ran.out)


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
@pytest.mark.parametrize(
    "asked",
    [
        ("kpi", "demo", *DAY),
        ("kpi", *DAY),
        ("agenda", "--as-of", "2019-10-01", "--within", "6m"),
        ("people", "demo", *DAY),
        ("match", "lyon", *DAY),
        ("match", "lyon", "--explain", *DAY),
        ("learn", "demo", *DAY),
        ("list", "ideas"),
        ("list", "actions"),
        ("status", "demo", *DAY),
        ("find", "a", *DAY),
        ("report", "demo", "--year", "2019"),
    ],
    ids=" ".join,
)
def test_the_state_after_reads_as_expected(root: Path, asked: tuple[str, ...], lang: str):
    ran = c2c("--root", root, *asked, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"year/{'-'.join(each.strip('-') for each in asked if each not in DAY)}.{lang}.txt", ran.out)
