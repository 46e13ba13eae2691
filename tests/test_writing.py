"""Writing whole or not at all: what is refused, what is kept, what a killed writer leaves, and new files."""

import fcntl
import os
import stat
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from c2c.errors import AlreadyThere, Busy, CannotEdit, ChangedMeanwhile, OutputError
from c2c.writing import create, exchange, held, quiet, replace_unchanged, replacing, wait_until_quiet
from leftovers import NEW, OLD, UNSEEN, names
from running import put, unprivileged


def other_swap(monkeypatch: pytest.MonkeyPatch, *others: object) -> None:
    """Let somebody else do something just before each exchange."""
    before = iter(others)
    real = exchange.swap

    def swap(folder: int, temporary: str, name: str) -> bool:
        act = next(before, None)
        if callable(act):
            act()
        return real(folder, temporary, name)

    monkeypatch.setattr(replacing, "swap", swap)


def save(path: Path, content: bytes) -> None:
    """Save as many editors do: a file of another name takes the place."""
    beside = path.with_name(".swp")
    beside.write_bytes(content)
    beside.replace(path)


@pytest.mark.parametrize("has_exchange", [True, False])
def test_mode_and_owner_stay(file: Path, monkeypatch: pytest.MonkeyPatch, has_exchange: bool):
    if not has_exchange:
        monkeypatch.setattr(exchange, "_function", lambda: None)
    file.chmod(0o640)
    with suppress(PermissionError):  # only root may give files away
        os.chown(file, 12345, 12346)
    before = file.stat()

    replace_unchanged(file, OLD, NEW)

    after = file.stat()
    assert file.read_bytes() == NEW
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert names(file.parent) == ["lyon.yaml"]


def test_a_second_name_keeps_the_old_content(file: Path):
    second = file.with_name("backup")
    second.hardlink_to(file)

    replace_unchanged(file, OLD, NEW)

    assert (file.read_bytes(), second.read_bytes()) == (NEW, OLD)


def test_links_are_not_followed(file: Path):
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    folder = file.parent / "elsewhere"
    (file.parent / "real").mkdir()
    (file.parent / "real" / "a.yaml").write_bytes(OLD)
    folder.symlink_to("real")

    with pytest.raises(ChangedMeanwhile):
        replace_unchanged(link, OLD, NEW)
    with pytest.raises(CannotEdit, match="elsewhere is left as it is: it is a symbolic link"):
        replace_unchanged(folder / "a.yaml", OLD, NEW)
    with pytest.raises(CannotEdit, match="it is a symbolic link"):
        create(folder / "b.yaml", NEW)
    with pytest.raises(AlreadyThere):
        create(link, NEW)
    assert file.read_bytes() == (file.parent / "real" / "a.yaml").read_bytes() == OLD


def test_what_was_changed_before_is_left(file: Path):
    with pytest.raises(ChangedMeanwhile):
        replace_unchanged(file, b"something else", NEW)
    file.unlink()
    with pytest.raises((ChangedMeanwhile, OutputError)):
        replace_unchanged(file, OLD, NEW)
    assert names(file.parent) == []


@pytest.mark.parametrize("has_exchange", [True, False])
def test_a_save_under_another_name_just_before_the_exchange_is_put_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, has_exchange: bool
):
    if not has_exchange:
        monkeypatch.setattr(exchange, "_function", lambda: None)
    other_swap(monkeypatch, lambda: save(file, UNSEEN))

    with pytest.raises(ChangedMeanwhile, match="was changed meanwhile and is left as it is"):
        replace_unchanged(file, OLD, NEW)

    assert file.read_bytes() == UNSEEN
    assert names(file.parent) == ["lyon.yaml"]


def test_who_has_it_open_for_writing_is_not_disturbed(file: Path):
    with file.open("ab"), pytest.raises(Busy):
        replace_unchanged(file, OLD, NEW)

    assert file.read_bytes() == OLD
    assert names(file.parent) == ["lyon.yaml"]


def test_who_opens_it_for_writing_during_the_exchange_writes_into_the_right_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    """The opening waits in the kernel until c2c has noticed it and put the file back."""
    opening = threading.Thread(target=lambda: file.write_bytes(UNSEEN))

    def begin() -> None:
        opening.start()
        descriptor = next(
            int(each.name) for each in Path("/proc/self/fd").iterdir() if _is(file, int(each.name))
        )
        while fcntl.fcntl(descriptor, fcntl.F_GETLEASE) == fcntl.F_RDLCK:
            assert opening.is_alive()

    other_swap(monkeypatch, begin)

    with pytest.raises(ChangedMeanwhile):
        replace_unchanged(file, OLD, NEW)
    opening.join()

    assert file.read_bytes() == UNSEEN
    assert names(file.parent) == ["lyon.yaml"]


def _is(file: Path, descriptor: int) -> bool:
    """Whether a descriptor is a file's; the one that lists all descriptors is gone by now."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(descriptor), file.stat())
    return False


def test_two_saves_around_the_exchange_are_both_kept(file: Path, monkeypatch: pytest.MonkeyPatch):
    other_swap(monkeypatch, lambda: save(file, UNSEEN), lambda: save(file, b"and again\n"))

    with pytest.raises(ChangedMeanwhile) as raised:
        replace_unchanged(file, OLD, NEW)

    assert file.read_bytes() == b"and again\n"
    assert file.with_name("lyon.yaml.kept").read_bytes() == UNSEEN
    assert "lyon.yaml.kept" in raised.value.help
    assert names(file.parent) == ["lyon.yaml", "lyon.yaml.kept"]


@pytest.mark.parametrize("fails", ["the first", "all"])
def test_a_folder_that_cannot_be_synced_has_the_old_file_or_is_said_to_be_unsure(
    file: Path, monkeypatch: pytest.MonkeyPatch, fails: str
):
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(5, "Input/output error")
        real(descriptor)

    def refuse() -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "fsync", fsync)
    other_swap(monkeypatch, None, refuse if fails == "all" else None)

    with pytest.raises(OutputError, match="cannot be written: input/output error") as raised:
        replace_unchanged(file, OLD, NEW)

    assert file.read_bytes() == (NEW if fails == "all" else OLD)
    assert ("look before you try again" in raised.value.help) == (fails == "all")


@pytest.mark.parametrize("has_exchange", [True, False])
def test_a_new_file_is_there_with_its_folder_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_exchange: bool
):
    if not has_exchange:
        monkeypatch.setattr(exchange, "_function", lambda: None)
    path = tmp_path / "data" / "cities" / "lyon.yaml"

    create(path, NEW)
    with pytest.raises(AlreadyThere, match="is there already and is left as it is"):
        create(path, OLD)

    mask = os.umask(0)
    os.umask(mask)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert names(path.parent) == ["lyon.yaml"]


@pytest.mark.parametrize("has_exchange", [True, False])
def test_a_new_file_that_comes_meanwhile_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_exchange: bool
):
    from c2c.writing import creating

    if not has_exchange:
        monkeypatch.setattr(exchange, "_function", lambda: None)
    path = tmp_path / "lyon.yaml"

    def meanwhile(folder: int, temporary: str, name: str) -> None:
        path.write_bytes(UNSEEN)
        exchange.move(folder, temporary, name)

    monkeypatch.setattr(creating, "move", meanwhile)

    with pytest.raises(AlreadyThere):
        create(path, NEW)
    assert path.read_bytes() == UNSEEN
    assert names(tmp_path) == ["lyon.yaml"]


def test_what_was_not_changed_just_now_is_not_waited_for(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(quiet, "QUIET", 0.0)
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail("it waits"))

    wait_until_quiet(file)
    wait_until_quiet(file.with_name("nothing"))


def test_a_file_that_is_changed_again_and_again_is_busy(file: Path, monkeypatch: pytest.MonkeyPatch):
    waits = []

    def change(seconds: float) -> None:
        waits.append(seconds)
        with file.open("ab") as more:
            more.write(b"#\n")
        os.utime(file, ns=(0, len(waits)))

    monkeypatch.setattr(time, "sleep", change)

    with pytest.raises(Busy):
        wait_until_quiet(file, 0.01)
    assert set(waits) == {quiet.QUIET}


def test_a_file_is_read_after_the_last_of_its_changes(file: Path, monkeypatch: pytest.MonkeyPatch):
    changes = iter([b"half of", b"all of it"])

    def change(seconds: float) -> None:
        for content in changes:
            file.write_bytes(content)
            return

    file.write_bytes(OLD)
    monkeypatch.setattr(quiet, "QUIET", 10.0)
    monkeypatch.setattr(time, "sleep", change)

    wait_until_quiet(file)

    assert file.read_bytes() == b"all of it"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_told_in_a_sentence(tmp_path: Path, what: str):
    texts = {name: str(text) for name, text in BASE.items()}
    root = put(tmp_path, texts | {DEMO: demo(actions="- {id: a, title: A}")})
    path = root / DEMO
    before = path.read_bytes()
    path.chmod(0o444 if what == "file" else 0o666)
    path.parent.chmod(0o777 if what == "file" else 0o555)

    ran = unprivileged("--root", root, "set", "demo/a", "done", "--on", "2020")

    path.parent.chmod(0o755)
    assert (ran.code, ran.out) == (74, "")
    assert ran.err.startswith(f"error: {path} cannot be written: permission denied\n   help: see who")
    assert path.read_bytes() == before
    assert names(path.parent) == ["demo.yaml"]


def test_what_may_not_be_read_is_told_in_a_sentence(tmp_path: Path):
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | {DEMO: demo()})
    path = root / DEMO
    path.chmod(0)

    ran = unprivileged("--root", root, "step", "demo", "declare", "do", "--on", "2020")

    assert ran == (
        74,
        "",
        (
            f"error: {path} cannot be read: permission denied\n"
            "   help: give yourself the right to read it, or restore the file\n"
        ),
    )


def test_without_leases_it_is_looked_at_again_after_a_moment(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(held, "_lease", lambda descriptor: held.Writers.UNKNOWN)
    late = file.open("ab", buffering=0)
    monkeypatch.setattr(time, "sleep", lambda seconds: late.write(UNSEEN))

    with pytest.raises(ChangedMeanwhile):
        replace_unchanged(file, OLD, NEW)
    late.close()

    assert file.read_bytes() == OLD + UNSEEN
    assert names(file.parent) == ["lyon.yaml"]
