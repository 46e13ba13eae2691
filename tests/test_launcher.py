"""./c2c on a machine with Python and nothing else: it makes what it needs, once, and says what it cannot do without."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "demo"
version = "1"
"""
BACKEND = '''
"""Builds a package whose command c2c says where it runs and what it was given: no network needed."""

import zipfile
from pathlib import Path
from typing import NamedTuple


def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(Path(folder) / "demo-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("demo.py", "import os, sys\\ndef main(): print(os.getcwd(), *sys.argv[1:]); return 7\\n")
        wheel.writestr("demo-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: demo\\nVersion: 1\\n")
        wheel.writestr("demo-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("demo-1.dist-info/entry_points.txt", "[console_scripts]\\nc2c = demo:main\\n")
        wheel.writestr("demo-1.dist-info/RECORD", "")
    return "demo-1-py3-none-any.whl"
'''


def copy_of_the_launcher(folder: Path) -> Path:
    """A checkout with our launcher and a command that needs no packages."""
    (folder / "scripts").mkdir(parents=True)
    for name in ("c2c", "scripts/venv", "scripts/make_venv.py"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return copy_of_the_launcher(tmp_path / "checkout")


def start(
    checkout: Path, *arguments: str, cwd: Path | None = None, **settings: str
) -> "subprocess.Popen[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
    return subprocess.Popen(
        [checkout / "c2c", *arguments],
        cwd=cwd or checkout,
        env={**kept, "PYTHON": sys.executable, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


class Used(NamedTuple):
    """A checkout whose first runs were two at the same time, where an earlier one was interrupted; and how they ended."""

    checkout: Path
    ended: list[tuple[int, str, str]]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Used:
    checkout = copy_of_the_launcher(
        tmp_path_factory.mktemp("launcher") / "a checkout"
    )  # people's paths have spaces
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "c2c").write_text("#!/bin/sh\necho half-made\n")
    both = [start(checkout, "status", "a b", cwd=Path("/")) for _ in range(2)]
    return Used(checkout, [finish(process) for process in both])


@pytest.mark.slow
def test_the_first_runs_make_the_environment_once(used: Used):
    assert [(code, out) for code, out, _ in used.ended] == [(7, "/ status a b\n")] * 2
    assert "".join(err for _, _, err in used.ended).count("makes its virtual environment") == 1


@pytest.mark.slow
def test_the_next_runs_only_use_it_also_by_a_link(used: Used, tmp_path: Path):
    (tmp_path / "link").symlink_to(used.checkout / "c2c")

    linked = subprocess.run(
        [tmp_path / "link", "*"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert (linked.returncode, linked.stdout, linked.stderr) == (7, f"{tmp_path} *\n", "")


@pytest.mark.slow
def test_an_environment_that_was_copied_elsewhere_is_not_used(used: Used, tmp_path: Path):
    shutil.copytree(used.checkout, tmp_path / "copy", symlinks=True)
    (tmp_path / "copy" / "scripts" / "venv").write_text("#!/bin/sh\necho makes it anew\nexit 3\n")

    assert finish(start(tmp_path / "copy")) == (3, "", "makes it anew\n")


@pytest.mark.slow
def test_an_environment_is_renewed_when_pyproject_changes(used: Used):
    with (used.checkout / "pyproject.toml").open("a") as project:
        project.write("# changed\n")

    code, out, err = finish(start(used.checkout))

    assert (code, out) == (7, f"{used.checkout}\n")
    assert "brings .venv up to date" in err


def test_a_machine_without_a_python_that_will_do_is_told_what_to_install(checkout: Path, tmp_path: Path):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "readlink", "cat", "cmp"):
        (tools / name).symlink_to(str(shutil.which(name)))
    (tools / "python3").write_text(
        "#!/bin/sh\nexit 1\n"
    )  # what an older one says when it is asked for its version
    (tools / "python3").chmod(0o755)

    code, out, err = finish(start(checkout, "status", PATH=str(tools), PYTHON=""))

    assert (code, out) == (2, "")
    assert err.startswith("c2c: needs Python 3.11 or later, and found none\nhelp: install it (Debian")


def test_a_python_that_is_named_and_will_not_do_is_refused(checkout: Path):
    assert finish(start(checkout, PYTHON="/bin/false")) == (
        2,
        "",
        "c2c: PYTHON=/bin/false is no Python 3.11 or later\n",
    )


def test_a_python_without_venv_is_told_what_to_install(checkout: Path, tmp_path: Path):
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\ncase "$*" in *"-m venv"*) exit 1 ;; esac\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    make = (checkout / "scripts" / "make_venv.py").read_text()
    (checkout / "scripts" / "make_venv.py").write_text(make.replace("sys.executable,", f"{str(python)!r},"))

    code, out, err = finish(start(checkout, PYTHON=str(python)))

    assert (code, out) == (2, "")
    assert "help: install it (Debian, Ubuntu: sudo apt install python3-venv)" in err
