"""Pages of the guidebook in the terminal: an overview, and items under the heads of their chapters."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final, TypeAlias

from c2c.cli.terminal import Screen
from c2c.guidebook.book import Guidebook
from c2c.model.base import SourceRef
from c2c.model.guidebook import Area, Entry, ExpectedOutcome, Loop, Step
from c2c.model.reference import Characteristic, CriteriaSet, Criterion, Kpi, Phase
from c2c.model.text import Text, one_line
from c2c.saying import Speaker, label
from c2c.saying.labels import CHAPTER_TITLES
from c2c.vocab import CHAPTERS


def print_overview(book: Guidebook, speaker: Speaker) -> None:
    """Print the steps with their questions, the loops as lines of steps, and what else there is to read."""
    screen, say = Screen(), speaker.language.say
    screen.line((say("A good partnership in steps and loops"), "bold"))
    screen.line()
    for number, step in enumerate(book.steps, start=1):
        screen.line(f"{number}  ", (_title(step, speaker), "bold"), f"  {step.id}", indent=2)
        if step.question:
            screen.line(_said(step.question, speaker), indent=5)
    screen.line()
    for loop in book.loops:
        screen.line((_title(loop, speaker), "bold"), f"  {loop.id}", indent=2)
        screen.line(line_of(loop, book, speaker), indent=5)
        if loop.confidence:
            screen.line(label(loop.confidence, speaker.language), indent=5)
    screen.line()
    screen.line((say("More to read"), "bold"))
    rows = [
        [f"c2c guide {name}", say(CHAPTER_TITLES[name]), speaker.language.number(len(book.chapter(name)))]
        for name in CHAPTERS
        if book.chapter(name)
    ]
    screen.line()
    screen.table(["", "", ""], rows, right=(2,), flexible=1)
    screen.line()
    screen.line(say("One step with all that belongs to it: {command}", command="c2c guide plan"))
    screen.line(say("Wherever a word stands: {command}", command="c2c guide search MoU"))


def print_items(found: Iterable[tuple[str, Entry]], book: Guidebook, speaker: Speaker) -> None:
    """Print items, each chapter under its title."""
    screen, say = Screen(), speaker.language.say
    for number, (name, items) in enumerate(groupby(found, key=lambda each: each[0])):
        if number:
            screen.line()
        screen.line((say(CHAPTER_TITLES[name]), "underline"))
        group = None
        for _, entry in items:
            above = _above(entry, book)
            if above is not None and above != group:
                group = above
                screen.line()
                screen.line((speaker.text(above).text, "bold"), indent=2)
            screen.line()
            _print_item(screen, entry, book, speaker)


def line_of(loop: Loop, book: Guidebook, speaker: Speaker) -> str:
    """The steps of a loop in a row, with a way back to the first."""
    titles = [speaker.text(book.title("steps", id)).text for id in loop.steps]
    return " → ".join([*titles, "↺"]) if titles else ""


def _print_item(screen: Screen, entry: Entry, book: Guidebook, speaker: Speaker) -> None:
    screen.line((_title(entry, speaker), "bold"), f"  {entry.id}", indent=2, hang=2)
    for text in (getattr(entry, "question", None), entry.text):
        if text is not None:
            screen.line(_said(text, speaker), indent=4)
    for head, said in _facts(entry, book, speaker):
        screen.line((speaker.language.say("{head}: ", head=head), "bold"), said, indent=4, hang=2)


def _facts(entry: Entry, book: Guidebook, speaker: Speaker) -> Iterator[tuple[str, str]]:
    """What an item of its chapter has beside title and text: a head and what is said under it."""
    say = speaker.language.say
    for kind, facts in _FACTS.items():
        if isinstance(entry, kind):
            told = ((head, fact(entry, book, speaker)) for head, fact in facts)
            yield from ((say(head), words) for head, words in told if words)
    cited = [_citation(each, book, speaker) for each in entry.sources]
    if cited:
        yield say("Source"), say("; ").join(cited)


def _citation(each: SourceRef, book: Guidebook, speaker: Speaker) -> str:
    title = speaker.text(book.title("documents", each.source)).text
    return title + speaker.language.say(" ({text})", text=_said(each.at, speaker)) if each.at else title


def _text_at(name: str) -> "Fact":
    """The text that an item has under a name."""
    return lambda entry, _, speaker: _said(text, speaker) if (text := getattr(entry, name)) else ""


def _word_at(name: str) -> "Fact":
    """The word of a closed list that an item has under a name."""
    return lambda entry, _, speaker: label(word, speaker.language) if (word := getattr(entry, name)) else ""


def _sure(entry: Any, _: Guidebook, speaker: Speaker) -> str:
    words = label(entry.confidence, speaker.language) if entry.confidence else ""
    return (
        speaker.language.say("{words}: {reason}", words=words, reason=_said(entry.reason, speaker))
        if entry.reason
        else words
    )


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


Fact: TypeAlias = Callable[[Any, Guidebook, Speaker], str]

_FACTS: Final[Mapping[type[Entry], tuple[tuple[str, Fact], ...]]] = {
    Step: ((_("What to do"), _text_at("advice")),),
    Loop: (
        (_("Steps"), line_of),
        (_("How sure"), _sure),
        (_("Before it starts over"), _text_at("closing")),
    ),
    Phase: ((_("Where"), _word_at("where")), (_("The city's part"), _text_at("role"))),
    Criterion: ((_("Asked of"), _word_at("about")),),
    Kpi: (
        (_("Kind"), _word_at("kind")),
        (_("Unit"), _text_at("unit")),
        (_("To compare"), _text_at("comparable")),
    ),
    Area: (
        (
            _("Within"),
            lambda entry, book, speaker: (
                speaker.text(book.title("areas", entry.broader)).text if entry.broader else ""
            ),
        ),
    ),
    CriteriaSet: (
        (
            _("Criteria"),
            lambda entry, _, speaker: speaker.language.say("; ").join(
                _said(each.title, speaker) for each in entry.criteria
            ),
        ),
    ),
}
"""What is told of the items of a chapter beside title and text, in order."""


def _above(entry: Entry, book: Guidebook) -> Text | None:
    """The title of what an item belongs to: a step, or a group."""
    if isinstance(entry, ExpectedOutcome) or hasattr(entry, "step"):
        step = getattr(entry, "step", None)
        return book.title("steps", step) if step else None
    if isinstance(entry, Criterion | Characteristic) and entry.group:
        return book.title("groups", entry.group)
    return None


def _title(entry: Entry, speaker: Speaker) -> str:
    return speaker.text(entry.title).text if entry.title else entry.id


def _said(text: Text, speaker: Speaker) -> str:
    return one_line(speaker.text(text).text)
