"""What the tests with the YAML language server have: the server, told of the schemas as VS Code is.

They run with `make test-editor`. What is missing on the machine fails a test with a sentence; nothing is passed over.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from language_server import PROGRAM, LanguageServer
from running import ROOT

HERE = Path(__file__).resolve().parent
NPM = ROOT / ".yls"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs the language server."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.editor)


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """The language server in an empty workspace with this repository's settings."""
    assert shutil.which("node"), "there is no node here (Debian: sudo apt install npm)"
    assert (NPM / PROGRAM).exists(), "the YAML language server is not here: run `make test-editor`"
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas = {(ROOT / name).as_uri(): files for name, files in settings["yaml.schemas"].items()}
    with LanguageServer(NPM, tmp_path_factory.mktemp("editor"), schemas) as server:
        server.complaints("c2c.yaml", "title: x\n")  # it says nothing of the first file until it has started
        yield server
