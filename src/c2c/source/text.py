"""Bytes → text: UTF-8 only, and none of the characters that hide, reorder or break what a reader sees."""

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from c2c.diagnostics import Route

Place: TypeAlias = tuple[int, int, int, int]
"""Line, column, end line, end column; from 1, in characters, the end exclusive."""

START: Final[Place] = (1, 1, 1, 1)

_HIDDEN: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls; NEL is U+0085
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # bidi, invisible, line separators
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f"  # surrogates, noncharacters, tags
)
FORBIDDEN: Final = re.compile(f"[{_HIDDEN}]|\r(?!\n)")
"""Unicode's controls and the characters of the Trojan Source paper (CVE-2021-42574); of CR, only CRLF is let through."""
FORBIDDEN_AS_ESCAPE: Final = re.compile(f"[{_HIDDEN}\r]")
"""What no value may have by way of an escape such as "\\e": the same, and every CR."""

SHOWN: Final = 20
"""How many mistakes in the signs of one file (hidden characters, conflicts, cut texts) are told of each sort."""

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
_MARKER: Final = re.compile(r"(?:<{7}|\|{7}|>{7})(?: .*)?|={7}")
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Problem(NamedTuple):
    """Something that reading found: its kind (a rule words it), where, on which value, and the facts to tell."""

    kind: str
    place: Place = START
    route: Route | None = None
    facts: Mapping[str, str] = {}


def decode(content: bytes) -> str | Problem:
    """The text of UTF-8 bytes, without a byte order mark; a problem if they are something else."""
    if content.startswith(_WIDE_BOMS) or content[:2].count(0) == 1:
        return Problem("not_utf8", facts={"looks_like": "UTF-16"})
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(errors="replace")
        line, column = position(before, len(before))
        # both give most bytes a letter, so nothing in the bytes says which of the two it was
        looks_like = "Windows-1252 or GBK" if b"\x00" not in content else "a file that is no text"
        return Problem("not_utf8", (line, column, line, column + 1), facts={"looks_like": looks_like})


def named(character: str) -> dict[str, str]:
    """How a message names a character that cannot be shown."""
    name = unicodedata.name(character, "control character").lower()
    return {"character": f"U+{ord(character):04X}", "name": name}


def suspicious(text: str) -> list[Problem]:
    """Characters that a data file must not have, each where it is, and the first line that is not in NFC."""
    found: list[Problem] = []
    # isprintable is several times as fast as the search, and true of nearly every file
    if not text.replace("\n", "").isprintable():
        for match in FORBIDDEN.finditer(text):
            line, column = position(text, match.start())
            place = (line, column, line, column + 1)
            if len(found) == SHOWN:
                found.append(Problem("too_many", place))
                break
            found.append(Problem("forbidden_character", place, facts=named(match[0])))
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        lines = enumerate(text.split("\n"), start=1)
        number, line_text = next((n, t) for n, t in lines if not unicodedata.is_normalized("NFC", t))
        found.append(Problem("not_nfc", (number, 1, number, len(line_text) + 1)))
    return found


def readable(text: str) -> str:
    """The text with a � for each forbidden character: libyaml refuses some of them and breaks lines at others.

    One for one, so that everything keeps its place; and what is read can hide nothing where it is shown again.
    """
    return FORBIDDEN.sub("\ufffd", text)


class Settled(NamedTuple):
    """A text with the first side of every merge conflict kept, a problem for each, and the lines from … to of each."""

    text: str
    problems: list[Problem]
    lines: list[tuple[int, int]]


def without_conflicts(text: str) -> Settled:
    """Keep the first side of every merge conflict; lines that go are blanked, so that the others keep their places.

    Conflict markers are valid inside block text, so they are looked for in the raw lines, before any parsing.
    """
    if not _CONFLICT.search(text):
        return Settled(text, [], [])
    problems: list[Problem] = []
    kept: list[str] = []
    conflicts: list[tuple[int, int]] = []
    begin = 0
    other_side = False
    for number, line in enumerate(text.split("\n"), start=1):
        sign = line[0] if _MARKER.fullmatch(line.rstrip("\r")) else ""
        if sign == "<" or (sign == ">" and not begin):
            if len(problems) <= SHOWN:
                kind = "conflict_marker" if len(problems) < SHOWN else "too_many"
                problems.append(Problem(kind, (number, 1, number, len(line.rstrip("\r")) + 1)))
            begin, other_side = number, False
        elif sign and not begin:
            sign = ""  # a heading that is underlined with seven signs
        elif sign in ("=", "|"):
            other_side = True
        kept.append("" if sign or other_side else line)
        if sign == ">":
            conflicts.append((begin, number))
            begin, other_side = 0, False
    if begin:
        conflicts.append((begin, len(kept)))
    return Settled("\n".join(kept), problems, conflicts)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
