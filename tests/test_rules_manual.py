"""Every rule's manual is true: its Bad gives the finding, its Good gives none, and all have one form."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from building import DEMO, build
from c2c.diagnostics import Finding, Severity
from c2c.rules import CHANGE, RULES
from c2c.rules.base import Rule
from c2c.rules.check import check
from c2c.rules.since import check_since
from c2c.workspace import Workspace

BEFORE = "before"
NOW = "# as it is now\n"
NOBODY = 65534
EXTRAS = {
    "C007": {"C006"},  # one of two names that differ by case has capital letters
    "C104": {"C103"},  # an alias needs its anchor
    "C211": {"C201"},  # it needs many findings of another kind
}
"""Errors that a rule's Bad cannot be without, besides the rule's own."""


class Manual(NamedTuple):
    """The parts of a manual page."""

    sentence: str
    bad: str
    good: str


def manual(rule: Rule[Any]) -> Manual:
    """The manual of a rule, if it has the form: a sentence, maybe prose, Bad, Good, which may begin as Bad does."""
    form = re.fullmatch(r"([^\n]+)\n\n(?:.*\n\n)?Bad:\n\n(.*)\n\nGood:\n\n(.*)", rule.manual, re.DOTALL)
    assert form, f"{rule.code} {rule.name}: a manual is a sentence, maybe prose, Bad: and Good:"
    bad, good = _outdented(form[2]), _outdented(form[3])
    was = bad.partition(NOW)[0]
    return Manual(form[1], bad, f"{was}{good}" if good.startswith(NOW) else good)


def _outdented(example: str) -> str:
    lines = example.split("\n")
    assert all(line.startswith("    ") or not line for line in lines), example
    return "".join(f"{line[4:]}\n" for line in lines)


def built(example: str, root: Path) -> Workspace:
    """The workspace of an example: shell commands, or a complete file that its first line may name, or as it was and is."""
    if example.startswith("$ "):
        build(root, {}).root.joinpath("data/partnerships").mkdir()
        for line in example.splitlines():
            subprocess.run(["sh", "-c", line.removeprefix("$ ")], cwd=root, check=True)
    elif NOW in example:
        was, now = example.removeprefix("# as it was\n").split(NOW)
        build(root.parent / BEFORE, {DEMO: was})
        build(root, {DEMO: now})
    else:
        named = re.match(r"# (data/[a-z]+/[a-z]+\.yaml|c2c\.yaml)\n", example)
        build(root, {named[1] if named else DEMO: example})
    return Workspace.open(root)


def findings(rule: Rule[Any]) -> list[Finding]:
    """What is found in the working folder. For root nothing is unreadable, so it steps back for that rule."""
    is_root = rule.code == "C001" and os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        now = Workspace.open(Path())
        if rule in CHANGE:
            return check_since(Workspace.open(Path("..", BEFORE)), now).findings
        return check(now).findings
    finally:
        if is_root:
            os.seteuid(0)


def named(rule: Rule[Any]) -> str:
    return f"{rule.code}-{rule.name}"


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_bad_example_gives_the_rules_finding_and_no_other_error(
    rule: Rule[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(built(manual(rule).bad, tmp_path / "workspace").root)

    found = findings(rule)

    assert rule.code in {finding.code for finding in found}
    others = {finding.code for finding in found if finding.severity is Severity.ERROR} - {rule.code}
    assert others <= EXTRAS.get(rule.code, set()), [str(finding) for finding in found]


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_good_example_gives_no_error_and_no_warning(
    rule: Rule[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(built(manual(rule).good, tmp_path / "workspace").root)

    assert [str(finding) for finding in findings(rule) if finding.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_message_is_a_line_that_begins_small_and_has_no_full_stop(
    rule: Rule[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(built(manual(rule).bad, tmp_path / "workspace").root)

    for finding in findings(rule):
        if finding.code == rule.code:
            assert re.fullmatch(r"(?:[a-z'|(]|C[0-9]{3} )[^\n]*[^.\s]", finding.message)
            assert re.fullmatch(r"(?:[a-z`][^\n]*[^.\s])?", finding.help)


def test_the_table_is_in_order_and_every_rule_has_its_own_code_and_name():
    codes = [rule.code for rule in RULES]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch("C[1-9][0-9][0-9]|C0[0-9][0-9]", code) for code in codes)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_sentence_of_a_manual_is_one_and_fits_a_line(rule: Rule[Any]):
    sentence = manual(rule).sentence

    assert sentence[0].isupper() or not sentence[0].isalpha()
    assert sentence.endswith(".")
    assert len(sentence) <= 120
