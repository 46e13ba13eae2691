"""What all lists share: one JSON document, or one table, and a word on what could not be read."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from c2c.cli.aside import tell

if TYPE_CHECKING:
    from c2c.cli.reading import Reading

T = TypeVar("T")


def print_json(name: str, found: Iterable[Mapping[str, object]], reading: "Reading") -> None:
    """Print what was found under its name, and what was left out."""
    from c2c.export.document import print_document

    print_document({}, (name, found), ("left_out", reading.left_out))
    reading.say_left_out()


def print_table(
    heads: list[str],
    found: Iterable[T],
    row: Callable[[T], tuple[str, ...]],
    reading: "Reading",
    flexible: int = -1,
) -> None:
    """Print what was found as a table, a row each; say so if it is nothing."""
    from c2c.cli.terminal import Screen

    rows = [row(each) for each in found]  # the rows are small; what they are made from is let go
    Screen().table(heads, rows, flexible=flexible)
    if not rows:
        tell("nothing is like that")
    reading.say_left_out()
