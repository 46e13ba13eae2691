"""Evidence and ways in the words of a language."""

from collections.abc import Callable, Mapping
from typing import Final

from c2c.matching.facts import Evidence
from c2c.matching.known import Known
from c2c.matching.paths import Way
from c2c.model.text import Text, one_line
from c2c.saying import Speaker, label


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


_FLAGS: Final[Mapping[str, str]] = {
    "looking": _("looking for a partner"),
    "ad_hoc": _("works without agreements"),
    "dissolved": _("dissolved"),
}
"""What a field says that has no title of its own."""


def said(evidence: Evidence, known: Known, speaker: Speaker) -> str:
    """What stands there, in words."""
    if evidence.route and evidence.route[0] in _FLAGS:
        words = speaker.language.say(_FLAGS[str(evidence.route[0])])
        return speaker.language.say("{name}: {text}", name=named(evidence.file, known, speaker), text=words)
    if evidence.chapter:
        return _text(known.book.title(evidence.chapter, evidence.id), speaker)
    what = evidence.what
    return _text(what, speaker) if isinstance(what, Text) else label(what, speaker.language)


def path(evidence: Evidence) -> str:
    """The path of the file."""
    return f"data/{'cities' if evidence.kind == 'city' else 'partnerships'}/{evidence.file}.yaml"


def place(evidence: Evidence) -> str:
    """The route in the file, as a path of keys and numbers; a number counts from 0."""
    return "/".join(map(str, evidence.route))


def named(city: str, known: Known, speaker: Speaker) -> str:
    """A city's name; its id, if its file cannot be read."""
    record = known.cities.get(city)
    return _text(record.names, speaker) if record is not None else city


def way_said(way: Way, name: Callable[[str], str], speaker: Speaker) -> str:
    """A way as a line: the stops, and the partnerships that it uses."""
    stops = " – ".join(map(name, way.stops))
    ties = ", ".join(dict.fromkeys(tie for tie in way.ties if tie is not None))
    return speaker.language.say("{words} ({details})", words=stops, details=ties)


def _text(text: Text, speaker: Speaker) -> str:
    return one_line(speaker.text(text).text)
