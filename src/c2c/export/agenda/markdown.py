"""An agenda as Markdown, for a mail, an issue or the minutes."""

from collections.abc import Iterator

from c2c.export.agenda.agenda import Agenda
from c2c.saying.markdown import escape, escape_inside


def markdown(agenda: Agenda) -> Iterator[str]:
    """A head, and a list under each of the parts."""
    yield f"# {escape(agenda.head)}\n"
    for head, items in agenda.parts():
        yield f"\n## {escape(head)}\n\n"
        for item in items:
            day = f"**{item.date.isoformat()}** " if item.date else ""
            yield f"- {day}{escape(item.sentence)} · {escape_inside(item.title)} · `{item.partnership}/{item.id}`\n"
    for remark in agenda.remarks():
        yield f"\n{escape(remark)}\n"
