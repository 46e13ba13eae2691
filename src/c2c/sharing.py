"""Work shared among the cores of the machine, where there is enough of it to pay for a process."""

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LENGTH: Final = 8
"""In how many bytes a process says how much it has to tell."""
_TURNS: Final = 1000
"""Into how many turns the work is cut at most: the numbers of all have to fit into a pipe, of 4096 bytes where it is small."""
_NUMBER: Final = 4
"""In how many bytes the number of a turn is written."""


def shared(work: Callable[[T], R], items: Sequence[T], processes: int, enough: int) -> list[R]:
    """What the work gives of each item, in order; by several processes if each has `enough` items to do.

    Each process takes a turn when it is done with its last, so that none waits for another that has the large items, or a
    slow core. The work gives what can be pickled, and changes nothing that others see. What a process could not tell,
    because it was killed or ran out of memory, is done again here. Without fork (Windows) everything is done here.
    """
    parts = max(1, min(processes, len(items) // max(enough, 1)))
    if parts == 1 or not hasattr(os, "fork"):
        return [work(item) for item in items]
    done = {0: work(items[0])}  # what is loaded and built for it is there for all
    length = -(-(len(items) - 1) // _TURNS)
    starts = range(1, len(items), length)
    turns = _pipe(starts)

    parent = os.getpid()

    def take_turns() -> dict[int, R]:
        found: dict[int, R] = {}
        while start := int.from_bytes(os.read(turns, _NUMBER)):
            if parent not in (os.getpid(), os.getppid()):
                break  # it was killed, and nobody waits for this
            found |= {number: work(items[number]) for number in range(start, len(items))[:length]}
        return found

    others = [_begin(take_turns) for _ in range(parts - 1)]
    try:
        done |= take_turns()
    except Exception:
        while os.read(turns, _NUMBER):
            pass  # the others need not go on; what went wrong comes up below, as it would alone
    os.close(turns)
    for process, pipe in others:
        done |= _end(process, pipe)
    return [done[number] if number in done else work(item) for number, item in enumerate(items)]


def _pipe(numbers: Sequence[int]) -> int:
    """The end of a pipe from which each number is read once, by whoever comes first."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_NUMBER) for number in numbers))
    os.close(writing)
    return reading


def _begin(work: Callable[[], object]) -> tuple[int, int]:
    """A process that does some work: its number, and the pipe on which it tells what came of it."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        told = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(len(told).to_bytes(_LENGTH) + told)
    finally:
        os._exit(0)  # nothing of the parent's is flushed or cleaned up twice


def _end(process: int, pipe: int) -> Any:
    """What a process told; nothing if it did not tell all of it."""
    with os.fdopen(pipe, "rb") as told:
        length = int.from_bytes(told.read(_LENGTH))
        content = told.read()
    os.waitpid(process, 0)
    return pickle.loads(content) if length and len(content) == length else {}
