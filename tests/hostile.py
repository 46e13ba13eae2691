"""Files that somebody could send to hurt, and a program that checks each in a process with little to spend.

python tests/hostile.py NAME...    prints a JSON line per case: seconds of processor time, megabytes, findings
"""

import json
import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

SECONDS = 2.0
MEGABYTES = 500
MIB = 1_048_576
START = "title: Demo\nparties: [lyon, graz]\nkind: twinning\n"


def filled(piece: str, size: int = MIB) -> str:
    """As many pieces as fit into the largest file that is read."""
    return piece * (size // len(piece.encode()))


def numbered(piece: str, count: int) -> str:
    return "".join(piece.format(n) for n in range(count))


def billion_laughs() -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return START + "\n".join(lines) + "\n"


def merge_bomb() -> str:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 25)]
    return START + "\n".join(lines) + "\n"


def actions(count: int, rest: str = "") -> str:
    """A partnership with many small actions; `rest` goes into each, with its number for {0}."""
    head = (
        START + "focus_areas:\n- id: all\n  title: All\n  efforts:\n  - id: e\n    title: E\n    actions:\n"
    )
    return head + "".join(f"    - {{id: a{n}, title: T{n}{rest.format(n)}}}\n" for n in range(count))


TEXTS: dict[str, Callable[[], str | bytes]] = {
    # nesting
    "200,000 brackets": lambda: "[" * 200_000,
    "200,000 closed brackets": lambda: "[" * 200_000 + "]" * 200_000,
    "200,000 braces": lambda: "{" * 200_000,
    "200,000 keys in braces": lambda: "{a: " * 200_000,
    "200,000 hyphens": lambda: "- " * 200_000,
    "200,000 question marks": lambda: "? " * 200_000,
    "1,400 steps of indentation": lambda: "".join(" " * n + "a:\n" for n in range(1400)),
    "1,400 steps of lists": lambda: "".join(" " * n + "-\n" for n in range(1400)),
    "1,400 steps back": lambda: "".join(" " * n + "- a: b: c\n" for n in range(1400, 0, -1)),
    # bombs
    "a billion laughs": billion_laughs,
    "a merge bomb": merge_bomb,
    "150,000 aliases": lambda: f"a: &a b\nc: [{filled('*a, ', 600_000)}*a]\n",
    # size
    "a file past the bound": lambda: "#" * (MIB + 1),
    "the largest comment": lambda: "#" * MIB,
    "one long word": lambda: START + "note: " + "a" * 1_000_000 + "\n",
    "one long quoted text": lambda: START + 'note: "' + "a b" * 330_000 + '"\n',
    "one long key": lambda: START + "a" * 1_000_000 + ": b\n",
    "a long quoted key": lambda: START + '"' + "k" * 900 + '": b\n',
    "a long unknown status": lambda: actions(1, ", status: [{{is: " + "x" * 1_000_000 + "}}]"),
    "a long date": lambda: START + "began: " + "2019-" * 200_000 + "\n",
    "a long id": lambda: START + "id: " + "a-" * 500_000 + "a\n",
    "a long address": lambda: (
        START
        + "events: [{id: a, title: A, kind: visit, when: 2019, url: 'https://"
        + "a" * 1_000_000
        + "'}]\n"
    ),
    "100,000 keys": lambda: START + numbered("k{}: v\n", 95_000),
    "70,000 keys": lambda: START + numbered("k{}: v\n", 70_000),
    "70,000 keys of a text": lambda: START + "note:\n" + numbered("  k{}: v\n", 70_000),
    "300,000 items": lambda: filled("-\n", 600_000),
    "200,000 items where text is": lambda: START + "note: [" + filled("a,", 400_000) + "]\n",
    "100,000 parties": lambda: (
        "title: Demo\nkind: twinning\nparties: [" + numbered("p{}, ", 100_000) + "p]\n"
    ),
    "100,000 parties that are none": lambda: (
        "title: Demo\nkind: twinning\nparties: [" + numbered("P{}, ", 100_000) + "]\n"
    ),
    "the same party 200,000 times": lambda: (
        "title: Demo\nkind: twinning\nparties: [" + filled("lyon, ", 900_000) + "]\n"
    ),
    "100,000 same keys": lambda: START + filled("note: x\n", 900_000),
    "170,000 keys twice": lambda: START + numbered("k{}: v\n", 45_000) * 2,
    "250,000 explicit keys": lambda: filled("? a\n"),
    "10,000 actions": lambda: actions(10_000),
    "6,000 actions that are the same as others": lambda: actions(6000, ", same_as: [x{0}]"),
    "6,000 actions of an unknown source": lambda: actions(6000, ", sources: [source-{0}]"),
    "6,000 actions of an unknown side": lambda: actions(6000, ", proposed_by: side-{0}"),
    "10,000 actions with one title": lambda: re.sub("title: T[0-9]+", "title: T", actions(8000)),
    "5,000 markers": lambda: (
        START
        + "legend: {"
        + numbered("'(√{0})': done, ", 5000)
        + "}\n"
        + actions(5000, ", status: [{{on: 2019, is: '(✓{0})'}}]").removeprefix(START)
    ),
    "5,000 agreements in a chain": lambda: (
        START + "agreements:\n" + numbered("- {{id: a{0}, kind: mou, renews: a{0}x}}\n", 8000)
    ),
    "5,000 agreements in a circle": lambda: (
        START
        + "agreements:\n"
        + "".join(f"- {{id: a{n}, kind: mou, renews: a{(n + 1) % 8000}}}\n" for n in range(8000))
    ),
    # traps for the parser, the expressions and the recovery
    "a quote on every line": lambda: filled('a: "\n'),
    "a bracket on every line": lambda: filled("- [\n"),
    "a backslash everywhere": lambda: filled("\\"),
    "quoted backslashes": lambda: 'a: "' + filled("\\\\", 1_000_000) + '"\n',
    "an anchor after the other": lambda: filled("&a "),
    "block headers": lambda: filled("|\n"),
    "tabs": lambda: filled("\t"),
    "exclamation marks": lambda: filled("!"),
    "percent signs": lambda: filled("%\n"),
    "colons": lambda: filled(": "),
    "commas": lambda: "[" + filled(",", 1_000_000),
    "blank lines": lambda: filled("\n"),
    "carriage returns": lambda: filled("\r"),
    "two colons on every line": lambda: filled("a: b: c\n"),
    "two colons in every item": lambda: filled("- a: b: c\n"),
    "a stray quote on every line": lambda: filled('a: "b"c\n'),
    "a syntax error at the end": lambda: START + filled("- a\n", 1_000_000) + "x: y: z\n",
    "a syntax error in a large file": lambda: actions(9000) + "note: a: b\n",
    "forty syntax errors in a large file": lambda: "note: a: b\n" * 40 + actions(9000),
    "a comment behind every item": lambda: filled("- a #b\n"),
    "hashes": lambda: START + "note: " + filled(" #a", 900_000) + "\n",
    "a conflict on every line": lambda: filled("<<<<<<<\n"),
    "ends of conflicts": lambda: filled(">>>>>>> x\n"),
    "dashes": lambda: filled("---\n"),
    "dots": lambda: filled("...\n"),
    # characters
    "nothing but NUL": lambda: filled("\0"),
    "nothing but right-to-left marks": lambda: filled("\u202e"),
    "nothing but NEL": lambda: filled("\x85"),
    "accents without letters": lambda: START + "note: a" + "\u0301\u0316" * 240_000 + "\n",
    "bytes that are no text": lambda: b"\xff\x00\xfe" * 300_000,
    "a broken byte at the end": lambda: b"a" * 1_000_000 + b"\xff",
    # what looks like an address or a number
    "an at sign behind a long word": lambda: START + "note: " + "a" * 1_000_000 + "@\n",
    "at signs": lambda: START + 'note: "' + filled("a@", 1_000_000) + '"\n',
    "dots behind an at sign": lambda: START + 'note: "a@' + filled("a.", 1_000_000) + '"\n',
    "plus signs and digits": lambda: START + 'note: "' + filled("+1 2 3 ", 1_000_000) + '"\n',
    "a telephone that never ends": lambda: START + 'note: "tlf ' + filled("tlf: 1 ", 1_000_000) + '"\n',
    "notes with addresses": lambda: (
        START + "doubts:\n" + numbered("- {{id: d{0}, title: a{0}@b.cd}}\n", 20_000)
    ),
}
"""Texts of a partnership that take long or much, if one does not take care."""


class Spent(NamedTuple):
    """What a check has taken, and what it has found."""

    seconds: float
    megabytes: float
    findings: list[str]


def checked(text: str | bytes, root: Path) -> list[str]:
    """The findings of a workspace with the text as its partnership."""
    from building import DEMO, build, told

    lines: list[str] = told(build(root, {DEMO: text}))
    return lines


def spent(text: str | bytes) -> Spent:
    """What a check takes in a child of its own, which may use 1 GiB of addresses and 20 seconds."""
    with tempfile.TemporaryDirectory() as folder:
        readable, writable = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(readable)
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
            resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
            with os.fdopen(writable, "w") as pipe:
                json.dump(checked(text, Path(folder)), pipe)
            os._exit(0)
        os.close(writable)
        with os.fdopen(readable) as pipe:
            said = pipe.read()
        _, status, used = os.wait4(child, 0)
    findings = json.loads(said) if status == 0 else [f"ended with status {status}"]
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, findings)


def measured(names: Iterable[str]) -> None:
    """Check each and print what it took.

    One that takes too long is checked twice more, and the fastest counts: other work on the machine makes a check
    slower, never faster.
    """
    from c2c.spelling import nearest

    import_module("building")  # so that a child does not spend its time on imports
    nearest("lyom", ["lyon"])
    for name in names:
        text = TEXTS[name]()
        took = spent(text)
        for _ in range(2):
            if took.seconds >= SECONDS:
                took = min(took, spent(text))
        sys.stdout.write(f"{json.dumps({'name': name, **took._asdict()})}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    measured(sys.argv[1:] or TEXTS)
