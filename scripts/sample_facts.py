"""Draw facts of data/ at random, for somebody to check word by word against the texts they come from.

    python scripts/sample_facts.py [--seed 1] [--number 60]

A fact is a record that says something checkable, or the head of a file. Each is printed with its place, its
route, what it says in English, and its sources. The same seed draws the same facts as long as the data stay
the same. Left out are the actions of bycirklen-wuxi, which were all audited, and what does not come from the
texts that the data began with.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from c2c.diagnostics import Route
from c2c.source import Data
from c2c.workspace import CITY, GUIDEBOOK, PARTNERSHIP, File, Workspace

ROOT = Path(__file__).resolve().parents[1]
SEEDS = frozenset(
    (
        "bycirklen-status-sheet",
        "cooperation-plans-guidelines",
        "europe-china-exchange-case-study",
        "jiangsu-background-note",
        "uk-twinning-review",
    )
)
AUDITED = ("bycirklen-wuxi", "actions")
FACTS = frozenset(
    (
        *(
            "achievements",
            "actions",
            "agreements",
            "evaluations",
            "events",
            "facts",
            "ideas",
            "items",
            "lessons",
        ),
        *("members", "membership", "participants", "seeks", "strategies"),
    )
)
"""The lists whose records are facts, wherever in a file they stand; `items` are those of the guidebook."""
HEAD = (
    *("title", "names", "parties", "kind", "country", "region", "founded", "dissolved", "began", "ended"),
    *("looking", "ad_hoc", "programmes", "areas", "summary"),
)
"""What a file says before its lists."""


class Fact(NamedTuple):
    """A record that can be checked: its sources are its `own`, or those of what it stands in."""

    file: File
    route: Route
    said: str
    sources: tuple[tuple[str, str], ...]
    own: bool = True

    @property
    def place(self) -> str:
        """The file and the line."""
        span = self.file.source.span(self.route)
        return f"{span.path}:{span.line}"


def main(arguments: list[str]) -> int:
    """Print the facts that were drawn, in the order of the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="which draw (default: 1)")
    parser.add_argument("--number", type=int, default=60, help="how many facts (default: 60)")
    chosen = parser.parse_args(arguments)
    facts = list(all_facts(Workspace.open(ROOT)))
    places = range(len(facts))
    drawn = random.Random(chosen.seed).sample(places, max(0, min(chosen.number, len(facts))))
    print(f"{len(drawn)} of {len(facts)} facts, seed {chosen.seed}")
    for number, place in enumerate(sorted(drawn), 1):
        fact = facts[place]
        print(f"\n{number}. {fact.place}  {'/'.join(map(str, fact.route)) or 'head'}\n   {fact.said}")
        label = "source" if fact.own else "source, inherited"
        print(*[f"   {label}: {source}{at and f', {at}'}" for source, at in fact.sources], sep="\n")
    return 0


def all_facts(workspace: Workspace) -> Iterator[Fact]:
    """Every fact that has a source among the texts, in the order of the files and of what is in them."""
    for kind in (CITY, PARTNERSHIP, GUIDEBOOK):
        for file in workspace.files(kind):
            data = file.source.data
            if isinstance(data, dict):
                sources = _sources(data)
                head: dict[str, Data] = {key: data[key] for key in HEAD if key in data}
                found = list(_facts(file, data, (), sources))
                heads = [] if kind == GUIDEBOOK else [Fact(file, (), _said(head), sources)]
                yield from (fact for fact in heads + found if SEEDS.intersection(dict(fact.sources)))


def _facts(file: File, data: Data, route: Route, sources: tuple[tuple[str, str], ...]) -> Iterator[Fact]:
    """The facts below a route; `sources` is what a record without sources of its own inherits."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            own = _sources(item) if isinstance(item, dict) else ()
            if isinstance(item, dict) and route[-1] in FACTS and (file.entry.id, route[-1]) != AUDITED:
                yield Fact(file, (*route, number), _said(item), own or sources, bool(own))
            yield from _facts(file, item, (*route, number), own or sources)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _facts(file, value, (*route, key), sources)


def _sources(data: dict[str, Data]) -> tuple[tuple[str, str], ...]:
    """A record's own sources, each with the place in it."""
    given = data.get("sources")
    pairs = []
    for source in given if isinstance(given, list) else []:
        named = source if isinstance(source, dict) else {"source": source}
        pairs.append((_said(named.get("source")), _said(named.get("at"))))
    return tuple(pairs)


def _said(data: Data) -> str:
    """What a part of a file says, in English where it has it, on one line and without its sources."""
    if isinstance(data, list):
        return ", ".join(map(_said, data))
    if isinstance(data, dict):
        if isinstance(data.get("en"), str):
            return _said(data["en"])
        return " · ".join(f"{key}: {_said(value)}" for key, value in data.items() if key != "sources")
    return " ".join((data or "").split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
