"""The repository's data of Bycirklen and Wuxi alone: it stays as it is, whatever else the repository comes to hold."""

import atexit
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CITIES = ("ballerup", "bycirklen", "egedal", "frederikssund", "wuxi")
SOURCES = (
    "ballerupbladet-*",
    "bycirklen-*",
    "cooperation-*",
    "docplayer-*",
    "embassy-*",
    "europe-china-*",
    "frederikssund-*",
    "jiangsu-*",
    "lokalavisen-*",
    "sn-*",
)


def _copied() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="c2c-sheet-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    wanted = [ROOT / "c2c.yaml", ROOT / "data/partnerships/bycirklen-wuxi.yaml"]
    wanted += [ROOT / f"data/cities/{city}.yaml" for city in CITIES]
    wanted += [path for pattern in SOURCES for path in (ROOT / "data/sources").glob(f"{pattern}.yaml")]
    wanted += [ROOT / "data/guidebook/areas.yaml"]
    for path in wanted:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    return folder


SHEET = _copied()
"""The root of the copy."""
