"""Whatever lies in data/ gives findings, each at its place, in bounded time and memory; nothing raises."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building import DEMO, Files, demo, places, told
from c2c.rules.check import check
from c2c.source import Source
from c2c.workspace import Workspace
from hostile import MEGABYTES, SECONDS, START, TEXTS, Spent
from running import environment

Build = Callable[[Files], Workspace]

CASES: dict[str, tuple[str | bytes, list[str]]] = {
    # YAML 1.1 and its traps
    "Norway": (
        "title: {no: Norge, NO: Norge, en: Norway, da: Norge, zh: 挪威}\nparties: [lyon, graz]\nkind: twinning\n",
        ["1:24 C206"],
    ),
    "a key that YAML 1.1 takes for true": (START + "on: 2019\n", ["4:1 C201"]),
    "a percent sign": (demo("", "- {id: a, title: A, status: [{on: 2019, is: %}]}"), ["11:55 C101"]),
    "a percent sign on its line": (
        demo("", "- id: a\n  title: A\n  status:\n    - on: 2019\n      is: %\n      reason: postponed"),
        ["15:21 C101"],
    ),
    "an at sign": (START + "note: @home\n", ["4:7 C101"]),
    "a backtick": (START + "note: `home`\n", ["4:7 C101"]),
    "a key twice": (START + "title: Another\n", ["4:1 C102"]),
    "an anchor": (START + "note: &a x\n", ["4:7 C103"]),
    "an alias": (START + "note: &a x\nsummary: *a\n", ["4:7 C103", "5:10 C104"]),
    "a merge key": (START + "<<: {note: x}\n", ["4:1 C106"]),
    "a tag that would run code": (
        START + "note: !!python/object/apply:os.system [id]\n",
        ["4:7 C105", "4:7 C204"],
    ),
    "a tag that PyYAML cannot construct": (START + 'began: !!int ""\n', ["4:8 C105", "4:8 C210"]),
    "a tag of one's own": (START + "note: !x y\n", ["4:7 C105"]),
    "a tag handle": (f"%TAG !e! tag:x,2000:\n---\n{START}note: !e!x y\n", ["1:1 C108", "6:7 C105"]),
    "two documents": (f"{START}---\n{START}", ["4:1 C107"]),
    "a key that is a mapping": (START + "? {a: b}\n: c\nbegan: x\n", ["4:3 C109", "6:8 C210"]),
    # dates that do not exist
    "a day that February does not have": (START + "began: 2019-02-30\n", ["4:8 C210"]),
    "a month that no year has": (START + "ended: {on: 2019-13, reason: other}\n", ["4:13 C210"]),
    "the year 0000": (
        START + "events: [{id: a, title: A, kind: visit, when: {edtf: 0000, text: x}}]\n",
        ["4:54 C210"],
    ),
    # merge conflicts
    "a conflict": (
        "title: Demo\n<<<<<<< HEAD\nparties: [lyon, graz]\n=======\nparties: [graz]\n>>>>>>> other\nkind: twining\n",
        ["2:1 C113", "7:7 C203"],
    ),
    "a conflict with its base": (
        START + "<<<<<<< a\nnote: x\n||||||| b\nnote: y\n=======\nnote: z\n>>>>>>> c\n",
        ["4:1 C113"],
    ),
    "a conflict inside block text": (
        START + "note: |\n  a\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> x\n",
        ["6:1 C113"],
    ),
    "a conflict in a file of Windows": (
        (START + "note: |\n  a\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> x\nbegan: x\n").replace(
            "\n", "\r\n"
        ),
        ["6:1 C113", "11:8 C210"],
    ),
    "the beginning of a conflict": (START + "<<<<<<< HEAD\nbegan: x\n", ["4:1 C113", "5:8 C210"]),
    "the end of a conflict": (START + "began: x\n>>>>>>> HEAD\n", ["4:8 C210", "5:1 C113"]),
    "a heading that is underlined": (START + "note: |\n  Heading\n  =======\n", []),
    # what a comment cuts
    "a number sign in a text": (
        "title: Item #3\nparties: [lyon, graz] #both\nkind: twinning # yes\nnote: #3\n",
        ["1:13 C114", "4:7 C114"],
    ),
    "a number sign in quotes": ("title: 'Item #3'\nparties: [lyon, graz]\nkind: twinning\nnote: C#\n", []),
    # characters
    "a line break that is none": (
        START + "title2: De\x85mo\nbegan: x\n",
        ["4:1 C201", "4:11 C111", "5:8 C210"],
    ),
    "line breaks by escape": (START + 'note: "a\\Nb\\Lc"\nsummary: "a\\Pb"\n', ["4:7 C111", "5:10 C111"]),
    "a line separator": (START + "note: a\u2028b\nbegan: x\n", ["4:8 C111", "5:8 C210"]),
    "half a character by escape": (START + 'note: "\\ud800"\n', ["4:10 C101"]),
    "half a character in bytes": (START.encode() + b"note: \xed\xa0\x80\n", ["4:7 C004"]),
    "NUL": (START + "note: a\0b\nbegan: x\n", ["4:8 C111", "5:8 C210"]),
    "a colour": (START + "note: \x1b[31mred\n", ["4:7 C111"]),
    "a colour by escape": (START + 'note: "\\e[31mred"\n"\\e": x\n', ["4:7 C111", "5:1 C111"]),
    "a text that is turned around": (START + "note: a\u202eb\n", ["4:8 C111"]),
    "a space that does not show in a key": (START + "no\u200bte: x\n", ["4:1 C201", "4:3 C111"]),
    "accents beside their letters": (
        "title: Mu\u0308nster\nparties: [lyon, graz]\nkind: twinning\n",
        ["1:1 C112"],
    ),
    # encodings
    "a byte order mark": (b"\xef\xbb\xbf" + START.encode() + b"began: x\n", ["4:8 C210"]),
    "a byte order mark inside": (START + "note: \ufeffx\n", ["4:7 C111"]),
    "lines that end as on Windows": (
        (START + "began: x\nnote: |\n  a\n").replace("\n", "\r\n"),
        ["4:8 C210"],
    ),
    "lines that end as on an old Mac": (
        START.replace("\n", "\r"),
        ["1:12 C111", "1:20 C101", "1:34 C111", "1:49 C111"],
    ),
    "UTF-16 with a mark": (START.encode("utf-16"), ["1:1 C004"]),
    "UTF-16 without one": (START.encode("utf-16-le"), ["1:1 C004"]),
    "UTF-16 the other way round": (START.encode("utf-16-be"), ["1:1 C004"]),
    "Windows-1252": (START.encode() + "note: Kræmmer\n".encode("cp1252"), ["4:9 C004"]),
    "Windows-1252 behind a mark": (b"\xef\xbb\xbftitle: Kr\xe6mmer\n", ["1:10 C004"]),
    # no record at all
    "nothing": ("", ["1:1 C115"]),
    "nothing but a comment": ("# later\n\n", ["1:1 C115"]),
    "null": ("~\n", ["1:1 C115"]),
    "a list": ("\n- a\n", ["2:1 C116"]),
    "a text": ("hello\n", ["1:1 C116"]),
    # what a terminal, a log or a page may take for something else
    "rich markup": (
        "title: '[bold]x[/]'\nparties: ['[/]', graz]\nkind: ':smile: [evt.]'\n",
        ["2:11 C209", "3:7 C203"],
    ),
    "a command to a log": (
        START + '"a\\n::error::x": 1\nbegan: "2019\\n::error::x"\n',
        ["4:1 C201", "5:8 C210"],
    ),
    "an address that runs": (
        START + "events: [{id: a, title: A, kind: visit, when: 2019, url: 'javascript:alert(1)'}]\n",
        ["4:58 C208"],
    ),
    # values of a shape that nobody expects
    "lists and mappings where words are": (
        demo(
            "legend: {x: [1], y: {}}",
            "- {id: a, title: A, status: [{on: [1], is: [done]}, {on: 2019, is: {}}, {is: x}]}",
        ),
        ["4:13 C204", "4:21 C204", "12:45 C204", "12:54 C204", "12:78 C204"],
    ),
    "a legend that is a list": (
        demo("legend: [√]", "- {id: a, title: A, status: [{on: 2019, is: √}]}"),
        ["4:9 C204", "12:55 C502"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_finding_has_its_code_and_place(name: str, workspace: Build):
    text, expected = CASES[name]

    assert places(told(workspace({DEMO: text}))) == expected


@pytest.mark.parametrize("name", CASES)
def test_no_message_has_more_than_one_line_or_a_sign_that_does_not_show(name: str, workspace: Build):
    for finding in check(workspace({DEMO: CASES[name][0]})).findings:
        assert f"{finding.message}{finding.help}{finding.subject}".isprintable()


@pytest.mark.parametrize("name", CASES)
def test_what_is_read_hides_nothing(name: str):
    text = CASES[name][0]
    data = Source.parse(text).data if isinstance(text, str) else None

    for value in strings(data):
        assert value.replace("\n", "").isprintable()


def strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from strings(item)
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from strings([key, item])


@pytest.fixture(scope="module")
def spent() -> dict[str, Spent]:
    """Each of the large cases, checked in a process of its own that has 1 GiB of addresses and 20 seconds."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("hostile.py")],
        check=True,
        capture_output=True,
        env=environment(PYTHONPATH=os.pathsep.join(sys.path)),
    )
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return {each["name"]: Spent(each["seconds"], each["megabytes"], each["findings"]) for each in results}


LARGE: dict[str, tuple[int, list[str]]] = {
    "200,000 brackets": (1, ["1:33 C110"]),
    "200,000 closed brackets": (1, ["1:33 C110"]),
    "200,000 braces": (1, ["1:2 C109"]),
    "200,000 keys in braces": (1, ["1:129 C110"]),
    "200,000 hyphens": (1, ["1:65 C110"]),
    "200,000 question marks": (1, ["1:3 C109"]),
    "1,400 steps of indentation": (2, ["1:1 C201", "33:33 C110"]),
    "1,400 steps of lists": (2, ["1:1 C116", "33:33 C110"]),
    "1,400 steps back": (2, ["1:1407 C101", "2:1400 C101"]),
    "a billion laughs": (101, ["4:1 C201", "4:5 C103"]),
    "a merge bomb": (201, ["4:5 C103", "5:5 C103"]),
    "150,000 aliases": (201, ["1:4 C103", "2:5 C104"]),
    "a file past the bound": (1, ["1:1 C003"]),
    "the largest comment": (1, ["1:1 C115"]),
    "one long word": (0, []),
    "one long quoted text": (0, []),
    "one long key": (1, ["4:1000001 C101"]),
    "a long quoted key": (1, ["4:1 C201"]),
    "a long unknown status": (1, ["11:41 C203"]),
    "a long date": (1, ["4:8 C210"]),
    "a long id": (1, ["4:5 C209"]),
    "a long address": (1, ["4:58 C208"]),
    "100,000 keys": (1, ["74998:9 C003"]),
    "70,000 keys": (201, ["4:1 C201", "5:1 C201"]),
    "70,000 keys of a text": (8, ["5:7 C206", "6:7 C206"]),
    "300,000 items": (1, ["149999:2 C003"]),
    "200,000 items where text is": (1, ["4:299982 C003"]),
    "100,000 parties": (201, ["3:11 C301", "3:15 C301"]),
    "100,000 parties that are none": (201, ["3:11 C209", "3:15 C209"]),
    "the same party 200,000 times": (1, ["3:899963 C003"]),
    "100,000 same keys": (201, ["5:1 C102", "6:1 C102"]),
    "170,000 keys twice": (201, ["45004:1 C102", "45005:1 C102"]),
    "250,000 explicit keys": (201, ["2:3 C102", "3:3 C102"]),
    "10,000 actions": (0, []),
    "6,000 actions that are the same as others": (201, ["11:37 C303", "12:37 C303"]),
    "6,000 actions of an unknown source": (201, ["11:37 C302", "12:37 C302"]),
    "6,000 actions of an unknown side": (201, ["11:40 C305", "12:40 C305"]),
    "10,000 actions with one title": (201, ["12:23 C701", "13:23 C701"]),
    "5,000 markers": (402, ["12:51 C502", "12:51 C503"]),
    "5,000 agreements in a chain": (201, ["5:31 C601", "6:31 C601"]),
    "5,000 agreements in a circle": (201, ["5:31 C601", "6:31 C601"]),
    "a quote on every line": (201, ["3:1 C102", "5:1 C102"]),
    "a bracket on every line": (1, ["2:1 C101"]),
    "a backslash everywhere": (1, ["1:1 C116"]),
    "quoted backslashes": (3, ["1:1 C201", "1:1 C202"]),
    "an anchor after the other": (2, ["1:1 C103", "1:4 C101"]),
    "block headers": (2, ["2:1 C101", "3:1 C101"]),
    "tabs": (1, ["1:1 C101"]),
    "exclamation marks": (1, ["1:1 C105"]),
    "percent signs": (2, ["1:2 C101", "2:2 C101"]),
    "colons": (1, ["1:1 C101"]),
    "commas": (1, ["1:2 C101"]),
    "blank lines": (1, ["1:1 C115"]),
    "carriage returns": (22, ["1:1 C111", "1:1 C116"]),
    "two colons on every line": (2, ["1:5 C101", "2:5 C101"]),
    "two colons in every item": (2, ["1:7 C101", "2:7 C101"]),
    "a stray quote on every line": (2, ["1:7 C101", "2:7 C101"]),
    "a syntax error at the end": (1, ["4:1 C101"]),
    "a syntax error in a large file": (1, ["9011:8 C101"]),
    "forty syntax errors in a large file": (7, ["1:8 C101", "2:8 C101"]),
    "a comment behind every item": (22, ["1:1 C116", "1:5 C114"]),
    "hashes": (1, ["4:8 C114"]),
    "a conflict on every line": (21, ["1:1 C113", "2:1 C113"]),
    "ends of conflicts": (21, ["1:1 C113", "2:1 C113"]),
    "dashes": (1, ["2:1 C107"]),
    "dots": (2, ["1:1 C101", "2:1 C101"]),
    "nothing but NUL": (22, ["1:1 C111", "1:1 C116"]),
    "nothing but right-to-left marks": (22, ["1:1 C111", "1:1 C116"]),
    "nothing but NEL": (22, ["1:1 C111", "1:1 C116"]),
    "accents without letters": (1, ["4:1 C112"]),
    "bytes that are no text": (1, ["1:1 C004"]),
    "a broken byte at the end": (1, ["1:1000001 C004"]),
    "an at sign behind a long word": (0, []),
    "at signs": (0, []),
    "dots behind an at sign": (1, ["4:7 C801"]),
    "plus signs and digits": (0, []),
    "a telephone that never ends": (0, []),
    "notes with addresses": (201, ["5:19 C801", "6:19 C801"]),
}
"""How many findings there are of each large case, and where the first of them are."""


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_large_and_crooked_files_take_little(name: str, spent: dict[str, Spent]):
    took = spent[name]

    assert took.seconds < SECONDS
    assert took.megabytes < MEGABYTES
    found = places(took.findings)
    assert (len(found), found[:2]) == LARGE[name]
