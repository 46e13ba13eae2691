"""Findings for people: the line itself, a caret under what is meant, and how to mend it."""

from collections.abc import Callable, Iterator
from typing import Final

from c2c.diagnostics import Finding, Span
from c2c.export.findings.summary import summary
from c2c.export.inert import inert, shown
from c2c.rules.check import Checked

WIDTH: Final = 100
"""How many characters of a line are shown; a longer line is shown around the place."""


def text(checked: Checked, lines: Callable[[str], list[str]]) -> Iterator[str]:
    """The findings with excerpts, an empty line after each, and the summary."""
    for finding in checked.findings:
        yield "".join(f"{inert(line)}\n" for line in _block(finding, lines(finding.span.path)))
        yield "\n"
    yield f"{summary(checked)}\n"


def _block(finding: Finding, lines: list[str]) -> Iterator[str]:
    yield str(finding)
    span = finding.span
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        yield from _excerpt(span, lines[span.line - 1])
    if finding.help:
        yield f"   help: {finding.help}"


def _excerpt(span: Span, line: str) -> Iterator[str]:
    """The line, and carets under the place. Wide characters take two columns, so does their caret."""
    from rich.cells import cell_len

    line = shown(line.rstrip().replace("\t", " "))
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
    part = line[cut : cut + WIDTH]
    before = cell_len(part[: start - cut])
    carets = max(1, cell_len(part[start - cut : max(end, start + 1) - cut]))
    number = f"{span.line:>5} | "
    yield number + ("…" if cut else "") + part.rstrip() + ("…" if cut + WIDTH < len(line) else "")
    yield " " * (len(number) + before + bool(cut)) + "^" * carets
