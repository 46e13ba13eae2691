"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import quote

from c2c import __version__
from c2c.diagnostics import Finding, Severity
from c2c.export.document import dumps
from c2c.rules import RULES
from c2c.rules.base import Rule
from c2c.rules.check import Checked

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """One log of one run; what c2c.yaml accepts is in it, as suppressed, with its reason's place."""
    is_change = checked.existing is not None
    results = [_result(finding, "new" if is_change else "") for finding in checked.findings]
    results += [_result(finding, "unchanged") for finding in checked.existing or ()]
    results += [
        {**_result(finding), "suppressions": [{"kind": "external", "justification": "accepted in c2c.yaml"}]}
        for finding in checked.accepted
    ]
    run = {
        "tool": {
            "driver": {
                "name": "c2c",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The root of the workspace."}}},
        "results": results,
    }
    yield f"{dumps({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]})}\n"


def _rule(rule: Rule[Callable[..., object]]) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.manual.split("\n", 1)[0]},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, baseline: str = "") -> dict[str, object]:
    span = finding.span
    region = {"startLine": span.line, "startColumn": span.column}
    if (span.end_line, span.end_column) > (span.line, span.column):
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    place = {
        "artifactLocation": {"uri": quote(span.path, errors="replace"), "uriBaseId": "ROOT"},
        "region": region,
    }
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return {
        **({"baselineState": baseline} if baseline else {}),
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {
            "subject/v1": f"{finding.code} {finding.subject or span.path} {finding.message}"
        },
    }


_INDEX: Final = {rule.code: number for number, rule in enumerate(RULES)}
