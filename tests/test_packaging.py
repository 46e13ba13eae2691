"""What people install: the wheel and the sdist hold what c2c needs, and the installed command works on its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from c2c import __version__

ROOT = Path(__file__).resolve().parents[1]
NAME = f"c2c_partnerships-{__version__}"
pytestmark = pytest.mark.slow


def shipped() -> set[str]:
    """The files of the source tree that belong into the package, by their names in it."""
    tree = {path: path.relative_to(ROOT / "src") for path in (ROOT / "src" / "c2c").rglob("*")}
    tree |= {path: Path("c2c") / path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*")}
    return {
        name.as_posix() for path, name in tree.items() if path.is_file() and "__pycache__" not in name.parts
    }


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist; the wheel is built from the sdist, as an index would."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return built / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh environment with only the wheel; the libraries are those that run this test."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", wheel], check=True)
    site = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    libraries = folder / "libraries"
    libraries.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "c2c" not in path.name and path.suffix != ".pth":
            (libraries / path.name).symlink_to(path)
    (Path(site.strip()) / "libraries.pth").write_text(f"{libraries}\n")
    return folder / "venv" / "bin" / "c2c"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the project's own data, far from its checkout."""
    copy = tmp_path / "workspace"
    shutil.copytree(ROOT / "data", copy / "data")
    if (ROOT / "c2c.yaml").exists():
        shutil.copy(ROOT / "c2c.yaml", copy)
    return copy


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "C2C_"))}
    return subprocess.run(
        [command, *arguments],
        cwd=cwd,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert names == shipped()
    assert {"c2c/py.typed", "c2c/locale/da/LC_MESSAGES/c2c.po", "c2c/locale/zh/LC_MESSAGES/c2c.po"} <= names
    assert any(name.startswith("c2c/templates/") for name in names)


def test_the_sdist_holds_what_is_needed_to_build_and_test(built: Path):
    with tarfile.open(built / f"{NAME}.tar.gz") as sdist:
        names = {name.removeprefix(f"{NAME}/") for name in sdist.getnames()}

    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "c2c",
        "scripts/venv",
    } <= names
    assert {"tests/test_packaging.py", "src/c2c/__init__.py", "data/cities/wuxi.yaml", "c2c.yaml"} <= names
    assert {
        name.replace("c2c/templates", "templates", 1) for name in shipped() if "/templates/" in name
    } <= names
    assert not {name for name in names if "__pycache__" in name or name.startswith(".venv")}


def test_the_metadata_says_what_it_is_and_what_it_needs(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"{NAME}.dist-info/METADATA").decode()
        entry_points = archive.read(f"{NAME}.dist-info/entry_points.txt").decode()
        licence = archive.read(f"{NAME}.dist-info/licenses/LICENSE").decode()

    assert f"Name: c2c-partnerships\nVersion: {__version__}\n" in metadata
    assert "Requires-Python: >=3.11" in metadata
    assert "c2c = c2c.cli:command" in entry_points
    assert licence == (ROOT / "LICENSE").read_text()


def test_every_requirement_is_used():
    """What is required is imported somewhere, and what is imported is required."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {line.partition(">")[0].partition("[")[0] for line in project["dependencies"]}
    modules = {"babel": "babel", "jinja2": "jinja2", "pydantic": "pydantic", "pyyaml": "yaml", "rich": "rich"}
    modules |= {"typer": "typer", "markdown-it-py": "markdown_it", "python-dateutil": "dateutil"}
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    used = {
        name for name, module in modules.items() if f"import {module}" in code or f"from {module}" in code
    }

    assert required == used


def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path):
    done = run(installed, "--version", cwd=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"c2c {__version__}\n", "")


def test_the_installed_command_prints_the_schemas_that_the_repository_has(installed: Path, tmp_path: Path):
    done = run(installed, "schema", "partnership", cwd=tmp_path)

    assert done.stderr == ""
    assert done.stdout == (ROOT / "schemas" / "partnership.schema.json").read_text(encoding="utf-8")


def test_the_installed_command_makes_a_workspace_in_which_all_is_well(installed: Path, tmp_path: Path):
    made = run(installed, "init", "new", cwd=tmp_path)
    checked = run(installed, "validate", "--strict", cwd=tmp_path / "new")

    assert made.returncode == 0, made.stderr
    assert (tmp_path / "new" / ".github" / "workflows" / "c2c.yml").is_file()
    assert (checked.returncode, checked.stdout) == (0, "5 files: nothing to mend\n")


@pytest.mark.parametrize("language", ["da", "en", "zh"])
def test_the_installed_command_reports_from_any_folder(installed: Path, workspace: Path, language: str):
    done = run(installed, "report", "--year", "2019", "--lang", language, cwd=workspace / "data" / "cities")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Wuxi" in done.stdout
    assert "(√)" in done.stdout


def test_the_installed_command_leaves_the_workspace_as_it_was(installed: Path, workspace: Path):
    before = {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}

    run(installed, "validate", cwd=workspace)
    run(installed, "report", "--year", "2019", cwd=workspace)

    assert {path: path.stat().st_mtime_ns for path in workspace.rglob("*")} == before
