"""A record in the terminal: every field that is filled in, under its key, in one language, with its sources."""

from collections.abc import Sequence

from c2c.cli.terminal import Screen
from c2c.diagnostics import Route
from c2c.model.base import Record
from c2c.origins import Link
from c2c.saying import Speaker
from c2c.saying.values import Value, in_words
from c2c.workspace import File

_LAST = ("note", "sources")


def print_sheet(id: str, file: File, route: Route, speaker: Speaker, taken_up: Sequence[Link] = ()) -> None:
    """Print the record of a file, or the one in it at a route, under its id and its place; then what came of it."""
    screen = Screen()
    record: Value = file.record
    for part in route:
        record = (
            record[part]
            if isinstance(record, tuple) and isinstance(part, int)
            else getattr(record, str(part))
        )
    assert isinstance(record, Record)
    screen.line((id, "bold"), f"  {file.span(route)}")
    _print_record(screen, record, speaker, 0)
    for link in taken_up:
        said = "became" if link.is_idea else "taken up in"
        title = in_words(link.title, speaker) or ""
        screen.line((f"{said}: ", "bold"), f"{link.action}  {title}", hang=2)


def _print_record(
    screen: Screen, record: Record, speaker: Speaker, indent: int, but: frozenset[str] = frozenset()
) -> None:
    """The fields that are filled in; what a record says of itself before its note and its sources."""
    fields = [name for name in type(record).model_fields if name not in but]
    for name in sorted(fields, key=lambda name: _LAST.index(name) if name in _LAST else -1):
        value = getattr(record, name)
        if value is None or value == () or value is False:
            continue
        key = type(record).model_fields[name].alias or name
        line = in_words(value, speaker)
        if line is not None:
            screen.line((f"{key}: ", "bold"), line, indent=indent, hang=2)
        elif isinstance(value, Record):
            screen.line((f"{key}:", "bold"), indent=indent)
            _print_record(screen, value, speaker, indent + 2)
        else:
            assert isinstance(value, tuple)
            screen.line((f"{key}:", "bold"), indent=indent)
            for item in value:
                _print_item(screen, item, speaker, indent + 2)


def _print_item(screen: Screen, item: Value, speaker: Speaker, indent: int) -> None:
    """An item of a list: its title and id, or its first field, on the line of the hyphen; the rest below."""
    line = in_words(item, speaker)
    if line is not None:
        screen.line("- ", line, indent=indent, hang=2)
        return
    assert isinstance(item, Record)
    lines = {name: in_words(getattr(item, name), speaker) for name in type(item).model_fields}
    heads = {name: words for name in ("title", "id") if (words := lines.get(name))}
    if not heads:
        heads = dict([(name, words) for name, words in lines.items() if words is not None][:1])
    screen.line("- ", ("  ".join(heads.values()), "bold"), indent=indent, hang=2)
    _print_record(screen, item, speaker, indent + 2, frozenset(heads))
