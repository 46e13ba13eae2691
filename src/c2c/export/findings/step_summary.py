"""Findings as the summary of a step of GitHub Actions: a table in Markdown, on the page of the run.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
"""

from collections.abc import Iterator
from typing import Final

from c2c.diagnostics import Finding
from c2c.export.findings.summary import summary
from c2c.rules.check import Checked
from c2c.saying.markdown import escape_inside

MOST: Final = 200
"""How many findings are told: GitHub takes 1 MiB a step, and nobody reads more."""


def step_summary(checked: Checked) -> Iterator[str]:
    """A heading, the summary, and a row a finding."""
    yield f"## c2c validate\n\n{escape_inside(summary(checked))}\n"
    if checked.findings:
        yield "\n| | place | what | what to do |\n| --- | --- | --- | --- |\n"
    yield from map(_row, checked.findings[:MOST])
    if len(checked.findings) > MOST:
        yield f"\nand {len(checked.findings) - MOST} more\n"


def _row(finding: Finding) -> str:
    what = f"{finding.severity.value} {finding.code}"
    cells = (what, str(finding.span), finding.message, finding.help)
    return f"| {' | '.join(map(escape_inside, cells))} |\n"
