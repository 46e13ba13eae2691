"""The life of a record in the terminal: what it says itself, then what each revision changed."""

from collections.abc import Iterable

from c2c.cli.changes import print_points
from c2c.cli.terminal import Screen
from c2c.history.life import Chapter
from c2c.history.saying import Teller
from c2c.history.things import Thing
from c2c.model.experience import Idea
from c2c.model.partnership import Action


def print_life(id: str, thing: Thing, chapters: Iterable[Chapter], teller: Teller) -> None:
    """Print the reports of an action or an idea, and the chapters of a record, the newest first."""
    screen, say = Screen(), teller.speaker.language.say
    screen.line((teller.called(thing), "bold"), f"  {teller.kind(thing)} {id}")
    if isinstance(thing.record, Action | Idea):
        screen.line()
        screen.line((say("What is reported"), "underline"))
        for record in thing.record.status:
            screen.line(teller.report(record), indent=2, hang=2)
        if not thing.record.status:
            screen.line(say("Nothing yet."), indent=2)
    screen.line()
    screen.line((say("Who changed what"), "underline"))
    for chapter in chapters:
        _print_chapter(screen, chapter, teller, of_file=thing.above is None)


def _print_chapter(screen: Screen, chapter: Chapter, teller: Teller, of_file: bool) -> None:
    commit = chapter.commit
    screen.line()
    if commit is None:
        screen.line((teller.speaker.language.say("not committed yet"), "bold"), indent=2)
    else:
        head = f"{commit.date[:10]}  {commit.author}  {commit.commit[:10]}"
        screen.line((head, "bold"), f"  {commit.subject}", indent=2, hang=2)
    for change in chapter.changes:
        is_own = not of_file or change.thing.above is None
        print_points(screen, change.thing, [change], is_own, teller, indent=4)
