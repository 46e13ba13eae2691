"""What was found in the terminal: each record with how it stands, and where the words stand in it."""

from collections.abc import Iterator, Sequence

from c2c.cli.terminal import Piece, Screen
from c2c.origins import whole_id
from c2c.saying import Speaker, label
from c2c.saying.fields import FIELDS, THINGS
from c2c.search.excerpt import Excerpt
from c2c.search.hits import Hit, Place


def print_hits(found: Sequence[Hit], limit: int, speaker: Speaker) -> None:
    """Print as many as are wanted, and how many more there are."""
    screen = Screen()
    for number, hit in enumerate(found[:limit]):
        if number:
            screen.line()
        screen.line(*_marked(hit.title), f"  {hit.holder}/{hit.id}", hang=2)
        screen.line(" · ".join(_facts(hit, speaker)), indent=2, hang=2)
        for place in hit.places:
            head = speaker.language.say("{head}: ", head=_where(place, hit, speaker))
            screen.line(head, *_marked(place.said), indent=2, hang=2)
    if len(found) > limit:
        screen.line()
        screen.line(speaker.language.count("and {n} more", "and {n} more", len(found) - limit))


def _facts(hit: Hit, speaker: Speaker) -> Iterator[str]:
    """What it is and how it stands, where it comes from and where it was taken up."""
    say = speaker.language.say
    yield say(THINGS[hit.kind])
    names = say(", ").join(hit.taken_up)
    if hit.kind == "idea" and names:
        yield say("became {names}", names=names)
    elif hit.status is not None:
        yield label(hit.status, speaker.language)
    if hit.evidence is not None:
        yield say("evidence on record") if hit.evidence else say("no evidence on record")
    if hit.like is not None:
        yield say("taken up from {origin}", origin=whole_id(hit.holder, hit.like))
    if hit.kind != "idea" and names:
        yield say("taken up in {names}", names=names)


def _where(place: Place, hit: Hit, speaker: Speaker) -> str:
    """The key under which a text stands, and its language where that is another one."""
    say = speaker.language.say
    name = say(FIELDS[place.field] if place.field in FIELDS else THINGS.get(place.field, place.field))
    if place.language in (hit.language, speaker.language.code, "und"):
        return name
    return say("{words} ({details})", words=name, details=speaker.language.name(place.language))


def _marked(said: Excerpt) -> Iterator[Piece]:
    """A text in pieces; what was looked for stands out on a terminal."""
    at = 0
    for start, end in said.matches:
        yield said.text[at:start]
        yield said.text[start:end], "bold"
        at = end
    yield said.text[at:]
