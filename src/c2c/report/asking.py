"""From a workspace to the text of a report: the one place that joins loading, views and templates."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from c2c.language import Language
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.report import bounded
from c2c.report.templates import templates_of
from c2c.report.view import Question, Surroundings, report_view
from c2c.saying import Speaker
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, File, Kind, Workspace


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
    left_out: list[str] = []
    wanted = [(id, each) for id, each in _records(workspace, PARTNERSHIP, partnerships, left_out)]
    around = Surroundings(
        workspace.config.title,
        {id: each for id, each in _records(workspace, CITY, None, left_out) if isinstance(each, City)},
        {id: each for id, each in _records(workspace, SOURCE, None, left_out) if isinstance(each, Document)},
    )
    speaker = Speaker(Language(language), workspace.config.languages)
    chosen = ((id, each) for id, each in wanted if isinstance(each, Partnership))
    view = report_view(question, chosen, around, speaker)
    text = bounded.render(f"{layout}.{form}.j2", templates_of(workspace.root), view, speaker.language)
    return Report(text, tuple(left_out))


def _records(
    workspace: Workspace, kind: Kind, ids: Iterable[str] | None, left_out: list[str]
) -> Iterator[tuple[str, object]]:
    file: File
    for file in workspace.files(kind, ids):
        if file.record is None:
            left_out.append(file.entry.name)
        else:
            yield file.entry.id, file.record
