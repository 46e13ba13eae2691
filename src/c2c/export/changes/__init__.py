"""Changes for people and for programs. One format is one file."""

from collections.abc import Iterator
from itertools import groupby

from c2c.history.comparing import Change
from c2c.history.difference import Difference
from c2c.history.things import Thing


def by_thing(difference: Difference) -> Iterator[tuple[Thing, list[Change]]]:
    """The changes of a file, those of one thing together, in their order."""
    for _, found in groupby(difference.changes, key=lambda change: (change.thing.key, not change.field)):
        changes = list(found)
        yield changes[0].thing, changes
