"""What c2c works out of the files that ship with it, kept where Python keeps its own compiled modules, as Python does."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

_DIGITS: Final = 64
"""How long a checksum is."""


class Kept:
    """Things that take longer to work out than to read: compiled templates and catalogues, chapters.

    Each has a checksum of what it is from and of itself, so it is neither stale nor broken when it is taken. What cannot
    be kept is worked out again; nothing fails.
    """

    def __init__(self, *makers: str | None) -> None:
        """`makers` are the files of the modules that decide what comes out, beside the text that goes in."""
        self._folder = Path(cache_from_source(__file__)).parent
        files = (Path(maker).stat() for maker in makers if maker)
        self._made_by = repr([(file.st_mtime_ns, file.st_size) for file in files]).encode()

    def made(self, name: str, text: bytes, make: Callable[[bytes], bytes]) -> bytes:
        """What `make` makes of a text, made once."""
        found = self.read(name)
        checksum, made = found[:_DIGITS], found[_DIGITS:]
        if checksum != self.checksum(text + made).encode():
            made = make(text)
            self.keep(name, self.checksum(text + made).encode() + made)
        return made

    def checksum(self, text: bytes) -> str:
        """What a text and the makers have in common with those that something is from, in hexadecimal digits."""
        return sha256(self._made_by + b"\n" + text).hexdigest()

    def read(self, name: str) -> bytes:
        """What is kept under a name; nothing, if there is none."""
        try:
            return self._path(name).read_bytes()
        except OSError:
            return b""

    def keep(self, name: str, content: bytes) -> None:
        """Keep something, if Python may keep modules here: whole or not at all."""
        if sys.dont_write_bytecode:
            return
        path = self._path(name)
        temporary = path.with_suffix(f".{os.urandom(8).hex()}.tmp")
        with suppress(OSError):
            try:
                temporary.write_bytes(content)
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.{sys.implementation.cache_tag}.made"
