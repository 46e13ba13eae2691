"""validate --fix: write what c2c mends by itself, file by file, or show it."""

from collections import Counter

from c2c.cli.aside import tell
from c2c.cli.editing import Edit, print_difference
from c2c.errors import C2CError
from c2c.rules.fixes import Mended, mended
from c2c.workspace import Entry, Workspace


def mend(space: Workspace, names: set[str] | None, dry_run: bool) -> bool:
    """Mend the files that are named, or all, and say what was mended, or only show it; whether there was something.

    A file that cannot be written is named, and hides no other.
    """
    found = False
    for entry in space.entries:
        if names is not None and entry.name not in names:
            continue
        file = space.read(entry)
        better = mended(file)
        if better is None:
            continue
        found = True
        if dry_run:
            print_difference(entry.name, file.source.text, better.text)
        else:
            _write(space, entry)
    return found


def _write(space: Workspace, entry: Entry) -> None:
    """Read the file again under its folder's lock, mend it, and say so."""
    try:
        edit = Edit(space, entry, needs_record=False)
        better = mended(edit.file)
        if better is not None and edit.make(lambda _: better.text, "", dry_run=False):
            tell(f"{entry.name}: mended {_said(better)}")
    except C2CError as error:
        tell(str(error), error.help)


def _said(better: Mended) -> str:
    """Such as: 2 times C210 (lines 4, 17), C503 (line 9)."""
    counts = Counter(code for code, _ in better.fixed)
    lines = {code: [str(line) for each, line in better.fixed if each == code] for code in counts}
    return ", ".join(
        f"{code} ({'line' if counts[code] == 1 else 'lines'} {', '.join(lines[code])})" for code in counts
    )
