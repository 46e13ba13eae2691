"""Findings as one JSON document; docs/json.md has its keys."""

from collections import Counter
from collections.abc import Callable, Iterator

from c2c.diagnostics import Finding, Severity
from c2c.export.document import Json, document
from c2c.rules.check import Checked


def json(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """{"schema_version", "summary", "findings", "accepted"}; of a change "existing" too."""
    counts = Counter(finding.severity for finding in checked.findings)
    summary = {
        "files": checked.files,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "accepted": len(checked.accepted),
    }
    lists = [("findings", map(_finding, checked.findings)), ("accepted", map(_finding, checked.accepted))]
    if checked.existing is not None:
        summary["existing"] = len(checked.existing)
        lists.append(("existing", map(_finding, checked.existing)))
    return document({"summary": summary}, *lists)


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "subject": finding.subject,
        "message": finding.message,
        "help": finding.help,
    }
