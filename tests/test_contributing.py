"""The steps of CONTRIBUTING.md, taken: the city and its source are in order as they stand there."""

import re
import shutil
from pathlib import Path

from running import ROOT, c2c

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_city_is_in_order(tmp_path: Path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "c2c.yaml", tmp_path)
    section = TEXT[TEXT.index("## To add a city") :]
    names = re.findall(r"`(data/\w+/[\w-]+\.yaml)`", section)
    blocks = re.findall(r"```yaml\n(.*?) *```", section, re.DOTALL)
    for name, block in zip(names, blocks, strict=True):
        (tmp_path / name).write_text(re.sub("^   ", "", block, flags=re.MULTILINE), encoding="utf-8")

    ran = c2c("--root", tmp_path, "validate", "data/cities", "data/sources")

    assert ran.out.endswith("files: nothing to mend\n")
    assert c2c("--root", tmp_path, "show", "lyon").code == 0


def test_every_path_that_it_names_is_there():
    named = set(re.findall(r"`((?:src|tests|docs|scripts|data)/[\w/.-]+)`", TEXT))
    new = {
        "src/c2c/locale/de",
        "src/c2c/export/findings/gitlab.py",
        "data/cities/lyon.yaml",
        "data/sources/lyon-website.yaml",
    }

    assert new < named
    assert [path for path in sorted(named - new) if not (ROOT / path).exists()] == []


def test_every_target_that_it_names_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    for target in re.findall(r"`make ([\w -]+)`", TEXT):
        for each in target.split():
            assert re.search(rf"^{each}:", makefile, re.MULTILINE), each
