"""What c2c says about data: a place, a severity, a sentence and a way to mend it, as values that sort and compare."""

from enum import StrEnum
from typing import NamedTuple

Route = tuple[str | int, ...]
"""A path into a file's data, such as ("agreements", 1, "renews"): what a rule speaks in."""


class Severity(StrEnum):
    """How much a finding matters: an error fails the check, a warning fails it under --strict, a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A piece of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """One thing c2c has to say about the data. `subject` names the record it is about, such as wuxi/visit-2018."""

    span: Span
    code: str
    rule: str
    severity: Severity
    message: str
    help: str = ""
    subject: str = ""

    def __str__(self) -> str:
        return f"{self.span}: {self.severity.value} {self.code} {self.message}"


def one_line(text: str) -> str:
    """A text as a message can repeat it: line breaks become spaces, and what does not show becomes a �."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\ufffd"
        for character in text
    )
