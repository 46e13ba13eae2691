"""What each key of a file means, with examples: the docstrings under the fields of the models, read from their source.

    on: Date | None = None
    \"\"\"As of when it is so: `2019-12`, `2018-21`.\"\"\"

Python forgets such a docstring when it has read it, so it costs a start nothing.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from typing import Final, NamedTuple, TypeAlias

from c2c.model.base import Record, read_flag, read_number
from c2c.source.reader import Data, read

Example: TypeAlias = "str | int | float | bool | None | list[Example] | dict[str, Example]"

_FORM: Final = re.compile(r"(?P<said>.*?)(?:: (?P<examples>`[^`]+`(?:, `[^`]+`)*))?\.")


class Manual(NamedTuple):
    """What a key means, in a sentence, and how it may be written: as YAML, and as what YAML 1.2 makes of that."""

    said: str
    written: tuple[str, ...]
    examples: tuple[Example, ...]


def manual(model: type[Record]) -> dict[str, Manual]:
    """The manual of every key of a record, its own after what it inherits."""
    docstrings = {
        name: docstring
        for cls in reversed(model.__mro__)
        if issubclass(cls, Record)
        for name, docstring in _of_module(cls.__module__).get(cls.__name__, {}).items()
    }
    fields = model.model_fields.items()
    return {field.alias or name: _read(docstrings[name]) for name, field in fields if name in docstrings}


def named(model: type) -> str:
    """A class's name in words: FocusArea is a focus area."""
    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
    return {
        "source ref": "reference to a source",
        "declared": "declared step",
        "accepted": "accepted finding",
        "document": "source",
        "config": "workspace",
    }.get(words, words)


def about(model: type) -> str:
    """What a class says of itself."""
    return cleandoc(model.__doc__ or "")


def _read(docstring: str) -> Manual:
    form = _FORM.fullmatch(" ".join(docstring.split()))
    assert form, f"a field's docstring is a sentence, maybe with examples behind a colon: {docstring}"
    written = tuple(re.findall("`([^`]+)`", form["examples"] or ""))
    return Manual(f"{form['said']}.", written, tuple(_plain(read(each).data) for each in written))


def _plain(data: Data) -> Example:
    """Data with numbers and true and false as what they are."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    for reader in (read_number, read_flag):
        try:
            return reader(data)
        except ValueError:
            continue
    return data


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """By class and field the docstrings of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: dict(_of_class(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            value = after.value if isinstance(after, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield field.target.id, value.value
