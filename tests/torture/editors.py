"""A program that saves the file while c2c changes it: none of its lines is lost, nor any record that c2c said was written."""

import json
import subprocess
import sys
from pathlib import Path

from torture.figures import Figures
from torture.stage import SECONDS, Stage, settings, worker

EDITOR = Path(__file__).with_name("editor.py")
AGAIN = 75


def editing(stage: Stage, kind: str, saves: int) -> Figures:
    """Change the file with c2c as often as it can, while an editor of a kind saves it so often."""
    stage.reset()
    command = [sys.executable, str(EDITOR), kind, str(stage.file), str(saves)]
    editor = subprocess.Popen(command, env=settings(), stdout=subprocess.PIPE, text=True)
    figures, written = Figures(), []
    with worker(stage, "--each") as runs:
        while editor.poll() is None:
            note = f"edit {figures.tried} of c2c"
            runs.order(stage.arguments("set", "demo/a7", "done", "--on", "2020", "--note", note))
            code, told = runs.answer()
            figures += Figures(tried=1, untold=code not in (0, AGAIN, 2), tracebacks="Traceback" in str(told))
            if code == 0:
                written.append(f"                note: {note}")
    told, _ = editor.communicate(timeout=SECONDS)
    saved, overwritten = json.loads(told)
    there = stage.file.read_text().splitlines()
    for name in stage.names():
        if ".kept" in name:
            there += (stage.folder / name).read_text().splitlines()
    wanted = {*saved, *written} - set(overwritten)
    left = sum(".kept" not in name for name in stage.names())
    return figures + Figures(tried=len(saved), lost=len(wanted - set(there)), left=left)
