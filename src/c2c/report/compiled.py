"""Built-in templates, compiled once: kept where Python keeps its own compiled modules, under the same conditions."""

import os
import sys
import tempfile
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiling takes longer than all the rest of a report. What cannot be kept is compiled again; nothing fails."""

    def __init__(self, *makers: str) -> None:
        """`makers` are the files that decide what a template compiles to, beside its text."""
        self.folder = Path(cache_from_source(__file__)).parent
        files = (Path(path).stat() for path in (compiler.__file__, *makers))
        self.made_by = repr([(file.st_mtime_ns, file.st_size) for file in files])

    def get_source_checksum(self, source: str) -> str:
        """What the text and its makers have in common with those that a compiled template is from."""
        return sha256(f"{self.made_by}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the template, if it is there, and from this text."""
        try:
            with self._path(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except OSError:
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template, if Python may keep modules here."""
        if sys.dont_write_bytecode or not os.access(self.folder, os.W_OK):
            return
        descriptor, temporary = tempfile.mkstemp(dir=self.folder, suffix=".tmp")
        with os.fdopen(descriptor, "wb") as file:
            bucket.write_bytecode(file)
        Path(temporary).replace(self._path(bucket))

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"template-{bucket.key}.{sys.implementation.cache_tag}.jinja"
