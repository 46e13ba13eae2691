"""What was learned as views: evaluations and obstacles of a partnership, and its factors."""

from collections.abc import Iterable

from c2c.guidebook.book import Guidebook
from c2c.learning.account import Account
from c2c.learning.evaluations import Evaluations
from c2c.learning.factors import LEAST, MOST, Group
from c2c.learning.obstacles import Met
from c2c.model.base import Item
from c2c.model.experience import Evaluation, FactorRating, Publication
from c2c.report.plain import View, Writer
from c2c.saying import label


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
