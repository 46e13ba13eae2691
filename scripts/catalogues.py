"""Bring the catalogues under src/c2c/locale up to date with the words in the code and the templates.

python scripts/catalogues.py            add what is new (untranslated), drop what is gone
python scripts/catalogues.py --check    change nothing; fail if something is new or gone
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "src/c2c/locale"
ONE = ("_", "say", "_say")
SEVERAL = ("ngettext", "count")


class Message(NamedTuple):
    """A message id, the id of its plural if it has one, and the file that uses it."""

    one: str
    many: str | None
    file: str


def messages() -> Iterator[Message]:
    """Every message of the code and of the built-in templates."""
    for path in sorted((ROOT / "src/c2c").rglob("*.py")):
        yield from _of_code(path)
    for path in sorted((ROOT / "templates").glob("*.j2")):
        yield from _of_template(path)


def _of_code(path: Path) -> Iterator[Message]:
    name = path.relative_to(ROOT).as_posix()
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    for call in calls:
        function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        values = [each.value if isinstance(each, ast.Constant) else None for each in call.args]
        texts = [value for value in values[:2] if isinstance(value, str)]
        if function in ONE and texts[:1] == values[:1] != []:
            yield Message(texts[0], None, name)
        elif function in SEVERAL and len(texts) == 2:
            yield Message(texts[0], texts[1], name)


def _of_template(path: Path) -> Iterator[Message]:
    name = path.relative_to(ROOT).as_posix()
    found = extract_from_ast(Environment(autoescape=True).parse(path.read_text("utf-8")), (*ONE, *SEVERAL))
    for _line, function, texts in found:
        one, many, *_facts = (texts, None) if isinstance(texts, str) or texts is None else (*texts, None)
        yield Message(str(one), str(many) if function in SEVERAL else None, name)


def updated(path: Path) -> bytes:
    """What the catalogue should hold: the messages of today, in order, with the translations that it has."""
    with path.open("rb") as file:
        old = read_po(file, locale=path.parts[-3])
    new = Catalog(
        locale=old.locale, project="c2c", header_comment=old.header_comment, charset="utf-8", fuzzy=False
    )
    files: dict[tuple[str, str | None], list[str]] = {}
    for message in messages():
        places = files.setdefault((message.one, message.many), [])
        if message.file not in places:
            places.append(message.file)
    for (one, many), places in files.items():
        id = (one, many) if many else one
        known = old.get(one)
        kept = known.string if known is not None and isinstance(known.id, tuple) == bool(many) else ""
        new.add(id, kept, locations=[(place, 0) for place in places])
    return _written(new)


def _written(catalogue: Catalog) -> bytes:
    """The catalogue as text, without the dates and names that would differ from day to day."""
    out = BytesIO()
    write_po(out, catalogue, width=110, omit_header=True, include_lineno=False)
    header = (
        f"# {catalogue.header_comment.strip().lstrip('# ')}\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    )
    return header.encode() + b"\n" + out.getvalue().strip() + b"\n"


def main() -> int:
    """Update every catalogue; 1 if one is not up to date and nothing may be changed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    stale = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/c2c.po")):
        text = updated(path)
        if text == path.read_bytes():
            continue
        stale += 1
        print(f"{path.relative_to(ROOT)} {'is not up to date' if check else 'updated'}")
        if not check:
            path.write_bytes(text)
    return int(bool(check and stale))


if __name__ == "__main__":
    sys.exit(main())
