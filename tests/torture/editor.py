"""A program that saves lines of its own into a file again and again: `editor.py KIND PATH TIMES`.

It tells as JSON which lines it saved, and which lines of others it overwrote itself, because it had read the file before they
came: that is what editors do, and nothing that c2c could help.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from c2c.writing.exchange import swap

PAUSE = 0.01
"""Between the pieces of what it saves, in seconds."""


def append(path: Path, line: str) -> set[str]:
    """Open to append, write half a line, and then the rest."""
    with path.open("a") as file:
        for piece in (line[:5], line[5:] + "\n"):
            file.write(piece)
            file.flush()
            time.sleep(PAUSE)
    return set()


def in_place(path: Path, line: str) -> set[str]:
    """Open, read, cut the file to nothing, and write it anew in two pieces."""
    with path.open("r+") as file:
        text = f"{file.read()}{line}\n"
        time.sleep(PAUSE)
        file.seek(0)
        file.truncate()
        for piece in (text[: len(text) // 2], text[len(text) // 2 :]):
            file.write(piece)
            file.flush()
            time.sleep(PAUSE)
    return set()


def by_name(path: Path, line: str) -> set[str]:
    """Write a file beside it, which takes its place; what was really replaced is looked at to tell what was overwritten."""
    text = f"{path.read_text()}{line}\n"
    time.sleep(PAUSE)
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text)
    folder = os.open(path.parent, os.O_RDONLY)
    swap(folder, beside.name, path.name)
    os.close(folder)
    overwritten = set(beside.read_text().splitlines()) - set(text.splitlines())
    beside.unlink()
    return overwritten


KINDS: dict[str, Callable[[Path, str], set[str]]] = {
    "appends": append,
    "saves in place": in_place,
    "saves under another name": by_name,
}


def main(kind: str, path: Path, times: int) -> None:
    """Save so often, with pauses as a person's program makes them."""
    random = Random(times)
    lines: list[str] = []
    overwritten: set[str] = set()
    for number in range(times):
        time.sleep(random.uniform(0, 0.25))
        line = f"# line {number} of the editor"
        overwritten |= KINDS[kind](path, line)
        lines.append(line)
    sys.stdout.write(json.dumps([lines, sorted(overwritten)]))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
