"""The people of partnerships in the terminal: a table of all, or one with contacts, sectors, give and take."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from c2c.cli.terminal import Screen
from c2c.guidebook.book import Guidebook
from c2c.model.partnership import Waiting
from c2c.model.text import Text, one_line
from c2c.people.contacts import Tenure
from c2c.people.coverage import Cell, Row
from c2c.people.portrait import Portrait
from c2c.people.reciprocity import Visit
from c2c.people.saying import contacts_said, gap_said
from c2c.saying import Speaker, label
from c2c.vocab import Helix

SHOWN: Final = 3
"""How many of those who take part at a step are named; of the others it is said how many they are."""
_OUTSIDE: Final = (Helix.INDUSTRY, Helix.ACADEMIA, Helix.CIVIL_SOCIETY)


def row(each: Portrait, speaker: Speaker) -> list[str]:
    """The cells of a partnership; what is not on record is a dash, never a zero."""
    contacts, give = each.contacts, each.reciprocity
    numbers = {row.sector: len(row.participants) for row in each.rows}
    visits = len(give.visits)
    return [
        each.overview.id,
        one_line(speaker.text(each.overview.partnership.title).text),
        str(len(contacts.now)) if contacts.tenures else "-",
        str(len(contacts.stale)) if contacts.tenures else "-",
        *(str(numbers.get(sector) or "-") for sector in _OUTSIDE),
        str(visits or "-"),
        str(len(give.without_follow_up)) if visits else "-",
        str(len(give.waits) or "-"),
    ]


def print_table(rows: Sequence[Sequence[str]], speaker: Speaker) -> None:
    """Print the rows of partnerships as a table."""
    say = speaker.language.say
    heads = [
        say("id"),
        say("partnership"),
        say("contacts"),
        say("to confirm"),
        *(label(sector, speaker.language) for sector in _OUTSIDE),
        say("visits"),
        say("without follow-up"),
        say("waits"),
    ]
    Screen().table(heads, rows, right=range(2, len(heads)), flexible=1)


def print_portrait(each: Portrait, book: Guidebook, speaker: Speaker, names: Callable[[str], str]) -> None:
    """Print the people of one partnership."""
    _Portrait(each, book, speaker, names).print()


class _Portrait:
    """One partnership's people, and what its lines share."""

    def __init__(
        self, each: Portrait, book: Guidebook, speaker: Speaker, names: Callable[[str], str]
    ) -> None:
        self.screen, self.each, self.book, self.speaker, self.names = Screen(), each, book, speaker, names
        self.say, self.count = speaker.language.say, speaker.language.count

    def print(self) -> None:
        """Print the head and the three parts."""
        self.screen.line(
            (self._text(self.each.overview.partnership.title), "bold"), f"  {self.each.overview.id}"
        )
        for head, lines in (
            (self.say("Who speaks for whom"), self._contacts()),
            (self.say("Who takes part, and where"), self._sectors()),
            (self.say("Give and take"), self._reciprocity()),
        ):
            self.screen.line()
            self.screen.line((head, "bold"))
            for depth, line in lines:
                self.screen.line(line, indent=depth, hang=2)

    def _contacts(self) -> Iterator[tuple[int, str]]:
        found = self.each.contacts
        if not found.tenures:
            yield 2, self.say("No contact is on record.")
            return
        for each in found.tenures:
            yield 2, self._contact(each)
        for line in contacts_said(found, self.speaker, self.names):
            yield 2, line

    def _contact(self, each: Tenure) -> str:
        contact = each.contact
        who = self._text(contact.role)
        told = [self.names(contact.party)] if contact.party else []
        told += [contact.name] if contact.name else []
        told += [self.say("since {start}", start=self.speaker.date(contact.from_))] if contact.from_ else []
        told += [self.say("until {end}", end=self.speaker.date(contact.to))] if contact.to else []
        if each.confirmed:
            told.append(self.say("confirmed {date}", date=self.speaker.date(each.confirmed)))
        if each.is_stale:
            told.append(self.say("to be confirmed"))
        if contact.successor:
            told.append(self.say("then {contact}", contact=contact.successor))
        elif each.is_vacant:
            told.append(self.say("no successor on record"))
        return " · ".join((f"{who} ({contact.id})", *told))

    def _sectors(self) -> Iterator[tuple[int, str]]:
        if not any(row.is_there for row in self.each.rows):
            yield 2, self.say("Nobody is on record.")
        for row in self.each.rows:
            if row.is_there:
                yield 2, self._sector(row)
                for step, cell in row.cells.items():
                    if cell.who:
                        yield 6, self._cell(step, cell)
        for gap in self.each.gaps:
            yield 2, gap_said(gap, self.book, self.speaker)

    def _sector(self, row: Row) -> str:
        name = label(row.sector, self.speaker.language) if row.sector else self.say("sector not recorded")
        name = name[:1].upper() + name[1:]
        if not row.participants:  # the parties' own agreements and actions count for the government
            return self.say("{head}: ", head=name) + self.say("the parties")
        head = self.say("{head} ({n})", head=name, n=len(row.participants))
        return self.say("{head}: ", head=head) + self.say(", ").join(
            self._text(each.title) for each in row.participants
        )

    def _cell(self, step: str, cell: Cell) -> str:
        title = self._text(self.book.title("steps", step))
        when = (
            self.say(" ({text})", text=self.say("last {date}", date=self.speaker.date(cell.last)))
            if cell.last
            else ""
        )
        more = len(cell.who) - SHOWN
        told = [*cell.who[:SHOWN], *([self.count("and {n} more", "and {n} more", more)] if more > 0 else [])]
        return self.say("{head}: ", head=title) + self.say(", ").join(told) + when

    def _reciprocity(self) -> Iterator[tuple[int, str]]:
        give = self.each.reciprocity
        if not (give.proposed or give.visits or give.waits):
            yield 2, self.say("Nothing is on record.")
        for each in give.proposed:
            who = self.names(each.party) if each.party else self.say("not recorded by whom")
            what = [self.count("{n} action", "{n} actions", each.actions)] if each.actions else []
            what += [self.count("{n} idea", "{n} ideas", each.ideas)] if each.ideas else []
            yield 2, self.say("proposed: {what} ({who})", what=self.say(", ").join(what), who=who)
        for party in self.each.overview.partnership.parties if give.says_where else ():
            facts = {"paid": give.paid(party), "received": give.hosted(party)}
            yield (
                2,
                self.say(
                    "{party}: visits paid {paid}, received {received}", party=self.names(party), **facts
                ),
            )
        if give.undirected:
            yield (
                2,
                self.count(
                    "Of {n} visit it is not recorded who was visited.",
                    "Of {n} visits it is not recorded who was visited.",
                    give.undirected,
                ),
            )
        for visit in give.visits:
            yield 4, self._visit(visit)
        for wait in give.waits:
            title = self._text(wait.standing.action.title)
            yield 2, self.say("{head}: ", head=self._awaited(wait.waiting)) + title

    def _awaited(self, waiting: Waiting | None) -> str:
        if waiting is None:
            return self.say("waits for an answer")
        party, who = waiting.party, waiting.who
        name = self._text(who) if who else self.names(party) if party else self.say("an answer")
        return self.say("waits for {who} since {date}", who=name, date=self.speaker.date(waiting.since))

    def _visit(self, visit: Visit) -> str:
        told = [self.speaker.date(visit.when)] if visit.when else []
        if visit.host:
            told.append(self.say("to {party}", party=self.names(visit.host)))
        told += [label(visit.level, self.speaker.language)] if visit.level else []
        if visit.follow_up is None:
            told.append(self.say("no follow-up on record"))
        else:
            told.append(self.say("afterwards: {what}", what=self._text(visit.follow_up)))
        return " · ".join((f"{self._text(visit.title)} ({visit.id})", *told))

    def _text(self, text: Text) -> str:
        return one_line(self.speaker.text(text).text)
