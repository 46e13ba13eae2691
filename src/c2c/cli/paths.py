"""Which files of a workspace are meant by paths: as seen from the folder that one stands in, or from the root."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.workspace import Workspace


def names_of(space: "Workspace", paths: list[Path]) -> set[str] | None:
    """The workspace's names of files and of all that is in folders; None for its root, which is all.

    Raises BadOption for what is not in it.
    """
    from c2c.spelling import nearest
    from c2c.workspace import CONFIG

    known = [*(entry.name for entry in space.entries), *(stray.name for stray in space.strays), CONFIG]
    names: set[str] = set()
    for path in paths:
        inside = _inside(space, path, known)
        if inside == known:
            return None
        if not inside:
            ids = {entry.id: entry.name for entry in space.entries}
            folders = {str(Path(name).parent) for name in known}
            close = ids.get(str(path)) or nearest(str(path), [*known, *sorted(folders)])
            help = f"did you mean {close}?" if close else "name files or folders under data/, or c2c.yaml"
            raise BadOption(f"{path} is no data file of {space.root}", help)
        names.update(inside)
    return names


def _inside(space: "Workspace", path: Path, known: list[str]) -> list[str]:
    """The names of what a path means: as seen from the folder that one stands in, else from the root."""
    root = space.root.resolve()
    for there in (Path.cwd() / path, root / path):
        place = there.parent.resolve() / there.name if there.name not in ("", "..") else there.resolve()
        if os.path.lexists(place) and place.is_relative_to(root):
            name = place.relative_to(root).as_posix()
            inside = [each for each in known if name in (".", each) or each.startswith(f"{name}/")]
            if inside:
                return inside
    return []
