"""The pages that are made from the code are those of this code, and speak of every command."""

import subprocess
import sys
from pathlib import Path

import pytest

from c2c.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parents[1]


def test_the_pages_are_fresh():
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "make_docs.py", "--check"], capture_output=True, encoding="utf-8"
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_readme(name: str):
    assert f"c2c {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
