"""Every system call of the writing, by strace: the process is killed at each, or each fails as a broken or full disk lets it."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from torture.figures import Figures
from torture.stage import CHANGE, SECONDS, Stage, Worker, settings, worker

ERRORS = ("ENOSPC", "EIO", "EROFS", "EDQUOT")
FAILING = {"write", "fsync", "renameat", "renameat2", "linkat", "close", "fchmod", "unlinkat", "openat"}
_CALL = re.compile(r"(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)")


class Call(NamedTuple):
    """A system call: its name, which one of that name it is since the start, and what strace shows of it."""

    name: str
    number: int
    arguments: str
    result: str


@cache
def missing() -> str:
    """Why this cannot be done here; empty if it can."""
    if not shutil.which("strace"):
        return "there is no strace here"
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True)
    return "" if tried.returncode == 0 else "strace may not trace here"


def writing(calls: list[Call], only_changes: bool = False) -> list[Call]:
    """The calls from the one that takes the lock to the last one that has to do with temporary files.

    With `only_changes` those that change something on disk, or say that something is finished.
    """
    begin = next(at for at, call in enumerate(calls) if call.name == "flock" or ".c2c-" in call.arguments)
    end = max(at for at, call in enumerate(calls) if ".c2c-" in call.arguments or call.name == "fsync")
    within = calls[begin : end + 1]
    return [call for call in within if call.name in FAILING and _changes(call)] if only_changes else within


def trace(stage: Stage, command: list[str], input: bytes | None, folder: Path) -> list[Call]:
    """All system calls of a command."""
    to = folder / "trace"
    words = ["strace", "-f", "-qq", "-s", "64", "-o", str(to), *command]
    done = subprocess.run(words, env=settings(), capture_output=True, timeout=SECONDS, input=input)
    assert done.returncode == 0, done.stderr
    counted: Counter[str] = Counter()
    calls = []
    for found in map(_CALL.match, to.read_text(errors="replace").splitlines()):
        if found:
            counted[found[1]] += 1
            calls.append(Call(found[1], counted[found[1]], found[2], found[3]))
    return calls


class Tried(NamedTuple):
    """A command under strace, and what it is given to read."""

    stage: Stage
    command: list[str]
    input: bytes | None
    folder: Path

    def calls(self) -> list[Call]:
        """The calls of its writing."""
        self.stage.reset()
        return writing(trace(self.stage, self.command, self.input, self.folder))

    def injected(self, call: Call, what: str) -> "subprocess.CompletedProcess[bytes]":
        """Run it with something happening at a call."""
        self.stage.reset()
        number, plus = call.number, "+" if what.endswith("+") else ""
        inject = f"inject={call.name}:{what.removesuffix('+')}:when={number}{plus}"
        words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call.name}", "-e", inject]
        return subprocess.run(
            [*words, *self.command], env=settings(), capture_output=True, timeout=SECONDS, input=self.input
        )


def command(stage: Stage, folder: Path) -> Tried:
    """The command as people run it."""
    return Tried(stage, stage.command(*stage.arguments("set", *CHANGE)), None, folder)


def writing_alone(stage: Stage, folder: Path) -> Tried:
    """Lock, write, release, without the command around it: the same calls in a fraction of the time."""
    return Tried(stage, stage.command("--replace", str(stage.file)), stage.new, folder)


def kills(tried: Tried, only_changes: bool = False) -> Figures:
    """Kill it at every call of the writing; or at every change, for between two of them one moment is as another."""
    figures = Figures()
    with worker(tried.stage) as runs:
        for call in writing(tried.calls(), only_changes):
            if only_changes and call.name == "close":
                continue
            done = tried.injected(call, "signal=KILL")
            figures += tried.stage.look(done.returncode, "", (0, -9)) + runs.next_run()
    return figures


def faults(tried: Tried, errors: tuple[str, ...] = ERRORS, only_once: bool = False) -> Figures:
    """Let every call of the writing that can fail do so, once and from then on."""
    figures = Figures()
    with worker(tried.stage) as runs:
        for call in writing(tried.calls(), only_changes=True):
            for what in _faults(call, errors, only_once):
                figures += _fault(tried, runs, call, what)
    return figures


def _fault(tried: Tried, runs: Worker, call: Call, what: str) -> Figures:
    done = tried.injected(call, what)
    told = done.stderr.decode()
    after = tried.stage.look(done.returncode, told)
    is_twice = "it may hold the change already" in told  # two faults at once, and said so
    if is_twice:
        after.untold = 0
    stays = is_twice or call.name == "unlinkat"  # what cannot be taken away is left for the next run
    left = Figures(left=0 if stays else len(tried.stage.names()))
    return after + left + runs.next_run()


def _faults(call: Call, errors: tuple[str, ...], only_once: bool) -> Iterator[str]:
    for error in errors:
        yield f"error={error}"
        if not only_once and call.name not in (
            "write",
            "openat",
            "close",
        ):  # then nothing could be read or said any more
            yield f"error={error}+"


def _changes(call: Call) -> bool:
    """Whether it creates or changes something, or says that something is finished."""
    return call.name != "openat" or "O_CREAT" in call.arguments
