"""c2c as a program among others: exit codes, pipes, encodings, signals."""

import gc
import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from c2c.cli.app import run
from running import Ran, environment, program, put
from sheet import SHEET

C2C = (sys.executable, "-m", "c2c")
STATUS = ("status", "bycirklen-wuxi", "--as-of", "2019-12-31")


def shell(line: str, cwd: Path = SHEET) -> Ran:
    """Run a line of bash in which $C2C is c2c."""
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=cwd,
        env=environment(C2C=" ".join(C2C)),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def chinese() -> Ran:
    return program(*STATUS, "--lang", "zh")


def test_the_program_says_its_version():
    assert program("--version") == (0, "c2c " + program("--version", "status").out[4:], "")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(STATUS, 0), (("validate",), 0), (("stauts",), 2), ((), 2), (("report", "--year", "2019"), 0)],
)
def test_exit_codes(arguments: tuple[str, ...], code: int):
    assert program(*arguments).code == code


def test_findings_end_with_1(tmp_path: Path):
    root = put(tmp_path, {"data/cities/lyon.yaml": "names: [\n"})

    assert program("validate", cwd=root).code == 1


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "utf-16"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "da_DK.ISO-8859-1", "LC_ALL": "da_DK.ISO-8859-1"},
        {"TERM": "dumb"},
        {"NO_COLOR": "1"},
        {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
        {"COLUMNS": "20"},
        {"TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1"},
    ],
)
def test_the_same_bytes_in_every_environment(env: dict[str, str], chinese: Ran):
    ran = program(*STATUS, "--lang", "zh", env=env)

    assert ran == chinese
    assert "无锡" in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    "command", ["status", "list actions", "list sources", "rule", "show wuxi", "validate --format concise"]
)
def test_in_a_pipe_nothing_is_cut_and_no_line_ends_in_spaces(command: str):
    ran = program(*command.split(), env={"COLUMNS": "40"})

    assert ran.code == 0
    assert not [line for line in ran.out.split("\n") if line != line.rstrip()]
    assert "…" not in ran.out


def test_an_error_is_said_in_utf_8_too():
    assert "'Næstved'" in program("show", "Næstved", env={"PYTHONIOENCODING": "ascii"}).err


@pytest.mark.parametrize(
    "command",
    [
        "status",
        "status bycirklen-wuxi",
        "list actions --json",
        "validate",
        "rule --json",  # more than a pipe's worth of buffer
        "show bycirklen-wuxi",
        "--help",
        "list --help",
        "--version",
    ],
)
def test_who_has_read_enough_makes_no_error(command: str):
    ran = shell(f'$C2C {command} | true; echo "${{PIPESTATUS[0]}}"')

    assert (ran.out, ran.err) == ("0\n", "")


def test_who_has_read_enough_still_gets_the_code(tmp_path: Path):
    root = put(tmp_path, {f"data/cities/x{n}.yaml": "names: [\n" for n in range(300)})

    ran = shell('$C2C validate | true; echo "${PIPESTATUS[0]}"', cwd=root)

    assert (ran.out, ran.err) == ("1\n", "")


def test_an_output_that_closes_at_the_very_end(capsys: pytest.CaptureFixture[str]):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as out, redirect_stdout(out):
        code = run(["--root", str(SHEET), "status"])
    gc.enable()

    assert (code, capsys.readouterr().err) == (0, "")


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize(
    "command",
    [
        "status",
        "status --json",
        "list actions",
        "validate",
        "rule",
        "report --year 2019",
        "--help",
        "--version",
    ],
)
def test_a_full_disk_ends_with_74_and_a_sentence(command: str):
    ran = shell(f"$C2C {command} >/dev/full")

    assert ran == (74, "", "error: the output cannot be written: no space left on device\n")


@pytest.mark.parametrize("command", ["status", "list actions --json", "--version"])
def test_an_output_that_is_closed_ends_with_74_and_a_sentence(command: str):
    ran = shell(f"$C2C {command} >&-")

    assert ran == (74, "", "error: the output cannot be written: bad file descriptor\n")


def test_a_report_to_a_file_needs_no_output(tmp_path: Path):
    ran = shell(f"$C2C report --year 2019 -o {tmp_path}/r.md >&-")

    assert ran == (0, "", "")
    assert (tmp_path / "r.md").exists()


@pytest.mark.usefixtures("full_disk")
@pytest.mark.parametrize("nowhere", ["2>&-", "2>/dev/full", "2> >(true)"])
def test_when_nothing_can_be_said_the_code_says_it(nowhere: str):
    assert shell(f"$C2C stauts {nowhere}").code == 2


@pytest.mark.usefixtures("full_disk")
def test_when_nothing_can_be_said_the_result_still_comes(tmp_path: Path):
    root = put(tmp_path, {"c2c.yaml": "languages: [en]\n", "data/cities/lyon.yaml": "names: [\n"})

    for nowhere in ("2>&-", "2>/dev/full"):
        assert shell(f"$C2C list cities --json {nowhere}", cwd=root).code == 0
    assert '"cities"' in shell("$C2C list cities --json 2>/dev/full", cwd=root).out


INTERRUPTED = """
import os, signal, sys, threading, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs in the background ignores it
def press():
    # a library that is being imported may catch everything, and the first one with it: people press again
    time.sleep({wait})
    while True:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(2)
threading.Thread(target=press, daemon=True).start()
sys.argv = ["c2c", "list", "actions"]
from c2c.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("wait", [0.01, 0.1, 0.3, 1.0])
def test_control_c_ends_with_130_and_nothing_said(tmp_path: Path, wait: float):
    """Wherever it hits: while modules are loaded, or while files are read."""
    actions = ", ".join(f"{{id: a{n}, title: A, when: 2019}}" for n in range(300))
    areas = f"[{{id: f, title: F, efforts: [{{id: e, title: E, actions: [{actions}]}}]}}]"
    text = f"title: A\nparties: [x, y]\nkind: mou\nfocus_areas: {areas}\n"
    root = put(tmp_path, {f"data/partnerships/p{n}.yaml": text for n in range(300)})

    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(wait=wait)],
        cwd=root,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_control_c_while_starting_ends_with_130(monkeypatch: pytest.MonkeyPatch):
    from c2c import cli

    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("c2c.cli.app.run", interrupted)
    monkeypatch.setattr(sys, "argv", ["c2c", "status"])

    assert cli.main() == 130


def test_main_says_the_version_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    from c2c import cli

    monkeypatch.setattr(sys, "argv", ["c2c", "--version"])

    assert cli.main() == 0
    assert re.fullmatch(r"c2c \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_main_runs_the_command(monkeypatch: pytest.MonkeyPatch):
    from c2c import cli

    monkeypatch.setattr(sys, "argv", ["c2c", "stauts"])
    monkeypatch.setattr("c2c.cli.app.run", lambda: 7)

    assert cli.main() == 7


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("sta", ["status"]),
        ("list ", ["partnerships", "cities", "actions", "agreements", "ideas", "sources"]),
        ("status ", ["bycirklen-wuxi"]),
        ("status x", []),
        ("report by", ["bycirklen-wuxi"]),
        ("show wu", ["wuxi"]),
        ("list partnerships --city e", ["egedal"]),
        ("list actions --partnership b", ["bycirklen-wuxi"]),
        ("--root / status ", []),
        ("status --root /nowhere ", []),
    ],
)
def test_the_shell_completes_commands_and_ids(typed: str, completed: list[str]):
    words = f"c2c {typed}"
    env = {
        "_C2C_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }

    ran = program(env=env)

    assert sorted(ran.out.split()) == sorted(completed)
    assert ran.err == ""


def test_the_shell_completes_ids_of_the_root_that_is_named(tmp_path: Path):
    root = put(tmp_path, {"data/partnerships/lyon-graz.yaml": "title: x"})
    env = {"_C2C_COMPLETE": "complete_bash", "COMP_WORDS": f"c2c --root {root} status ", "COMP_CWORD": "4"}

    assert program(env=env).out.split() == ["lyon-graz"]
