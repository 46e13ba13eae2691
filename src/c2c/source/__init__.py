"""YAML text ↔ data ↔ places: a file becomes a `Source`, which has the data, what is wrong, and where everything is."""

from c2c.source.files import MAX_BYTES, read_bytes
from c2c.source.places import item_at, value_at
from c2c.source.reader import MAX_DEPTH, MAX_PROBLEMS, Data
from c2c.source.source import Source
from c2c.source.text import Place, Problem
from c2c.source.trees import Disk, Memory, Tree

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "Data",
    "Disk",
    "Memory",
    "Place",
    "Problem",
    "Source",
    "Tree",
    "item_at",
    "read_bytes",
    "value_at",
]
