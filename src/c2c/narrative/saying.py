"""A conflict in the reader's language, with the titles of steps and loops."""

from collections.abc import Mapping

from c2c.dates import parse
from c2c.guidebook.book import Guidebook
from c2c.narrative.conflicts import Conflict
from c2c.saying import Speaker

_CHAPTERS: Mapping[str, str] = {"step": "steps", "lacking": "steps", "loop": "loops"}


def conflict_said(conflict: Conflict, book: Guidebook, speaker: Speaker) -> tuple[str, str]:
    """The sentence and what to do."""
    facts = {name: _fact(name, value, book, speaker) for name, value in conflict.facts.items()}
    return speaker.language.say(conflict.message, **facts), speaker.language.say(conflict.help, **facts)


def _fact(name: str, value: object, book: Guidebook, speaker: Speaker) -> str:
    if name in _CHAPTERS:
        return speaker.text(book.title(_CHAPTERS[name], str(value))).text
    if name == "due":
        return speaker.date(parse(str(value)))
    return speaker.language.number(value) if isinstance(value, int) else str(value)
