"""Text that stays text in Markdown: nothing in data can become a heading, a link, a table cell or HTML."""

import re
from functools import lru_cache
from typing import Final

from markupsafe import Markup

_ACTIVE: Final = re.compile(r"[\\`*_\[\]{}|~$]|(?<!\S)#+|#+(?!\S)|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_NOTABLE: Final = re.compile(r"[\\`*_\[\]{}|~$#<>&/]|[^\S ]|  |www\.|\A[-+=: \d]| \Z", re.IGNORECASE)
"""A text without any of these stands for itself: most do."""
_AT_START: Final = re.compile(r"[-+=:]|\d{1,9}(?=[.)])")
_SPACES: Final = re.compile(r"\s+")


def escape(text: str) -> str:
    """The text on one line, with every sign that Markdown or HTML would act on made harmless.

    CommonMark 0.31 and GitHub's additions: a backslash before punctuation makes it literal, entities stand for
    the signs of HTML, an address does not become a link by itself, and a line cannot begin as a list, a rule, a
    heading's underline or a command of a CI log. Parentheses do nothing without brackets, and stay as they are.
    """
    if not _NOTABLE.search(text):
        return text
    line = _SPACES.sub(" ", text).strip()
    start = _AT_START.match(line)
    if not start:
        return escape_inside(line)
    if start[0].isdigit():
        return f"{start[0]}\\{escape_inside(line[start.end() :])}"
    return f"\\{escape_inside(line)}"


def tidy(text: str) -> str:
    """The text without spaces at the end of lines, with at most one empty line at a time, and one newline at its end."""
    told = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    while "\n\n\n" in told:
        told = told.replace("\n\n\n", "\n\n")
    return told.strip("\n") + "\n"


def escape_inside(text: str) -> str:
    """The same for a piece that does not stand at the beginning of a line."""
    line = _ACTIVE.sub(r"\\\g<0>", _SPACES.sub(" ", text))
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped(value: object) -> Markup:
    """What stands for a value in Markdown; markup is left as it is."""
    return value if isinstance(value, Markup) else _marked(str(value))


def escaped_inside(value: object) -> Markup:
    """The same for a piece of a sentence."""
    return value if isinstance(value, Markup) else _marked_inside(str(value))


@lru_cache(maxsize=4096)
def _marked(text: str) -> Markup:
    return Markup(escape(text))


@lru_cache(maxsize=4096)
def _marked_inside(text: str) -> Markup:
    return Markup(escape_inside(text))
