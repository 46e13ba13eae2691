"""Texts one after the other in a line: the full stop of a sentence gives way to the sign that stands between."""

import re
from collections.abc import Sequence
from typing import Final

from c2c.language import Language

_STOP: Final = re.compile(r"(?<!\.)(?:。|(?<![.]\w)(?<!\betc)(?<!\bosv)(?<!\bCo)(?<!\bInc)(?<!\bLtd)\.)\Z")
"""A full stop at the end that is not part of an abbreviation."""


def joined(texts: Sequence[str], language: Language) -> str:
    """The texts with semicolons between them."""
    return language.say("; ").join((*map(without_stop, texts[:-1]), *texts[-1:]))


def without_stop(text: str) -> str:
    """The text without the full stop that ends its sentence."""
    return _STOP.sub("", text.strip())
