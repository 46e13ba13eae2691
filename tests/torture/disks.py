"""Disks that are full, of bytes, of files, or of what a user may write."""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple
from functools import cache
from pathlib import Path

from torture.figures import Figures
from torture.stage import CHANGE, Stage, Worker, settings, worker

_ALONE = ("unshare", "--mount", "--map-root-user")
_PAGE = 4096


@cache
def missing() -> str:
    """Why no file system can be mounted here; empty if one can."""
    try:
        mount = 'mount -t tmpfs none "$0"'
        with tempfile.TemporaryDirectory() as folder:
            tried = subprocess.run([*_ALONE, "sh", "-c", mount, folder], capture_output=True)
    except FileNotFoundError:
        return "there is no unshare here"
    return "" if tried.returncode == 0 else "no file system may be mounted here"


def too_large(stage: Stage, steps: int) -> Figures:
    """Let the process write files of so many bytes at most: all sizes from none to one more than it needs."""
    figures = Figures()
    with worker(stage) as runs:
        for size in _sizes(len(stage.new), steps):
            stage.reset()
            figures += _tried(stage, runs, size) + runs.next_run()
    return figures


def full(way: str, steps: int) -> Figures:
    """Change a file on a small tmpfs of its own that has so many bytes left, and so many files."""
    with tempfile.TemporaryDirectory() as folder:
        mount = 'mount -t tmpfs -o size=512k,nr_inodes=64 none "$0" && exec "$@"'
        here = [sys.executable, "-m", "torture.disks", folder, way, str(steps)]
        done = subprocess.run(
            [*_ALONE, "sh", "-c", mount, folder, *here], env=settings(), capture_output=True, timeout=900
        )
    assert done.returncode == 0, done.stderr.decode()
    return Figures(*json.loads(done.stdout))


def _inside(folder: Path, way: str, steps: int) -> Figures:
    stage = Stage(folder, way)
    figures = Figures()
    with worker(stage) as runs:
        for free in _sizes(len(stage.new) + 2 * _PAGE, steps):
            stage.reset()
            with _filled(folder / "filler", free):
                figures += _tried(stage, runs)
            figures += runs.next_run()
        stage.reset()
        with _no_files_left(folder / "many"):
            figures += _tried(stage, runs)
        figures += runs.next_run()
    return figures


def _sizes(most: int, steps: int) -> list[int]:
    """From nothing to a bit more than all, and what is just not enough."""
    return sorted({0, *range(0, most, max(1, most // steps)), most - 1, most + 1})


def _tried(stage: Stage, runs: Worker, limit: int | None = None) -> Figures:
    code, told, _ = runs.fork(CHANGE, limit=limit)
    return stage.look(code, told) + Figures(left=len(stage.names()))


@contextmanager
def _filled(path: Path, free: int) -> Iterator[None]:
    """Fill the file system up to so many bytes."""
    left = os.statvfs(path.parent)
    path.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - free)))
    try:
        yield
    finally:
        path.unlink()


@contextmanager
def _no_files_left(folder: Path) -> Iterator[None]:
    """Make files until there can be no more."""
    folder.mkdir()
    try:
        for number in range(1000):
            try:
                (folder / str(number)).touch()
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
                break
        yield
    finally:
        with suppress(FileNotFoundError):
            for each in folder.iterdir():
                each.unlink()
        folder.rmdir()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(astuple(_inside(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))))
