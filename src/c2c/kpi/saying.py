"""What there is to say of indicators in words: values, trends, targets, breaks, and what the record counts."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.kpi.counting import Count, Counted, Share
from c2c.kpi.indicators import Indicator
from c2c.kpi.series import Change, Nearness, Run
from c2c.model.experience import KpiValue
from c2c.model.happening import Quantity
from c2c.model.text import Text, one_line
from c2c.saying import Speaker, label
from c2c.vocab import Trend

ARROWS: Final[Mapping[Trend, str]] = {Trend.UP: "↑", Trend.DOWN: "↓", Trend.SAME: "→", Trend.UNKNOWN: "?"}


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many


_THINGS: Final[Mapping[str, tuple[str, str]]] = {
    "high-level-visits": ngettext(
        "{n} visit on a high level is on record", "{n} visits on a high level are on record"
    ),
    "joint-projects": ngettext("{n} project is on record", "{n} projects are on record"),
    "our-companies-there": ngettext(
        "{n} company that came to take part is on record",
        "{n} companies that came to take part are on record",
    ),
    "non-commercial-exchanges": ngettext("{n} exchange is on record", "{n} exchanges are on record"),
    "new-knowledge": ngettext("{n} lesson is on record", "{n} lessons are on record"),
    "publicity-volume": ngettext("{n} publication is on record", "{n} publications are on record"),
}
"""What the record counts for an indicator: it may be less than the indicator asks for, so it is named."""


class Voice(NamedTuple):
    """Who says it: a speaker, the guidebook's titles, and what cities are called."""

    speaker: Speaker
    book: Guidebook
    names: Callable[[str], str]

    def text(self, text: Text) -> str:
        """A text on one line."""
        return one_line(self.speaker.text(text).text)

    def say(self, message: str, **facts: object) -> str:
        """A message with its facts."""
        return self.speaker.language.say(message, **facts)


def value_said(value: KpiValue, voice: Voice) -> str:
    """The number as exactly as it is given, without its unit."""
    assert value.value is not None
    return voice.speaker.quantity(Quantity.model_construct(value=value.value, bound=value.bound, unit=None))


def unit_said(run: Run, indicator: Indicator, voice: Voice) -> str:
    """What is counted: what the values say, else what the guidebook does."""
    unit = run.unit or indicator.unit
    return voice.text(unit) if unit else ""


def change_said(change: Change, voice: Voice) -> str:
    """The trend as an arrow and words."""
    say, before = voice.say, voice.speaker.date(change.before.period)
    arrow, word = ARROWS[change.trend], label(change.trend, voice.speaker.language)
    if change.trend is Trend.UNKNOWN:
        return say("{arrow} {trend}, against {date}", arrow=arrow, trend=word, date=before)
    return say("{arrow} {trend} since {date}", arrow=arrow, trend=word, date=before)


def nearness_said(near: Nearness, voice: Voice) -> str:
    """What is aimed at, for when, and how near that is."""
    target = near.target
    return voice.say(
        "{value} for {date}: {state}",
        value=value_said(target, voice),
        date=voice.speaker.date(target.period),
        state=label(near.aim, voice.speaker.language),
    )


def break_said(run: Run, voice: Voice) -> str:
    """Why the values are not compared with those before them; nothing if there are none."""
    if not run.differs:
        return ""
    why = voice.speaker.language.list(label(each, voice.speaker.language) for each in run.differs)
    return voice.say("Not compared with the values before: {why}.", why=why)


def counts_said(indicator: Indicator, voice: Voice, year: int | None = None) -> list[str]:
    """What the record counts, a sentence for each year or for one, and one for what has no year on record."""
    counted = indicator.counted
    if counted is None:
        return []
    told = [
        voice.say(
            "Counted from the record, {year}: {what}.",
            year=count.year,
            what=_count(indicator.id, count, voice),
        )
        for count in counted.years
        if year is None or count.year == year
    ]
    return told + ([_undated(indicator.id, counted, voice)] if counted.undated else [])


def _count(id: str, count: Count, voice: Voice) -> str:
    """What a year has on record: 3 exchanges are on record (culture: 2; sport: 1)."""
    shares = voice.say("; ").join(_shares(count, voice))
    if count.n is None:
        return voice.say("other visits on record: {what}", what=shares)
    n = voice.speaker.language.count(*_THINGS[id], count.n)
    return n + voice.say(" ({text})", text=shares) if shares else n


def _undated(id: str, counted: Counted, voice: Voice) -> str:
    n = voice.speaker.language.count(*_THINGS[id], len(counted.undated))
    return voice.say("Counted from the record, no year recorded: {what}.", what=n)


def _shares(count: Count, voice: Voice) -> list[str]:
    """Each share with its number; nothing, if nothing tells them apart."""
    if count.n is not None and list(count.shares) == [Share()]:
        return []
    return [
        voice.say("{head}: ", head=_share(share, voice)) + voice.speaker.language.number(n)
        for share, n in sorted(count.shares.items(), key=_by_words)
    ]


def _by_words(pair: tuple[Share, int]) -> tuple[str, ...]:
    return tuple(str(each or "~") for each in pair[0])


def _share(share: Share, voice: Voice) -> str:
    """What a share is told apart by, as far as it is on record."""
    language = voice.speaker.language
    told = [voice.names(share.party)] if share.party else []
    told += [label(share.way, language)] if share.way else []
    told += [voice.text(voice.book.title("areas", share.area))] if share.area else []
    told += [label(share.word, language)] if share.word else []
    if share.way and not share.word:
        told.append(voice.say("level not recorded"))
    return voice.say(", ").join(told) or voice.say("without further detail")
