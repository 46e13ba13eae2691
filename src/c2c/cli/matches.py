"""Possible partners in the terminal: the best in a list, or every criterion with its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from c2c.cli.terminal import Screen
from c2c.cli.wrapping import cells
from c2c.dates import parse
from c2c.matching.answers import Answer
from c2c.matching.facts import Evidence
from c2c.matching.match import OURS, Asked, Candidate, Change, Matches, Nobody, Why
from c2c.matching.saying import named, path, place, said, way_said
from c2c.model.text import one_line
from c2c.saying import Speaker, label
from c2c.vocab import Verdict

SHOWN: Final = 2
"""How many pieces of evidence, ways or others a line names; of the rest it is said how many they are."""
_STYLES: Final = {Verdict.YES: "green", Verdict.NO: "red", Verdict.UNKNOWN: "cyan"}


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


_WHY: Final[Mapping[Why, str]] = {
    Why.PARTNERS: _("Those who could be one are partners already: without --new they are shown."),
    Why.ASKED_FOR_OWN: _("Cities of its own country are left out: with --same-country they are shown."),
    Why.OWN_COUNTRY: _(
        "No city of another country is on record: c2c new city adds one, --same-country shows those of its own."
    ),
    Why.NONE_THERE: _("No other city is on record in: {countries}. c2c new city adds one."),
    Why.NO_OTHER: _("No other city with a country is on record: c2c new city adds one."),
}
"""Why there is no candidate, and what to do."""


def print_matches(found: Matches, speaker: Speaker, limit: int, in_full: bool) -> None:
    """Print the best candidates."""
    _Page(found, speaker).print(limit, in_full)


class _Page:
    """The candidates of a city, and what the lines on them share."""

    def __init__(self, found: Matches, speaker: Speaker) -> None:
        self.screen, self.found, self.speaker = Screen(), found, speaker
        self.language, self.say = speaker.language, speaker.language.say
        labels = [label(each, speaker.language) for each in Verdict]
        labels += [self.say("partner"), self.say("fits"), self.say("way"), self.say("ask")]
        self.width = max(map(cells, labels))

    def print(self, limit: int, in_full: bool) -> None:
        """Print the head, the candidates, and who else is worth a look."""
        self._print_head()
        if self.found.nobody is not None:
            self._print_nobody(self.found.nobody)
            return
        for each in self.found.candidates[:limit]:
            self.screen.line()
            self._print_candidate(each)
            if in_full:
                self._print_in_full(each)
            else:
                self._print_in_short(each)
        self._print_others(self.found.candidates[limit:])

    def _print_head(self) -> None:
        found, say = self.found, self.say
        self.screen.line((self._name(found.city), "bold"), f"  {found.city}")
        if found.set == OURS:
            by = say("by the guidebook's criteria")
        else:
            by = one_line(self.speaker.text(found.known.book.title("sets", found.set)).text)
        day = self.speaker.date(parse(found.known.as_of.isoformat()))
        counted = self.language.count("{n} candidate", "{n} candidates", found.of)
        facts = [by, counted, say("as of {day}", day=day)]
        if found.nobody is not None:
            self.screen.line(" · ".join(facts))
            return
        facts.append(say("{share} % of the answers are unknown", share=_percent(found.unknown)))
        self.screen.line(" · ".join(facts))
        self.screen.line(
            say("Each range goes from what is known to speak for a city to what may yet: unknown is not no.")
        )

    def _print_nobody(self, nobody: Nobody) -> None:
        countries = self.language.list(map(self.language.country, nobody.countries))
        self.screen.line(self.say(_WHY[nobody.why], countries=countries))

    def _print_candidate(self, each: Candidate) -> None:
        city = self.found.known.cities[each.id]
        name = self._name(each.id)
        if country := self.language.country(city.country) if city.country else "":
            name = self.say("{head}, {rest}", head=name, rest=country)
        verdicts = [answer.verdict for answer in each.answers]
        counts = [
            self.say("{n} {answer}", n=verdicts.count(verdict), answer=label(verdict, self.language))
            for verdict in Verdict
        ]
        score = self.say("{low}–{high} %", low=_percent(each.score.low), high=_percent(each.score.high))
        facts = [score, self.say(", ").join(counts), *self._looking(each)]
        self.screen.line(f"{each.place}. ", (name, "bold"), f"  {each.id}  {' · '.join(facts)}", hang=3)

    def _looking(self, each: Candidate) -> Iterator[str]:
        if self.found.known.cities[each.id].looking:
            yield self.say("looking for a partner")

    def _print_in_short(self, each: Candidate) -> None:
        for asked, answer in zip(self.found.asked, each.answers, strict=True):
            if answer.verdict is not Verdict.UNKNOWN:
                told = self.say("; ").join(self._some(map(self._evidence, answer.evidence)))
                self._fact(answer.verdict, self.say("{name}: {text}", name=self._title(asked), text=told))
        unknown = [
            self._title(asked)
            for asked, answer in zip(self.found.asked, each.answers, strict=True)
            if answer.verdict is Verdict.UNKNOWN
        ]
        if unknown:
            self._fact(Verdict.UNKNOWN, self.say("; ").join(unknown))
        self._print_rest(each)
        number = _best_question(each)
        if number is not None:
            question, change = (
                self._question(number, each.answers[number]),
                self._change(each.changes[number]),
            )
            self._fact(self.say("ask"), self.say("{question} {change}", question=question, change=change))

    def _print_rest(self, each: Candidate) -> None:
        """What is not an answer: the ties there are, the wishes that fit, and the ways."""
        for tie in each.ties:
            title = one_line(self.speaker.text(tie.title).text)
            ended = self.say("{title} (ended)", title=title) if tie.ended else title
            self._fact(self.say("partner"), f"{ended} [{tie.id}]")
        if each.fits:
            areas = (self.speaker.text(self.found.known.book.title("areas", id)).text for id in each.fits)
            words = self.say(
                "one of the two looks for a partner in: {areas}", areas=self.say("; ").join(areas)
            )
            self._fact(self.say("fits"), words)
        if each.ways:
            told = (way_said(way, self._name, self.speaker) for way in each.ways)
            self._fact(self.say("way"), self.say("; ").join(self._some(told)))

    def _print_in_full(self, each: Candidate) -> None:
        self._print_rest(each)
        group = None
        for number, asked in enumerate(self.found.asked):
            if asked.entry is not None and asked.entry.group not in (None, group):
                group = asked.entry.group
                title = self.found.known.book.title("groups", str(group))
                self.screen.line((one_line(self.speaker.text(title).text), "bold"), indent=3)
            self._print_answer(number, asked, each)

    def _print_answer(self, number: int, asked: Asked, each: Candidate) -> None:
        answer, change = each.answers[number], each.changes[number]
        verdict = label(answer.verdict, self.language)
        title = self.say("{name} ({share} %): ", name=self._title(asked), share=_percent(asked.share))
        self.screen.line(title, (verdict, _STYLES[answer.verdict]), indent=5, hang=2)
        for evidence in answer.evidence:
            self.screen.line(self._evidence_in_full(evidence), indent=9, hang=2)
        for lead in answer.leads:
            words = self.say("points to it: {text}", text=self._evidence_in_full(lead))
            self.screen.line(words, indent=9, hang=2)
        if answer.verdict is Verdict.UNKNOWN:
            words = self.say("ask {question}", question=self._question(number, answer))
            self.screen.line(words, indent=9, hang=2)
        if change is not None:
            self.screen.line(self._change(change), indent=9, hang=2)

    def _question(self, number: int, answer: Answer) -> str:
        asked = self.found.asked[number]
        question = asked.entry.question if asked.entry and asked.entry.question else asked.title
        whom = self.language.list(map(self._name, answer.ask))
        return self.say("{name}: {text}", name=whom, text=one_line(self.speaker.text(question).text))

    def _change(self, change: Change | None) -> str:
        if change is None:
            return self.say("(no single answer changes its place)")
        return self.say("(yes: place {yes}; no: place {no})", yes=change.yes, no=change.no)

    def _print_others(self, rest: Iterable[Candidate]) -> None:
        """Who is further down, and looks for a partner too, or can be reached through others."""
        rest = tuple(rest)
        known = self.found.known
        looking = [each for each in rest if known.cities[each.id].looking]
        reached = [each for each in rest if each.ways and not each.ties and each not in looking]
        lines = (
            (self.say("Further down, and looking for a partner: {names}"), looking),
            (self.say("Further down, with a way there through others: {names}"), reached),
        )
        if looking or reached:
            self.screen.line()
        for words, found in lines:
            if found:
                names = [
                    self.say("{name} (place {n})", name=self._name(each.id), n=each.place) for each in found
                ]
                self.screen.line(words.format(names=self.say("; ").join(self._some(names, 5))), hang=2)

    def _fact(self, head: Verdict | str, words: str) -> None:
        text = label(head, self.language) if isinstance(head, Verdict) else head
        padded = text + " " * (self.width - cells(text) + 2)
        style = _STYLES[head] if isinstance(head, Verdict) else ""
        self.screen.line((padded, style), words, indent=3, hang=self.screen.hang(self.width + 2))

    def _evidence(self, evidence: Evidence) -> str:
        return f"{self._dated(evidence)} [{evidence.file}]"

    def _evidence_in_full(self, evidence: Evidence) -> str:
        where = " ".join(filter(None, (path(evidence), place(evidence))))
        cited = self.say("source: {text}", text=", ".join(evidence.sources)) if evidence.sources else ""
        return " · ".join(filter(None, (self._dated(evidence), where, cited)))

    def _dated(self, evidence: Evidence) -> str:
        words = said(evidence, self.found.known, self.speaker)
        when = self.say(" ({text})", text=self.speaker.date(evidence.on)) if evidence.on else ""
        return f"{words}{when}"

    def _some(self, told: Iterable[str], shown: int = SHOWN) -> Iterator[str]:
        words = list(dict.fromkeys(told))
        yield from words[:shown]
        if len(words) > shown:
            yield self.language.count("and {n} more", "and {n} more", len(words) - shown)

    def _title(self, asked: Asked) -> str:
        return one_line(self.speaker.text(asked.title).text)

    def _name(self, city: str) -> str:
        return named(city, self.found.known, self.speaker)


def _best_question(each: Candidate) -> int | None:
    """The unknown that would move a candidate furthest; of those alike, one that something points to, before others."""
    open_ = [number for number, answer in enumerate(each.answers) if each.id in answer.ask]

    def order(number: int) -> tuple[int, bool, int]:
        change = each.changes[number] or Change(0, 0)
        return change.yes - change.no, not each.answers[number].leads, number

    return min(open_, key=order, default=None)


def _percent(share: Fraction) -> int:
    return round(share * 100)
