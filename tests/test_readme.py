"""What README.md quotes by hand is so."""

import re
import shutil
from pathlib import Path

from running import ROOT, c2c, inside

README = (ROOT / "README.md").read_text(encoding="utf-8")
FILE = "data/partnerships/bycirklen-wuxi.yaml"


def block(language: str, *, after: str) -> str:
    """The first block of a language behind some words."""
    found = re.search(rf"```{language}\n(.*?)```", README[README.index(after) :], re.DOTALL)
    assert found
    return found[1]


def test_it_opens_with_the_two_commands():
    assert re.findall(r"^\$ (\S+(?: \S+)*?)  +#", block("console", after="# c2c"), re.MULTILINE) == [
        "./c2c report --year 2019",
        "make test",
    ]


def test_the_excerpt_of_the_data_is_in_the_data():
    assert block("yaml", after="How the data look") in (ROOT / FILE).read_text(encoding="utf-8")


def test_the_finding_is_what_c2c_says(tmp_path: Path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "c2c.yaml", tmp_path)
    path = tmp_path / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("is: partly_done", "is: partialy_done", 1), encoding="utf-8")
    command, _, told = block("console", after="How the data look").partition("\n")

    with inside(tmp_path):
        ran = c2c(*command.split()[2:])

    assert told + "\n" in ran.out
    assert ran.code == 1


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_statuses_that_it_tells_of_are_so():
    ran = c2c("--root", ROOT, "report", "--year", "2019")

    assert "32 of 40 promises" in ran.out
    assert "32 of 40 promises" in README
