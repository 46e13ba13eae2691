"""Many writers of one file, and readers that never may see it torn or missing."""

import re
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from torture.figures import Figures
from torture.stage import END, SECONDS, Stage, settings, worker

READER = Path(__file__).with_name("reader.py")


def crowd(stage: Stage, writers: int, edits: int, readers: int = 2) -> Figures:
    """So many writers with so many edits each; every record must be there at the end, and every reading whole."""
    stage.reset()
    looking = [_reader(stage) for _ in range(readers)]
    acknowledged: list[str] = []
    figures = Figures()
    with ExitStack() as stack:
        working = [stack.enter_context(worker(stage, "--each")) for _ in range(writers)]
        for number in range(edits):
            for who, each in enumerate(working):
                change = ("set", f"demo/a{who}", "done", "--on", "2020", "--note", _note(number, who))
                each.order(stage.arguments(*change))
        for who, each in enumerate(working):
            for number in range(edits):
                code, told = each.answer()
                figures += Figures(tried=1, untold=code != 0, tracebacks="Traceback" in str(told))
                if code == 0:
                    acknowledged.append(_note(number, who))
    content = stage.file.read_text()
    figures += Figures(
        lost=sum(f"note: {note}\n" not in content for note in acknowledged),
        torn=not content.endswith(f"{END}\n"),
        stuck=stage.run("validate").returncode != 0,
        left=len(stage.names()),
    )
    for each in looking:
        figures += _seen(each)
    return figures


def _note(number: int, writer: int) -> str:
    return f"edit {number} of writer {writer}"


def _reader(stage: Stage) -> "subprocess.Popen[str]":
    command = [sys.executable, str(READER), str(stage.file), END]
    process = subprocess.Popen(
        command, env=settings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    process.stdout.readline()  # it has begun
    return process


def _seen(process: "subprocess.Popen[str]") -> Figures:
    """What a reader saw until now."""
    told, _ = process.communicate("", timeout=SECONDS)
    found = re.fullmatch(r"(\d+) readings, (\d+) torn, (\d+) missing\n", told)
    assert found, told
    readings, torn, missing = map(int, found.groups())
    assert readings
    return Figures(tried=readings, torn=torn + missing)
