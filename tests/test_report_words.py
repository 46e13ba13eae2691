"""Every message is translated in every catalogue, wholly."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from c2c.language import DEFAULT, Language, known
from c2c.resources import catalogue
from reporting import ROOT

sys.path.append(str(ROOT / "scripts"))
import catalogues

LANGUAGES = [language for language in known() if language != DEFAULT]


def _messages(language: str) -> list[Message]:
    with catalogue(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def _forms(strings: object) -> list[str]:
    return [str(each or "") for each in (strings if isinstance(strings, tuple) else (strings,))]


def _places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


def test_danish_and_chinese_are_there() -> None:
    assert LANGUAGES == ["da", "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    path: Path = catalogue(language)

    assert path.read_bytes() == catalogues.updated(path), "run: python scripts/catalogues.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    for message in _messages(language):
        assert all(_forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_places(language: str) -> None:
    for message in _messages(language):
        for form in _forms(message.string):
            assert _places(form) == _places(_forms(message.id)[-1]), message.id
            assert "<" not in form


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 action", "2 actions", "1,000 actions"]),
        ("da", ["1 handling", "2 handlinger", "1.000 handlinger"]),
        ("zh", ["1项行动", "2项行动", "1,000项行动"]),
    ],
)
def test_numbers_take_the_form_of_the_language(language: str, said: list[str]) -> None:
    speaks = Language(language)

    assert [speaks.count("{n} action", "{n} actions", n) for n in (1, 2, 1000)] == said
