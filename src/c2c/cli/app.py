"""The commands, all of them, in one table; and what c2c says when it is used wrongly."""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
import typer.main
from typer.core import TyperGroup
from typer.exceptions import TyperException

from c2c import __version__
from c2c.cli.aside import drop, reason, tell, unwritten
from c2c.cli.options import Settings, say_commands
from c2c.errors import C2CError, OutputClosed, OutputError

if TYPE_CHECKING:
    from typer._click.core import Command, Context

COMMANDS: Final = {
    "init": "c2c.cli.init:init",
    "validate": "c2c.cli.validate:validate",
    "status": "c2c.cli.status:status",
    "agenda": "c2c.cli.agenda:agenda",
    "people": "c2c.cli.people:people",
    "kpi": "c2c.cli.kpi:kpi",
    "show": "c2c.cli.show:show",
    "find": "c2c.cli.find:find",
    "report": "c2c.cli.report:report",
    "set": "c2c.cli.set:set_status",
    "step": "c2c.cli.step:step",
    "match": "c2c.cli.match:match",
    "learn": "c2c.cli.learn:learn",
    "fmt": "c2c.cli.fmt:fmt",
    "diff": "c2c.cli.diff:diff",
    "log": "c2c.cli.log:log",
    "merge": "c2c.cli.merge:merge",
    "guide": "c2c.cli.guide:guide",
    "rule": "c2c.cli.rule:rule",
    "schema": "c2c.cli.schema:schema",
    "list": "c2c.cli.list:list_app",
    "new": "c2c.cli.new:new_app",
}
"""Where each command is: the module, and its name there."""


class OnDemand(MutableMapping[str, "Command"]):
    """The commands by name, each made when it is asked for: who asks for one does not wait for twenty others."""

    def __init__(self, commands: "Mapping[str, Command]") -> None:
        self._commands: dict[str, Command | str] = {**COMMANDS, **commands}

    def __getitem__(self, name: str) -> "Command":
        found = self._commands[name]
        if isinstance(found, str):
            found = self._commands[name] = _loaded(name, found)
        return found

    def __setitem__(self, name: str, command: "Command") -> None:
        self._commands[name] = command

    def __delitem__(self, name: str) -> None:
        del self._commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


def _loaded(name: str, place: str) -> "Command":
    """A command of typer's; several that share a name are an app of their own."""
    from importlib import import_module

    module, _, attribute = place.partition(":")
    found = getattr(import_module(module), attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(name)(found)
        found = alone
    command = typer.main.get_command(found)
    command.name = name
    return command


class Commands(TyperGroup):
    """The commands; who reads only the beginning of their output has had enough, and that is no error.

    Raises OutputClosed where typer would end the process.
    """

    _on_demand: "MutableMapping[str, Command]"

    @property
    def commands(self) -> "MutableMapping[str, Command]":
        """All of them by name, in the order of the table."""
        return self._on_demand

    @commands.setter
    def commands(self, own: "Mapping[str, Command]") -> None:
        self._on_demand = OnDemand(own)

    def make_context(
        self, info_name: str | None, args: list[str], parent: "Context | None" = None, **extra: object
    ) -> "Context":
        """Read the arguments; this is where help and the version are said."""
        with _no_error_if_closed():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: "Context") -> object:
        """Run the command that the arguments name."""
        with _no_error_if_closed():
            return super().invoke(ctx)


@contextmanager
def _no_error_if_closed() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise OutputClosed from None


app = typer.Typer(
    name="c2c",
    cls=Commands,
    help="Track partnerships between cities, kept as plain YAML files under version control.",
    invoke_without_command=True,
    suggest_commands=False,  # c2c.cli.usage does
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"c2c {__version__}")
        raise typer.Exit


@app.callback()
def _settings(
    context: typer.Context,
    root: Annotated[
        Path | None,
        typer.Option(
            envvar="C2C_ROOT", metavar="DIR", help="The workspace: the folder of c2c.yaml and data/."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    context.obj = Settings(root)
    say_commands(context)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, by default the process's; returns the exit code."""
    _prepare_streams()
    code = _answer(arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        return unwritten(error, code)
    return code


def _answer(arguments: Sequence[str] | None) -> int:
    """Run the command, and say what keeps it from being run."""
    try:
        return app(arguments, prog_name="c2c", standalone_mode=False) or 0
    except TyperException as error:
        from c2c.cli.usage import told

        message, help = told(error)
        tell(f"error: {message}", help)
        return C2CError.exit_code
    except C2CError as error:
        tell(f"error: {error}", error.help)
        return error.exit_code
    except OutputClosed:
        drop(sys.stdout)
        return 0
    except OSError as error:
        if error.filename is None:  # it is not about a file
            return unwritten(error, 0)
        tell(f"error: {error.filename}: {reason(error)}")
        return OutputError.exit_code


def _prepare_streams() -> None:
    """UTF-8 whatever the terminal says: a report is the same bytes everywhere. What is closed is there, and refuses."""
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
