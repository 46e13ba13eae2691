"""The table of all partnerships: where each is, since when, how its actions stand, and when it was last reported on."""

from collections.abc import Iterable
from datetime import date

from c2c.cli.terminal import Screen
from c2c.dates import parse
from c2c.saying import Speaker, label
from c2c.standing import Overview
from c2c.vocab import Status


def print_portfolio(overviews: Iterable[Overview], as_of: date, speaker: Speaker) -> None:
    """Print a row for each partnership."""
    say = speaker.language.say
    rows = [_row(each, speaker) for each in overviews]  # the rows are small; the partnerships are let go
    heads = [
        say("id"),
        say("partnership"),
        say("step"),
        say("since"),
        *(label(status, speaker.language) for status in Status),
        say("overdue"),
        say("last update"),
    ]
    screen = Screen()
    screen.table(heads, rows, right=range(4, 5 + len(Status)), flexible=1)
    counted = speaker.language.count("{n} partnership", "{n} partnerships", len(rows))
    screen.line()
    screen.line(say("{count}, as of {day}", count=counted, day=speaker.date(parse(as_of.isoformat()))))


def _row(each: Overview, speaker: Speaker) -> list[str]:
    partnership, counts = each.partnership, each.counts
    title = speaker.text(partnership.title).text
    if each.has_ended and partnership.ended:
        title = speaker.language.say(
            "{title} (ended {date})", title=title, date=speaker.date(partnership.ended.on)
        )
    return [
        each.id,
        title,
        label(each.declared.step, speaker.language) if each.declared else "-",
        speaker.date(each.declared.on) if each.declared else "-",
        *(str(counts[status]) for status in Status),
        str(each.overdue),
        speaker.date(each.updated) if each.updated else "-",
    ]
