"""Where templates come from: the built-in ones, and a workspace's own, which take their place by name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from c2c.errors import TemplateError
from c2c.resources import templates as builtin_folder
from c2c.source import Problem, read_bytes

LAYOUTS: Final = {"story": "chapter", "matrix": "sheet"}
"""A report's template is called LAYOUT.FORMAT.j2; and what it says of one partnership, PART.FORMAT.j2, a macro PART."""
FORMATS: Final = ("md", "html")

SUFFIXES: Final = (".j2", ".css")


class Templates(NamedTuple):
    """Templates by name. `own` are the names that come from the workspace: these are not trusted."""

    texts: Mapping[str, str]
    own: tuple[str, ...] = ()


def templates_of(root: Path) -> Templates:
    """The templates for the reports of a workspace. Raises TemplateError for one that cannot be read."""
    builtin = builtin_folder()
    texts = {path.name: path.read_text(encoding="utf-8") for path in _files(builtin)}
    folder = root / "templates"
    if not folder.is_dir() or folder.resolve() == builtin.resolve():
        return Templates(texts)
    if folder.is_symlink():
        raise TemplateError(
            "templates/ is a symbolic link, which is not followed", "put the folder itself there"
        )
    own = {path.name: _read(path) for path in _files(folder)}
    return Templates(texts | own, tuple(sorted(own)))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def _read(path: Path) -> str:
    content = read_bytes(path)
    if isinstance(content, Problem):
        why = content.facts.get("what") or content.facts.get("why") or "too large"
        raise TemplateError(f"templates/{path.name} cannot be read: {why}", "put a regular file there")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise TemplateError(f"templates/{path.name} is not UTF-8 text", "save it again as UTF-8") from None
