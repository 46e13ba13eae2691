"""The functions by which templates draw: from what views hold to a picture, in which every text is escaped.

Pictures are loaded when one is drawn: a report in Markdown draws none.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from markupsafe import Markup

from c2c.language import Language

Drawable: TypeAlias = Mapping[str, Any]
Drawn: TypeAlias = Callable[..., Markup]


def drawing(language: Language) -> dict[str, Drawn]:
    """The functions by their names in templates. Numbers are written as the language writes them."""

    def lines_picture(id: str, title: str, description: str, picture: Drawable) -> Markup:
        from c2c.report.pictures.lines import Point, Target, lines

        target, runs = picture["target"], picture["runs"]
        return lines(
            *_words(id, title, description),
            [[Point(**point) for point in run] for run in runs if run],
            Target(**target) if target else None,
        )

    def profile_picture(id: str, title: str, description: str, profile: Drawable, unrated: str) -> Markup:
        from c2c.report.pictures.profile import Rating
        from c2c.report.pictures.profile import profile as drawn

        ends = profile["least"], profile["most"]
        ratings = [
            Rating(row["title"]["text"], row["rated"], row["of"], row["mean"], *ends)
            for row in profile["groups"]
        ]
        return drawn(*_words(id, title, description), ratings, plain(unrated), language.number)

    def coverage_picture(
        id: str, title: str, description: str, steps: Iterable[Drawable], there: str, unknown: str
    ) -> Markup:
        from c2c.report.pictures.coverage import Row, coverage

        rows = list(steps)
        sectors = [plain(cell["sector"]) for cell in rows[0]["cells"]] if rows else []
        heads = [sector[:1].upper() + sector[1:] for sector in sectors]
        signs = [Row(row["title"]["text"], [_is_there(cell) for cell in row["cells"]]) for row in rows]
        return coverage(*_words(id, title, description), heads, signs, plain(there), plain(unknown))

    def stacked_picture(id: str, title: str, description: str, works: Drawable) -> Markup:
        from c2c.report.pictures.stacked import Bar, Part, stacked

        return stacked(
            *_words(id, title, description),
            [Part(plain(each["status"]), plain(each["word"])) for each in works["statuses"]],
            [Bar(row["title"]["text"], row["counts"]) for row in works["rows"]],
            language.number,
        )

    found: tuple[Drawn, ...] = (lines_picture, profile_picture, coverage_picture, stacked_picture)
    return {each.__name__: each for each in found}


def _is_there(cell: Drawable) -> bool:
    return bool(cell["parties"] or cell["who"])


def plain(text: object) -> str:
    """What a reader sees of a text that may be markup already."""
    return text.striptags() if isinstance(text, Markup) else str(text)


def _words(*texts: object) -> tuple[str, str, str]:
    id, title, description = map(plain, texts)
    return id, title, description
