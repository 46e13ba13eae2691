"""The outputs that README.md and the handwritten pages quote: what a command really prints, between two comments.

<!-- output: c2c status bycirklen-wuxi --as-of 2019-12-31 lines=30 -->
<!-- /output -->
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(
    r"(?P<open><!-- output: (?P<command>c2c .*?)(?: lines=(?P<lines>[0-9]+))? -->\n).*?(?P<close><!-- /output -->)",
    re.DOTALL,
)


def refreshed(text: str, root: Path) -> str:
    """The text with every block's output as the command gives it now, run in the workspace at `root`."""
    return BLOCK.sub(lambda block: f"{block['open']}{_quoted(block, root)}{block['close']}", text)


def _quoted(block: re.Match[str], root: Path) -> str:
    output = output_of(block["command"], root)
    lines = output.splitlines()
    limit = int(block["lines"] or len(lines))
    if len(lines) > limit:
        more = len(lines) - limit
        lines = [*lines[:limit], f"… ({more} more {'line' if more == 1 else 'lines'})"]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", output)), default=0))
    return "\n".join([f"{fence}console", f"$ {block['command']}", *lines, fence, ""])


def output_of(command: str, root: Path) -> str:
    """What a command prints into a pipe. Findings (exit code 1) are a result; anything worse stops the making of the docs."""
    arguments = [sys.executable, "-m", "c2c", *shlex.split(command)[1:]]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("C2C_", "LC_"))}
    settings = {**kept, "LANG": "C.UTF-8", "COLUMNS": "80"}
    done = subprocess.run(
        arguments, cwd=root, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        sys.exit(f"`{command}` ended with {done.returncode}:\n{done.stderr}")
    return done.stdout
