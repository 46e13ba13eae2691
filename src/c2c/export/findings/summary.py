"""What a check found, in one line."""

from collections import Counter

from c2c.diagnostics import Severity
from c2c.rules.check import Checked


def summary(checked: Checked) -> str:
    """Such as: 17 files: 2 errors, 1 warning, 31 notes (2 accepted in c2c.yaml).

    Of a change: 17 files: 2 errors, 31 that were there before.
    """
    counts = Counter(finding.severity for finding in checked.findings)
    found = [_counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    if not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        found.insert(0, "nothing to mend")
    if checked.existing:
        found.append(f"{len(checked.existing)} that were there before")
    accepted = f" ({len(checked.accepted)} accepted in c2c.yaml)" if checked.accepted else ""
    return f"{_counted(checked.files, 'file')}: {', '.join(found)}{accepted}"


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
