"""What is required and was not given: asked for on a terminal, and said to be missing elsewhere."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from c2c.cli.aside import tell
from c2c.errors import BadOption, C2CError

T = TypeVar("T")


def can_ask() -> bool:
    """Whether somebody is there who can read a question and type an answer."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def asked(name: str, words: Sequence[str], read: Callable[[str], T], usage: str, hint: str = "") -> T:
    """What is typed on the question for an option, as `read` reads it; what cannot be read is asked for again.

    Raises BadOption where nobody can be asked. Who breaks off raises KeyboardInterrupt.
    """
    if not can_ask():
        raise BadOption(f"{name} is missing", f"one of {', '.join(words)}" if words else usage)
    question = name.removeprefix("--").replace("-", " ").lower()
    if words:
        tell(f"{question}: {', '.join(words)}")
    while True:
        answer = _line(f"{question}{f' ({hint})' if hint else ''}: ")
        if not answer.strip():
            continue
        try:
            return read(answer)
        except C2CError as error:
            tell(f"error: {error}", error.help)


def _line(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:  # Ctrl-D
        sys.stderr.write("\n")
        raise KeyboardInterrupt
    return answer.rstrip("\n")
