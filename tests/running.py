"""c2c as tests run it: in this process, or as a program of its own; small workspaces; expected outputs as files."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from c2c.cli.app import run
from sheet import SHEET

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"


class Ran(NamedTuple):
    """What a run gave."""

    code: int
    out: str
    err: str


class Terminal(TextIOWrapper):
    """An output that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def c2c(*arguments: str | Path, terminal: bool = False) -> Ran:
    """Run c2c in this process, with pipes, or with a terminal as standard output."""
    out = (Terminal if terminal else TextIOWrapper)(BytesIO(), "utf-8")
    err = TextIOWrapper(BytesIO(), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run([str(argument) for argument in arguments])
    finally:
        gc.enable()
    return Ran(code, _written(out), _written(err))


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


def ours(*arguments: str | Path) -> Ran:
    """Run c2c on the project's own data of Bycirklen and Wuxi."""
    return c2c("--root", SHEET, *arguments)


def environment(**more: str) -> dict[str, str]:
    """The environment of a program: ours, but output is buffered, as it is where people work."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"} | more


def program(
    *arguments: str | Path, cwd: Path = SHEET, env: Mapping[str, str] | None = None, by: Sequence[str] = ()
) -> Ran:
    """Run c2c as a program of its own, by another one if there is one."""
    done = subprocess.run(
        [*by, sys.executable, "-m", "c2c", *map(str, arguments)],
        cwd=cwd,
        env=environment(**(env or {})),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def unprivileged(*arguments: str | Path) -> Ran:
    """Run c2c as a program for which the modes of files hold also where root runs it."""
    if os.getuid() != 0:
        return program(*arguments)
    if not shutil.which("setpriv"):
        pytest.skip("modes do not bind root, and there is no setpriv")
    return program(*arguments, by=("setpriv", "--bounding-set=-dac_override,-dac_read_search"))


def put(root: Path, files: Mapping[str, str]) -> Path:
    """Write a workspace's files; returns its root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def same_as_file(name: str, text: str) -> None:
    """Compare with an expected output; C2C_GOLDEN in the environment writes it anew."""
    path = GOLDEN / name
    if os.environ.get("C2C_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), (
        f"{path.name}: write it anew with `make golden` if this is right"
    )


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """In a folder, for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
