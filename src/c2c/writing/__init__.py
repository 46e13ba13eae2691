"""Writing whole or not at all: a data file that c2c has read, a new one, or what it was asked to put out."""

from c2c.writing.creating import create
from c2c.writing.lock import Lock
from c2c.writing.output import write
from c2c.writing.quiet import wait_until_quiet
from c2c.writing.replacing import replace_unchanged

__all__ = ["Lock", "create", "replace_unchanged", "wait_until_quiet", "write"]
