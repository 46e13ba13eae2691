"""c2c set: one more status record, every other byte as it was, whatever else happens at the same time."""

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from c2c.cli import editing
from c2c.source import Problem, read_bytes
from c2c.writing import lock, temporary
from running import c2c, environment, put

ACTIONS = """
- id: lunch
  title: Lunch
  status:
    - on: 2019-12  # the sheet
      is: open
- {id: dinner, title: Dinner}
- id: walk
  title: A walk
  # after lunch
- id: talk
  title: Talk
  status: [{on: 2018, is: open}]
""".strip()
LEGEND = 'legend: {"√": done, "(√)": partly_done}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = demo(LEGEND, ACTIONS)
    folder: Path = put(tmp_path, {name: str(text) for name, text in BASE.items()} | {DEMO: text})
    return folder


def run(root: Path, *arguments: str):
    return c2c("--root", root, "set", *arguments)


def added(root: Path, *arguments: str) -> list[str]:
    """The lines that are new in the file."""
    before = (root / DEMO).read_text().split("\n")
    ran = run(root, *arguments)
    assert ran.code == 0, ran.err
    after: list[str] = (root / DEMO).read_text().split("\n")
    for line in before:
        if line in after:
            after.remove(line)
    return after


@pytest.mark.parametrize(
    ("action", "lines"),
    [
        ("lunch", ["                - on: 2020-02", "                  is: done"]),
        ("dinner", ["          - {id: dinner, title: Dinner, status: [{on: 2020-02, is: done}]}"]),
        ("walk", ["status:", "- on: 2020-02", "is: done"]),
        ("talk", ["            status: [{on: 2018, is: open}, {on: 2020-02, is: done}]"]),
    ],
)
def test_a_record_has_the_form_of_its_neighbours(root: Path, action: str, lines: list[str]):
    new = added(root, f"demo/{action}", "done", "--on", "2020-02")

    assert [line.strip() for line in new][: len(lines)] == [line.strip() for line in lines]
    told = json.loads(c2c("--root", root, "list", "actions", "--json").out)["actions"]
    assert {each["id"]: (each["status"], each["on"]) for each in told}[action] == ("done", "2020-02")


def test_words_markers_dates_reasons_and_evidence_are_understood(root: Path):
    new = added(
        root,
        *("demo/lunch", "(√)", "--on", "medio 2020", "--reason", "postponed", "--note", "Only: half #1"),
        *(
            "--postponed-to",
            "efterår 2021",
            "--evidence",
            "https://example.org/a",
            "--evidence",
            "case-study",
        ),
    )

    assert [line.strip() for line in new] == [
        "- on: 2020-38",
        "is: partly_done",
        "reason: postponed",
        'note: "Only: half #1"',
        "postponed_to: 2021-23",
        "evidence: [{url: https://example.org/a}, {source: case-study}]",
    ]
    assert [line.strip() for line in added(root, "demo/walk", "(%)", "--on", "2020")] == [
        "status:",
        "- on: 2020",
        "is: unclear",
        "marker: (%)",
    ]
    assert "is: partly_done" in "\n".join(added(root, "demo/talk", "Partly done", "--on", "2020"))


def test_what_is_new_to_say_about_it_is_said(root: Path):
    ran = run(root, "demo/lunch", "not_done", "--on", "2020")

    assert ran.code == 0
    assert "warning C501 not done, and nothing says why" in ran.err
    assert (
        run(root, "demo/lunch", "not_done", "--on", "2021", "--reason", "no_resources").err.count("C501") == 0
    )


def test_a_dry_run_changes_nothing(root: Path):
    before = (root / DEMO).read_bytes()

    ran = run(root, "demo/lunch", "done", "--on", "2020", "--dry-run")

    assert ran.code == 0
    changed = [line for line in ran.out.splitlines() if re.match(r"[+-](?![+-]{2})", line)]
    assert [re.sub(" +", " ", line) for line in changed] == ["+ - on: 2020", "+ is: done"]
    assert (root / DEMO).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["demo"], "error: the action or the idea is missing\n"),
        (["demo/lunch"], "error: STATUS is missing\n"),
        (["demo/lunch", "done"], "error: --on is missing\n"),
        (
            ["demo/lunsh", "done", "--on", "2020"],
            "error: there is no action 'lunsh' in demo\n   help: did you mean 'lunch'?",
        ),
        (["dmo/lunch", "done", "--on", "2020"], "error: there is no partnership 'dmo'\n"),
        (["demo/lunch", "dun", "--on", "2020"], "error: there is no status 'dun'\n"),
        (["demo/lunch", "done", "--on", "soon"], "error: --on: "),
        (["demo/lunch", "done", "--on", "2020", "--reason", "bored"], "error: there is no reason 'bored'\n"),
        (
            ["demo/lunch", "done", "--on", "2020", "--evidence", "javascript:x"],
            "error: --evidence: 'javascript:x' is no",
        ),
        (
            ["demo/lunch", "done", "--on", "2020", "--evidence", "nothing"],
            "error: there is no source 'nothing'\n",
        ),
    ],
)
def test_what_is_asked_wrongly_changes_nothing(root: Path, arguments: list[str], error: str):
    before = (root / DEMO).read_bytes()

    ran = run(root, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(error)
    assert (root / DEMO).read_bytes() == before


def begin(root: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "c2c", "--root", str(root), "set", *arguments]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def records(root: Path) -> int:
    return len(re.findall("is: done", (root / DEMO).read_text()))


def test_writers_at_the_same_time_lose_nothing(root: Path):
    wanted = [("lunch", "walk", "dinner", "talk")[n % 4] for n in range(16)]

    running = [
        begin(root, f"demo/{action}", "done", "--on", f"2020-01-{n + 1:02}")
        for n, action in enumerate(wanted)
    ]

    assert [process.wait(60) for process in running] == [0] * len(wanted)
    assert records(root) == len(wanted)
    assert c2c("--root", root, "validate").code == 0
    assert [each.name for each in (root / DEMO).parent.iterdir()] == ["demo.yaml"]


def test_a_lock_dies_with_its_process_and_what_it_left_is_cleaned_away(root: Path):
    folder = (root / DEMO).parent
    hold = (
        "import time; from pathlib import Path; from c2c.writing import Lock; "
        f"held = Lock(Path({str(folder)!r})); print(flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", hold], stdout=subprocess.PIPE, env=environment())
    assert holder.stdout
    holder.stdout.readline()
    (folder / f".demo.yaml.1{temporary.UNFINISHED}").write_text("half")
    writer = begin(root, "demo/lunch", "done", "--on", "2020")
    time.sleep(2)

    assert writer.poll() is None  # it waits: alone it is done in half a second
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    assert writer.wait(30) == 0
    assert records(root) == 1
    assert [each.name for each in folder.iterdir()] == ["demo.yaml"]


def test_what_is_saved_while_it_is_read_is_left_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch):
    path = root / DEMO
    theirs = path.read_text() + "note: Ours\n"

    def read_and_save(name: str | Path) -> bytes | Problem:
        content = read_bytes(name)
        path.write_text(theirs)
        return content

    monkeypatch.setattr(editing, "read_bytes", read_and_save)
    ran = run(root, "demo/lunch", "done", "--on", "2020")

    assert ran == (
        75,
        "",
        f"error: {path} was changed meanwhile and is left as it is\n   help: try again\n",
    )
    assert path.read_text() == theirs


def test_who_waits_too_long_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lock.Lock.__init__, "__defaults__", (0.05,))
    descriptor = os.open((root / DEMO).parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        ran = run(root, "demo/lunch", "done", "--on", "2020")
    finally:
        os.close(descriptor)

    assert (ran.code, ran.out) == (75, "")
    assert "somebody else is changing files in" in ran.err
    assert records(root) == 0


@pytest.mark.parametrize("written", ["gennemført", "GENNEMFØRT", "已完成", "done"])
def test_a_status_is_understood_in_every_language_of_c2c(root: Path, written: str):
    assert c2c("--root", root, "set", "demo/lunch", written, "--on", "2019").code == 0
    assert "is: done\n" in (root / DEMO).read_text()


@pytest.mark.parametrize("written", ["færdig", "fertig", "fini", "完"])
def test_a_word_that_is_no_status_is_refused_and_nothing_is_written(root: Path, written: str):
    before = (root / DEMO).read_text()
    ran = c2c("--root", root, "set", "demo/lunch", written, "--on", "2019")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: there is no status '{written}'\n")
    assert (root / DEMO).read_text() == before


def test_how_things_will_stand_is_not_reported(root: Path):
    ran = c2c("--root", root, "set", "demo/lunch", "done", "--on", "2999-02")

    assert (ran.code, ran.out) == (2, "")
    assert "--on: 2999-02 is still to come" in ran.err
