"""How many milliseconds longer it takes to open and read a workspace at HEAD than as it is on disk: median, lowest, highest.

at_revision.py FOLDER [--changed] TIMES    with --changed, as if no file were still as it was, so that git unpacks all
"""

import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from statistics import median
from unittest.mock import patch

from c2c.git import Blob
from c2c.revision import workspace_at
from c2c.workspace import Workspace


def milliseconds(opened: Callable[[], Workspace]) -> float:
    """How long it takes to open it and to have the bytes of every file."""
    start = time.perf_counter()
    space = opened()
    for entry in space.entries:
        if not isinstance(space.tree.read(entry.name), bytes):
            raise SystemExit(f"{entry.name} cannot be read")
    return 1000 * (time.perf_counter() - start)


def main(arguments: list[str]) -> None:
    """Measure in turn, after a first time that only warms the disk's cache."""
    root = Path(arguments[0])
    with patch.object(Blob, "holds", _never) if "--changed" in arguments else nullcontext():
        more = [
            milliseconds(lambda: workspace_at(root, "HEAD")) - milliseconds(lambda: Workspace.open(root))
            for _ in range(int(arguments[-1]) + 1)
        ][1:]
    print(median(more), min(more), max(more))


def _never(blob: Blob, content: bytes) -> bool:
    """As if a file had changed since: its hash is computed all the same, and found to be another."""
    return bool(_HOLDS(blob, content)) and False


_HOLDS = Blob.holds

if __name__ == "__main__":
    main(sys.argv[1:])
