"""From a workspace to the text of a report: the one place that joins loading, views and templates."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from c2c.guidebook.book import Guidebook
from c2c.language import Language
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.report import bounded
from c2c.report.templates import templates_of
from c2c.report.view import Question, Surroundings, report_view
from c2c.saying import Speaker
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Kind, Workspace

R = TypeVar("R", bound=Record)


class Report(NamedTuple):
    """The text of a report, and the files that had to be left out because they cannot be read."""

    text: str
    left_out: tuple[str, ...]


def report(
    workspace: Workspace,
    question: Question,
    layout: str,
    form: str,
    language: str,
    partnerships: Iterable[str] | None = None,
) -> Report:
    """The report on some partnerships, or on all. Raises TemplateError for a workspace's template that fails."""
    left_out: dict[str, None] = {}
    around = Surroundings(
        workspace.config.title,
        _Records(workspace, CITY, City, left_out),
        _Records(workspace, SOURCE, Document, left_out),
        Guidebook(workspace),
    )
    speaker = Speaker(Language(language), workspace.config.languages)
    chosen = _Records(workspace, PARTNERSHIP, Partnership, left_out, partnerships).items()
    is_platform = partnerships is None and layout == "story"
    view = report_view(question, chosen, around, speaker, is_platform)
    text = bounded.render(f"{layout}.{form}.j2", templates_of(workspace.root), view, speaker.language)
    return Report(text, tuple(left_out))


class _Records(Mapping[str, R]):
    """The records of one kind by id, each read when it is asked for; what cannot be read is left out, and named."""

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        model: type[R],
        left_out: dict[str, None],
        ids: Iterable[str] | None = None,
    ) -> None:
        self._workspace, self._model, self._left_out = workspace, model, left_out
        entries = {entry.id: entry for entry in workspace.entries if entry.kind == kind}
        wanted = entries if ids is None else dict.fromkeys(ids)
        self._entries = {id: entries[id] for id in wanted if id in entries}
        self._read: dict[str, R | None] = {}

    def __getitem__(self, id: str) -> R:
        if id not in self._read:
            file = self._workspace.read(self._entries[id])
            self._read[id] = file.record if isinstance(file.record, self._model) else None
            if self._read[id] is None:
                self._left_out[file.entry.name] = None
        found = self._read[id]
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._entries if self.get(id) is not None)

    def __len__(self) -> int:
        return len(self._entries)
