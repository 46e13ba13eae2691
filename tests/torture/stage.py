"""A small workspace in which a file is changed while something goes wrong, and what must be true of it afterwards."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from building import BASE, DEMO, demo
from running import environment, put
from torture.figures import Figures

WRITER = Path(__file__).with_name("writer.py")
END = "# the end"
ACTIONS = "\n".join(f"- id: a{number}\n  title: Action number {number} of many" for number in range(100))
CHANGE = ("demo/a7", "done", "--on", "2020-02", "--note", "It went well")
NEXT = ("demo/a7", "done", "--on", "2021")
SECONDS = 60
"""Longer than anything takes that is not stuck."""


class Stage:
    """A workspace with one partnership, the way in which its file is written, and what it holds before and after a change."""

    def __init__(self, root: Path, way: str = "ours") -> None:
        text = demo(actions=ACTIONS) + f"{END}\n"
        self.root = put(root, {name: str(content) for name, content in BASE.items()} | {DEMO: text})
        self.way = way
        self.file = root / DEMO
        self.folder = self.file.parent
        self.old = self.file.read_bytes()
        self.new = _changed(self)

    def command(self, *arguments: str) -> list[str]:
        """A program that runs c2c, which writes in this stage's way."""
        return [sys.executable, str(WRITER), self.way, *arguments]

    def arguments(self, *arguments: str) -> list[str]:
        """A command of c2c in this workspace."""
        return ["--root", str(self.root), *arguments]

    def run(self, *arguments: str, before: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[bytes]":
        """Run c2c as a program, behind other words such as those of strace."""
        command = [*before, *self.command(*self.arguments(*arguments))]
        return subprocess.run(
            command, env=settings(), capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL
        )

    def reset(self) -> None:
        """Let the folder be as it was at the beginning."""
        for each in self.folder.iterdir():
            each.unlink()
        self.file.write_bytes(self.old)

    def names(self) -> list[str]:
        """What is in the folder beside the file."""
        return sorted(each.name for each in self.folder.iterdir() if each != self.file)

    def look(self, code: int, told: str, ended: tuple[int, ...] = (0, 74)) -> Figures:
        """What went wrong in a run; `ended` are the exit codes that are right, 0 only if the change is there."""
        content = self.file.read_bytes() if self.file.exists() else None
        sentence = code in (0, 130) or code < 0 or re.match(r"(.*\n)*error: .+", told) is not None
        return Figures(
            tried=1,
            torn=content not in (self.old, self.new),
            lost=content == self.old and code == 0,
            tracebacks="Traceback" in told,
            untold=code not in ended or not sentence or (code > 0 and code != 130 and content == self.new),
        )


class Worker:
    """A program that runs one command of c2c after the other."""

    def __init__(self, stage: Stage, mode: str = "--fork") -> None:
        self._process = subprocess.Popen(
            stage.command(mode), env=settings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.stage = stage

    def order(self, order: object) -> None:
        """Say what to do next."""
        _pipe(self._process.stdin).write(f"{json.dumps(order)}\n")
        _pipe(self._process.stdin).flush()

    def answer(self) -> list[object]:
        """How it ended."""
        line = _pipe(self._process.stdout).readline()
        assert line, f"the program that runs the commands ended with {self._process.wait(SECONDS)}"
        answer: list[object] = json.loads(line)
        return answer

    def fork(
        self, arguments: tuple[str, ...], number: int = 0, seconds: float = 0, limit: int | None = None
    ) -> tuple[int, str, float]:
        """Run c2c set in a process of its own, which may write files up to a limit, and send it a signal after a while."""
        self.order([self.stage.arguments("set", *arguments), number, seconds, limit])
        code, told, took = self.answer()
        return int(str(code)), str(told), float(str(took))

    def next_run(self) -> Figures:
        """What is wrong with the run after one in which something went wrong."""
        code, told, _ = self.fork(NEXT)
        content = self.stage.file.read_bytes() if self.stage.file.exists() else b""
        return Figures(
            stuck=code != 0 or content.count(b"on: 2021\n") != 1,
            left=len(self.stage.names()),
            tracebacks="Traceback" in told,
        )

    def close(self) -> None:
        """Let it end."""
        with suppress(BrokenPipeError):  # it has ended already, and that is told
            _pipe(self._process.stdin).close()
        self._process.wait(SECONDS)
        _pipe(self._process.stdout).close()


@contextmanager
def worker(stage: Stage, mode: str = "--fork") -> Iterator[Worker]:
    """A program that runs commands, until it is no longer needed."""
    process = Worker(stage, mode)
    try:
        yield process
    finally:
        process.close()


_NEW: dict[bytes, bytes] = {}


def _changed(stage: Stage) -> bytes:
    """What a change makes of the file where nothing goes wrong. It is the same in every stage."""
    if stage.old not in _NEW:
        done = stage.run("set", *CHANGE)
        assert done.returncode == 0, done.stderr
        _NEW[stage.old] = stage.file.read_bytes()
        stage.reset()
    return _NEW[stage.old]


def settings() -> dict[str, str]:
    """The environment of the programs: the same every time, and they write nothing but what they are asked to."""
    tests = str(WRITER.parents[1])
    same = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    told: dict[str, str] = environment(**same, PYTHONPATH=tests)
    return told


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
