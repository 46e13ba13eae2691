"""What a platform learns from its partnerships, as views."""

from collections.abc import Iterable

from c2c.guidebook.book import Guidebook
from c2c.learning.portfolio import AreaTally, Learned
from c2c.learning.saying import caution_said, sections, shown_said
from c2c.learning.sections import Line, Lines, Piece, Section, Table
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.vocab import Status, Topic


def learned_view(found: Learned, book: Guidebook, writer: Writer) -> View:
    """What a platform can learn from its partnerships: sections of sentences, tables and lists; without the areas."""
    titles = {each.id: writer.text(each.title) for each in found.all}
    told = (each for each in sections(found, book, writer.speaker) if each.topic is not Topic.AREAS)
    return {
        "shown": shown_said(found.shown, writer.speaker),
        "caution": caution_said(writer.speaker),
        "sections": [_section(each, titles, writer) for each in told],
    }


def works_view(areas: Iterable[AreaTally], book: Guidebook, writer: Writer) -> View:
    """How the actions of each area stand, a row an area; `without` counts those of no area."""
    known = tuple(areas)
    return {
        "statuses": [{"status": each.value, "word": label(each, writer.language)} for each in Status],
        "rows": [
            {
                "id": each.id,
                "title": writer.text(book.title("areas", each.id)),
                "counts": [each.counts[status] for status in Status],
                "total": each.actions,
                "shown": each.shown,
            }
            for each in known
            if each.id is not None
        ],
        "without": sum(each.actions for each in known if each.id is None),
    }


def _section(section: Section, titles: dict[str, View | None], writer: Writer) -> View:
    return {
        "topic": section.topic.value,
        "head": section.head,
        "told": list(section.told),
        "tables": [_table(each, writer) for each in section.tables],
        "lists": [_lines(each, titles, writer) for each in section.lists],
    }


def _table(table: Table, writer: Writer) -> View:
    rows: list[Plain] = [[_piece(cell, writer) for cell in row] for row in table.rows]
    return {"head": table.head, "columns": list(table.columns), "rows": rows, "note": table.note}


def _lines(lines: Lines, titles: dict[str, View | None], writer: Writer) -> View:
    return {
        "head": lines.head,
        "n": lines.all,
        "lines": [_line(each, titles, writer) for each in lines.lines],
    }


def _line(line: Line, titles: dict[str, View | None], writer: Writer) -> View:
    told: list[Plain] = [
        {"word": word, "pieces": [_piece(each, writer) for each in pieces]} for word, pieces in line.told
    ]
    return {
        "what": _piece(line.what, writer),
        "id": line.partnership,
        "title": titles.get(line.partnership),
        "told": told,
    }


def _piece(piece: Piece, writer: Writer) -> View | None:
    """Words of c2c are a text in the language of the page."""
    return {"text": piece, "lang": writer.language.code} if isinstance(piece, str) else writer.text(piece)
