"""Signals at random moments of `c2c set`: what kills, and what asks to end."""

import signal
from collections.abc import Mapping
from random import Random

from torture.figures import Figures
from torture.stage import CHANGE, Stage, worker

ENDS = {signal.SIGINT: (0, 130), signal.SIGTERM: (0, -signal.SIGTERM), signal.SIGHUP: (0, -signal.SIGHUP)}


def kills(stage: Stage, times: int, seed: int = 0) -> Figures:
    """Kill it, anywhere between its first and its last moment; then the next run must work and clean up."""
    return _signals(stage, times, seed, {signal.SIGKILL: (0, -signal.SIGKILL)}, may_leave=True)


def requests(stage: Stage, times: int, seed: int = 0) -> Figures:
    """Ask it to end by Control-C, by `kill`, by closing the terminal; nothing may be left even before the next run."""
    return _signals(stage, times, seed, ENDS, may_leave=False)


def _signals(
    stage: Stage, times: int, seed: int, ends: Mapping[signal.Signals, tuple[int, ...]], may_leave: bool
) -> Figures:
    random = Random(seed)
    figures = Figures()
    with worker(stage) as runs:
        whole = max(_duration(stage, runs.fork) for _ in range(5))
        for number in range(times):
            stage.reset()
            kind = list(ends)[number % len(ends)]
            code, told, _ = runs.fork(CHANGE, kind, random.uniform(0, whole))
            figures += stage.look(code, told, ends[kind])
            figures += Figures(left=0 if may_leave else len(stage.names()))
            figures += runs.next_run()
    return figures


def _duration(stage: Stage, fork: object) -> float:
    assert callable(fork)
    stage.reset()
    code, told, took = fork(CHANGE)
    assert code == 0, told
    return float(took)
