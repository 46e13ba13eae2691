"""The kinds of files that there are schemas for, in one table, and the schema of each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from c2c.export.schema.known import Known
from c2c.export.schema.markers import strict_unless_letters
from c2c.export.schema.records import Definitions
from c2c.export.schema.shapes import Json, described
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.config import Config
from c2c.model.document import Document
from c2c.model.guidebook import chapter_model
from c2c.model.manual import about
from c2c.model.partnership import Partnership
from c2c.saying.labels import CHAPTER_TITLES
from c2c.vocab import CHAPTERS
from c2c.workspace import CONFIG, Workspace

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The newest draft that all editors know: those of JetBrains and older YAML language servers know no later one."""


class Kind(NamedTuple):
    """A kind of file: which files of a workspace are of it, what one is called, and its model."""

    files: str
    title: str
    model: type[Record]
    chapter: str = ""

    @property
    def about(self) -> str:
        """What such a file is for."""
        return "What the workspace adds, or says otherwise." if self.chapter else about(self.model)


def _chapter(name: str) -> Kind:
    title = f"The guidebook: {CHAPTER_TITLES[name]}"
    return Kind(f"data/guidebook/{name}.yaml", title, chapter_model(name), name)


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "city": Kind("data/cities/*.yaml", "A city", City),
        "partnership": Kind("data/partnerships/*.yaml", "A partnership", Partnership),
        "source": Kind("data/sources/*.yaml", "A source", Document),
        "workspace": Kind(CONFIG, "The workspace", Config),
        **{f"guidebook/{name}": _chapter(name) for name in CHAPTERS},
    }
)


def schema(name: str, workspace: Workspace | None = None) -> Json:
    """The schema of a kind of file; with a workspace it suggests the ids that are in it, too.

    It never refuses what c2c accepts: ids are suggested, and `c2c validate` has the last word on them.
    """
    kind = KINDS[name]
    definitions = Definitions(Known(workspace, kind.chapter))
    record = definitions.record(kind.model)
    found: Json = {
        "$schema": DRAFT,
        "$id": f"urn:c2c:schema:{name.replace('/', ':')}",
        **record,
        "title": kind.title,
        **described(kind.about),
    }
    if kind.model is Partnership:
        found |= strict_unless_letters()
    return {**found, "definitions": dict(sorted(definitions.found.items()))}


def settings(folder: str) -> Json:
    """What VS Code is told of schemas that stand in a folder of a workspace: which is for which files.

    Its YAML extension could give a file another form; c2c keeps what people wrote, so that is switched off.
    """
    schemas = {f"./{folder}/{name}.schema.json": kind.files for name, kind in KINDS.items()}
    return {"yaml.schemas": schemas, "yaml.format.enable": False}
