"""Small real workspaces: two cities, a source, and what a test puts beside them."""

from collections.abc import Mapping, Set
from pathlib import Path

from c2c.rules.check import check
from c2c.workspace import Workspace

Files = Mapping[str, str | bytes]

BASE: Files = {
    "c2c.yaml": "languages: [en, da, zh]\n",
    "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\n",
    "data/cities/graz.yaml": "names: Graz\nkind: city\ncountry: AT\n",
    "data/sources/case-study.yaml": "title: A case study\n",
}
DEMO = "data/partnerships/demo.yaml"
"""Where a partnership stands that is all that a test is about."""


def build(root: Path, files: Files) -> Workspace:
    """Write the base and the files, and open the workspace."""
    for name, content in {**BASE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Workspace.open(root)


NARRATIVE = {f"C6{number:02}" for number in range(2, 10)}
"""What rules say of a record as a whole; it has tests of its own, and small records lack most of it."""


def told(workspace: Workspace, but: Set[str] = NARRATIVE) -> list[str]:
    """Every finding as its line, without those of some codes."""
    return [str(finding) for finding in check(workspace).findings if finding.code not in but]


def places(lines: list[str]) -> list[str]:
    """Line, column and code of findings in the partnership; the whole line of what is elsewhere."""
    found = []
    for line in lines:
        path, _, rest = line.partition(":")
        place, _, said = rest.partition(": ")
        found.append(f"{place} {said.split()[1]}" if path == DEMO else line)
    return found


def demo(head: str = "", actions: str = "") -> str:
    """A partnership of Lyon and Graz; `actions` are the lines of its only effort's list, from the first column on."""
    lines = ["title: Demo", "parties: [lyon, graz]", "kind: twinning"]
    if head:
        lines.append(head.rstrip("\n"))
    if actions:
        lines += ["focus_areas:", "  - id: all", "    title: All", "    efforts:", "      - id: visits"]
        lines += ["        title: Visits", "        actions:"]
        lines += [f"          {line}" for line in actions.strip("\n").split("\n")]
    return "\n".join(lines) + "\n"
