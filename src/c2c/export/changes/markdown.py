"""Changes in Markdown, as a comment of a pull request: sentences that a colleague reads who has never seen YAML."""

from collections.abc import Iterator

from c2c.export.changes import by_thing
from c2c.history.comparing import Change
from c2c.history.difference import Comparison, Difference
from c2c.history.saying import Teller
from c2c.history.things import Thing
from c2c.saying.markdown import escape, escape_inside


def markdown(comparison: Comparison, base: str, head: str, teller: Teller) -> Iterator[str]:
    """A section a file, a point a change."""
    say, count = teller.speaker.language.say, teller.speaker.language.count
    number = sum(len(each.changes) for each in comparison.differences)
    yield f"## {escape_inside(say('What changes in the data'))}\n\n"
    if not number:
        nothing = say("Nothing changed: what the files say is the same.")
        yield f"{escape(nothing)}\n"
    else:
        files = count("in {n} record", "in {n} records", len(comparison.differences))
        yield f"{escape(count('{n} change {files}.', '{n} changes {files}.', number, files=files))}\n"
    for each in comparison.differences:
        yield from _difference(each, teller)
    if comparison.left_out:
        names = ", ".join(map(escape_inside, comparison.left_out))
        yield f"\n{escape(say('Not compared, as one of the two states cannot be read:'))} {names}\n"


def _difference(difference: Difference, teller: Teller) -> Iterator[str]:
    root = difference.thing
    kind = f"{escape_inside(teller.kind(root))} `{root.id}`"
    head = teller.speaker.language.say(
        "{words} ({details})", words=escape_inside(teller.called(root)), details=kind
    )
    yield f"\n### {head}\n\n"
    for thing, changes in by_thing(difference):
        yield from _points(thing, changes, thing.key == root.key, teller)


def _points(thing: Thing, changes: list[Change], is_root: bool, teller: Teller) -> Iterator[str]:
    if is_root or not changes[0].field:
        yield from (f"- {escape(teller.clause(each))}\n" for each in changes)
    elif len(changes) == 1:
        colon = teller.speaker.language.say(": ")
        yield f"- **{escape_inside(teller.called(thing))}**{colon}{escape_inside(teller.clause(changes[0]))}\n"
    else:
        yield f"- **{escape_inside(teller.called(thing))}**\n"
        yield from (f"  - {escape(teller.clause(each))}\n" for each in changes)
