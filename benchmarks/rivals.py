"""Other tools that check the same files, with a schema that says as nearly as possible what c2c's model says."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from measure import Command

AJV = "ajv-cli@5.0.0"


class Rival(NamedTuple):
    """A tool: how to run it (None, if it cannot be had), how often, and what c2c may take of its time at most."""

    name: str
    command: Command | None
    target: float | None
    pairs: int
    note: str = ""


def rivals(folder: Path, temporary: Path, bin: Path) -> Iterator[Rival]:
    """The tools, each ready to run in a workspace."""
    import schema

    strict, lenient = temporary / "partnership.json", temporary / "partnership-ajv.json"
    strict.write_text(schema.partnership(), encoding="utf-8")
    lenient.write_text(schema.partnership(days_are_objects=True), encoding="utf-8")
    files = [str(path.relative_to(folder)) for path in sorted((folder / "data" / "partnerships").iterdir())]
    words = _tool(bin, "check-jsonschema")
    command = Command((*words, "--schemafile", str(strict), *files), folder) if words else None
    yield Rival("check-jsonschema", command, 1 / 12, 3, "" if words else _how_to_have_it)
    words = _tool(bin, "yamllint")
    command = Command((*words, "data/partnerships"), folder, (0, 1)) if words else None
    yield Rival("yamllint", command, 1 / 12, 3, "its default rules" if words else _how_to_have_it)
    words, note = _ajv(temporary)
    pattern = "data/partnerships/*.yaml"
    command = (
        Command((*words, "--spec=draft2020", "--strict=false", "-s", str(lenient), "-d", pattern), folder)
        if words
        else None
    )
    yield Rival("ajv-cli (JavaScript)", command, None, 7, note)


_how_to_have_it = "install the extra `bench`"


def _tool(bin: Path, name: str) -> tuple[str, ...]:
    return (str(bin / name),) if (bin / name).exists() else ()


def _ajv(temporary: Path) -> tuple[tuple[str, ...], str]:
    """ajv-cli, from npm, in a folder of its own; no words and a reason if that does not work."""
    npm = shutil.which("npm")
    if npm is None:
        return (), "there is no npm here"
    folder = temporary / "npm"
    script = folder / "node_modules" / ".bin" / "ajv"
    if not script.exists():
        folder.mkdir(exist_ok=True)
        install = [npm, "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", str(folder), AJV]
        if subprocess.run(install, capture_output=True, check=False).returncode:
            return (), "npm could not install it"
    return (str(script), "validate"), ""
