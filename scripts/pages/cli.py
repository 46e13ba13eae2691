"""docs/cli.md: the help of every command, as it is printed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer.main

if TYPE_CHECKING:
    from typer._click.core import Command, Context

WIDTH = 100


def page() -> str:
    """The page."""
    from c2c.cli.app import app

    command = typer.main.get_command(app)
    return "\n".join(["# The command line", "", *_sections(command, "c2c", None)])


def _sections(command: "Command", name: str, parent: "Context | None") -> Iterator[str]:
    """A section for a command, and for each of its subcommands that is not hidden."""
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = command.context_class(command, parent=parent, info_name=name, **settings)
    path = context.command_path
    yield from (f"## {path}", "", "```text", command.get_help(context).rstrip(), "```", "")
    for sub_name, sub in getattr(command, "commands", {}).items():
        if not sub.hidden:
            yield from _sections(sub, sub_name, context)
