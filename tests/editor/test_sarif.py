"""The SARIF of c2c is valid by the OASIS schema and the rules of the standard, as Microsoft's reader of SARIF checks them."""

import json
import os
import subprocess
from pathlib import Path

from building import BASE, DEMO, demo
from repositories import commit, repository
from running import ROOT, c2c
from sheet import SHEET

PROGRAM = ROOT / ".sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
OLD = "- {id: old, title: Old, status: [{on: 2018, is: partly_done}]}"


def complaints(log: str, folder: Path) -> list[str]:
    """What the reader finds wrong: its rules that are broken, with how much that matters."""
    assert PROGRAM.exists(), "the reader of SARIF is not here: run `make test-editor`"
    (folder / "c2c.sarif").write_text(log, encoding="utf-8")
    told = folder / "told.sarif"
    subprocess.run(
        [PROGRAM, "validate", "c2c.sarif", "--output", told.name],
        cwd=folder,
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    (run,) = json.loads(told.read_text(encoding="utf-8-sig"))["runs"]
    told.unlink()
    return sorted({f"{each.get('level', 'warning')} {each['ruleId']}" for each in run["results"]})


NO_ADDRESS = "warning SARIF2005"
"""It would have the address of a page about the program."""


def test_the_findings_of_the_sheet(tmp_path: Path):
    assert complaints(c2c("--root", SHEET, "validate", "--format", "sarif").out, tmp_path) == [NO_ADDRESS]


def test_the_findings_of_a_change_with_signs_that_hurt(tmp_path: Path):
    root = repository(tmp_path / "space", {**BASE, DEMO: demo(actions=OLD)})
    hurting = (
        OLD.replace("old", "new")
        .replace("Old", "'<b> %2F \\u202e √ \U0001d11e'")
        .replace("is: partly_done", "is: ✗")
    )
    commit(root, {"data/cities/ulm \u00fc.yaml": "names: [\n"})
    (root / DEMO).write_text(demo(actions=f"{OLD}\n{hurting}"))

    log = c2c("--root", root, "validate", "--since", "HEAD~1", "--format", "sarif").out

    assert {each["baselineState"] for each in json.loads(log)["runs"][0]["results"]} == {"new", "unchanged"}
    assert complaints(log, tmp_path) == [NO_ADDRESS]


def test_it_would_say_what_is_wrong(tmp_path: Path):
    log = json.loads(c2c("--root", SHEET, "validate", "--format", "sarif").out)
    del log["runs"][0]["results"][0]["message"]

    assert any(each.startswith("error") for each in complaints(json.dumps(log), tmp_path))
