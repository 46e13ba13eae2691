"""What was typed wrongly, and what was probably meant, in c2c's own words."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from typer.exceptions import TyperException

from c2c.spelling import did_you_mean, nearest

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter

_NO_COMMAND: Final = re.compile(r"No such command (['\"])(.*)\1\.", re.DOTALL)
_TOO_MUCH: Final = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_NO_VALUE: Final = re.compile(r"Option '(.*)' requires an argument\.", re.DOTALL)
_A_VALUE: Final = re.compile(r"Option '(.*)' does not take a value\.", re.DOTALL)


def told(error: TyperException) -> tuple[str, str]:
    """The sentence and the help for a command line that cannot be read."""
    context: Context | None = getattr(error, "ctx", None)
    more = f"{context.command_path if context else 'c2c'} --help says more"
    message = error.format_message()
    if found := _NO_VALUE.fullmatch(message):
        return f"{found[1]} needs a value", more
    if found := _A_VALUE.fullmatch(message):
        return f"{found[1]} takes no value", more
    if context is None:
        return _in_our_style(message), more
    if found := _NO_COMMAND.fullmatch(message):
        return f"there is no command '{found[2]}'", did_you_mean(found[2], _commands(context.command)) or more
    if found := _TOO_MUCH.fullmatch(message):
        return f"'{found[1]}' is too much for {context.command_path}", more
    option: str | None = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):
        return f"there is no option {option}", _nearest_option(context, option) or more
    missing: Parameter | None = getattr(error, "param", None)
    if missing is not None and hasattr(error, "param_type"):
        name = missing.opts[-1] if missing.param_type_name == "option" else str(missing.make_metavar(context))
        return f"{name} is missing", more
    return _in_our_style(message), more


def _in_our_style(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def _commands(command: "Command") -> Mapping[str, "Command"]:
    return getattr(command, "commands", {})


def _nearest_option(context: "Context", option: str) -> str:
    """What an option that is not there was meant to be: one of this command, or one that goes after it."""
    close = nearest(option, _options(context.command))
    later = {each for command in _commands(context.command).values() for each in _options(command)}
    if option in later:
        return f"{option} goes after the command"
    return f"did you mean {close}?" if close else ""


def _options(command: "Command") -> Iterator[str]:
    return (name for parameter in command.params for name in parameter.opts if name.startswith("-"))
