"""Measure c2c against a bare interpreter, a bare YAML parser and other validators, and hold it to its targets.

Everything is measured side by side in one run, as the ratio of whole processes that follow one another:
`python benchmarks/run.py`, with --quick for a tenth of the data, --only NAME for one part of it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

import page
import rivals
from generate import generate
from measure import Command, Failed, Ratio, compare, run, typical

REPOSITORY: Final = Path(__file__).resolve().parents[1]
BIN: Final = Path(sys.executable).parent


class Row(NamedTuple):
    """A line of the table. `target` is the most that it may be, None where there is no target; `note` says how it was got."""

    what: str
    measured: float | None
    unit: str = "×"
    target: float | None = None
    cpu: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None where there is none, or nothing was measured."""
        return None if self.target is None or self.measured is None else self.measured <= self.target


class Bench:
    """What all measurements share: how much of them is wanted, and the workspaces, each made when it is first asked for."""

    def __init__(self, folder: Path, quick: bool) -> None:
        self.folder = folder
        self.quick = quick
        self.thousand = 100 if quick else 1000
        self.ten_thousand = 10 * self.thousand

    def times(self, number: int) -> int:
        """How often to measure: fewer times, if it is to be quick."""
        return max(2, number // 3) if self.quick else number

    def workspace(self, partnerships: int, cities: int | None = None, unproven: float = 0.0) -> Path:
        """A workspace of so many partnerships."""
        folder = self.folder / f"{partnerships}-{cities}-{unproven}"
        if not folder.exists():
            generate(folder, partnerships, cities=cities, unproven=unproven)
        return folder

    @cached_property
    def bare(self) -> Command:
        """The interpreter of the same environment, which does nothing."""
        return Command((sys.executable, "-c", "pass"), REPOSITORY)


def c2c(folder: Path, *arguments: str, codes: tuple[int, ...] = (0,)) -> Command:
    """The command that users type."""
    return Command((str(BIN / "c2c"), *arguments), folder, codes)


def one_core(command: Command) -> Command:
    """The same on a machine that seems to have one core."""
    program = "import os; os.sched_getaffinity = lambda pid: {0}; from c2c.cli import command; command()"
    return command._replace(words=(sys.executable, "-c", program, *command.words[1:]))


def start_up(bench: Bench) -> Iterator[Row]:
    """Commands on the repository's own data against a bare interpreter."""
    wanted = (
        (2, ("--version",)),
        (10, ("--help",)),
        (25, ("status",)),
        (25, ("status", "bycirklen-wuxi")),
        (30, ("report", "bycirklen-wuxi", "--year", "2019")),
        (None, ("report", "bycirklen-wuxi", "--year", "2019", "--lang", "zh", "--format", "html")),
        (None, ("report", "--year", "2019")),
        (None, ("validate",)),
        (None, ("step", "bycirklen-wuxi")),
        (None, ("guide",)),
    )
    for target, arguments in wanted:
        ratio = compare(c2c(REPOSITORY, *arguments), bench.bare, bench.times(21))
        yield _row(f"`c2c {' '.join(arguments)}` against `python -c pass`", ratio, target)
    module = Command((sys.executable, "-m", "c2c", "--version"), REPOSITORY)
    yield _row(
        "`python -m c2c --version` against `python -c pass`", compare(module, bench.bare, bench.times(21))
    )


def libraries(bench: Bench) -> Iterator[Row]:
    """Commands on the repository's own data against the imports of the libraries that they use."""
    for arguments, names in (
        (("--help",), "typer"),
        (("validate",), "typer, pydantic, yaml"),
        (("status",), "typer, pydantic, yaml, rich.console, babel.dates"),
        (
            ("report", "bycirklen-wuxi", "--year", "2019"),
            "typer, pydantic, yaml, jinja2.sandbox, babel.dates",
        ),
    ):
        imports = Command((sys.executable, "-c", f"import {names}"), REPOSITORY)
        ratio = compare(c2c(REPOSITORY, *arguments), imports, bench.times(15))
        yield _row(f"`c2c {' '.join(arguments)}` against `import {names}`", ratio)


def validate(bench: Bench) -> Iterator[Row]:
    """`validate` of 1,000 partnerships against a parser that only reads them."""
    n = bench.thousand
    folder = bench.workspace(n)
    raw = Command((sys.executable, str(Path(__file__).with_name("raw_yaml.py")), str(folder)), folder)
    ratio = compare(c2c(folder, "validate"), raw, bench.times(9))
    yield _row(f"`validate` of {n:,} partnerships against `yaml.CSafeLoader` on the same files", ratio, 0.7)
    ratio = compare(one_core(c2c(folder, "validate")), raw, bench.times(5))
    yield _row("the same on one core", ratio)
    folder = bench.workspace(n, unproven=1.0)
    raw = Command((sys.executable, str(Path(__file__).with_name("raw_yaml.py")), str(folder)), folder)
    ratio = compare(c2c(folder, "validate", "--format", "concise"), raw, bench.times(5))
    yield _row("the same where every file has some 14 notes", ratio)


def others(bench: Bench) -> Iterator[Row]:
    """`validate` of 1,000 partnerships against other validators: they see the partnerships only."""
    n = bench.thousand
    folder = bench.workspace(n)
    for rival in rivals.rivals(folder, bench.folder, BIN):
        what = f"`validate` of {n:,} partnerships against {rival.name}"
        if rival.command is None:
            yield Row(what, None, target=rival.target, note=f"left out: {rival.note}")
        else:
            ratio = compare(c2c(folder, "validate"), rival.command, bench.times(rival.pairs))
            yield _row(what, ratio, rival.target, rival.note)


def cores(bench: Bench) -> Iterator[Row]:
    """`validate` of 10,000 partnerships with two processes against one."""
    n = bench.ten_thousand
    command = c2c(bench.workspace(n), "validate")
    ratio = compare(command, one_core(command), bench.times(5))
    yield _row(f"`validate` of {n:,} partnerships: all cores against one", ratio, 0.65)


def growth(bench: Bench) -> Iterator[Row]:
    """The cost of a partnership among many against that of one among few, on one core, start-up and cities taken off."""
    few, many = bench.thousand // 10, bench.ten_thousand
    sizes = (1, few, many)
    commands = [one_core(c2c(bench.workspace(size, cities=600), "validate")) for size in sizes]
    ratios = []
    for _ in range(bench.times(5)):
        nothing = typical([run(commands[0]) for _ in range(5)]).cpu
        some = typical([run(commands[1]) for _ in range(5)]).cpu
        ratios.append(((run(commands[2]).cpu - nothing) / (many - 1)) / ((some - nothing) / (few - 1)))
    middle = sorted(ratios)[len(ratios) // 2]
    note = f"of {min(ratios):.2f} to {max(ratios):.2f}; CPU time less that of a workspace with one partnership and all cities"
    yield Row(
        f"cost of a partnership in `validate`: of {many:,} against of {few:,}", middle, target=1.2, note=note
    )


def memory(bench: Bench) -> Iterator[Row]:
    """Peak memory of the largest process; the sum over all of them in the note."""
    for n, target, arguments in (
        (bench.thousand, 100, ("validate",)),
        (bench.ten_thousand, 250, ("validate",)),
        (bench.ten_thousand, 250, ("status", "--json")),
    ):
        command = c2c(bench.workspace(n), *arguments)
        runs = [run(command, watch_memory=True) for _ in range(bench.times(3))]
        together = max(each.together for each in runs)
        note = f"all processes together: {together:.0f} MB" if together else ""
        yield Row(
            f"peak memory of `{' '.join(arguments)}`, {n:,} partnerships",
            max(each.memory for each in runs),
            "MB",
            target,
            None,
            note,
        )


def report(bench: Bench) -> Iterator[Row]:
    """A report of 60 partnerships against their validation."""
    folder = bench.workspace(60)
    for target, arguments in (
        (1.5, ("report", "--year", "2019")),
        (1.5, ("report", "--year", "2019", "--format", "html")),
        (None, ("report", "--year", "2019", "--layout", "matrix", "--format", "html")),
    ):
        ratio = compare(c2c(folder, *arguments), c2c(folder, "validate"), bench.times(9))
        yield _row(f"`{' '.join(arguments)}` of 60 partnerships against `validate`", ratio, target)


def questions(bench: Bench) -> Iterator[Row]:
    """What a coordinator asks of 1,000 partnerships and 700 cities, against their validation."""
    n = bench.thousand
    cities = n * 7 // 10
    folder = bench.workspace(n, cities=cities)
    city = min(path.stem for path in (folder / "data" / "cities").iterdir())
    for target, arguments in (
        (2.0, ("match", city)),
        (2.0, ("agenda",)),
        (2.0, ("learn",)),
        (2.0, ("kpi",)),
        (2.0, ("find", "school", "exchange")),
        (None, ("people",)),
    ):
        ratio = compare(c2c(folder, *arguments), c2c(folder, "validate"), bench.times(9))
        yield _row(
            f"`{arguments[0]}` of {n:,} partnerships and {cities} cities against `validate`", ratio, target
        )


def revision(bench: Bench) -> Iterator[Row]:
    """Reading the data of a revision against reading the working tree: milliseconds more, in the same process."""
    n = bench.thousand
    folder = bench.folder / f"git-{n}"
    if not folder.exists():
        generate(folder, n)
        for arguments in (("init",), ("add", "--all"), (*_NOBODY, "commit", "--message", "All of it")):
            run(Command(("git", *arguments), folder))
    program = (sys.executable, str(Path(__file__).with_name("at_revision.py")), str(folder))
    for words, target in (
        ("of which nothing has changed since", 100),
        ("all of which has changed since", None),
    ):
        changed = ("--changed",) if target is None else ()
        command = (*program, *changed, str(bench.times(21)))
        told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        middle, low, high = (float(number) for number in told.split())
        what = f"data of {n:,} partnerships at a revision, {words}: more than from the working tree"
        yield Row(what, middle, "ms", target, note=f"{low:.0f} to {high:.0f}")


_NOBODY: Final = (
    "-c",
    "user.name=Nobody",
    "-c",
    "user.email=nobody@example.org",
    "-c",
    "commit.gpgSign=false",
)


BENCHMARKS: Final[Mapping[str, Callable[[Bench], Iterator[Row]]]] = {
    "start-up": start_up,
    "libraries": libraries,
    "validate": validate,
    "others": others,
    "cores": cores,
    "growth": growth,
    "memory": memory,
    "report": report,
    "questions": questions,
    "revision": revision,
}


def _row(what: str, ratio: Ratio, target: float | None = None, note: str = "") -> Row:
    spread = f"{_number(ratio.low)} to {_number(ratio.high)}"
    return Row(what, ratio.wall, "×", target, ratio.cpu, f"{spread}; {note}" if note else spread)


def _number(value: float) -> str:
    return f"{value:.1f}" if value >= 2 else f"{value:.2f}"


def main() -> int:
    """Measure what the arguments ask for; 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--quick",
        action="store_true",
        help="a tenth of the data and a third of the repetitions; no target is judged",
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=BENCHMARKS,
        metavar="NAME",
        help=f"one of {', '.join(BENCHMARKS)}; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a Markdown table")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page of the docs")
    parser.add_argument(
        "--date", default=date.today().isoformat(), help="the date that the page is given [default: today]"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the workspaces here, for the next run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="c2c-benchmarks-") as temporary:
        bench = Bench(given.data or Path(temporary), given.quick)
        rows: list[Row] = []
        for name in given.only or BENCHMARKS:
            for row in _measured(BENCHMARKS[name], bench):
                rows.append(row)
                print(page.line(row, given.quick), file=sys.stderr, flush=True)
    if given.write:
        given.write.write_text(page.page(rows, given.date, given.quick), encoding="utf-8")
    if given.json:
        print(
            json.dumps(
                {"schema_version": 1, "rows": [{**row._asdict(), "ok": row.holds} for row in rows]},
                indent=1,
                ensure_ascii=False,
            )
        )
    elif not given.write:
        print(page.table(rows, given.quick))
    return int(not given.quick and any(row.holds is False for row in rows))


def _measured(benchmark: Callable[[Bench], Iterator[Row]], bench: Bench) -> Iterator[Row]:
    """The rows of a benchmark; what fails becomes a row that says so."""
    try:
        yield from benchmark(bench)
    except Failed as error:
        yield Row(benchmark.__doc__ or "", None, note=f"failed: {error}")


if __name__ == "__main__":
    sys.exit(main())
