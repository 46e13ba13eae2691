"""c2c learn in the terminal: of many, the first are shown, and of the rest it is said how many they are."""

from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from running import c2c, put


@pytest.mark.parametrize(
    ("language", "head", "more"),
    [
        ("en", "Nothing was changed, as far as is on record (12)", "and 2 more"),
        ("da", "Intet er ændret, så vidt det er registreret (12)", "og 2 mere"),
        ("zh", "据记录尚无调整（12）", "另有2项"),
    ],
)
def test_of_many_ten_are_shown_and_the_rest_is_counted(tmp_path: Path, language: str, head: str, more: str):
    obstacles = ", ".join(f"{{id: o{number}, title: Obstacle {number}}}" for number in range(12))
    root = put(
        tmp_path,
        {name: str(text) for name, text in BASE.items()} | {DEMO: demo(f"obstacles: [{obstacles}]")},
    )

    lines = c2c("--root", root, "learn", "--lang", language).out.splitlines()

    at = lines.index(head)
    shown = [f"  Obstacle {number}  demo/o{number}" for number in range(10)]
    assert lines[at + 1 : at + 13] == [*shown, f"  {more}", ""]
