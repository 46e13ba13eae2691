"""What a portfolio has to teach in words: a section for each topic, with numbers as n of m and their smallness stated."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from c2c.guidebook.book import Guidebook
from c2c.learning.obstacles import Met, Tally
from c2c.learning.portfolio import FEW, Band, Learned, Part
from c2c.learning.sections import Line, Lines, Piece, Section, Table
from c2c.learning.taught import Example
from c2c.saying import Speaker, label
from c2c.vocab import Hurdle, Practice, Topic

W = TypeVar("W", bound=StrEnum)

SHOWN: Final = 10
"""How many things of a kind are listed; of the others it is said how many they are."""


def sections(
    found: Learned, book: Guidebook, speaker: Speaker, topics: Iterable[Topic] = Topic, most: int = SHOWN
) -> list[Section]:
    """The topics that are asked for, in words; `most` things of a kind are listed."""
    teller = _Teller(found, book, speaker, most)
    return [_TOPICS[topic](teller) for topic in topics]


def shown_said(part: Part, speaker: Speaker) -> str:
    """How many partnerships have evidence of results."""
    return speaker.language.count(
        "Evidence of results is on record for {shown} of {n} partnership.",
        "Evidence of results is on record for {shown} of {n} partnerships.",
        part.of,
        shown=speaker.language.number(part.n),
    )


def caution_said(speaker: Speaker) -> str:
    """What the numbers are not."""
    return speaker.language.say(
        "All numbers are of what is on record. They stand side by side, and do not say what causes what: "
        "who writes more down has more of everything."
    )


class _Teller:
    """A portfolio, and what its sections share."""

    def __init__(self, found: Learned, book: Guidebook, speaker: Speaker, most: int) -> None:
        self.found, self.book, self.speaker, self.most = found, book, speaker, most
        self.say, self.count = speaker.language.say, speaker.language.count
        self.number = speaker.language.number

    def evaluations(self) -> Section:
        """Of how many there is an evaluation, and what they look at."""
        part = self.found.evaluated
        said = self.count(
            "An evaluation is on record for {shown} of {n} partnership.",
            "An evaluation is on record for {shown} of {n} partnerships.",
            part.of,
            shown=self.number(part.n),
        )
        rows = tuple((self._title("scopes", id), self.number(n)) for id, n in self.found.scopes.items())
        table = Table(
            self.say("What they look at"),
            (self.say("Scope"), self.say("Partnerships")),
            rows if part.n else (),
        )
        return self._section(Topic.EVALUATIONS, (said,), (table,))

    def obstacles(self) -> Section:
        """By challenge and by step, what is open, and what was changed."""
        met = [each for one in self.found.all for each in one.obstacles]
        if not met:
            return self._section(Topic.OBSTACLES, (self.say("No obstacle is on record."),))
        said = self.count(
            "Obstacles are on record for {who} of {n} partnership ({how}).",
            "Obstacles are on record for {who} of {n} partnerships ({how}).",
            len(self.found.all),
            who=self.number(len({each.partnership for each in met})),
            how=states_said(met, self.speaker),
        )
        tables = (
            self._tallies(self.say("Challenge"), "challenges", self.found.challenges),
            self._tallies(self.say("Step"), "steps", self.found.steps),
        )
        lists = tuple(
            self._lines(head, [self._met(each) for each in met if each.state is state])
            for state, head in (
                (Hurdle.OPEN, self.say("Nothing was changed, as far as is on record")),
                (Hurdle.ADJUSTED, self.say("Changed, and what that did is not on record")),
                (Hurdle.EFFECT, self.say("Changed, with an effect: to be judged, and taken up")),
            )
        )
        return self._section(Topic.OBSTACLES, (said,), tables, lists)

    def factors(self) -> Section:
        """Where a factor is fair or strong, beside evidence of results."""
        if not self.found.factors:
            return self._section(Topic.FACTORS, (self.say("No success factor is rated."),))
        rows = tuple(
            (
                self.book.title("factors", each.id),
                self._part(each.shown),
                self._part(each.others),
                "" if each.says_something else self.say("too few to say anything"),
            )
            for each in self.found.factors
        )
        columns = (
            self.say("Success factor"),
            self.say("fair or strong where results have evidence"),
            self.say("where none has"),
            self.say("Note"),
        )
        told = self.say(
            "Of the partnerships where it is rated. Fewer than {n} on one side are too few; not rated is not bad.",
            n=self.number(FEW),
        )
        return self._section(Topic.FACTORS, (told,), (Table("", columns, rows),))

    def areas(self) -> Section:
        """How the actions of each area stand."""
        if not self.found.areas:
            return self._section(Topic.AREAS, (self.say("No planned action is on record."),))
        columns = (
            self.say("Area"),
            self.say("Actions"),
            self.say("How they stand"),
            self.say("done with evidence"),
        )
        rows = tuple(
            (
                self._title("areas", each.id),
                self.number(each.actions),
                counted(each.counts, self.speaker),
                self.number(each.shown),
            )
            for each in self.found.areas
        )
        told = self.say("An action counts for each of its areas; an area counts what is within it.")
        return self._section(Topic.AREAS, (told,), (Table("", columns, rows),))

    def age(self) -> Section:
        """Years, areas and kinds of activities, beside evidence of results."""
        told = (
            self.say(
                "A review of British and Chinese cities found that partnerships which last long and do many kinds of "
                "things tend to do better economically."
            ),
            self.say(
                "Counted here are results of any kind with evidence on record, which is not the same as economic success."
            ),
        )
        few = self.say(
            "Fewer than {n} partnerships stand on one side: too few to say anything.", n=self.number(FEW)
        )
        tables = tuple(
            Table(
                "",
                (self._measure(each.by), self.say("Partnerships"), self.say("with evidence of results")),
                tuple(self._band(band) for band in each.bands),
                "" if each.says_something else few,
            )
            for each in self.found.splits
        )
        return self._section(Topic.AGE, told, tables)

    def practice(self) -> Section:
        """What others can take up, by its kind, what has most evidence first."""
        lists = tuple(
            self._lines(head, [self._example(each) for each in self.found.practice if each.kind is kind])
            for kind, head in (
                (Practice.ACHIEVEMENT, self.say("Results")),
                (Practice.ACTION, self.say("Actions that are done, with evidence and for whom")),
                (Practice.ADJUSTMENT, self.say("Changes that had an effect")),
                (Practice.LESSON, self.say("What was learned")),
            )
        )
        told = () if self.found.practice else (self.say("Nothing is on record."),)
        return self._section(Topic.PRACTICE, told, (), lists)

    def _section(
        self,
        topic: Topic,
        told: Iterable[str],
        tables: Iterable[Table] = (),
        lists: Iterable[Lines] = (),
    ) -> Section:
        head = label(topic, self.speaker.language)
        filled = tuple(each for each in tables if each.rows)
        return Section(topic, head, tuple(told), filled, tuple(each for each in lists if each.lines))

    def _tallies(self, what: str, chapter: str, tallies: Sequence[Tally]) -> Table:
        columns = (
            what,
            self.say("Partnerships"),
            self.say("with a change on record"),
            self.say("with its effect on record"),
        )
        rows = tuple(
            (
                self._title(chapter, each.id),
                self.number(len(each.partnerships)),
                self.number(len(each.of(Hurdle.ADJUSTED, Hurdle.EFFECT))),
                self.number(len(each.of(Hurdle.EFFECT))),
            )
            for each in tallies
        )
        return Table("", columns, rows if any(each.id for each in tallies) else ())

    def _met(self, each: Met) -> Line:
        return Line(
            each.obstacle.title,
            each.partnership,
            each.obstacle.id,
            tuple(met_told(each, self.book, self.speaker)),
        )

    def _example(self, each: Example) -> Line:
        return Line(each.title, each.partnership, each.id, tuple(example_told(each, self.speaker)))

    def _lines(self, head: str, lines: Sequence[Line]) -> Lines:
        return Lines(head, tuple(lines[: self.most]), len(lines))

    def _title(self, chapter: str, id: str | None) -> Piece:
        return self.say("not recorded") if id is None else self.book.title(chapter, id)

    def _part(self, part: Part) -> str:
        if not part.of:
            return self.say("not rated")
        return self.say("{n} of {of}", n=self.number(part.n), of=self.number(part.of))

    def _measure(self, by: str) -> str:
        words = {
            "years": self.say("Years"),
            "areas": self.say("Areas"),
            "kinds": self.say("Kinds of activities"),
        }
        return words[by]

    def _band(self, band: Band) -> tuple[Piece, ...]:
        return (
            self._range(band),
            self.number(band.part.of),
            self.say("{n} of {of}", n=self.number(band.part.n), of=self.number(band.part.of)),
        )

    def _range(self, band: Band) -> str:
        if band.least is None:
            return self.say("not recorded")
        if band.most is None:
            return self.say("{n} or more", n=self.number(band.least))
        return self.say("fewer than {n}", n=self.number(band.most + 1))


def met_told(each: Met, book: Guidebook, speaker: Speaker) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """What kind of obstacle it is, at which step and since when; what was changed and when, and what that did.

    Nothing is said of no change.
    """
    say, obstacle = speaker.language.say, each.obstacle
    if obstacle.challenge is not None:
        yield say("Challenge"), (book.title("challenges", obstacle.challenge),)
    if obstacle.step is not None:
        yield say("Step"), (book.title("steps", obstacle.step),)
    if obstacle.since is not None:
        yield say("Since when"), (speaker.date(obstacle.since),)
    if each.is_open or obstacle.adjustment is None:
        return
    yield say("What was changed"), (obstacle.adjustment,)
    if obstacle.adjusted is not None:
        yield say("When"), (speaker.date(obstacle.adjusted),)
    yield say("Effect"), (obstacle.effect or say("none on record"),)


def example_told(each: Example, speaker: Speaker) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """What others want to know of an example: for whom it was, what it did, and what shows it."""
    say = speaker.language.say
    if each.beneficiaries:
        yield say("For whom"), each.beneficiaries
    if each.after is not None:
        yield say("Effect"), (each.after,)
    if each.kind is not Practice.LESSON:
        number = speaker.language.count("{n} piece", "{n} pieces", each.evidence)
        yield say("Evidence"), (number if each.evidence else say("none on record"),)


def states_said(met: Iterable[Met], speaker: Speaker) -> str:
    """How many obstacles have come how far."""
    found = Counter(each.state for each in met)
    return counted({state: found[state] for state in Hurdle}, speaker)


def counted(numbers: Mapping[W, int], speaker: Speaker) -> str:
    """How many there are of each, without those of which there is none."""
    say, number = speaker.language.say, speaker.language.number
    told = (f"{label(word, speaker.language)}{say(': ')}{number(n)}" for word, n in numbers.items() if n)
    return say("; ").join(told)


_TOPICS: Final[Mapping[Topic, Callable[[_Teller], Section]]] = {
    Topic.EVALUATIONS: _Teller.evaluations,
    Topic.OBSTACLES: _Teller.obstacles,
    Topic.FACTORS: _Teller.factors,
    Topic.AREAS: _Teller.areas,
    Topic.AGE: _Teller.age,
    Topic.PRACTICE: _Teller.practice,
}
