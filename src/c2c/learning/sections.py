"""What was learned, in parts that a terminal, a page and a test can show alike: sentences, tables and lists."""

from typing import NamedTuple, TypeAlias

from c2c.model.text import Text
from c2c.vocab import Topic

Piece: TypeAlias = str | Text
"""Words of c2c in the language that is spoken, or a text from the data, which may be in another."""


class Table(NamedTuple):
    """A table: its head may be empty, the first column names the rows, the others are numbers or words."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    note: str = ""
    """What to bear in mind when one looks at it."""


class Line(NamedTuple):
    """Something with a title: which partnership it is of and under which id, and what else there is to say of it."""

    what: Piece
    partnership: str = ""
    id: str = ""
    told: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    """A word for each thing that is told, and the thing."""


class Lines(NamedTuple):
    """A list under a head. `all` says how many there are, where not all are shown."""

    head: str
    lines: tuple[Line, ...]
    all: int


class Section(NamedTuple):
    """A topic: what there is to say first, then the tables, then the lists."""

    topic: Topic
    head: str
    told: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    lists: tuple[Lines, ...] = ()
