"""Compile what a start would have to compile: c2c's modules, templates and catalogues, and the guidebook's chapters.

Also where Python is told not to write while it runs: a start would take several times as long.
"""

import compileall
import sys
from pathlib import Path

sys.dont_write_bytecode = False


def main() -> None:
    """Compile all of it, and keep it where Python keeps its modules."""
    compileall.compile_dir(Path(__file__).resolve().parents[1] / "src", quiet=1)
    from c2c.guidebook.titles import shipped
    from c2c.language import Language, known
    from c2c.report.rendering import compile_ahead
    from c2c.report.templates import templates_of
    from c2c.resources import templates
    from c2c.vocab import CHAPTERS

    compile_ahead(templates_of(templates().parent).texts)
    for code in known():
        Language(code)
    for name in CHAPTERS:
        shipped(name)


if __name__ == "__main__":
    main()
