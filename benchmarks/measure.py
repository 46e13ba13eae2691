"""Whole processes, measured side by side: A B A B …, the ratio of each pair, and the median of the ratios.

Times of a busy machine say little; the ratio of two runs that follow one another says much more.
"""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Command(NamedTuple):
    """A command to run: where, and which exit codes mean that it did its work."""

    words: tuple[str, ...]
    folder: Path
    codes: tuple[int, ...] = (0,)


class Run(NamedTuple):
    """What a process took: seconds on the clock, seconds of all cores (its children's too), and memory in MB.

    `memory` is the peak of its largest process, `together` that of all its processes at one time, as far as it was
    looked at: each page that several of them share is counted once (the kernel's PSS).
    """

    wall: float
    cpu: float
    memory: float
    together: float = 0.0


class Ratio(NamedTuple):
    """A process against another: the medians of the pairs' ratios, and the lowest and highest on the clock."""

    wall: float
    cpu: float
    low: float
    high: float


_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps the bytecode of what it has read, as it does unless it is told not to."""


class Failed(Exception):
    """A command did not do what was to be measured."""


def run(command: Command, watch_memory: bool = False) -> Run:
    """Run a process to its end; its output goes nowhere. Raises Failed."""
    with Path(os.devnull).open("r+b") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.words, cwd=command.folder, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )
        watcher = _Watcher(process.pid) if watch_memory else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.codes:
        raise Failed(f"{' '.join(command.words)[:200]}: exit code {process.returncode}")
    together = watcher.stop() if watcher else 0.0
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, together)


def compare(one: Command, other: Command, pairs: int) -> Ratio:
    """One process against another, in so many pairs, after a first one that only warms the disk's cache."""
    run(one)
    both = [(run(one), run(other)) for _ in range(pairs)]
    walls = [a.wall / b.wall for a, b in both]
    return Ratio(median(walls), median(a.cpu / b.cpu for a, b in both), min(walls), max(walls))


def typical(runs: Sequence[Run]) -> Run:
    """The median of each number."""
    return Run(*(median(numbers) for numbers in zip(*runs, strict=True)))


class _Watcher:
    """Looks at the memory of a process and its children every few milliseconds, as long as they run."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The most that all of them had at one time, in MB; 0 where the system does not tell."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            self._peak = max(self._peak, sum(_megabytes(pid) for pid in _family(self._pid)))


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _megabytes(pid: int) -> float:
    """A process's share of the memory, in MB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
