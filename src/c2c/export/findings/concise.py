"""One line a finding, as editors and people click: path:line:column: severity code message."""

from collections.abc import Callable, Iterator

from c2c.export.findings.summary import summary
from c2c.export.inert import inert
from c2c.rules.check import Checked


def concise(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """The findings, a line each, and the summary."""
    for finding in checked.findings:
        yield f"{inert(str(finding))}\n"
    yield f"{summary(checked)}\n"
