"""An agenda in words: each thing to be done as a sentence, in order, what is overdue first."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from c2c.agenda.items import Spans, Todo, todos
from c2c.model.experience import Contact
from c2c.model.partnership import Agreement
from c2c.model.text import Text, one_line
from c2c.people.reciprocity import Visit, Wait
from c2c.saying import Speaker, label
from c2c.standing import Overview, Standing
from c2c.vocab import Due

Day: TypeAlias = date
Names = Callable[[str], str]
"""What a city is called, by its id."""


class Item(NamedTuple):
    """A line of an agenda. `date` is the last day on which it is in time; without one, `since` says since when it is so."""

    date: Day | None
    overdue: bool
    kind: Due
    partnership: str
    id: str
    title: str
    sentence: str
    since: str | None = None

    @property
    def rank(self) -> tuple[bool, bool, Day, str, str, str, str]:
        """Its place: what is overdue comes first, then what has a date, then the rest; the earliest of each first."""
        return (
            not self.overdue,
            self.date is None,
            self.date or date.max,
            self.since or "~",
            self.partnership,
            self.kind,
            self.id,
        )


def agenda(overview: Overview, spans: Spans, speaker: Speaker, names: Names) -> list[Item]:
    """The agenda of a partnership, in the file's order."""
    title = one_line(speaker.text(overview.partnership.title).text)
    teller = _Teller(speaker, names, overview.as_of)
    return [
        Item(
            each.date,
            each.date is not None and each.date < overview.as_of,
            each.kind,
            overview.id,
            each.id,
            title,
            teller.sentence(each),
            each.last.text if each.date is None and each.last else None,
        )
        for each in todos(overview, spans)
    ]


class Ended(NamedTuple):
    """A partnership that has ended, so that nothing is to be done about it; `on` is when."""

    partnership: str
    on: str
    sentence: str


def ended(overview: Overview, speaker: Speaker) -> Ended | None:
    """That a partnership has ended; None if it has not."""
    end = overview.partnership.ended
    if end is None or not overview.has_ended:
        return None
    title = one_line(speaker.text(overview.partnership.title).text)
    said = speaker.language.say("{title} ended {date}.", title=title, date=speaker.date(end.on))
    return Ended(overview.id, end.on.text, said)


def sorted_items(agendas: Iterable[Iterable[Item]]) -> list[Item]:
    """All items of several partnerships, in order."""
    return sorted((item for each in agendas for item in each), key=lambda item: item.rank)


class _Teller(NamedTuple):
    speaker: Speaker
    names: Names
    as_of: date

    def sentence(self, todo: Todo) -> str:
        """What is to be done."""
        return _SENTENCES[todo.kind](self, todo)

    def action(self, todo: Todo) -> str:
        standing = todo.about
        assert isinstance(standing, Standing)
        assert standing.due is not None
        say, when = self.speaker.language.say, self.speaker.date(standing.due.edtf)
        what = self._text(standing.action.title)
        if standing.overdue:
            return say("Overdue: {what} ({when})", what=what, when=when)
        return say("Due: {what} ({when})", what=what, when=when)

    def ending(self, todo: Todo) -> str:
        say, facts = self.speaker.language.say, {"what": self._agreement(todo), "dates": self._last(todo)}
        if todo.date is not None and todo.date < self.as_of:
            return say("Expired, and no renewal is on record: {what}, valid {dates}", **facts)
        return say("Expires: {what}, valid {dates}", **facts)

    def renewal(self, todo: Todo) -> str:
        say, facts = self.speaker.language.say, {"what": self._agreement(todo), "signed": self._last(todo)}
        if todo.kind is Due.LOOP_PAST_DUE:
            return say("Not renewed in time: {what}, signed {signed}", **facts)
        return say("To be renewed: {what}, signed {signed}", **facts)

    def review(self, todo: Todo) -> str:
        say = self.speaker.language.say
        title = getattr(todo.about, "title", None)
        what = self._text(title) if isinstance(title, Text) else say("the partnership as a whole")
        if todo.last is None:
            return say("To be evaluated every so often, and no date is on record: {what}", what=what)
        return say("To be evaluated: {what}; it counts from {date}", what=what, date=self._last(todo))

    def waiting(self, todo: Todo) -> str:
        wait = todo.about
        assert isinstance(wait, Wait)
        say, what = self.speaker.language.say, self._text(wait.standing.action.title)
        if wait.waiting is None:
            return say("Waiting for an answer: {what}", what=what)
        party, who = wait.waiting.party, wait.waiting.who
        name = self._text(who) if who else self.names(party) if party else say("an answer")
        return say("Waiting for {who} since {date}: {what}", who=name, date=self._last(todo), what=what)

    def confirmation(self, todo: Todo) -> str:
        say, who = self.speaker.language.say, self._contact(todo)
        if todo.last is None:
            return say("Is this contact still right? {who}; never confirmed", who=who)
        return say("Is this contact still right? {who}; confirmed {date}", who=who, date=self._last(todo))

    def vacancy(self, todo: Todo) -> str:
        contact = todo.about
        assert isinstance(contact, Contact)
        assert contact.to is not None
        who, until = self._contact(todo), self.speaker.date(contact.to)
        return self.speaker.language.say(
            "No successor is on record: {who}, until {date}", who=who, date=until
        )

    def follow_up(self, todo: Todo) -> str:
        visit = todo.about
        assert isinstance(visit, Visit)
        what = self._text(visit.title)
        return self.speaker.language.say(
            "No follow-up is on record: {what} ({when})", what=what, when=self._last(todo)
        )

    def _agreement(self, todo: Todo) -> str:
        agreement = todo.about
        assert isinstance(agreement, Agreement)
        return (
            self._text(agreement.title) if agreement.title else label(agreement.kind, self.speaker.language)
        )

    def _contact(self, todo: Todo) -> str:
        """By role, never by name: an agenda goes to more people than the file."""
        contact = todo.about
        assert isinstance(contact, Contact)
        role = self._text(contact.role)
        if contact.party is None:
            return role
        return self.speaker.language.say("{role}, {party}", role=role, party=self.names(contact.party))

    def _last(self, todo: Todo) -> str:
        return self.speaker.date(todo.last) if todo.last else ""

    def _text(self, text: Text) -> str:
        return one_line(self.speaker.text(text).text)


_SENTENCES: Final[Mapping[Due, Callable[[_Teller, Todo], str]]] = {
    Due.ACTION_OVERDUE: _Teller.action,
    Due.ACTION_DUE: _Teller.action,
    Due.AGREEMENT_ENDS: _Teller.ending,
    Due.RENEWAL_DUE: _Teller.renewal,
    Due.LOOP_PAST_DUE: _Teller.renewal,
    Due.REVIEW_DUE: _Teller.review,
    Due.WAITING: _Teller.waiting,
    Due.CONTACT_TO_CONFIRM: _Teller.confirmation,
    Due.CONTACT_WITHOUT_SUCCESSOR: _Teller.vacancy,
    Due.VISIT_WITHOUT_FOLLOW_UP: _Teller.follow_up,
}
