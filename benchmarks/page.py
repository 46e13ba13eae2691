"""The measurements as a table, and the page docs/benchmarks.md around it."""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from run import Row

_PACKAGES = ("babel", "jinja2", "pydantic", "pyyaml", "rich", "typer", "check-jsonschema", "yamllint")
_PAGE = """\
# How fast c2c is

Made by `make bench` on {date}; do not edit. Measured with {machine}.

Each line compares whole processes that ran in turn, A B A B …, in one run: the number is the median of the pairs'
ratios on the clock, so that it says the same on a fast and a slow machine. Under it stand the lowest and the highest
pair. *CPU* is the same ratio for the time of all cores, the processes' children too.
{quick}
{table}

## What was measured

- The partnerships are made up by `benchmarks/generate.py`: about 30 actions in 8 kB each, in three languages, with dates
  of every coarseness, notes, statuses, reasons and evidence; up to 600 cities and 24 sources. `c2c validate` finds
  nothing in them, except where the table says that there are notes.
- `yaml.CSafeLoader` is the fastest loader of PyYAML. It only reads: it checks nothing, and lets duplicate keys win.
- check-jsonschema and ajv-cli get a JSON Schema made from c2c's own model (`benchmarks/schema.py`), yamllint its default
  rules. They see the partnerships only; c2c also reads the cities and the sources, and checks what refers to what.
- *On one core* c2c is told that the machine has one, and starts no second process.
- *At a revision* the workspace is a git repository with one commit, unpacked; what is measured is opening it and having the
  bytes of every file, less the same for the working tree, in milliseconds of this machine.
- Memory is the peak of the largest process, as the kernel counts it at its end; that of all processes together is looked
  at fifty times a second, and counts what they share once.

`python benchmarks/run.py --quick` measures a tenth of the data in a few minutes, `--only NAME` one part of the table.
"""


def table(rows: Iterable["Row"], quick: bool = False) -> str:
    """A Markdown table."""
    head = ["| what | target | measured | CPU | ok? | |", "| --- | ---: | ---: | ---: | :-: | --- |"]
    return "\n".join([*head, *(line(row, quick) for row in rows)])


def line(row: "Row", quick: bool = False) -> str:
    """One line of the table."""
    target = f"≤ {_value(row.target, row.unit)}" if row.target is not None else ""
    measured = "" if row.measured is None else _value(row.measured, row.unit)
    cpu = "" if row.cpu is None else _value(row.cpu, row.unit)
    ok = "" if quick else {True: "yes", False: "**no**", None: ""}[row.holds]
    return f"| {row.what} | {target} | {measured} | {cpu} | {ok} | {row.note} |"


def page(rows: Sequence["Row"], date: str, quick: bool) -> str:
    """The page of the docs."""
    warning = "\nThis was a quick run, with a tenth of the data: no target is judged.\n" if quick else ""
    return _PAGE.format(date=date, machine=_machine(), table=table(rows, quick), quick=warning)


def _value(value: float, unit: str) -> str:
    if unit != "×":
        return f"{value:.0f} {unit}"
    digits = 1 if value >= 2 else 2 if value >= 0.2 else 3
    return f"{value:.{digits}f}{unit}"


def _machine() -> str:
    """What it was measured with: the machine's kind and the versions, and no names."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    return f"{cores} cores of {_processor()}, {platform.system()}, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not there)"
