"""A change in a sentence, for people who have never seen the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import reduce
from typing import Final, NamedTuple

from c2c.dates import Edtf
from c2c.history.alike import KEYS
from c2c.history.comparing import Change, How, inside
from c2c.history.things import Thing, Value
from c2c.model.base import Record, SourceRef
from c2c.model.experience import Contact, FactorRating, Idea, IdeaRecord, KpiValue
from c2c.model.happening import Quantity
from c2c.model.narrative import Declared
from c2c.model.partnership import Action, Agreement, StatusRecord
from c2c.model.text import UNDETERMINED, Text
from c2c.model.when import When
from c2c.saying import Speaker, label
from c2c.saying.fields import FIELDS, THINGS
from c2c.saying.values import in_words
from c2c.vocab import IdeaStatus, Status, ValueKind, Verdict

_LONG: Final = 80
"""From how many characters on a text is told by what is new in it."""
_AROUND: Final = 20
"""How many characters stand around what is new."""

_NAMED: Final[Mapping[str, str]] = {
    "about": "cities",
    "areas": "areas",
    "broader": "areas",
    "challenge": "challenges",
    "city": "cities",
    "criterion": "criteria",
    "factor": "factors",
    "group": "groups",
    "guests": "cities",
    "host": "cities",
    "kpi": "kpis",
    "loop": "loops",
    "outcome": "outcomes",
    "parties": "cities",
    "party": "cities",
    "programmes": "programmes",
    "proposed_by": "cities",
    "scopes": "scopes",
    "side": "cities",
    "source": "sources",
    "step": "steps",
    "steps": "steps",
}
"""The fields that hold an id, and where what it names stands."""
_LASTING: Final = frozenset(("confirm_contacts_after", "every", "review_every", "stale_after"))
"""The fields that hold how long something is."""


class Teller(NamedTuple):
    """Tells changes in a language. `names` gives what an id of a chapter of the guidebook, or of a folder, is called."""

    speaker: Speaker
    names: Callable[[str, str], Text]

    def sentence(self, change: Change) -> str:
        """The change, with what it happened to."""
        said = self.clause(change)
        if not change.field:
            return said
        return self._say("{subject}: {what}", subject=self.called(change.thing), what=said)

    def clause(self, change: Change) -> str:
        """The change, where what it happened to is said already."""
        if not change.field:
            return self._of_thing(change)
        if change.field == "status" and isinstance(change.thing.record, Action | Idea):
            return self._of_status(change)
        if change.field == "in":
            before, after = self._words("", change.before), self._words("", change.after)
            return self._say("moved from {before} to {after}", before=before, after=after)
        if change.how is How.CHANGED and (parts := list(inside(change))):
            about = self._about(change.field, change.after)
            return self._say("{subject}: {what}", subject=about, what=self._all(parts))
        return self._of_field(change)

    def report(self, record: StatusRecord | IdeaRecord) -> str:
        """A report on an action or an idea by itself."""
        date = self.speaker.date(record.on) if record.on else self._say("no date")
        details = self._listed(self._details(record))
        status = self._status(record.is_)
        what = self._say("{words} ({details})", words=status, details=details) if details else status
        return self._say("{subject}: {what}", subject=date, what=what)

    def called(self, thing: Thing) -> str:
        """What a thing is called; an agreement without a title by what it is, and when it was signed."""
        record = thing.record
        if thing.title:
            return self.speaker.text(thing.title).text
        if isinstance(record, Contact):
            return self.speaker.text(record.role).text
        if isinstance(record, Agreement) and record.signed:
            kind, date = label(record.kind, self.speaker.language), self.speaker.date(record.signed)
            return self._say("{words} ({details})", words=kind, details=date)
        return thing.id

    def kind(self, thing: Thing) -> str:
        """What a thing is."""
        return self._say(THINGS[thing.what])

    def _of_thing(self, change: Change) -> str:
        value = self._listed((self.called(change.thing), *self._at_once(change.thing)))
        return self._came_or_went(change.how, self.kind(change.thing), value)

    def _came_or_went(self, how: How, what: str, value: str) -> str:
        if how is How.ADDED:
            return self._say("{what} added: {value}", what=what, value=value)
        return self._say("{what} removed: {value}", what=what, value=value)

    def _at_once(self, thing: Thing) -> Iterator[str]:
        """What is said of a thing that came or went, beside its title."""
        record = thing.record
        if isinstance(record, Agreement) and record.signed and record.title:
            yield self._say("signed {date}", date=self.speaker.date(record.signed))
        if isinstance(record, Action) and record.when:
            yield self.speaker.date(record.when.edtf)
        if isinstance(record, Action) and record.like:
            yield self._say("taken up from {origin}", origin=record.like)
        if isinstance(record, Action) and record.idea:
            yield self._say("came of the idea {idea}", idea=record.idea)
        if isinstance(record, Action | Idea) and record.status:
            yield self._status(record.status[-1].is_)

    def _of_status(self, change: Change) -> str:
        before, after = change.before, change.after
        first = Status.OPEN if isinstance(change.thing.record, Action) else IdeaStatus.PROPOSED
        was = before.is_ if isinstance(before, StatusRecord | IdeaRecord) else first
        if isinstance(after, StatusRecord | IdeaRecord) and change.how is How.ADDED:
            words = self._say("{before} → {after}", before=self._status(was), after=self._status(after.is_))
            on = [self.speaker.date(after.on)] if after.on else []
            details = self._listed((*on, *self._details(after)))
            said = self._say("{words} ({details})", words=words, details=details) if details else words
            is_shown = isinstance(after, StatusRecord) and after.evidence
            return self._say("{words}, evidence added", words=said) if is_shown else said
        record = before if isinstance(before, StatusRecord | IdeaRecord) else after
        assert isinstance(record, StatusRecord | IdeaRecord)
        date = self.speaker.date(record.on) if record.on else self._say("no date")
        if change.how is How.REMOVED:
            return self._say("report of {date} removed: {status}", date=date, status=self._status(was))
        return self._say("report of {date}: {what}", date=date, what=self._all(inside(change)))

    def _details(self, record: StatusRecord | IdeaRecord) -> Iterator[str]:
        if record.reason:
            yield label(record.reason, self.speaker.language)
        if isinstance(record, StatusRecord) and record.postponed_to:
            yield self._say("new date: {date}", date=self.speaker.date(record.postponed_to.edtf))
        if record.note:
            yield self._quoted(record.note)

    def _of_field(self, change: Change) -> str:
        name = self._name(change.field)
        before, after = self._words(change.field, change.before), self._words(change.field, change.after)
        if any(each is True for each in change[-2:]):  # a flag that is down says nothing, and is None here
            flags = [
                label(Verdict.YES if each else Verdict.NO, self.speaker.language) for each in change[-2:]
            ]
            return self._say("{what}: {before} → {after}", what=name, before=flags[0], after=flags[1])
        if _is_text(change):
            before, after = map(
                self._marked, _excerpts(before, after) if change.before and change.after else (before, after)
            )
        if before == after:  # dates that differ in their signs only
            before, after = (in_words(each, self.speaker) or "" for each in (change.before, change.after))
        if change.how is How.CHANGED:
            return self._say("{what}: {before} → {after}", what=name, before=before, after=after)
        return self._came_or_went(change.how, name, after if change.how is How.ADDED else before)

    def _name(self, field: str) -> str:
        """What a field is called: of a field in a field the inner one, of a text its language too."""
        names = [part for part in field.split(".") if part in FIELDS]
        last = field.rpartition(".")[2]
        name = self._say(FIELDS[names[-1]]) if names else field
        if last in FIELDS or last == UNDETERMINED or not names:
            return name
        said = self.speaker.language.name(last) if names[-1] != "legend" else last
        return self._say("{words} ({details})", words=name, details=said)

    def _about(self, field: str, value: Value) -> str:
        """Which of several records without id is meant."""
        names = [name for name in KEYS.get(field.rpartition(".")[2], ()) if getattr(value, name)]
        said = self._listed(self._words(name, getattr(value, name)) for name in names)
        return (
            self._say("{words} ({details})", words=self._name(field), details=said)
            if said
            else self._name(field)
        )

    def _words(self, field: str, value: Value) -> str:
        inner = field.rpartition(".")[2]
        if isinstance(value, str) and not isinstance(value, StrEnum) and inner in _NAMED:
            return self.speaker.text(self.names(_NAMED[inner], value)).text
        if isinstance(value, str) and inner in _LASTING:
            return self.speaker.duration(value)
        if isinstance(value, Edtf):
            return self.speaker.date(value)
        if isinstance(value, When):
            date = self.speaker.date(value.edtf)
            return self._say("{words} ({details})", words=date, details=value.text) if value.text else date
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.speaker.language.number(value)
        if isinstance(value, Record) and not isinstance(value, Quantity):
            return self._statement(value)
        return in_words(value, self.speaker) or ""

    def _statement(self, value: Record) -> str:
        """A record without an id."""
        if isinstance(value, Declared):
            step, loop = self._words("step", value.step), self._words("loop", value.loop)
            date = self.speaker.date(value.on)
            return self._say("{step} (loop: {loop}), since {date}", step=step, loop=loop, date=date)
        if isinstance(value, SourceRef):
            source = self._words("source", value.source)
            at = self.speaker.text(value.at).text if value.at else ""
            return self._say("{words} ({details})", words=source, details=at) if at else source
        if isinstance(value, KpiValue):
            return self._value(value)
        if isinstance(value, FactorRating):
            rating = label(value.rating, self.speaker.language)
            return self._dated(self._words("factor", value.factor), value.on, rating)
        return self._listed(self._held(value))

    def _held(self, record: Record) -> Iterator[str]:
        """What a record without an id holds."""
        for name in type(record).model_fields:
            value = getattr(record, name)
            for each in value if isinstance(value, tuple) and not isinstance(value, When) else (value,):
                if each is not None:
                    yield self._quoted(each) if name == "note" else self._words(name, each)

    def _value(self, value: KpiValue) -> str:
        """A value of an indicator: what it is of, when, and how much."""
        said = in_words(value.statement, self.speaker)
        if value.quantity is not None:
            said = self.speaker.quantity(value.quantity)
        if value.kind is not ValueKind.MEASURED:
            kind = label(value.kind, self.speaker.language)
            said = self._say("{words} ({details})", words=said, details=kind) if said else kind
        return self._dated(self._words("kpi", value.kpi), value.period, said or "")

    def _dated(self, what: str, when: Edtf | None, said: str) -> str:
        date = [self.speaker.date(when)] if when else []
        return self._say("{subject}: {what}", subject=self._listed((what, *date)), what=said)

    def _all(self, changes: Iterable[Change]) -> str:
        return self._say("; ").join(self.clause(each) for each in changes)

    def _listed(self, words: Iterable[str]) -> str:
        """Things of several kinds one after the other, such as a status, a date and a note."""
        told = list(words)
        return (
            reduce(lambda head, rest: self._say("{head}, {rest}", head=head, rest=rest), told) if told else ""
        )

    def _quoted(self, text: Text) -> str:
        return self._marked(in_words(text, self.speaker) or "")

    def _marked(self, words: str) -> str:
        return self._say("“{text}”", text=words)

    def _status(self, status: Status | IdeaStatus) -> str:
        return label(status, self.speaker.language)

    def _say(self, message: str, **facts: object) -> str:
        return self.speaker.language.say(message, **facts)


def _is_text(change: Change) -> bool:
    """Whether it is about a text in one language, which is told in quotation marks."""
    return change.field.rpartition(".")[2] not in FIELDS and "legend" not in change.field


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Two long texts from a little before to a little after where they differ."""
    if max(len(before), len(after)) < _LONG:
        return before, after
    same = _same(before, after)
    rest = min(len(before), len(after)) - same
    last = min(rest, _same(before[::-1], after[::-1]))
    start = _word_start(before, max(0, same - _AROUND))
    ends = (min(len(each), len(each) - last + _AROUND) for each in (before, after))
    return _cut(before, start, next(ends)), _cut(after, start, next(ends))


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_start(text: str, at: int) -> int:
    space = text.rfind(" ", 0, at) + 1
    return space if at - space < _AROUND else at


def _cut(text: str, start: int, end: int) -> str:
    following = text.find(" ", end)
    end = following if 0 <= following - end < _AROUND else end
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
