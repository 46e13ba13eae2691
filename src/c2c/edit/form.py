"""How a new value is written: plain where that is safe, in one line where it fits, long texts over several lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from c2c.source import Data, Source

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
Item: TypeAlias = "Mapping[str, Value]"
"""A record of plain words, lists and records: its keys and their values, in order."""

WIDTH: Final = 120
"""How long a line becomes at most, where what it says can be broken."""
_SHORT: Final[Mapping[str, str]] = {"\n": "\\n", "\t": "\\t"}
_WORD: Final = re.compile(r"[a-z][a-z0-9_]*")


def scalar(text: str, in_flow: bool = False) -> str:
    """A text as YAML, plain where that reads back as the same text, else in double quotes."""
    if text.isprintable() and text == text.strip() and _reads_as(text, text, in_flow):
        return text
    escaped = "".join(_escaped(character) for character in text)
    return f'"{escaped}"'


def quoted(text: str, sign: str, in_flow: bool) -> str:
    """A text in the form of the one that it replaces, if that reads back as the same text; else as `scalar` has it."""
    if sign == "'" and text.isprintable() and text:
        doubled = text.replace("'", "''")
        if _reads_as(f"'{doubled}'", text, in_flow):
            return f"'{doubled}'"
    if sign == '"':
        escaped = "".join(_escaped(character) for character in text)
        return f'"{escaped}"'
    return scalar(text, in_flow)


def in_flow(value: Value) -> str:
    """A value in brackets, on one line."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(key, True)}: {in_flow(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(in_flow, value))}]"


def item_lines(item: Value, column: int, is_flow: bool = False) -> list[str]:
    """An item of a list in lines whose hyphens stand in `column`; in brackets if it is to be and fits a line."""
    hyphen = " " * column + "- "
    if isinstance(item, str):
        return text_lines(hyphen.rstrip(), item, column)
    flow = in_flow(item)
    if not item or (is_flow and column + 2 + len(flow) <= WIDTH):
        return [f"{hyphen}{flow}"]
    if isinstance(item, Mapping):
        lines = [line for key, value in item.items() for line in entry_lines(key, value, column + 2)]
    else:
        lines = [line for each in item for line in item_lines(each, column + 2)]
    return [hyphen + lines[0][column + 2 :], *lines[1:]]


def entry_lines(key: str, value: Value, column: int, in_lines: bool = False) -> list[str]:
    """A key with its value, in a mapping in lines whose keys stand in `column`.

    A collection stands in brackets where it fits the line and is not wanted `in_lines`.
    """
    head = f"{' ' * column}{_key(key)}:"
    if isinstance(value, str):
        return text_lines(head, value, column)
    flow = f"{head} {in_flow(value)}"
    if not value or (len(flow) <= WIDTH and not in_lines):
        return [flow]
    if isinstance(value, Mapping):
        below = (entry_lines(name, each, column + 2) for name, each in value.items())
    else:
        below = (item_lines(each, column + 2, is_flow=not in_lines) for each in value)
    return [head, *(line for lines in below for line in lines)]


def text_lines(head: str, text: str, column: int) -> list[str]:
    """A text behind its key: on the same line where it fits, else folded; as it is, where it has several lines."""
    line = f"{head} {scalar(text)}"
    if len(line) <= WIDTH and "\n" not in text:
        return [line]
    indent = " " * (column + 2)
    for header, lines in _in_lines(text, WIDTH - column - 2):
        told = [f"{head} {header}", *(f"{indent}{each}" if each else "" for each in lines)]
        if _reads_as("\n".join([header, *(f"  {each}" if each else "" for each in lines)]), text):
            return told
    return [line]


def document(item: Item) -> str:
    """A whole file."""
    lines = [line for key, value in item.items() for line in entry_lines(key, value, 0)]
    return "\n".join(lines) + "\n"


def plain(value: Value) -> Data:
    """What a value is when it is read."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value]


def _key(key: str, in_flow: bool = False) -> str:
    return key if _WORD.fullmatch(key) else scalar(key, in_flow)


def _in_lines(text: str, width: int) -> Iterator[tuple[str, list[str]]]:
    """The ways to write a text over lines: a header, and the lines without their indentation."""
    if not text.replace("\n", "").isprintable() or text != text.strip():
        return
    if "\n" in text:
        yield "|-", text.split("\n")
    elif " " in text and "  " not in text:
        yield ">-", _wrapped(text, width)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def _reads_as(written: str, text: str, in_flow: bool = False) -> bool:
    """Whether what is written reads as a text, behind a key, or in brackets behind one."""
    expected: Data = [text] if in_flow else text
    read = Source.parse(f"k: [{written}]\n" if in_flow else f"k: {written}\n")
    return read.data == {"k": expected} and not read.problems


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character in _SHORT:
        return _SHORT[character]
    return character if character.isprintable() else f"\\U{ord(character):08x}"
