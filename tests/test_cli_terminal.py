"""c2c on a terminal: widths, wrapping, colours."""

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from c2c.cli.terminal import Screen
from c2c.cli.wrapping import cells, wrapped
from running import c2c, inside, put, same_as_file
from sheet import SHEET

STATUS = ("status", "bycirklen-wuxi", "--as-of", "2019-12-31")
ESCAPE = re.compile(r"\x1b\[[0-9]*m")
WIDTHS = (40, 60, 80, 120, 200)


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch):
    """c2c on a terminal of a width, in this process."""

    def run(*arguments: str, width: int = 80, root: Path = SHEET, **env: str) -> str:
        with monkeypatch.context() as patched, inside(root):
            for name, value in {"TERM": "xterm", "COLUMNS": str(width), **env}.items():
                patched.setenv(name, value)
            return str(c2c(*arguments, terminal=True).out)

    return run


def test_on_a_real_terminal_it_is_the_same(on_terminal):
    width = 70
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    command = [sys.executable, "-m", "c2c", *STATUS]
    env = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, cwd=SHEET, env=env, stdin=subprocess.DEVNULL, stdout=theirs) as process:
        os.close(theirs)
        out = b""
        while piece := _read(ours):
            out += piece
    os.close(ours)

    assert process.returncode == 0
    assert out.decode().replace("\r\n", "\n") == on_terminal(*STATUS, width=width)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is gone
        return b""


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
@pytest.mark.parametrize("width", [60, 80])
def test_our_partnership(on_terminal, width: int, lang: str):
    out = on_terminal(*STATUS, "--lang", lang, width=width, NO_COLOR="1")

    assert max(map(cell_len, out.split("\n"))) <= width
    same_as_file(f"status-terminal-{width}.{lang}.txt", out)


@pytest.mark.parametrize("width", [80, 120])
def test_our_portfolio(on_terminal, width: int):
    same_as_file(
        f"status-terminal-{width}.txt", on_terminal("status", "--as-of", "2020", width=width, NO_COLOR="1")
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "command", ["status --as-of 2019", "list actions", "list partnerships --lang zh", "rule", "show wuxi"]
)
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(on_terminal, command: str, width: int):
    out = on_terminal(*command.split(), width=width, NO_COLOR="1")

    assert max(map(cell_len, out.split("\n"))) <= width
    assert not [line for line in out.split("\n") if line != line.rstrip()]
    rows = on_terminal(*command.split(), width=1000, NO_COLOR="1").partition("\n")[2]
    assert not Counter("".join(rows.split())) - Counter("".join(out.split()))


def test_what_fits_is_the_same_as_in_a_pipe(on_terminal):
    for command in ("status", "list actions", "show wuxi", "rule"):
        assert (
            on_terminal(command.split()[0], *command.split()[1:], width=1000, NO_COLOR="1")
            == c2c("--root", SHEET, *command.split()).out
        )


def test_colours_are_for_terminals_that_want_them(on_terminal):
    coloured = on_terminal(*STATUS)

    assert "\x1b[32m√ done\x1b[0m" in coloured
    assert "\x1b[1mBycirklen and Wuxi\x1b[0m" in coloured
    assert on_terminal(*STATUS, NO_COLOR="1") == ESCAPE.sub("", coloured)
    assert on_terminal(*STATUS, TERM="dumb") == ESCAPE.sub("", coloured)
    assert on_terminal(*STATUS, NO_COLOR="") == coloured


HOSTILE = {
    "c2c.yaml": "languages: [en]\n",
    "data/cities/lyon.yaml": 'names: "[bold]Lyon[/] :smile: [/]"\nkind: city\ncountry: FR\n',
    "data/partnerships/a.yaml": f"""
title: "::error::[red]A[/] 全角　空格"
parties: [lyon, graz]
kind: twinning
focus_areas:
  - id: all
    title: "[/] :smile:"
    efforts:
      - id: visits
        title: {"x" * 10_000}
        actions:
          - {{id: lunch, title: "{"Lunch " * 2000}", status: [{{on: 2019, is: open, note: "::x ##[group]"}}]}}
""",
}


def test_data_are_never_markup(on_terminal, tmp_path: Path):
    put(tmp_path, HOSTILE)

    for command in ("status a", "status", "list cities", "list actions", "show lyon", "show a"):
        coloured = on_terminal(*command.split(), root=tmp_path)
        plain = on_terminal(*command.split(), root=tmp_path, NO_COLOR="1")
        for out in (ESCAPE.sub("", coloured), plain, c2c("--root", tmp_path, *command.split()).out):
            assert "\x1b" not in out
            assert "##[" not in out
            assert not [line for line in out.split("\n") if line.lstrip().startswith("::")]
    assert "[bold]Lyon[/] :smile: [/]" in on_terminal("show", "lyon", root=tmp_path)
    assert "[red]A[/] 全角　空格" in on_terminal("status", "a", root=tmp_path)


# wrapping


def lines(text: str, first: int, rest: int | None = None) -> list[str]:
    return [text[start:end].rstrip() for start, end in wrapped(text, first, first if rest is None else rest)]


@pytest.mark.parametrize(
    ("text", "width", "told"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one  two", 5, ["one", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a · b · c", 5, ["a ·", "b · c"]),
        ("中国大使", 4, ["中国", "大使"]),
        ("中国大使", 5, ["中国", "大使"]),
        ("中国大使。", 8, ["中国大", "使。"]),  # no line begins with a full stop
        ("（中国）大使", 6, ["（中", "国）大", "使"]),
        ("中国（大使）", 6, ["中国", "（大", "使）"]),  # no line ends with an opening bracket
        ("Wuxi 无锡 and", 7, ["Wuxi 无", "锡 and"]),
        ("2019年12月", 6, ["2019年", "12月"]),
        ("ab中", 3, ["ab", "中"]),
    ],
)
def test_where_lines_break(text: str, width: int, told: list[str]):
    assert lines(text, width) == told


def test_the_first_line_may_have_another_width():
    assert lines("one two three four", 3, 9) == ["one", "two three", "four"]
    assert lines("one two three four", 9, 5) == ["one two", "three", "four"]


@given(st.text("ab 中国。（）·é🇩🇰e\u0301", max_size=80), st.integers(2, 20), st.integers(2, 20))
def test_wrapping_loses_nothing_and_fits(text: str, first: int, rest: int):
    places = list(wrapped(text, first, rest))

    assert "".join(text[start:end] for start, end in places) == text
    assert all(start < end for start, end in places) or text == ""
    for n, (start, end) in enumerate(places):
        assert cells(text[start:end].rstrip(" ")) <= (rest if n else first)


@given(st.text(max_size=40))
def test_cells_are_those_of_rich(text: str):
    assert cells(text) >= 0
    if text.isascii() and text.isprintable():
        assert cells(text) == len(text) == cell_len(text)


# tables


class Output:
    """An output that says that it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text


def printed(
    monkeypatch: pytest.MonkeyPatch, width: int, heads: list[str], rows: list[list[str]], **how: int
) -> str:
    """A table on a terminal of a width."""
    output = Output()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", output)
        patched.setenv("NO_COLOR", "1")
        patched.setenv("COLUMNS", str(width))
        Screen().table(heads, rows, right=[2], **how)
    return output.text


def table(monkeypatch: pytest.MonkeyPatch, width: int, **how: int) -> list[str]:
    rows = [["a", "无锡 and a long name", "12"], ["bcd", "Wuxi", "3"]]
    return printed(monkeypatch, width, ["id", "name of it", "how many"], rows, **how).split("\n")[:-1]


def test_a_table_that_fits(monkeypatch: pytest.MonkeyPatch):
    assert table(monkeypatch, 35) == [
        "id   name of it            how many",
        "a    无锡 and a long name        12",
        "bcd  Wuxi                         3",
    ]


def test_a_table_whose_heads_wrap(monkeypatch: pytest.MonkeyPatch):
    assert table(monkeypatch, 32, flexible=1) == [
        "                            how",
        "id   name of it            many",
        "a    无锡 and a long name    12",
        "bcd  Wuxi                     3",
    ]


def test_a_table_whose_cells_wrap(monkeypatch: pytest.MonkeyPatch):
    assert table(monkeypatch, 27, flexible=1) == [
        "                        how",
        "id   name of it        many",
        "a    无锡 and a long     12",
        "     name",
        "bcd  Wuxi                 3",
    ]


def test_a_table_that_is_told_row_by_row(monkeypatch: pytest.MonkeyPatch):
    assert table(monkeypatch, 26, flexible=1) == [
        "a  无锡 and a long name",
        "  how many 12",
        "bcd  Wuxi",
        "  how many 3",
    ]


def test_a_terminal_of_no_width_is_narrow(monkeypatch: pytest.MonkeyPatch):
    assert max(map(cell_len, table(monkeypatch, 1))) <= 20


def test_an_empty_table_has_its_head(monkeypatch: pytest.MonkeyPatch):
    out = printed(monkeypatch, 20, ["id", "a long head with words"], [])

    assert sorted(out.split()) == ["a", "head", "id", "long", "with", "words"]
