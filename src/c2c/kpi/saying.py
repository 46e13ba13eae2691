"""What there is to say of indicators in words: values, trends, targets, breaks, and what the record counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.kpi.counting import Count, Counted, Share
from c2c.kpi.indicators import Indicator
from c2c.kpi.series import Change, Nearness, Run
from c2c.model.experience import KpiValue
from c2c.model.happening import Quantity
from c2c.model.text import Text, one_line
from c2c.saying import Speaker, label
from c2c.vocab import Level, Trend, Way

ARROWS: Final[Mapping[Trend, str]] = {Trend.UP: "↑", Trend.DOWN: "↓", Trend.SAME: "→", Trend.UNKNOWN: "?"}


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Marks a message id and its plural for the catalogues."""
    return one, many


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


_THINGS: Final[Mapping[str, tuple[str, str]]] = {
    "high-level-visits": ngettext(
        "{n} visit on a high level is on record", "{n} visits on a high level are on record"
    ),
    "joint-projects": ngettext("{n} project is on record", "{n} projects are on record"),
    "our-companies-there": ngettext(
        "{n} entry on companies that take part is on record",
        "{n} entries on companies that take part are on record",
    ),
    "non-commercial-exchanges": ngettext("{n} exchange is on record", "{n} exchanges are on record"),
    "new-knowledge": ngettext("{n} lesson is on record", "{n} lessons are on record"),
    "publicity-volume": ngettext("{n} publication is on record", "{n} publications are on record"),
}
"""What the record counts for an indicator: it may be less than the indicator asks for, so it is named."""


_VISITS: Final = frozenset(("high-level-visits",))
"""What counts visits, which are told apart by who paid and who received them."""
_WAYS: Final[Mapping[Way, str]] = {Way.PAID: _("{n} paid"), Way.RECEIVED: _("{n} received")}


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
    if id in _VISITS:
        return voice.say("; ").join(_visits(id, count, voice))
    assert count.n is not None
    n = voice.speaker.language.count(*_THINGS[id], count.n)
    return n + _in_brackets(_shares(count, voice), voice)


def _visits(id: str, count: Count, voice: Voice) -> Iterator[str]:
    """Those on a high level, and the others, each with who paid and who received how many."""
    high = {share: n for share, n in count.shares.items() if share.word is Level.HIGH}
    others = {share: n for share, n in count.shares.items() if share not in high}
    if count.n is not None:
        n = voice.speaker.language.count(*_THINGS[id], count.n)
        yield n + _in_brackets(_ways(high, voice), voice)
    if others:
        n = voice.say(
            "other visits on record, of which the level is not recorded or not high: {n}",
            n=voice.speaker.language.number(_received(others)),
        )
        yield n + _in_brackets(_ways(others, voice), voice)


def _received(shares: Mapping[Share, int]) -> int:
    """How many visits there were: each is received once, by whomever, and may be paid by several."""
    return sum(n for share, n in shares.items() if share.way is not Way.PAID)


def _ways(shares: Mapping[Share, int], voice: Voice) -> Iterator[str]:
    """Who paid and who received how many; and of how many it is not on record who was visited."""
    ways: dict[str, dict[Way, int]] = {}
    unsaid = 0
    for share, n in shares.items():
        if share.party is None or share.way is None:
            unsaid += n
        else:
            of = ways.setdefault(share.party, {})
            of[share.way] = of.get(share.way, 0) + n
    number = voice.speaker.language.number
    for party in sorted(ways):
        told = (voice.say(_WAYS[way], n=number(ways[party][way])) for way in Way if way in ways[party])
        yield voice.say("{head}: ", head=voice.names(party)) + voice.say(", ").join(told)
    if unsaid:
        yield voice.say("not recorded who was visited: {n}", n=number(unsaid))


def _in_brackets(told: Iterable[str], voice: Voice) -> str:
    text = voice.say("; ").join(told)
    return voice.say(" ({text})", text=text) if text else ""


def _undated(id: str, counted: Counted, voice: Voice) -> str:
    n = voice.speaker.language.count(*_THINGS[id], len(counted.undated))
    return voice.say("Counted from the record, of no single year: {what}.", what=n)


def _shares(count: Count, voice: Voice) -> list[str]:
    """Each share with its number; nothing, if nothing tells them apart."""
    if list(count.shares) == [Share()]:
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
    told += [voice.text(voice.book.title("areas", share.area))] if share.area else []
    told += [label(share.word, language)] if share.word else []
    return voice.say(", ").join(told) or voice.say("without further detail")
