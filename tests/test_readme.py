"""What README.md quotes by hand is so."""

import json
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

    def elsewhere(text: str) -> str:
        """On any line: lines move when the data grow."""
        return re.sub(r"yaml:\d+:|^ +\d+ \|", "", text, flags=re.MULTILINE)

    assert elsewhere(told + "\n") in elsewhere(ran.out)
    assert ran.code == 1


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_numbers_that_it_opens_with_are_so():
    (told,) = json.loads(c2c("--root", ROOT, "status", "bycirklen-wuxi", "--as-of", "2019-12", "--json").out)[
        "partnerships"
    ]
    items = [item for area in told["focus_areas"] for effort in area["efforts"] for item in effort["items"]]
    shown = [item for item in items if item["status"] == "done" and item["evidence"]]

    assert "40 planned actions, 32 of them marked √; for\none of these we found evidence" in README
    assert (told["actions"], told["counts"]["done"], len(shown)) == (40, 32, 1)
