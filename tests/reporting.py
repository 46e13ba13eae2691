"""Small workspaces and their reports, for the tests of reports."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from c2c.guidebook.book import Guidebook
from c2c.language import Language
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.report.asking import report
from c2c.report.plain import View
from c2c.report.view import Question, Surroundings, page, report_view
from c2c.saying import Speaker
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Workspace

ROOT = Path(__file__).resolve().parents[1]
QUESTION = Question(2019, date(2019, 12, 31))
LANGUAGES = ("en", "da", "zh")
LAYOUTS = ("story", "matrix")
FORMS = ("md", "html")


def told(
    root: Path,
    layout: str = "story",
    form: str = "html",
    lang: str = "en",
    question: Question = QUESTION,
    ids: Iterable[str] | None = None,
) -> str:
    """The text of a report of a workspace."""
    return report(Workspace.open(root), question, layout, form, lang, ids).text


def seen(root: Path, lang: str = "en", question: Question = QUESTION, together: bool = False) -> View:
    """What the templates see of a workspace; of all of it together, if so."""
    workspace = Workspace.open(root)
    around = Surroundings(
        workspace.config.title,
        {file.entry.id: file.record for file in workspace.files(CITY) if isinstance(file.record, City)},
        {file.entry.id: file.record for file in workspace.files(SOURCE) if isinstance(file.record, Document)},
        Guidebook(workspace),
    )
    records = [(file.entry.id, file.record) for file in workspace.files(PARTNERSHIP)]
    speaker = Speaker(Language(lang), workspace.config.languages)
    pages = [
        page(question, id, record, around, speaker, together)
        for id, record in records
        if isinstance(record, Partnership)
    ]
    return report_view(question, pages, around, speaker, len(records) == 1, together)


def workspace(root: Path, **files: str) -> Path:
    """A workspace with partnerships, by id; underscores stand for hyphens."""
    folder = root / "data" / "partnerships"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return root


def partnership(actions: str, rest: str = "") -> str:
    """A partnership of one effort with these actions, each a line of YAML in braces."""
    lines = "\n".join(f"          - {line}" for line in actions.strip().splitlines())
    return (
        "title: Lyon and Graz\nparties: [lyon, graz]\nkind: twinning\n" + rest + "focus_areas:\n"
        "  - id: all\n    title: All\n    period: 2017/2020\n    efforts:\n"
        f"      - id: work\n        title: Work\n        actions:\n{lines}\n"
    )
