"""Changes in the terminal: a head for each file, a line for each change."""

from c2c.cli.terminal import Screen
from c2c.export.changes import by_thing
from c2c.history.comparing import Change
from c2c.history.difference import Comparison
from c2c.history.saying import Teller
from c2c.history.things import Thing


def print_changes(comparison: Comparison, teller: Teller) -> None:
    """Print what changed, file by file, and how much it is together."""
    screen, language = Screen(), teller.speaker.language
    for each in comparison.differences:
        root = each.thing
        screen.line((teller.called(root), "bold"), f"  {teller.kind(root)} {root.id}")
        for thing, changes in by_thing(each):
            print_points(screen, thing, changes, thing.key == root.key, teller)
        screen.line()
    number = sum(len(each.changes) for each in comparison.differences)
    if not number:
        screen.line(language.say("Nothing changed: what the files say is the same."))
        return
    files = language.count("in {n} record", "in {n} records", len(comparison.differences))
    screen.line(language.count("{n} change {files}.", "{n} changes {files}.", number, files=files))


def print_points(
    screen: Screen, thing: Thing, changes: list[Change], is_root: bool, teller: Teller, indent: int = 2
) -> None:
    """Print the changes of a thing: one on its line, several below it."""
    if is_root or not changes[0].field:
        for each in changes:
            screen.line(teller.clause(each), indent=indent, hang=2)
    elif len(changes) == 1:
        colon = teller.speaker.language.say(": ")
        screen.line((teller.called(thing), "bold"), colon, teller.clause(changes[0]), indent=indent, hang=2)
    else:
        screen.line((teller.called(thing), "bold"), indent=indent, hang=2)
        for each in changes:
            screen.line(teller.clause(each), indent=indent + 2, hang=2)
