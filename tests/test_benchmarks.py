"""What the benchmarks measure: made-up workspaces that are in order, the same for the same seed, and a page of the results."""

import sys
from pathlib import Path

from c2c.rules.check import check
from c2c.workspace import PARTNERSHIP, Workspace
from running import ROOT

sys.path.append(str(ROOT / "benchmarks"))
import page
from generate import generate
from run import Row


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


def test_a_made_up_workspace_is_in_order(tmp_path: Path):
    generate(tmp_path, 40)
    space = Workspace.open(tmp_path)

    assert len(space.ids(PARTNERSHIP)) == 40
    assert [str(each) for each in check(space).findings] == []
    actions = [
        text.count(b"\n    - id: ") for name, text in texts(tmp_path).items() if "partnerships" in name
    ]
    assert 25 <= sum(actions) / len(actions) <= 35


def test_the_same_seed_makes_the_same_and_a_share_of_unproven_ones_makes_notes(tmp_path: Path):
    for name, unproven in (("a", 0.0), ("b", 0.0), ("c", 1.0)):
        generate(tmp_path / name, 5, unproven=unproven)

    assert texts(tmp_path / "a") == texts(tmp_path / "b")
    assert {each.code for each in check(Workspace.open(tmp_path / "c")).findings} == {"C502"}


def test_a_target_that_is_missed_is_said():
    rows = [Row("a", 1.5, target=1.0), Row("b", 0.5, target=1.0), Row("c", None, target=1.0), Row("d", 2.0)]

    assert [row.holds for row in rows] == [False, True, None, None]
    assert page.line(rows[0]).split("|")[5].strip() == "**no**"
    assert "no target is judged" in page.page(rows, "2026-11-22", quick=True)
