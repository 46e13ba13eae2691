"""The shape of the code: who may import whom, and what every module has. Read from the text, nothing is imported."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "c2c"
LEVELS = (
    {"vocab", "resources", "dates", "spelling", "sharing", "kept"},
    {"errors", "diagnostics", "language"},
    {"source", "git"},
    {"model"},
    {"saying", "workspace", "edit", "writing"},
    {"standing", "guidebook", "revision", "starter", "origins"},
    {"narrative", "history", "nursery"},
    {"people", "learning"},
    {"matching", "kpi"},
    {"rules", "agenda"},
    {"search"},
    {"report", "export"},
    {"cli"},
    {"__main__"},
)
"""The parts of c2c from the ground up. A module imports from its own part and from lower levels."""

LINES = 400
ANY_IS_ALLOWED = {
    "rules/__init__.py",  # the table of all rules holds functions of several signatures
    "cli/pages.py",  # its table holds functions for items of several kinds
    "report/drawing.py",  # what templates pass has no type
    "sharing.py",  # what comes out of a pickle has no type
    "model/guidebook.py",  # a chapter's model is made when it is asked for, and pydantic wants a type there
}


class Import(NamedTuple):
    """An import of something of c2c: where it stands, and the module or name that it asks for."""

    line: int
    name: str


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    """The part of c2c that a module belongs to: its top-level folder or file."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def level_of(part: str) -> int:
    return next(number for number, parts in enumerate(LEVELS) if part in parts)


def imports(path: Path) -> Iterator[Import]:
    """All imports of c2c in a module, also those inside functions and under TYPE_CHECKING."""
    package = ("c2c", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (start, node.module)))
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "c2c" else [module]
        else:
            continue
        yield from (Import(node.lineno, name) for name in names)


def test_every_part_has_a_level():
    levelled = [part for parts in LEVELS for part in parts]

    assert sorted({part_of(path) for path in modules()} - {"__init__"} - set(levelled)) == []
    assert len(levelled) == len(set(levelled))


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_imports_from_lower_levels_only(path: Path):
    part = part_of(path)
    if part == "__init__":
        assert list(imports(path)) == []
        return
    wrong = []
    for line, name in imports(path):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        if top != "c2c" or other in (part, "", "__version__"):
            continue
        if level_of(other) >= level_of(part):
            wrong.append(f"{named(path)}:{line}: {part} imports {other}, which is no lower level")

    assert wrong == []


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_is_one_idea_that_its_first_sentence_names(path: Path):
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text)), f"{named(path)} does not say what it is for"
    assert len(text.splitlines()) <= LINES, f"{named(path)} holds more than one idea"


def test_nothing_but_main_imports_the_command_line():
    importers = {
        part_of(path)
        for path in modules()
        for _, name in imports(path)
        if name == "c2c.cli" or name.startswith("c2c.cli.")
    }

    assert importers - {"cli"} <= {"__main__"}


def test_any_stands_only_where_a_reason_is_given():
    using: set[str] = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "typing":
                using.update(named(path) for alias in node.names if alias.name == "Any")
            elif isinstance(node, ast.Attribute) and node.attr == "Any":
                using.add(named(path))

    assert using == ANY_IS_ALLOWED


@pytest.mark.parametrize("module", ["click", "dateutil.parser", "ruamel"])
def test_a_module_that_must_not_be_used_is_not(module: str):
    using = [
        f"{named(path)}:{line}"
        for path in modules()
        for line, name in imports(path)
        if name == module or name.startswith(f"{module}.")
    ]

    assert using == []
