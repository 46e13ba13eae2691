"""The table of all partnerships: where each is, since when, how its actions stand, and when it was last reported on."""

from collections.abc import Callable, Sequence
from datetime import date

from c2c.cli.terminal import Screen
from c2c.dates import parse
from c2c.model.text import Text
from c2c.saying import Speaker, label
from c2c.standing import Overview, areas, reported
from c2c.vocab import Status


def print_portfolio(rows: Sequence[Sequence[str]], as_of: date, speaker: Speaker) -> None:
    """Print the rows of partnerships as a table."""
    say = speaker.language.say
    heads = [
        say("id"),
        say("partnership"),
        say("step"),
        say("since"),
        say("began"),
        say("areas"),
        *(label(status, speaker.language) for status in Status),
        say("overdue"),
        say("last update"),
    ]
    screen = Screen()
    screen.table(heads, rows, right=range(5, 7 + len(Status)), flexible=1)
    counted = speaker.language.count("{n} partnership", "{n} partnerships", len(rows))
    screen.line()
    screen.line(say("{count}, as of {day}", count=counted, day=speaker.date(parse(as_of.isoformat()))))


def row(each: Overview, speaker: Speaker, step_of: Callable[[str], Text]) -> list[str]:
    """The cells of a partnership; `step_of` gives a step's title."""
    partnership, counts = each.partnership, each.counts
    title = speaker.text(partnership.title).text
    if each.has_ended and partnership.ended:
        title = speaker.language.say(
            "{title} (ended {date})", title=title, date=speaker.date(partnership.ended.on)
        )
    return [
        each.id,
        title,
        speaker.text(step_of(each.declared.step)).text if each.declared else "-",
        speaker.date(each.declared.on) if each.declared else "-",
        speaker.date(each.partnership.began) if each.partnership.began else "-",
        str(len(areas(each.partnership)) or "-"),
        # nothing was planned in so many words: that is not the same as nothing done
        *(str(counts[status]) if each.standings else "-" for status in Status),
        str(each.overdue) if each.standings else "-",
        speaker.date(newest) if (newest := reported(each)) else "-",
    ]
