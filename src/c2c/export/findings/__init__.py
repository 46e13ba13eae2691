"""Formats of findings. To add one: write a function (Checked, Lines) → pieces of text, and name it here."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from c2c.export.findings.concise import concise
from c2c.export.findings.github import github
from c2c.export.findings.gitlab import gitlab
from c2c.export.findings.json import json
from c2c.export.findings.junit import junit
from c2c.export.findings.sarif import sarif
from c2c.export.findings.text import text
from c2c.rules.check import Checked

Lines = Callable[[str], list[str]]
"""The lines of a file by its name, for excerpts; none if it cannot be read."""

FORMATS: Final[Mapping[str, Callable[[Checked, Lines], Iterator[str]]]] = {
    "text": text,
    "concise": concise,
    "json": json,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
}
