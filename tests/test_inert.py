"""Text that comes from data obeys nobody: no terminal, no line of GitHub's commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c2c.export.inert import inert, shown
from c2c.model.text import one_line
from c2c.source.text import FORBIDDEN

HOSTILE = st.text(
    st.one_of(st.sampled_from("::##[]%\r\n,\x1b\x9b\u202e\u2028\ud800 a√无"), st.characters(codec=None)),
    max_size=60,
)
"""Texts of signs that somebody acts on."""


@given(HOSTILE)
def test_inert_text_is_inert_and_stays_so(text: str):
    line = inert(text)

    assert not FORBIDDEN.search(line)
    assert not set("\r\n\t") & set(line)
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert inert(line) == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wuxi",
        "a: b",
        "a::b",
        "#1",
        "# [a]",
        "全角　空格",
        "caf\u00e9 \u00a0x",
        "🇩🇰",
        "[bold]x[/]",
        ":smile:",
    ],
)
def test_harmless_text_is_left_alone(text: str):
    assert inert(text) == text
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("::error::x", ": :error::x"),
        ("  ::x", "  : :x"),
        (":::x", ": ::x"),
        ("a ##[group]b", "a # #[group]b"),
        ("a\x1b[2J", "a�[2J"),
        ("a\tb\r\nc", "a b  c"),
        ("\x1b::x", "�::x"),
        ("\n::x", " : :x"),
    ],
)
def test_what_is_not_harmless_is_taken_out_visibly(text: str, line: str):
    assert inert(text) == line


def test_shown_keeps_the_lines():
    assert shown("a\nb\x1b") == "a\nb�"


def test_one_line():
    assert one_line("  a\n  b\u3000\t c \n") == "a b\u3000 c"
