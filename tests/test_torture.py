"""c2c under a little of every torture; and bad ways of writing under the same, to see that each harness notices.

The long form is `make torture`; docs/reliability.md has its figures.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from torture import crowds, disks, editor, editors, powercuts, signals, systemcalls
from torture.figures import Figures
from torture.stage import Stage

pytestmark = pytest.mark.slow
# A contributor's machine may have no strace, or not let one stop a system call or mount a disk, and there is no other way to
# do either: these tests would fail there for a reason that is none of c2c's. The rest is run. Where C2C_EVERY_HARNESS is
# set, as .ci/run does, nothing is left out: what is missing there fails.
MAY_MISS = "C2C_EVERY_HARNESS" not in os.environ
NO_STRACE = systemcalls.missing() if MAY_MISS else ""
NO_MOUNT = disks.missing() if MAY_MISS else ""
needs_strace = pytest.mark.skipif(NO_STRACE != "", reason=f"no system call can be stopped: {NO_STRACE}")
needs_mount = pytest.mark.skipif(NO_MOUNT != "", reason=f"no disk can be filled: {NO_MOUNT}")
Make = Callable[[str], Stage]
ALL_WAYS = ("ours", "without leases", "without renameat2")


@pytest.fixture
def stage(tmp_path: Path) -> Make:
    return lambda way: Stage(tmp_path / "workspace", way)


def unharmed(figures: Figures) -> None:
    assert figures.tried > 0
    assert figures.wrong == 0, figures


def sooner_or_later(seen: Callable[[], int]) -> bool:
    """Whether something that needs two programs at the same moment is seen; on a busy machine they seldom meet."""
    return any(seen() for _ in range(12))


def test_kills_at_random_moments(stage: Make):
    unharmed(signals.kills(stage("ours"), 8))


def test_requests_to_end_at_random_moments(stage: Make):
    unharmed(signals.requests(stage("ours"), 9))


@needs_strace
@pytest.mark.parametrize("way", ["ours", "without renameat2"])
def test_a_kill_at_every_change(stage: Make, tmp_path: Path, way: str):
    unharmed(systemcalls.kills(systemcalls.writing_alone(stage(way), tmp_path), only_changes=True))


@needs_strace
def test_a_full_disk_at_every_change(stage: Make, tmp_path: Path):
    unharmed(
        systemcalls.faults(systemcalls.writing_alone(stage("ours"), tmp_path), ("ENOSPC",), only_once=True)
    )


@needs_strace
@pytest.mark.parametrize("way", ALL_WAYS)
def test_power_cuts(stage: Make, tmp_path: Path, way: str):
    unharmed(powercuts.cuts(systemcalls.writing_alone(stage(way), tmp_path)))


def test_files_that_may_not_be_large(stage: Make):
    unharmed(disks.too_large(stage("ours"), 1))


@needs_mount
def test_a_full_disk():
    unharmed(disks.full("ours", 1))


def test_writers_and_readers_at_the_same_time(stage: Make):
    unharmed(crowds.crowd(stage("ours"), 4, 10, readers=1))


@pytest.mark.parametrize("kind", editor.KINDS)
def test_an_editor_at_the_same_time(stage: Make, kind: str):
    unharmed(editors.editing(stage("ours"), kind, 8))


@needs_strace
def test_plain_writing_is_seen_to_tear_files(stage: Make, tmp_path: Path):
    tried = systemcalls.writing_alone(stage("plain"), tmp_path)

    assert systemcalls.kills(tried, only_changes=True).torn > 0
    assert systemcalls.faults(tried, ("ENOSPC",), only_once=True).torn > 0
    assert powercuts.cuts(tried).torn > 0


def test_plain_writing_is_seen_by_readers_and_limits(stage: Make):
    plain = stage("plain")

    assert crowds.crowd(plain, 1, 5, readers=1).torn > 0
    assert disks.too_large(plain, 1).torn > 0


@needs_strace
def test_writing_without_fsync_is_seen_to_lose_files_when_the_power_goes(stage: Make, tmp_path: Path):
    figures = powercuts.cuts(systemcalls.writing_alone(stage("unsynced"), tmp_path))

    assert figures.torn > 0
    assert figures.lost > 0


def test_writing_without_a_look_at_what_was_replaced_is_seen_to_lose_what_an_editor_saves(stage: Make):
    assert sooner_or_later(lambda: editors.editing(stage("unchecked"), "saves in place", 8).lost)


def test_writing_without_a_lock_is_seen_to_lose_records(stage: Make):
    assert sooner_or_later(lambda: crowds.crowd(stage("unlocked"), 3, 4, readers=0).lost)


@needs_mount
def test_leaving_temporary_files_on_a_full_disk_is_seen():
    assert disks.full("unchecked", 1).left > 0
