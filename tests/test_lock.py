"""The lock of a folder: who waits for it, and what is found under it that a killed writer left."""

import fcntl
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from c2c.errors import Busy, OutputError
from c2c.writing import Lock
from c2c.writing.temporary import digest
from leftovers import NEW, OLD, UNSEEN, left, names
from running import c2c, put


def test_who_waits_too_long_for_the_lock_is_told_in_any_thread(tmp_path: Path):
    lock = Lock(tmp_path)
    try:
        with pytest.raises(Busy):
            Lock(tmp_path, 0.05)
        with ThreadPoolExecutor(1) as elsewhere, pytest.raises(Busy):
            elsewhere.submit(Lock, tmp_path, 0.05).result()
    finally:
        lock.release()
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL

    Lock(tmp_path, 0.05).release()


def test_the_lock_is_given_in_the_order_in_which_one_has_waited(tmp_path: Path):
    waiting = (
        "import sys; from pathlib import Path; from c2c.writing import Lock; lock = Lock(Path(sys.argv[1]), 600);"
        "open(sys.argv[2], 'a').write(sys.argv[3])"
    )
    lock = Lock(tmp_path)
    ran = []
    try:
        for number in range(5):
            command = [sys.executable, "-c", waiting, str(tmp_path), str(tmp_path / "order"), str(number)]
            ran.append(subprocess.Popen(command))
            while not _waits(ran[-1].pid):
                assert ran[-1].poll() is None
                time.sleep(0.01)
    finally:
        lock.release()

    assert [each.wait(60) for each in ran] == [0] * 5
    assert (tmp_path / "order").read_text() == "01234"


def _waits(process: int) -> bool:
    """Whether it waits for a lock: the kernel lists who does behind an arrow."""
    locks = Path("/proc/locks")
    if not locks.exists():
        pytest.skip("this system does not tell who waits for a lock")
    return any("->" in line and f" {process} " in line for line in locks.read_text().splitlines())


@pytest.mark.parametrize("content", [OLD, NEW])
def test_what_a_killed_writer_left_is_cleaned_away_if_it_has_been_seen(file: Path, content: bytes):
    left(file, content)
    file.with_name(".lyon.yaml.77.c2c-new").write_bytes(b"hal")

    lock = Lock(file.parent)

    assert lock.kept == []
    assert names(file.parent) == ["lyon.yaml"]
    assert file.read_bytes() == OLD


def test_what_nobody_has_seen_is_kept_and_told(tmp_path: Path):
    root = put(
        tmp_path,
        {name: str(text) for name, text in BASE.items()} | {DEMO: demo(actions="- {id: a, title: A}")},
    )
    left(root / DEMO, UNSEEN)
    left(root / DEMO, UNSEEN).rename(
        (root / DEMO).with_name(f".demo.yaml.{digest(OLD)}-{digest(NEW)}.9.c2c-edit")
    )
    left(root / DEMO, b"another save\n")

    ran = c2c("--root", root, "set", "demo/a", "done", "--on", "2020")

    assert ran.code == 0
    assert names((root / DEMO).parent) == ["demo.yaml", "demo.yaml.kept", "demo.yaml.kept-2"]
    assert {(root / f"{DEMO}.kept").read_bytes(), (root / f"{DEMO}.kept-2").read_bytes()} == {
        UNSEEN,
        b"another save\n",
    }
    assert (
        "demo.yaml.kept is what somebody saved when an edit of c2c was killed\n   help: put what is"
        in ran.err
    )
    assert "demo.yaml.kept" in c2c("--root", root, "validate").out


def test_what_is_open_for_writing_is_kept_though_it_has_been_seen(file: Path):
    with left(file, OLD).open("ab") as late:
        lock = Lock(file.parent)
        late.write(UNSEEN)

    assert lock.kept == ["lyon.yaml.kept"]
    assert file.with_name("lyon.yaml.kept").read_bytes() == OLD + UNSEEN


def test_a_second_name_of_the_file_itself_is_cleaned_away(file: Path):
    path = left(file, b"")
    path.unlink()
    path.hardlink_to(file)
    file.write_bytes(UNSEEN)

    assert Lock(file.parent).kept == []
    assert names(file.parent) == ["lyon.yaml"]
    assert file.read_bytes() == UNSEEN


def test_a_folder_that_is_not_there_or_cannot_be_locked_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(OutputError, match="nowhere cannot be locked: no such file or directory"):
        Lock(tmp_path / "nowhere")

    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OutputError, match="cannot be locked: operation not supported"):
        Lock(tmp_path)
