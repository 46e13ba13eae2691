"""schemas/: what `c2c schema KIND` prints where there is no workspace; and the settings that tell VS Code of it."""

from collections.abc import Iterator

from c2c.export.document import dumps
from c2c.export.schema import KINDS, schema, settings

FOLDER = "schemas"


def files() -> Iterator[tuple[str, str]]:
    """Each file with its text."""
    for kind in KINDS:
        yield f"{FOLDER}/{kind}.schema.json", f"{dumps(schema(kind), indent=2)}\n"
    yield ".vscode/settings.json", f"{dumps(settings(FOLDER), indent=2)}\n"
