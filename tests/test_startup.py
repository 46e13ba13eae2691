"""What starts with c2c. Every import is paid for by every run, so a heavy one waits for the command that needs it."""

import os
import subprocess
import sys

import pytest

from c2c import __version__

HEAVY = {
    "babel",
    "click",
    "dateutil",
    "jinja2",
    "markdown_it",
    "pydantic",
    "pydantic_core",
    "rich",
    "typer",
    "yaml",
}
LIST_MODULES = """
import sys
sys.argv = ["c2c", *{arguments!r}]
code = 0
try:
    {run}
except SystemExit as done:
    code = done.code
print(*sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
sys.exit(code)
"""
MAIN = "from c2c.cli import main; code = main()"


def loaded(*arguments: str, run: str = MAIN) -> set[str]:
    """Which heavy packages a run of c2c has loaded when it ends."""
    program = LIST_MODULES.format(arguments=list(arguments), run=run)
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return HEAVY & set(done.stderr.split())


def test_the_package_itself_loads_nothing():
    assert loaded(run="import c2c, c2c.cli") == set()


def test_the_version_loads_nothing():
    assert loaded("--version") == set()


def test_the_table_of_commands_loads_typer_alone():
    assert loaded(run="import c2c.cli.app") == {"typer"}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["status", "--help"], ["report", "--help"], ["rule", "--help"]]
)
def test_help_loads_typer_alone(arguments: list[str]):
    assert loaded(*arguments) == {"typer"}


def test_validate_needs_no_templates_no_tables_and_no_languages(tmp_path):
    (tmp_path / "data" / "cities").mkdir(parents=True)
    (tmp_path / "data" / "cities" / "lyon.yaml").write_text("names: Lyon\nkind: city\ncountry: FR\n")

    assert loaded("--root", str(tmp_path), "validate") == {"pydantic", "pydantic_core", "typer", "yaml"}


def told(program: str, **env: str) -> str:
    """What a program of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_plug_in_of_pydantic_is_looked_for():
    build = "import sys; from c2c.model.city import City; City.model_rebuild(); print('importlib.metadata' in sys.modules)"

    assert told(build) == "False"
    assert told(build, PYDANTIC_DISABLE_PLUGINS="0") == "True"  # whoever wants them says so


def test_what_else_is_asked_of_the_module_that_looks_for_plug_ins_is_there():
    ask = "import c2c.model; from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as group; print(group)"

    assert told(ask) == "pydantic"


def test_the_command_ends_at_once_with_all_said():
    ends = (
        "import atexit, sys; atexit.register(print, 'taken apart'); sys.argv = ['c2c', '{}']\n"
        "from c2c.cli import command; command()"
    )

    assert told(ends.format("--version")) == f"c2c {__version__}"
    assert "\nC902  error " in told(ends.format("rule"))
    assert "taken apart" not in told(ends.format("rule"))
