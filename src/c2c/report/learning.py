"""What was learned as views: evaluations and obstacles of a partnership, its factors, and what a platform learns."""

from collections.abc import Iterable

from c2c.guidebook.book import Guidebook
from c2c.learning.account import Account
from c2c.learning.evaluations import Evaluations
from c2c.learning.factors import LEAST, MOST, Group
from c2c.learning.obstacles import Met
from c2c.learning.portfolio import AreaTally, Learned
from c2c.learning.saying import caution_said, sections, shown_said
from c2c.learning.sections import Line, Lines, Piece, Section, Table
from c2c.model.base import Item
from c2c.model.experience import Evaluation, FactorRating, Publication
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.vocab import Status, Topic


def item_view(item: Item, writer: Writer) -> View:
    """What every thing with an id has."""
    return {
        "title": writer.text(item.title),
        "note": writer.text(item.note),
        "cited": writer.cite(item.sources),
    }


def learning_view(found: Account, book: Guidebook, writer: Writer) -> View:
    """The obstacles, evaluations and success factors of a partnership. docs/templates.md lists the keys."""
    return {
        "obstacles": [_obstacle(each, book, writer) for each in found.taught.obstacles],
        "evaluations": [_evaluation(each, book, writer) for each in found.evaluations.all],
        "scopes": _scopes(found.evaluations, book, writer) if found.evaluations.all else None,
        "profile": _profile(found.profile, book, writer) if found.taught.ratings else None,
    }


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


def _obstacle(met: Met, book: Guidebook, writer: Writer) -> View:
    obstacle, is_open = met.obstacle, met.is_open
    return item_view(obstacle, writer) | {
        "state": met.state.value,
        "word": label(met.state, writer.language),
        "challenge": _title("challenges", obstacle.challenge, book, writer),
        "step": _title("steps", obstacle.step, book, writer),
        "since": writer.date(obstacle.since),
        "adjustment": None if is_open else writer.text(obstacle.adjustment),
        "adjusted": "" if is_open else writer.date(obstacle.adjusted),
        "effect": None if is_open else writer.text(obstacle.effect),
        "evidence": [] if is_open else writer.evidence(obstacle.evidence),
    }


def _title(chapter: str, id: str | None, book: Guidebook, writer: Writer) -> View | None:
    return writer.text(book.title(chapter, id)) if id is not None else None


def _evaluation(evaluation: Evaluation, book: Guidebook, writer: Writer) -> View:
    return item_view(evaluation, writer) | {
        "on": writer.date(evaluation.on),
        "period": writer.date(evaluation.period),
        "yearly": evaluation.every == "P1Y",
        "by": writer.text(evaluation.by),
        "scopes": writer.texts(book.title("scopes", id) for id in evaluation.scopes),
        "findings": writer.texts(evaluation.findings),
        "decisions": writer.clauses(evaluation.decisions),
        "published": [_publication(each, writer) for each in evaluation.published],
    }


def _publication(publication: Publication, writer: Writer) -> View:
    return {
        "medium": label(publication.medium, writer.language),
        "on": writer.date(publication.on),
        "url": publication.url,
        "note": writer.text(publication.note),
    }


def _scopes(found: Evaluations, book: Guidebook, writer: Writer) -> View:
    """Which scopes nobody has looked at, and of how many evaluations it is not on record what they look at."""
    return {
        "missing": writer.texts(book.title("scopes", id) for id in found.missing),
        "unsaid": len(found.unsaid),
    }


def _profile(groups: Iterable[Group], book: Guidebook, writer: Writer) -> View:
    every = tuple(groups)
    return {
        "least": LEAST,
        "most": MOST,
        "groups": [
            {
                "title": writer.text(book.title("groups", each.id)),
                "rated": len(each.ratings),
                "of": each.of,
                "mean": round(float(each.mean), 1) if each.mean is not None else None,
            }
            for each in every
        ],
        "ratings": [_rating(one, book, writer) for each in every for one in each.ratings],
    }


def _rating(rating: FactorRating, book: Guidebook, writer: Writer) -> View:
    return {
        "title": writer.text(book.title("factors", rating.factor)),
        "rating": rating.rating.value,
        "word": label(rating.rating, writer.language),
        "on": writer.date(rating.on),
        "by": writer.text(rating.by),
        "note": writer.text(rating.note),
        "evidence": writer.evidence(rating.evidence),
        "cited": writer.cite(rating.sources),
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
