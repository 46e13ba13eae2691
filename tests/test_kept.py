"""What is worked out of the files that ship with c2c is kept, as Python keeps modules, and is never stale."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from c2c import language
from c2c.guidebook import titles
from c2c.kept import Kept
from c2c.resources import guidebook, templates
from c2c.vocab import CHAPTERS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things are kept during a test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("c2c.kept.cache_from_source", lambda path: str(tmp_path / "kept.pyc"))
    return tmp_path


class Upper:
    """Makes capitals, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, text: bytes) -> bytes:
        self.asked += 1
        return text.upper()


def test_a_thing_is_made_once(folder: Path):
    upper = Upper()

    assert Kept().made("a", b"one", upper) == b"ONE"
    assert Kept().made("a", b"one", upper) == b"ONE"
    assert upper.asked == 1
    assert [path.name for path in folder.iterdir()] == [f"a.{sys.implementation.cache_tag}.made"]


def test_another_text_and_another_maker_have_it_made_anew(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
):
    upper, maker = Upper(), tmp_path_factory.mktemp("makers") / "maker.py"
    maker.write_text("1")

    assert Kept(str(maker)).made("a", b"one", upper) == b"ONE"
    assert Kept(str(maker)).made("a", b"two", upper) == b"TWO"
    maker.write_text("12")
    assert Kept(str(maker)).made("a", b"two", upper) == b"TWO"
    assert upper.asked == 3


@pytest.mark.parametrize(
    "breaking",
    [
        lambda kept: b"",
        lambda kept: b"nonsense",
        lambda kept: b"0" * 64,
        lambda kept: kept[:-1],
        lambda kept: kept[:-1] + b"\0",
        lambda kept: kept + b"\0",
    ],
    ids=["empty", "nonsense", "a checksum alone", "cut", "changed", "longer"],
)
def test_what_is_broken_is_made_anew(folder: Path, breaking: Callable[[bytes], bytes]):
    Kept().made("a", b"one", bytes.upper)
    (file,) = folder.iterdir()
    file.write_bytes(breaking(file.read_bytes()))

    assert Kept().made("a", b"one", bytes.upper) == b"ONE"
    assert file.read_bytes().endswith(b"ONE")


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert Kept().made("a", b"one", bytes.upper) == b"ONE"

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("c2c.kept.cache_from_source", lambda path: str(folder / "no/where.pyc"))
    assert Kept().made("a", b"one", bytes.upper) == b"ONE"

    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)

    assert Kept().made("a", b"one", bytes.upper) == b"ONE"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "ask", "answer"),
    [
        ("catalogue-da", lambda: language.Language("da").say("Sources"), "Kilder"),
        ("chapter-steps", lambda: titles.titles(None, "steps")("aim").best(["da"]).text, "Mål"),
    ],
)
def test_what_is_kept_says_the_same(folder: Path, name: str, ask: Callable[[], str], answer: str):
    for _ in range(2):
        titles.shipped.cache_clear()
        language._compiled.cache_clear()
        assert ask() == answer
    file = folder / f"{name}.{sys.implementation.cache_tag}.made"
    file.write_bytes(file.read_bytes()[:-100])  # as a machine without power leaves it
    titles.shipped.cache_clear()
    language._compiled.cache_clear()
    assert ask() == answer


def test_all_of_it_is_made_when_c2c_is_set_up(tmp_path: Path):
    """So that no start has to, not even the first."""
    script = Path(__file__).resolve().parents[1] / "scripts" / "compile_ahead.py"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}

    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True)
    kept = {path.name.partition(".")[0] for path in tmp_path.rglob("*.made")}

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {f"catalogue-{code}" for code in language.known() if code != language.DEFAULT} <= kept
    assert {f"chapter-{name}" for name in CHAPTERS if guidebook(name).is_file()} <= kept
    assert sum(name.startswith("template-") for name in kept) == len(list(templates().glob("*.j2")))
    assert list(tmp_path.rglob("workspace.*.pyc"))


def test_a_chapter_that_only_a_workspace_has(folder: Path):
    assert titles.shipped("programmes") is None
    assert titles.titles(None, "programmes")("twinning").best(["en"]).text == "twinning"
