"""Findings as JUnit's XML, which every build server shows: a test suite a file, a test case a rule that speaks of it.

There is no standard; this is what Jenkins's schema (junit-10.xsd) and GitLab take.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final
from xml.sax.saxutils import quoteattr

from c2c.diagnostics import Finding, Severity
from c2c.export.inert import shown
from c2c.rules.check import Checked

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def junit(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """Errors are failures; warnings and notes are told in the output of a test that passes."""
    failures = sum(finding.severity is Severity.ERROR for finding in checked.findings)
    number = len(checked.findings) or 1
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="c2c validate" tests="{number}" failures="{failures}" errors="0">\n'
    for path, findings in groupby(checked.findings, key=lambda finding: finding.span.path):
        yield from _suite(path, list(findings))
    if not checked.findings:
        yield '  <testsuite name="c2c validate" tests="1" failures="0" errors="0">\n'
        yield f'    <testcase name={_attribute(f"{checked.files} files")} classname="c2c"/>\n'
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suite(path: str, findings: list[Finding]) -> Iterable[str]:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    yield f'  <testsuite name={_attribute(path)} tests="{len(findings)}" failures="{failures}" errors="0">\n'
    for finding in findings:
        name = f"{finding.code} {finding.rule}, line {finding.span.line}"
        yield f"    <testcase name={_attribute(name)} classname={_attribute(path)}>\n"
        text = "\n".join(filter(None, (str(finding), finding.help)))
        if finding.severity is Severity.ERROR:
            kind = _attribute(finding.code)
            yield f"      <failure message={_attribute(finding.message)} type={kind}>{_text(text)}</failure>\n"
        else:
            yield f"      <system-out>{_text(text)}</system-out>\n"
        yield "    </testcase>\n"
    yield "  </testsuite>\n"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _text(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", shown(text))
