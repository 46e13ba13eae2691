"""Findings as GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from c2c.diagnostics import Finding, Severity
from c2c.export.document import dumps
from c2c.rules.check import Checked

_SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}


def gitlab(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """One JSON list, an issue a finding. Its fingerprint stays the same when lines above it come and go."""
    seen: Counter[str] = Counter()
    before = "[\n"
    for finding in checked.findings:
        what = json.dumps([finding.code, finding.span.path, finding.subject, finding.message])
        seen[what] += 1
        yield f"{before}{dumps(_issue(finding, f'{what} {seen[what]}'))}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _issue(finding: Finding, what: str) -> dict[str, object]:
    return {
        "description": f"{finding.message} ({finding.help})" if finding.help else finding.message,
        "check_name": f"{finding.code} {finding.rule}",
        "fingerprint": hashlib.sha256(what.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.span.path,
            "positions": {
                "begin": {"line": finding.span.line, "column": finding.span.column},
                "end": {"line": finding.span.end_line, "column": finding.span.end_column},
            },
        },
    }
