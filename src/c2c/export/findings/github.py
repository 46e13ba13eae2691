"""Findings as annotations of GitHub Actions.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from c2c.diagnostics import Finding, Severity
from c2c.export.findings.summary import summary
from c2c.export.inert import shown
from c2c.rules.check import Checked

_COMMANDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def github(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """A workflow command a finding, and the summary. No message can become a command: each stands behind one."""
    for finding in checked.findings:
        yield f"{_annotation(finding)}\n"
    yield f"{summary(checked)}\n"


def _annotation(finding: Finding) -> str:
    span = finding.span
    properties = {
        "file": span.path,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": f"{finding.code} {finding.rule}",
    }
    if span.line == span.end_line:  # GitHub takes no columns of several lines
        properties |= {"col": str(span.column), "endColumn": str(max(span.end_column, span.column + 1))}
    told = ",".join(f"{name}={escaped_property(shown(value))}" for name, value in properties.items())
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{_COMMANDS[finding.severity]} {told}::{escaped(shown(message))}"


def escaped(text: str) -> str:
    """A message: % first, for it is what the others are escaped with, and one of our markers."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """The value of a property: the signs that part properties too."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
