"""The long form of the harnesses: `make torture`, half an hour. Prints a table, and puts it into a page.

`--quick` does a little of everything, in two minutes. `--only WORDS` does what has these words in its name, and leaves the other
figures of a page as they are.
"""

import argparse
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from torture import crowds, disks, editor, editors, powercuts, signals, systemcalls
from torture.figures import Figures, table
from torture.stage import Stage

WAYS = ("ours", "without leases", "without renameat2")
Row = tuple[str, Callable[[], Figures]]


def rows(stages: dict[str, Stage], folder: Path, quick: bool) -> Iterator[Row]:
    """What is done, in words, and how."""
    ours, tenth = stages["ours"], 10 if quick else 1
    yield f"{1000 // tenth:,} kills at random moments", partial(signals.kills, ours, 1000 // tenth)
    for name, stage in _named(stages, f"{300 // tenth} requests to end (INT, TERM, HUP) at random moments"):
        yield name, partial(signals.requests, stage, 300 // tenth)
    if not systemcalls.missing():
        yield from _by_system_calls(stages, folder, quick)
    yield "a limit on the size of files (RLIMIT_FSIZE)", partial(disks.too_large, ours, 60 // tenth)
    if not disks.missing():
        yield "a full tmpfs", partial(disks.full, "ours", 60 // tenth)
    yield f"8 writers with {200 // tenth} edits each, 2 readers", partial(crowds.crowd, ours, 8, 200 // tenth)
    for kind in editor.KINDS:
        for name, stage in _named(stages, f"an editor that {kind}, {200 // tenth} times"):
            yield name, partial(editors.editing, stage, kind, 200 // tenth)


def _by_system_calls(stages: dict[str, Stage], folder: Path, quick: bool) -> Iterator[Row]:
    errors = systemcalls.ERRORS[:1] if quick else systemcalls.ERRORS
    for name, stage in _named(stages, "a kill at every system call"):
        yield name, partial(systemcalls.kills, _tried(stage, folder, quick), quick)
    for name, stage in _named(stages, f"{', '.join(errors)} at every call that can fail"):
        yield name, partial(systemcalls.faults, _tried(stage, folder, quick), errors)
    for name, stage in _named(stages, "states of the disk after a power cut"):
        yield name, partial(powercuts.cuts, systemcalls.writing_alone(stage, folder))


def _tried(stage: Stage, folder: Path, quick: bool) -> systemcalls.Tried:
    """The command as people run it; in other ways, and if it is to be quick, the writing alone, which is the same calls."""
    is_whole = stage.way == "ours" and not quick
    return (systemcalls.command if is_whole else systemcalls.writing_alone)(stage, folder)


def _named(stages: dict[str, Stage], what: str) -> Iterator[tuple[str, Stage]]:
    for way, stage in stages.items():
        yield (what if way == "ours" else f"{what}, {way}"), stage


def main() -> int:
    """Run all, print the table, and write it if that is wanted; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="torture", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a little of everything")
    parser.add_argument("--only", default="", metavar="WORDS", help="only what has these words in its name")
    parser.add_argument("--write", type=Path, metavar="FILE", help="a page whose figures are to be these")
    asked = parser.parse_args()
    for why in filter(None, (systemcalls.missing(), disks.missing())):
        sys.stderr.write(f"left out: {why}\n")
    done = []
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as traces:
        stages = {way: Stage(Path(folder) / way.replace(" ", "-"), way) for way in WAYS}
        for what, work in rows(stages, Path(traces), asked.quick):
            if asked.only not in what:
                continue
            done.append((what, work()))
            sys.stderr.write(f"{what}: {done[-1][1]}\n")
    text = f"{_machine()}\n\n{table(done)}"
    sys.stdout.write(text)
    if asked.write and asked.only:
        _put_rows(asked.write, done)
    elif asked.write:
        _put(asked.write, text)
    return 1 if any(figures.wrong for _, figures in done) else 0


def _machine() -> str:
    python = platform.python_version()
    return f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.release()}, {platform.machine()}, Python {python}:"


def _put(page: Path, text: str) -> None:
    """Put the figures between the marks of a page."""
    old = page.read_text(encoding="utf-8")
    marked = r"(<!-- figures -->\n).*(<!-- /figures -->)"
    page.write_text(
        re.sub(marked, lambda found: f"{found[1]}{text}{found[2]}", old, flags=re.DOTALL), encoding="utf-8"
    )


def _put_rows(page: Path, done: list[tuple[str, Figures]]) -> None:
    """Put some of the figures in the place of those that a page has under the same names."""
    lines = page.read_text(encoding="utf-8").split("\n")
    for row in table(done).strip().split("\n")[2:]:
        name = row.split("|")[1]
        lines = [row if line.split("|")[1:2] == [name] else line for line in lines]
    page.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
