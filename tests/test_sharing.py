"""Work that is shared among processes: the same as alone, whatever becomes of a process."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c2c.sharing import shared


@settings(
    max_examples=30
)  # a process takes its time to begin and to end, more so where its lines are counted
@given(st.lists(st.integers(), max_size=30), st.integers(1, 5), st.integers(1, 8))
def test_it_gives_the_same_in_the_same_order(items: list[int], processes: int, enough: int) -> None:
    assert shared(lambda item: item * 2, items, processes, enough) == [item * 2 for item in items]


def test_it_is_done_by_several_if_there_is_enough() -> None:
    def by_whom(_: int) -> int:
        time.sleep(0.05)  # so that nobody is done with all before another has begun
        return os.getpid()

    assert set(shared(by_whom, range(9), 4, 3)) - {os.getpid()} != set()
    assert len(set(shared(by_whom, range(9), 4, 3))) == 3
    assert set(shared(by_whom, range(9), 4, 9)) == {os.getpid()}
    assert set(shared(by_whom, range(9), 1, 1)) == {os.getpid()}


def test_who_has_the_large_items_has_few() -> None:
    def by_whom(item: int) -> int:
        time.sleep(0.5 if item == 1 else 0.001)
        return os.getpid()

    _, large, *small = shared(by_whom, range(60), 2, 1)

    assert large not in small


def test_more_items_than_there_are_turns() -> None:
    assert shared(str, range(2503), 2, 1) == [str(item) for item in range(2503)]


def _die() -> None:
    os._exit(9)


def _raise() -> None:
    raise MemoryError


@pytest.mark.parametrize("end", [_die, _raise])
def test_what_a_process_could_not_do_is_done_here(end: Callable[[], None], tmp_path: Path) -> None:
    here, began = os.getpid(), tmp_path / "began"

    def work(item: int) -> int:
        if os.getpid() != here:
            began.touch()
            end()
        time.sleep(0.02)  # so that the others have their turns
        return item

    assert shared(work, range(12), 3, 2) == list(range(12))
    assert began.exists()


def next_descriptor() -> int:
    """The lowest that is free."""
    with Path(os.devnull).open() as file:
        return file.fileno()


@pytest.mark.parametrize("wait", [0, 0.01])
def test_a_mistake_comes_up_as_it_would_alone(wait: float, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork

    def counted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr("c2c.sharing.os.fork", counted)

    def work(item: int) -> int:
        time.sleep(wait)
        if item >= 7:
            raise ValueError(item)
        return item

    before = next_descriptor()

    with pytest.raises(ValueError, match=r"^7$"):
        shared(work, range(12), 3, 2)

    assert next_descriptor() == before
    assert len(begun) == 2
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_who_is_left_alone_stops(tmp_path: Path) -> None:
    """Of a run that is killed, nobody does the rest."""
    done = tmp_path / "done"
    done.mkdir()

    def work(item: int) -> None:
        (done / str(item)).touch()
        if item and os.getpid() == killed:
            os.kill(killed, signal.SIGKILL)
        time.sleep(0.02)

    child = os.fork()
    if not child:
        killed = os.getpid()
        shared(work, range(200), 2, 1)
    os.waitpid(child, 0)
    time.sleep(0.5)
    before = len(list(done.iterdir()))
    time.sleep(0.2)

    assert len(list(done.iterdir())) == before < 100


def test_nothing_is_no_work() -> None:
    assert shared(str, [], 4, 1) == []
