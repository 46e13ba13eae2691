"""What is missing is asked for on a terminal, and nowhere else."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from running import c2c, environment, put

ACTIONS = "- id: lunch\n  title: Lunch"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts = {name: str(text) for name, text in BASE.items()}
    folder: Path = put(tmp_path, texts | {DEMO: demo("ideas: [{id: music, title: Music}]", ACTIONS)})
    return folder


AT_TERMINAL = """
import fcntl, signal, sys, termios
from c2c.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs in the background ignores it
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # what is typed can interrupt it
sys.exit(main())
"""


class Typist:
    """Somebody at a terminal: a program on a real pseudo-terminal, what it shows, and what is typed."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.terminal, theirs = pty.openpty()
        command = [sys.executable, "-c", AT_TERMINAL, "--root", str(root), *arguments]
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), start_new_session=True
        )
        os.close(theirs)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        """Read until a text is shown."""
        until = time.monotonic() + 30
        while text not in self.shown:
            assert time.monotonic() < until, self.shown
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    self.shown += os.read(self.terminal, 4096).decode()
                except OSError:  # the other end is closed
                    assert text in self.shown, self.shown

    def answer(self, question: str, text: str) -> None:
        """Wait for a question and type a line."""
        self.wait_for(question)
        self.shown = self.shown.partition(question)[2]
        os.write(self.terminal, text.encode())

    def end(self) -> int:
        """The exit code."""
        while True:
            try:
                read = os.read(self.terminal, 4096)
            except OSError:
                break
            if not read:
                break
            self.shown += read.decode()
        os.close(self.terminal)
        return self.process.wait(30)


def test_what_is_missing_is_asked_for_on_a_terminal_until_it_is_right(root: Path):
    typist = Typist(root, "new", "action", "demo", "--when", "2020")

    typist.answer("effort: ", "visit\n")
    typist.wait_for("did you mean 'visits'?")
    typist.answer("effort: ", "visits\n")
    typist.answer("title (a text): ", "Lunch\n")
    typist.answer("id: ", "lunch\n")
    typist.wait_for("is taken")
    typist.answer("id: ", "Second Lunch\n")
    typist.wait_for("error: --id: 'Second Lunch' is not an id\r\n   help: did you mean 'second-lunch'?")
    typist.answer("id: ", "第二\n")
    typist.wait_for("error: --id: '第二' is not an id\r\n   help: small letters, digits and single hyphens")
    typist.answer("id: ", "second-lunch\n")

    assert typist.end() == 0, typist.shown
    assert "action second-lunch" in typist.shown
    assert (
        "- id: second-lunch\n            title: {en: Lunch}\n            when: 2020\n"
        in (root / DEMO).read_text()
    )


def test_choices_are_shown_and_several_are_given_with_commas(root: Path):
    typist = Typist(root, "new", "partnership", "--title", "en=Two")

    typist.answer("party (one or several, with commas between): ", "lyon, grz\n")
    typist.wait_for("did you mean 'graz'?")
    typist.answer("party (one or several, with commas between): ", "lyon, graz\n")

    assert typist.end() == 0
    assert (
        root / "data/partnerships/lyon-graz.yaml"
    ).read_text() == "title: {en: Two}\nparties: [lyon, graz]\n"


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    "arguments",
    [["new", "city", "--name", "Bonn"], ["set", "demo/lunch", "--on", "2020"]],
    ids=["new", "set"],
)
def test_who_breaks_off_has_written_nothing(root: Path, key: str, arguments: list[str]):
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    typist = Typist(root, *arguments)

    typist.answer("kind: " if arguments[0] == "new" else "status: ", "\n")
    typist.answer("kind: " if arguments[0] == "new" else "status: ", "")
    time.sleep(0.2)
    os.write(typist.terminal, key.encode())

    assert typist.end() == 130
    assert "Traceback" not in typist.shown
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_what_somebody_else_took_while_one_was_asked_is_taken(root: Path):
    typist = Typist(root, "new", "idea", "demo", "--id", "dance")
    typist.wait_for("title (a text): ")

    assert c2c("--root", root, "new", "idea", "demo", "--title", "Dance").code == 0
    typist.answer("title (a text): ", "Ballet\n")

    assert typist.end() == 2
    assert "'dance' is taken by another idea" in typist.shown
    assert "Ballet" not in (root / DEMO).read_text()


def test_set_asks_for_what_is_missing_and_keeps_nobody_from_writing_meanwhile(root: Path):
    typist = Typist(root, "set", "demo/lunch")
    typist.answer("status: ", "dnoe\n")
    typist.wait_for("did you mean 'done'?")

    assert c2c("--root", root, "set", "demo/lunch", "open", "--on", "2019").code == 0
    typist.answer("status: ", "done\n")
    typist.answer("on (as of when): ", "spring 2020\n")

    assert typist.end() == 0, typist.shown
    assert (
        "- on: 2019\n                is: open\n              - on: 2020-21\n                is: done\n"
        in (root / DEMO).read_text()
    )


def test_off_a_terminal_nothing_is_asked(root: Path):
    command = [sys.executable, "-m", "c2c", "--root", str(root), "new", "city"]

    done = subprocess.run(command, stdin=subprocess.PIPE, capture_output=True, timeout=30, check=False)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error: --name is missing\n")
