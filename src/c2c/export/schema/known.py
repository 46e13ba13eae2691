"""The ids that a schema suggests, each with what it stands for: the guidebook's, and those of a workspace."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from c2c.guidebook.book import Guidebook
from c2c.language import known
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.narrative.evidence import PROOFS
from c2c.rules import RULES
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Workspace
from c2c.workspace import Kind as FileKind

NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("parties", "city", "party", "proposed_by", "side", "by"), "city"),
        "source": "source",
        **dict.fromkeys(("areas", "broader"), "areas"),
        "programmes": "programmes",
        "loop": "loops",
        **dict.fromkeys(("step", "steps"), "steps"),
        "outcome": "outcomes",
        "group": "groups",
        "criterion": "criteria",
        "challenge": "challenges",
        "factor": "factors",
        "scopes": "scopes",
        "shown_by": "proof",
        "rule": "rule",
        "languages": "language",
    }
)
"""What the ids at a key are ids of: of a kind of file, of a chapter of the guidebook, or of something of c2c itself."""

_FILES: Final[Mapping[str, FileKind]] = MappingProxyType(
    {"city": CITY, "partnership": PARTNERSHIP, "source": SOURCE}
)


class Known:
    """What is known where a schema is asked for: c2c's own, and that of the workspace if there is one."""

    def __init__(self, workspace: Workspace | None, chapter: str) -> None:
        self._workspace = workspace
        self._book = Guidebook(workspace)
        self._chapter = chapter
        self._ids: dict[str, dict[str, str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that texts are written in."""
        return self._workspace.config.languages if self._workspace else known()

    def named(self, key: str) -> str:
        """What the ids at a key are ids of; empty, if of nothing that is known."""
        return self._chapter if key == "id" else NAMED.get(key, "")

    def ids(self, what: str) -> dict[str, str]:
        """Each id with what it stands for; looked up once."""
        if what not in self._ids:
            self._ids[what] = self._found(what)
        return self._ids[what]

    def _found(self, what: str) -> dict[str, str]:
        if what in _FILES:
            return dict(self._of_files(_FILES[what]))
        if what == "rule":
            return {each.code: f"{each.name}: {each.manual.split(chr(10))[0]}" for each in RULES}
        if what == "proof":
            return {name: (find.__doc__ or "").split("\n")[0] for name, find in PROOFS.items()}
        if what == "language":
            return {code: language_name(code) for code in self.languages}
        return dict(self._of_chapter(what))

    def _of_files(self, kind: FileKind) -> Iterator[tuple[str, str]]:
        for file in self._workspace.files(kind) if self._workspace else ():
            record = file.rest
            if isinstance(record, City):
                country = f" ({record.country})" if record.country else ""
                yield file.entry.id, self._said(record.names) + country
            elif isinstance(record, Partnership | Document):
                yield file.entry.id, self._said(record.title)

    def _of_chapter(self, name: str) -> Iterator[tuple[str, str]]:
        for entry in self._book.chapter(name):
            yield entry.id, self._said(entry.title) if entry.title else entry.id

    def _said(self, title: Text) -> str:
        """A title in all of its languages, those of the workspace first."""
        said = {each: title.by_language[each] for each in self.languages if each in title.by_language}
        return " · ".join(dict.fromkeys({**said, **title.by_language}.values()))


@cache
def language_name(code: str) -> str:
    """A language's English name; its tag, if CLDR has none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
