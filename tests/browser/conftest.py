"""What the tests of pages have: a browser that may open files only, and the checkers of HTML and of accessibility.

They run with `make test-browser`. What is missing on the machine fails a test with a sentence; nothing is passed over.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NU = ROOT / ".nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LOCAL = ("file:", "data:", "blob:", "about:")
WCAG_2_2_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The machine's chromium; C2C_CHROMIUM names another."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("C2C_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "there is no chromium here (Debian: sudo apt install chromium)"
    with sync_playwright() as playwright:
        # without its sandbox, as containers have no namespaces for it: it opens our own files only
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A fresh page. The test fails if it asks the network for anything, or if a script on it fails."""
    wrong: list[str] = []
    context = browser.new_context(offline=True)
    context.on("request", lambda request: _note_request(request.url, wrong))
    context.on("weberror", lambda error: wrong.append(f"a script failed: {error.error}"))
    context.on(
        "console",
        lambda message: wrong.append(f"console: {message.text}") if message.type == "error" else None,
    )
    yield context.new_page()
    context.close()
    assert wrong == []


def _note_request(url: str, wrong: list[str]) -> None:
    if not url.startswith(LOCAL):
        wrong.append(f"the page asks for {url}")


@pytest.fixture(scope="session")
def nu() -> Callable[..., list[str]]:
    """What the Nu Html Checker says of files, one line each; C2C_NU names another vnu.jar."""
    jar = Path(os.environ.get("C2C_NU") or NU)
    assert jar.is_file(), f"there is no Nu Html Checker at {jar}; make test-browser gets it"
    assert shutil.which("java"), (
        "the Nu Html Checker needs java (Debian: sudo apt install default-jre-headless)"
    )

    def check(*paths: Path) -> list[str]:
        options = ["--format", "json", "--stdout", "--exit-zero-always"]
        command = ["java", "-jar", str(jar), *options, *map(str, paths)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
        return [
            f"{Path(message['url']).name}:{message.get('lastLine', 1)}: {message['message']}"
            for message in json.loads(done.stdout)["messages"]
        ]

    return check


@pytest.fixture(scope="session")
def axe() -> "Callable[[Page], list[str]]":
    """What axe-core finds on a page against WCAG 2.2 at level AA, one line for each place."""
    from axe_playwright_python.sync_playwright import Axe

    checker = Axe()

    def check(page: "Page") -> list[str]:
        options = {"runOnly": {"type": "tag", "values": list(WCAG_2_2_AA)}}
        violations = checker.run(page, options=options).response["violations"]
        return [
            f"{violation['id']}: {violation['help']}: {node['html']}"
            for violation in violations
            for node in violation["nodes"]
        ]

    return check
