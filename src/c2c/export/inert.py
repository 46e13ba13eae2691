"""Text that only shows: what data contain cannot move a cursor, reverse a line, or be a command to a log that reads it."""

import re
from typing import Final

from c2c.source.text import FORBIDDEN

_BREAKS: Final = re.compile(r"[\t\r\n]")
_COMMAND: Final = re.compile(r"^([ \t]*):(?=:)|#(?=#\[)")
"""How a line of a log becomes a command to GitHub Actions: `::` at its start, `##[` anywhere."""


def inert(line: str) -> str:
    """A line as it can be printed anywhere. What is taken out stays visible, as � or as a space in between."""
    if not line.isprintable():
        line = FORBIDDEN.sub("�", _BREAKS.sub(" ", line))
    if ":" in line or "#" in line:
        line = _COMMAND.sub(lambda found: f"{found[0]} ", line)
    return line


def shown(text: str) -> str:
    """A text whose line breaks stay, without the characters that hide, reorder or control."""
    return text if text.isprintable() else FORBIDDEN.sub("�", text)
