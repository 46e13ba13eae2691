"""Work that is shared among processes: the same as alone, whatever becomes of a process."""

import os
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2c.sharing import shared


@given(st.lists(st.integers(), max_size=30), st.integers(1, 5), st.integers(1, 8))
def test_it_gives_the_same_in_the_same_order(items: list[int], processes: int, enough: int) -> None:
    assert shared(lambda item: item * 2, items, processes, enough) == [item * 2 for item in items]


def test_it_is_done_by_several_if_there_is_enough() -> None:
    def by_whom(_: int) -> int:
        return os.getpid()

    assert set(shared(by_whom, range(9), 4, 3)) - {os.getpid()} != set()
    assert len(set(shared(by_whom, range(9), 4, 3))) == 3
    assert set(shared(by_whom, range(9), 4, 9)) == {os.getpid()}
    assert set(shared(by_whom, range(9), 1, 1)) == {os.getpid()}


def _die() -> None:
    os._exit(9)


def _raise() -> None:
    raise MemoryError


@pytest.mark.parametrize("end", [_die, _raise])
def test_what_a_process_could_not_do_is_done_here(end: Callable[[], None]) -> None:
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here and item == 6:
            end()
        return item

    assert shared(work, range(12), 3, 2) == list(range(12))


def test_a_mistake_comes_up_as_it_would_alone() -> None:
    def work(item: int) -> float:
        return 1 / (item - 7)

    with pytest.raises(ZeroDivisionError):
        shared(work, range(12), 3, 2)


def test_nothing_is_no_work() -> None:
    assert shared(str, [], 4, 1) == []
