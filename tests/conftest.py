"""What all tests share: hypothesis without a clock, and a line that says what was left out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from building import Files, build
from c2c.workspace import Workspace
from leftovers import OLD

settings.register_profile("c2c", deadline=None, print_blob=True)
settings.register_profile("torture", settings.get_profile("c2c"), max_examples=10_000)
settings.load_profile("c2c")

LEFT_OUT = pytest.StashKey[dict[str, int]]()
WHERE = {
    "browser": "install chromium and run: make test-browser",
    "editor": "install npm and run: make test-editor",
}
"""The marks of what `make test` leaves out, with how to run it."""


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test says itself which root, width and colours it wants."""
    for name in (
        "C2C_ROOT",
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "GITHUB_ACTIONS",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[[Files], Workspace]:
    """Build a small workspace of two cities, a source, and the given files."""
    return lambda files: build(tmp_path / "workspace", files)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is about to be written."""
    path = tmp_path / "lyon.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without any configuration, of git or of another program."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home


@pytest.fixture
def full_disk() -> None:
    """A disk that is always full: a device of Linux, which other systems lack and cannot be given."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full, and nothing else is always full")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = {}


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        for mark in WHERE:
            if item.get_closest_marker(mark):
                left_out = item.config.stash[LEFT_OUT]
                left_out[mark] = left_out.get(mark, 0) + 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist tells the one that it works for."""
    worker_output = getattr(session.config, "workeroutput", None)
    if worker_output is not None:
        worker_output["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Every worker collects all tests, so each says the same number."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for mark, number in config.stash[LEFT_OUT].items():
        tests = "test" if number == 1 else "tests"
        terminalreporter.write_line(f"left out: {number} {mark} {tests} ({WHERE[mark]})")
