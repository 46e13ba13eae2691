"""A partnership in the terminal: focus areas, efforts and actions, each with marker and word, when and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from c2c.cli.terminal import STATUS_STYLES, Screen
from c2c.cli.wrapping import cells
from c2c.dates import parse
from c2c.model.partnership import Partnership, StatusRecord
from c2c.model.text import Text, one_line
from c2c.saying import Speaker, label, say_count
from c2c.standing import Counts, Overview, Standing, count, reported
from c2c.vocab import DEFAULT_LEGEND, Reason, Status


def print_trees(
    overviews: Iterable[Overview],
    speaker: Speaker,
    choose: Callable[[Standing], bool],
    name_of: Callable[[str], str],
    step_of: Callable[[str], Text],
) -> None:
    """Print the partnerships that have actions that are asked for.

    `name_of` gives a party's name, `step_of` a step's title.
    """
    screen = Screen()
    printed = passed_over = 0
    for overview in overviews:
        chosen = [each for each in overview.standings if choose(each)]
        if not chosen and overview.standings:
            passed_over += 1
            continue
        if printed:
            screen.line()
        _Tree(screen, overview, speaker, name_of, step_of).print(chosen)
        printed += 1
    if passed_over and not printed:
        screen.line(speaker.language.say("no action is like that"))


class _Tree:
    """One partnership's tree, and what its lines share."""

    def __init__(
        self,
        screen: Screen,
        overview: Overview,
        speaker: Speaker,
        name_of: Callable[[str], str],
        step_of: Callable[[str], Text],
    ) -> None:
        self.screen, self.overview, self.speaker = screen, overview, speaker
        self.name_of, self.step_of = name_of, step_of
        self.say = speaker.language.say
        self.signs = legend(overview.partnership)
        self.width = 0

    def print(self, chosen: Sequence[Standing]) -> None:
        """Print the head, and the chosen actions under their focus areas and efforts."""
        self.width = max((cells(self._status_of(each)) for each in chosen), default=0)
        self._print_head()
        for (_, area), in_area in groupby(chosen, key=lambda each: each.place.route[:2]):
            standings = list(in_area)
            counts = count(each for each in self.overview.standings if each.place.route[1] == area)
            self.screen.line()
            title = self.speaker.text(standings[0].place.focus_area.title).text
            self.screen.line((title, "bold"), f"  {self._tally(counts)}", hang=2)
            for route, in_effort in groupby(standings, key=lambda each: each.place.route[:4]):
                self._print_effort(route, list(in_effort))

    def _print_effort(self, route: tuple[str | int, ...], standings: list[Standing]) -> None:
        effort = standings[0].place.effort
        counts = count(each for each in self.overview.standings if each.place.route[:4] == route)
        title = self.speaker.text(effort.title).text
        self.screen.line((title, "underline"), f" ({effort.id})  {self._tally(counts)}", indent=2, hang=2)
        for each in standings:
            self._print_action(each)

    def _print_head(self) -> None:
        overview, speaker, say = self.overview, self.speaker, self.say
        partnership = overview.partnership
        self.screen.line((speaker.text(partnership.title).text, "bold"), f"  {overview.id}")
        facts = [say("as of {day}", day=speaker.date(parse(overview.as_of.isoformat())))]
        if overview.declared:
            step = speaker.text(self.step_of(overview.declared.step)).text
            facts.append(say("step {step} since {date}", step=step, date=speaker.date(overview.declared.on)))
        newest = reported(overview)
        if newest:
            facts.append(say("last update {date}", date=speaker.date(newest)))
        if overview.has_ended and partnership.ended:
            facts.append(say("ended {date}", date=speaker.date(partnership.ended.on)))
        self._print_facts(facts)
        total = speaker.language.count("{n} action", "{n} actions", len(overview.standings))
        number = speaker.language.number
        counts = self._tally(overview.counts)
        told = [say("{total}: {counts}", total=total, counts=counts) if overview.standings else total]
        unreported = sum(each.record is None for each in overview.standings)
        if unreported:
            told.append(say("{n} not reported on", n=number(unreported)))
        if overview.overdue:
            told.append(say("{n} overdue", n=number(overview.overdue)))
        self._print_facts(told)
        markers = [
            self.screen.kept(self._status(status, sign)) for status, sign in self.signs.items() if sign
        ]
        if markers:
            self.screen.line(say("legend: {markers}", markers=say(", ").join(markers)))

    def _tally(self, counts: Counts) -> str:
        return self.say(", ").join(map(self.screen.kept, tally(counts, self.speaker)))

    def _print_facts(self, facts: Iterable[str], indent: int = 0) -> None:
        self.screen.line(" · ".join(map(self.screen.kept, facts)), indent=indent)

    def _print_action(self, each: Standing) -> None:
        speaker, record = self.speaker, each.record
        status = self._status_of(each)
        hang = self.screen.hang(self.width + 2)
        space = " " * max(2, hang - cells(status))
        kept = self.screen.kept
        facts = [speaker.text(each.action.title).text]
        if each.action.when:
            facts.append(kept(speaker.date(each.action.when.edtf)))
        if each.overdue and each.due and each.due.edtf.latest:
            last = speaker.date(parse(each.due.edtf.latest.isoformat()))
            facts.append(kept(self.say("overdue: the last day was {day}", day=last)))
        text = space + " · ".join(facts)
        self.screen.line(
            (status, STATUS_STYLES[each.status]), text, f"  {each.action.id}", indent=4, hang=hang
        )
        if record:
            why = list(self._why(record))
            if why:
                self._print_facts(why, indent=4 + hang)
            if record.note:
                self.screen.line(one_line(speaker.text(record.note).text), indent=4 + hang)

    def _why(self, record: StatusRecord) -> Iterable[str]:
        """Why it is not done, who is waited for, and when it is to be."""
        speaker, waiting = self.speaker, record.waiting_for
        if record.reason and not (
            record.reason is Reason.POSTPONED and record.postponed_to
        ):  # it says so below
            yield label(record.reason, speaker.language)
        if waiting:
            who = speaker.text(waiting.who).text if waiting.who else self.name_of(waiting.party or "?")
            yield self.say("waiting for {who} since {date}", who=who, date=speaker.date(waiting.since))
        if record.postponed_to:
            yield self.say("put off to {date}", date=speaker.date(record.postponed_to.edtf))

    def _status_of(self, each: Standing) -> str:
        """The status in words, with the marker of the legend; an unclear one with the marker as it was written."""
        written = (
            each.record.marker if each.record and each.status is Status.UNCLEAR else self.signs[each.status]
        )
        return self._status(each.status, written or "")

    def _status(self, status: Status, marker: str) -> str:
        """The marker with its word: the word says it where a marker or a colour does not."""
        return f"{marker} {label(status, self.speaker.language)}".strip()


def legend(partnership: Partnership) -> Mapping[Status, str]:
    """The marker of each status, empty where the legend has none."""
    signs = dict.fromkeys(Status, "")
    for marker, status in (DEFAULT_LEGEND if partnership.legend is None else partnership.legend).items():
        signs[status] = signs[status] or marker
    return signs


def tally(counts: Counts, speaker: Speaker) -> Iterator[str]:
    """Such as: 11 done; 3 partly done; 1 open."""
    return (say_count(status, n, speaker.language) for status, n in counts.items() if n)
