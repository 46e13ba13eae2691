"""docs/reliability.md names tests that are there; and what reads neither writes nor speaks to the network."""

import ast
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from building import DEMO
from running import ROOT, environment, put

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
READING = (
    "validate",
    "status",
    "status lyon-graz --json",
    "show lyon",
    "list partnerships",
    "list actions",
    "report --year 2019",
    "report lyon-graz --year 2019 --format html",
    "step lyon-graz",
    "guide plan",
    "rule C501",
    "set lyon-graz/lunch done --on 2020 --dry-run",
)
WATCHED = """
import sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        print("network:", event, arguments, file=sys.stderr)
sys.addaudithook(watch)
sys.argv = ["c2c", *sys.argv[1:]]
from c2c.cli import main
sys.exit(main())
"""


def test_the_page_has_all_promises_and_names_tests_for_each():
    rows = re.findall(r"^\| (\d) \| (.+?) \| (.+) \|$", PAGE, re.MULTILINE)

    assert [number for number, _, _ in rows] == list("12345678")
    assert all("::test_" in tests for _, _, tests in rows)


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_test_that_the_page_names_is_there(file: str, test: str):
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))

    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_figures_are_there_and_nothing_went_wrong():
    rows = re.findall(
        r"^\| (.+?) \| ([\d,]+) \| ([\d,|. ]+) \|$", PAGE.partition("<!-- figures -->")[2], re.MULTILINE
    )

    assert len(rows) >= 20
    for what, _, numbers in rows:
        assert set(numbers.split(" | ")) == {"0"}, what


def snapshot(root: Path) -> dict[str, tuple[str, int, int]]:
    """All that there is below a folder: content, mode, time of the last change."""
    found = {}
    for path in sorted(root.rglob("*")):
        status = path.stat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path.relative_to(root))] = (content, status.st_mode, status.st_mtime_ns)
    return found


@pytest.mark.parametrize("command", READING)
def test_what_reads_changes_nothing_and_asks_nobody(tmp_path: Path, command: str):
    action = "- {id: lunch, title: Lunch, when: 2019, status: [{on: 2019-12, is: done}]}"
    efforts = f"[{{id: visits, title: Visits, actions: [{action[2:]}]}}]"
    root = put(
        tmp_path,
        {
            "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\n",
            "data/cities/graz.yaml": "names: Graz\nkind: city\ncountry: AT\n",
            DEMO.replace("demo", "lyon-graz"): "title: Lyon and Graz\nparties: [lyon, graz]\nkind: twinning\n"
            f"focus_areas: [{{id: all, title: All, efforts: {efforts}}}]\n",
            "data/partnerships/broken.yaml": "title: [\n",
        },
    )
    before = snapshot(root)

    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *command.split()],
        cwd=root,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert ran.returncode in (0, 1), ran.stderr
    assert ran.stdout
    assert "network:" not in ran.stderr
    assert snapshot(root) == before
