"""Write the pages and schemas that are made from the code, and the outputs that README.md and docs/ quote.

`--check` only compares.
"""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from pages import cli, file_format, outputs, rules, schemas

ROOT = Path(__file__).resolve().parents[1]
NOTICE = "<!-- Made from the code by `make docs`: change that, not this. -->\n"
PAGES = {
    "docs/cli.md": cli.page,
    "docs/format.md": file_format.page,
    "docs/rules.md": rules.page,
}
SHOWN_LINES = 12
"""How much of a difference --check shows of each stale file."""


def main(arguments: list[str]) -> int:
    """Write, or compare; 1 if something is stale, 2 if called wrongly."""
    if arguments not in ([], ["--check"]):
        print("usage: make_docs.py [--check]", file=sys.stderr)
        return 2
    stale = [(name, before, after) for name, before, after in _files() if before != after]
    for name, before, after in stale:
        if arguments:
            print(f"{name} is stale: run `make docs` and commit what it writes")
            changes = unified_diff(
                before.splitlines(), after.splitlines(), name, "made now", n=1, lineterm=""
            )
            print(*[f"    {line}" for line, _ in zip(changes, range(SHOWN_LINES), strict=False)], sep="\n")
        else:
            _write(ROOT / name, after)
            print(f"wrote {name}")
    return 1 if stale and arguments else 0


def _files() -> Iterator[tuple[str, str, str]]:
    """Each file with its text as it is and as it should be."""
    for name, page in PAGES.items():
        path = ROOT / name
        yield name, _read(path) if path.exists() else "", NOTICE + page()
    for name, text in schemas.files():
        path = ROOT / name
        yield name, _read(path) if path.exists() else "", text
    for path in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))):
        name = path.relative_to(ROOT).as_posix()
        if name not in PAGES:
            before = _read(path)
            yield name, before, outputs.refreshed(before, ROOT)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
