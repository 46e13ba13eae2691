"""Check a change: what it brought, apart from what was there before, and what it does to what was said already."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from c2c.diagnostics import Finding, Route, Span
from c2c.history.difference import Comparison, Difference, compare
from c2c.rules import CHANGE
from c2c.rules.base import ChangeCase, Flag, Said
from c2c.rules.check import Checked, check, finding_of, settle, subject_of
from c2c.workspace import Workspace

_NUMBER: Final = re.compile(r"\d+", re.ASCII)
"""A line that a message names moves when others come and go, and a number of things is another when one is added."""


def check_since(
    before: Workspace, after: Workspace, names: Iterable[str] | None = None, processes: int = 1
) -> Checked:
    """The findings of the newer state: those that the change brought, and apart from them those that were there.

    With `names`, only those of the files so named; of a file that went, the older name counts.
    """
    wanted = None if names is None else set(names)
    comparison = compare(before, after)
    now = check(after, wanted, processes)
    there = check(before, None, processes)
    brought, existing = _parted(now.findings, there.findings, _renamed(comparison))
    flagged = [
        finding
        for each in comparison.differences
        for finding in _of_change(each)
        if wanted is None or finding.span.path in wanted
    ]
    kept, accepted = settle(after, flagged)
    return Checked(now.files, sorted(brought + kept), sorted(now.accepted + accepted), existing)


def _parted(
    now: Iterable[Finding], before: Iterable[Finding], renamed: Mapping[str, str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that were not there before, and those that were, each as often as it was."""
    known = Counter(_same(finding, renamed.get(finding.span.path, finding.span.path)) for finding in before)
    brought: list[Finding] = []
    existing: list[Finding] = []
    for finding in now:
        what = _same(finding, finding.span.path)
        (existing if known[what] > 0 else brought).append(finding)
        known[what] -= 1
    return brought, existing


def _same(finding: Finding, path: str) -> tuple[str, str, str, str]:
    """What makes a finding the same, wherever in its file it stands by now."""
    inner = finding.subject.partition("/")[2]
    return finding.code, path, inner, _NUMBER.sub("", finding.message)


def _renamed(comparison: Comparison) -> dict[str, str]:
    """The names of files that were renamed, and what they are called now."""
    both = ((each.before, each.after) for each in comparison.differences)
    return {old.source.name: new.source.name for old, new in both if old and new}


def _of_change(difference: Difference) -> Iterator[Finding]:
    case = ChangeCase(difference.pairs, difference.changes)
    for rule in CHANGE:
        for flag in rule.check(case):
            span, subject = _place(difference, flag)
            yield finding_of(rule, Said(flag.message, flag.help), span, subject)


def _place(difference: Difference, flag: Flag) -> tuple[Span, str]:
    """Where the newer file says so; of a file that went, where it was."""
    if difference.after is None:
        return Span(difference.name), difference.thing.id
    route: Route = difference.after.loaded.original(flag.route)
    return difference.after.source.span(route, flag.on_key), subject_of(difference.after, route)
