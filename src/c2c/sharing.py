"""Work shared among the cores of the machine, where there is enough of it to pay for a process."""

import os
import pickle
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any, Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LENGTH: Final = 8
"""In how many bytes a process says how much it has to tell."""


def shared(work: Callable[[T], R], items: Sequence[T], processes: int, enough: int) -> list[R]:
    """What the work gives of each item, in order; by several processes if each has `enough` items to do.

    The work gives what can be pickled, and changes nothing that others see. What a process could not tell, because it
    was killed or ran out of memory, is done again here. Without fork (Windows) everything is done here.
    """
    parts = max(1, min(processes, len(items) // max(enough, 1)))
    if parts == 1 or not hasattr(os, "fork"):
        return [work(item) for item in items]
    first = work(items[0])  # what is loaded and built for it is there for all
    shares = [items[1 + start :: parts] for start in range(parts)]
    others = [_begin(work, share) for share in shares[1:]]
    done: list[list[R]] = [[work(item) for item in shares[0]]]
    for share, (process, pipe) in zip(shares[1:], others, strict=True):
        told: list[R] | None = _end(process, pipe)
        done.append([work(item) for item in share] if told is None else told)
    turns = zip_longest(*([(each,) for each in share] for share in done), fillvalue=())
    return [first, *(each for turn in turns for dealt in turn for each in dealt)]


def _begin(work: Callable[[T], object], items: Sequence[T]) -> tuple[int, int]:
    """A process that does its share: its number, and the pipe on which it tells what came of it."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        told = pickle.dumps([work(item) for item in items], pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(len(told).to_bytes(_LENGTH) + told)
    finally:
        os._exit(0)  # nothing of the parent's is flushed or cleaned up twice


def _end(process: int, pipe: int) -> Any:
    """What a process told; None if it did not tell all of it."""
    with os.fdopen(pipe, "rb") as told:
        length = int.from_bytes(told.read(_LENGTH))
        content = told.read()
    os.waitpid(process, 0)
    return pickle.loads(content) if length and len(content) == length else None
