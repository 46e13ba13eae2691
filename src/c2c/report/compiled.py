"""Built-in templates, compiled once: compiling takes longer than all the rest of a report."""

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket

from c2c.kept import Kept


class Compiled(BytecodeCache):
    """Jinja's cache of compiled templates, kept beside what else c2c keeps."""

    def __init__(self, *makers: str) -> None:
        """`makers` are the files that decide what a template compiles to, beside its text."""
        self._kept = Kept(compiler.__file__, *makers)

    def get_source_checksum(self, source: str) -> str:
        """What the text and its makers have in common with those that a compiled template is from."""
        return self._kept.checksum(source.encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the template, if it is there, and from this text."""
        bucket.bytecode_from_string(self._kept.read(_name(bucket)))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template."""
        self._kept.keep(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
