"""Rules about people: the files are public, so nobody's address or telephone number stands in them."""

import re
from collections.abc import Iterator

from c2c.diagnostics import Route, Severity
from c2c.rules.base import Flag, rule
from c2c.source import Data, Source

# Each begins with a sign that is rare and ends after a bounded number of steps, so that no text takes long;
# what must not stand before the sign is looked at behind it, for a search for a sign is many times as fast.
_EMAIL = re.compile(r"@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_PHONE = re.compile(
    r"(?:\+(?<![\w/.,-]\+)|00(?<![\w/.,-]00))[1-9][0-9]{0,2}(?:[ ./()-]{0,2}[0-9]){6,13}(?![\w-])"
)
_LOCAL_PHONE = re.compile(
    r"(?:\b(?:tlf|tel|telefon|phone|mobil|mobile|fax)\b\.?|电话|手机|传真)[ :：]{0,3}\+?[0-9(](?:[ ./()-]{0,2}[0-9]){5,13}",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"00(?<![\w/.,-]00)[1-9]")
_WORDS = tuple(word.encode() for word in ("tlf", "tel", "phone", "mobil", "fax", "电话", "手机", "传真"))
_NUMBER = re.compile(rb"[a-z]{0,4}\.?[\s:\xef\xbc\x9a]*\+?[0-9(]")
"""What stands right behind one of the words wherever _LOCAL_PHONE finds something; a hotel has no number behind it."""


@rule("C801", Severity.WARNING)
def personal_data(source: Source) -> Iterator[Flag]:
    """No e-mail address and no telephone number stands in a public file.

    People change, and their data is protected (GDPR, PIPL). Name the role or the office; keep the address book
    where it belongs. An office's own address can be accepted in c2c.yaml, with the reason.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: Ask somebody@example.org

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: Ask the international office
    """
    patterns = list(_patterns(source.text))
    if patterns:
        for route, text in _strings(source.data, ()):
            for what in dict.fromkeys(what for what, pattern in patterns if pattern.search(text)):
                yield Flag(route, f"{what} stands in a public file", "name the office or the role instead")


def _patterns(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What is worth looking for, by what stands anywhere in the file; an escape can write any sign."""
    escapes = "\\" in text
    if escapes or "@" in text:
        yield "an e-mail address", _EMAIL
    if escapes or "+" in text or _PREFIX.search(text):
        yield "a telephone number", _PHONE
    if escapes or _has_a_number(text):
        yield "a telephone number", _LOCAL_PHONE


def _has_a_number(text: str) -> bool:
    """Whether a number follows one of the words: to look for them is a fortieth of the time of the pattern."""
    content = text.encode("utf-8", "replace").lower()
    for word in _WORDS:
        at = content.find(word)
        while at >= 0:
            if _NUMBER.match(content, at + len(word)):
                return True
            at = content.find(word, at + 1)
    return False


def _strings(data: Data, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*route, key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from _strings(item, (*route, i))
