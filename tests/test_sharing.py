"""Work that is shared among processes: the same as alone, whatever becomes of a process."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2c.sharing import shared


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


def test_a_mistake_comes_up_as_it_would_alone() -> None:
    def work(item: int) -> float:
        return 1 / (item - 7)

    with pytest.raises(ZeroDivisionError):
        shared(work, range(12), 3, 2)


def test_nothing_is_no_work() -> None:
    assert shared(str, [], 4, 1) == []
