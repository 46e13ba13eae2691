"""docs/rules.md: the manual page of every rule, as `c2c rule CODE` shows it."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent

from c2c.rules import RULES

INTRO = """# The rules

What `c2c validate` looks for. An **error** fails the check, a **warning** fails it with `--strict`, a **note** never does.
A warning or a note that is meant to stay is accepted in `c2c.yaml`, with a reason.
"""


def page() -> str:
    """The page."""
    return "\n".join([INTRO, *_table(), *_sections()]).rstrip() + "\n"


def _table() -> Iterator[str]:
    yield from ("| code | name | severity | what it asks for |", "|---|---|---|---|")
    for rule in RULES:
        first = rule.manual.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        yield f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity.value} | {first} |"
    yield ""


def _sections() -> Iterator[str]:
    for rule in RULES:
        yield from (
            f"## {rule.code} {rule.name}",
            "",
            f"*{rule.severity.value}*",
            "",
            *_markdown(rule.manual),
            "",
        )


def _markdown(manual: str) -> Iterator[str]:
    """The manual with its indented examples in fences, so that they are coloured and can be copied."""
    for paragraph in _joined(manual.split("\n\n")):
        yield from (_fenced(paragraph) if paragraph.startswith("    ") else paragraph, "")


def _joined(paragraphs: list[str]) -> Iterator[str]:
    """Paragraphs, where an example with empty lines in it is one."""
    for is_example, group in groupby(paragraphs, key=lambda paragraph: paragraph.startswith("    ")):
        parts = list(group)
        yield from ["\n\n".join(parts)] if is_example else parts


def _fenced(example: str) -> str:
    code = dedent(example)
    return f"```{'console' if code.startswith('$ ') else 'yaml'}\n{code}\n```"
