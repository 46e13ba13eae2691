"""From a workspace to the text of a report: the one place that joins loading, views and templates."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from c2c.guidebook.book import Guidebook
from c2c.language import Language
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.origins import links_in
from c2c.report import bounded
from c2c.report.ideas import Origins
from c2c.report.people import Periods
from c2c.report.templates import LAYOUTS, templates_of
from c2c.report.view import Page, Question, Surroundings, frame_view, page, report_view, written
from c2c.saying import Speaker
from c2c.sharing import shared
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Kind, Workspace

R = TypeVar("R", bound=Record)


class Report(NamedTuple):
    """The text of a report, and the files that had to be left out because they cannot be read."""

    text: str
    left_out: tuple[str, ...]


WORTH_A_PROCESS: Final = 20
"""From how many partnerships on another process pays for its start."""


def report(
    workspace: Workspace,
    question: Question,
    layout: str,
    form: str,
    language: str,
    partnerships: Iterable[str] | None = None,
    processes: int = 1,
) -> Report:
    """The report on some partnerships, or on all. Raises TemplateError for a workspace's template that fails.

    All of them in the layout story, if they are several, are the report of a platform.
    """
    left_out: dict[str, None] = {}
    links = links_in(workspace)
    left_out |= dict.fromkeys(links.left_out)
    cities = _Records(workspace, CITY, City, left_out)
    around = Surroundings(
        workspace.config.title,
        cities,
        _Records(workspace, SOURCE, Document, left_out),
        Guidebook(workspace),
        Periods(workspace.config.stale_after, workspace.config.confirm_contacts_after),
        Origins(links, _Records(workspace, PARTNERSHIP, Partnership, left_out), cities),
    )
    speaker = Speaker(Language(language), workspace.config.languages)
    records = _Records(workspace, PARTNERSHIP, Partnership, left_out, partnerships)
    alone = len(records) == 1
    is_platform = partnerships is None and layout == "story" and len(records) > 1
    templates = templates_of(workspace.root)
    write = (
        None
        if alone
        else bounded.part(
            LAYOUTS[layout], form, templates, frame_view(question, around, speaker, alone), speaker.language
        )
    )

    def told(id: str) -> tuple[Page | None, tuple[str, ...]]:
        record = records.get(id)
        made = page(question, id, record, around, speaker, is_platform) if record else None
        records.forget(id)
        return written(made, write) if made and write else made, tuple(left_out)

    results = shared(told, records.ids, processes, WORTH_A_PROCESS)
    pages = [each for each, _ in results if each is not None]
    view = report_view(question, pages, around, speaker, alone, is_platform)
    text = bounded.render(f"{layout}.{form}.j2", templates, view, speaker.language)
    return Report(text, tuple(dict.fromkeys(name for _, names in results for name in names)))


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

    @property
    def ids(self) -> list[str]:
        """The ids of all files, in order, whether they can be read or not."""
        return list(self._entries)

    def forget(self, id: str) -> None:
        """Let a record go that is not needed any more."""
        self._read.pop(id, None)

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._entries if self.get(id) is not None)

    def __len__(self) -> int:
        return len(self._entries)
