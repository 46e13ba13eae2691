"""What a writer leaves behind that is killed: cleaned away by the next one, unless it is something that nobody has seen.

Cleaning never changes a data file. It takes away c2c's own unfinished and unused files, and what c2c had read and replaced.
Somebody's save that was exchanged out, and that c2c could not put back any more, gets a name that is seen: `lyon.yaml.kept`.
"""

import os
from itertools import count

from c2c.writing.exchange import move
from c2c.writing.held import Held, Writers, held
from c2c.writing.temporary import FINISHED, UNFINISHED, Left, digest, discard, left_by


def clean(folder: int) -> list[str]:
    """Clean a folder whose lock is held; returns the names of what was kept.

    What cannot be cleaned now stays for a later run: it is in nobody's way.
    """
    kept = []
    for name in sorted(os.listdir(folder)):
        if name.startswith(".") and name.endswith(UNFINISHED):
            discard(folder, name)
        elif name.endswith(FINISHED) and (left := left_by(name)):
            try:
                kept += _settle(folder, name, left)
            except OSError:
                continue
    return kept


def keep(folder: int, temporary: str, name: str) -> str:
    """Give what nobody has seen a name beside its file; returns the name."""
    for number in count(1):
        kept = f"{name}.kept" if number == 1 else f"{name}.kept-{number}"
        try:
            move(folder, temporary, kept)
        except FileExistsError:
            continue
        os.fsync(folder)
        return kept
    raise AssertionError


def _settle(folder: int, temporary: str, left: Left) -> list[str]:
    with held(folder, temporary) as file:
        if file is not None and (file.is_named(folder, left.name) or _has_been_seen(file, left)):
            discard(folder, temporary)
            return []
        return [keep(folder, temporary, left.name)]


def _has_been_seen(file: Held, left: Left) -> bool:
    """Whether it is what was read or what was written, and nobody is writing into it."""
    return file.writers is not Writers.SOME and digest(file.content()) in left.seen
