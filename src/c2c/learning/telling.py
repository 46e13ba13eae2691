"""What one partnership has learned, in words: a section for each topic that can be asked of one alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from c2c.dates import Edtf
from c2c.guidebook.book import Guidebook
from c2c.learning.account import Account
from c2c.learning.evaluations import taken
from c2c.learning.factors import MOST, Group
from c2c.learning.obstacles import Met
from c2c.learning.saying import example_told, met_told, states_said
from c2c.learning.sections import Line, Lines, Piece, Section, Table
from c2c.model.experience import Evaluation, FactorRating, Publication
from c2c.saying import Speaker, label
from c2c.vocab import Topic


def account_sections(
    found: Account, book: Guidebook, speaker: Speaker, topics: Iterable[Topic]
) -> list[Section]:
    """The topics that are asked for, of one partnership; those that only several can say something of are left out."""
    teller = _Teller(found, book, speaker)
    return [OF_ONE[topic](teller) for topic in topics if topic in OF_ONE]


class _Teller:
    """One partnership, and what its sections share."""

    def __init__(self, found: Account, book: Guidebook, speaker: Speaker) -> None:
        self.found, self.book, self.speaker = found, book, speaker
        self.say, self.id = speaker.language.say, found.taught.id

    def evaluations(self) -> Section:
        """Each evaluation, and which scopes none of them names."""
        every = self.found.evaluations
        told = tuple(self._scopes()) if every.all else (self.say("No evaluation is on record."),)
        lines = [Line(each.title, self.id, each.id, tuple(self._evaluation(each))) for each in every.all]
        return self._section(Topic.EVALUATIONS, told, (), (Lines("", tuple(lines), len(lines)),))

    def _scopes(self) -> Iterator[str]:
        every = self.found.evaluations
        names = self.speaker.language.list(self._name("scopes", id) for id in every.missing)
        if every.missing:
            yield self.say("Never looked at, as far as is on record: {scopes}.", scopes=names)
        if every.unsaid and every.missing:
            yield self.speaker.language.count(
                "Of {n} evaluation it is not recorded what it looks at.",
                "Of {n} evaluations it is not recorded what they look at.",
                len(every.unsaid),
            )

    def _evaluation(self, each: Evaluation) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        say, when = self.say, taken(each)
        if when is not None:
            yield say("When"), (self.speaker.date(when),)
        if each.by is not None:
            yield say("By"), (each.by,)
        if each.scopes:
            yield say("What it looks at"), tuple(self.book.title("scopes", id) for id in each.scopes)
        if each.findings:
            yield say("Findings"), each.findings
        yield say("Decisions"), each.decisions or (say("none on record"),)
        where = tuple(self._published(one) for one in each.published)
        yield say("Published"), where or (say("not recorded where"),)

    def _published(self, each: Publication) -> str:
        medium = label(each.medium, self.speaker.language)
        when = self.say(" ({text})", text=self.speaker.date(each.on)) if each.on else ""
        return medium + when + (f" {each.url}" if each.url else "")

    def obstacles(self) -> Section:
        """Each obstacle, what was changed because of it, and what that did."""
        met = self.found.taught.obstacles
        lines = tuple(
            Line(each.obstacle.title, self.id, each.obstacle.id, tuple(self._obstacle(each))) for each in met
        )
        told = self.say("No obstacle is on record.")
        if met:
            told = self.speaker.language.count(
                "{n} obstacle is on record ({how}).",
                "{n} obstacles are on record ({how}).",
                len(met),
                how=states_said(met, self.speaker),
            )
        return self._section(Topic.OBSTACLES, (told,), (), (Lines("", lines, len(lines)),))

    def _obstacle(self, each: Met) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        yield from met_told(each, self.book, self.speaker)
        if each.is_open:
            yield self.say("What was changed"), (self.say("none on record"),)

    def factors(self) -> Section:
        """The five-factor profile, and the ratings that it is made of."""
        rated = [each for group in self.found.profile for each in group.ratings]
        if not rated:
            return self._section(Topic.FACTORS, (self.say("No success factor is rated."),))
        say, number = self.say, self.speaker.language.number
        rows = tuple(
            (
                self.book.title("groups", each.id),
                say("{n} of {of}", n=number(len(each.ratings)), of=number(each.of)),
                _mean(each, self.speaker) or say("not rated"),
            )
            for each in self.found.profile
        )
        columns = (say("Success factor"), say("rated"), say("mean of what is rated"))
        told = say("From 1, absent, to 4, strong. Not rated is neither bad nor zero.")
        lines = tuple(
            Line(self.book.title("factors", each.factor), self.id, each.factor, tuple(self._rating(each)))
            for each in rated
        )
        lists = (Lines("", lines, len(lines)),)
        return self._section(Topic.FACTORS, (told,), (Table("", columns, rows),), lists)

    def _rating(self, each: FactorRating) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        yield self.say("Rating"), (label(each.rating, self.speaker.language) + self._as_of(each.on),)
        if each.by is not None:
            yield self.say("By"), (each.by,)
        if each.note is not None:
            yield self.say("Note"), (each.note,)

    def _as_of(self, on: Edtf | None) -> str:
        return self.say(" ({text})", text=self.speaker.date(on)) if on else ""

    def practice(self) -> Section:
        """What others can take up."""
        lines = tuple(
            Line(each.title, self.id, each.id, tuple(example_told(each, self.speaker)))
            for each in self.found.taught.examples
        )
        told = () if lines else (self.say("Nothing is on record."),)
        return self._section(Topic.PRACTICE, told, (), (Lines("", lines, len(lines)),))

    def _section(
        self,
        topic: Topic,
        told: tuple[str, ...],
        tables: tuple[Table, ...] = (),
        lists: tuple[Lines, ...] = (),
    ) -> Section:
        head = label(topic, self.speaker.language)
        return Section(topic, head, told, tables, tuple(each for each in lists if each.lines))

    def _name(self, chapter: str, id: str) -> str:
        return self.speaker.text(self.book.title(chapter, id)).text


def _mean(group: Group, speaker: Speaker) -> str:
    """The mean of what is rated, such as 2.5 of 4; nothing where nothing is."""
    if group.mean is None:
        return ""
    number = speaker.language.number
    return speaker.language.say(
        "{mean} of {most}", mean=number(round(float(group.mean), 1)), most=number(MOST)
    )


OF_ONE: Final[Mapping[Topic, Callable[[_Teller], Section]]] = {
    Topic.EVALUATIONS: _Teller.evaluations,
    Topic.OBSTACLES: _Teller.obstacles,
    Topic.FACTORS: _Teller.factors,
    Topic.PRACTICE: _Teller.practice,
}
"""What can be asked of one partnership alone."""
