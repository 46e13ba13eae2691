"""Make or renew .venv at the root of the checkout: `scripts/venv [EXTRA...]`. Standard library only.

One at a time, by a lock that dies with its process. The marks that say "this is finished" are taken away before any
work and written after it, so what was interrupted is made again from scratch.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NO_VENV = """c2c: this Python ({python}) has no venv, or no pip to put into it
help: install it (Debian, Ubuntu: sudo apt install python3-venv), or name another with PYTHON=/path/to/python3"""
NO_PACKAGES = """c2c: could not install what c2c needs; the lines above say why
help: the first run needs the network; try again when there is one"""


def main(extras: list[str]) -> int:
    """Make .venv what it should be; 0 if it is."""
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = {"c2c", *extras}
        if all(is_finished(name) for name in wanted):
            return 0
        return renew(wanted | {mark.name.removeprefix("made-for-") for mark in marks()})


def marks() -> list[Path]:
    """For c2c and for each extra in .venv: this folder and pyproject.toml as they were when it was installed."""
    return sorted(VENV.glob("made-for-*"))


def mark_now() -> str:
    """What a mark says that is up to date; ./c2c compares it too."""
    return f"{ROOT}\n" + (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def is_finished(name: str) -> bool:
    """Whether c2c or an extra is in .venv as pyproject.toml wants it."""
    mark = VENV / f"made-for-{name}"
    return is_ours() and mark.is_file() and mark.read_text(encoding="utf-8") == mark_now()


def is_ours() -> bool:
    """Whether .venv was finished once, in this folder (it cannot be moved or copied), and its Python is still there."""
    here = f"{ROOT}\n"
    return os.access(PYTHON, os.X_OK) and any(
        mark.read_text(encoding="utf-8").startswith(here) for mark in marks()
    )


def renew(names: Iterable[str]) -> int:
    """Install c2c and extras into .venv, which is made anew unless it was finished once."""
    usable = is_ours()
    for mark in marks():
        mark.unlink()
    if not usable:
        say("makes its virtual environment in .venv; this takes half a minute, once")
        made = subprocess.run(
            [sys.executable, "-I", "-m", "venv", "--clear", VENV], stdout=sys.stderr, check=False
        )
        if made.returncode:
            print(NO_VENV.format(python=sys.executable), file=sys.stderr)
            return 2
    else:
        say("brings .venv up to date")
    extras = sorted(set(names) - {"c2c"})
    project = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    pip = [str(PYTHON), "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    # Browsers are Debian's; a user's own pip settings must not send the packages elsewhere.
    settings = {**os.environ, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1", "PIP_USER": "0"}
    installed = subprocess.run([*pip, "install", "-e", project], stdout=sys.stderr, env=settings, check=False)
    if installed.returncode:
        print(NO_PACKAGES, file=sys.stderr)
        return 2
    subprocess.run([PYTHON, "-I", ROOT / "scripts" / "compile_ahead.py"], stdout=sys.stderr, check=False)
    for name in names:
        (VENV / f"made-for-{name}").write_text(mark_now(), encoding="utf-8")
    return 0


def say(what: str) -> None:
    """Tell the person who waits."""
    print(f"c2c: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
