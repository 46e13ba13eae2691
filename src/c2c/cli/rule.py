"""c2c rule: the manual of the rules."""

from typing import Annotated

import typer

from c2c.cli.completion import rules
from c2c.cli.options import Json
from c2c.errors import Unknown


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A rule's code or name, such as C501.", autocompletion=rules),
    ] = None,
    json: Json = False,
) -> None:
    """Explain a rule, or list them all.

    What it asks and why, with a bad and a good example.
    """
    from c2c.rules import RULES

    chosen = list(RULES)
    if code is not None:
        wanted = code.strip().lower().replace("_", "-")
        chosen = [each for each in RULES if wanted in (each.code.lower(), each.name)]
    if not chosen:
        known = [*(each.code for each in RULES), *(each.name for each in RULES)]
        raise Unknown("rule", str(code), known, "c2c rule lists them all")
    if json:
        from c2c.export.document import print_document

        told = (
            {"code": each.code, "rule": each.name, "severity": each.severity.value, "manual": each.manual}
            for each in chosen
        )
        print_document({}, ("rules", told))
    elif code is None:
        from c2c.cli.terminal import Screen

        rows = [(each.code, each.severity.value, each.name, each.manual.split("\n")[0]) for each in chosen]
        Screen().table(["code", "severity", "rule", "asks"], rows)
    else:
        each = chosen[0]
        typer.echo(f"{each.code} {each.name} ({each.severity.value})\n\n{each.manual}")
