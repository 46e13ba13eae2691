"""What was learned in the terminal: sections with sentences, tables and lists."""

from collections.abc import Iterable, Sequence
from datetime import date

from c2c.cli.terminal import Screen
from c2c.dates import parse
from c2c.learning.account import Account
from c2c.learning.portfolio import Learned
from c2c.learning.saying import caution_said, shown_said
from c2c.learning.sections import Line, Lines, Piece, Section, Table
from c2c.model.text import Text, one_line
from c2c.saying import Speaker
from c2c.saying.clauses import joined


def print_learned(found: Learned, sections: Iterable[Section], as_of: date, speaker: Speaker) -> None:
    """Print what a portfolio has to teach."""
    screen = Screen()
    head = speaker.language.count(
        "What can be learned from {n} partnership, as of {day}",
        "What can be learned from {n} partnerships, as of {day}",
        len(found.all),
        day=speaker.date(parse(as_of.isoformat())),
    )
    screen.line((head, "bold"))
    screen.line(shown_said(found.shown, speaker))
    screen.line(caution_said(speaker))
    _Page(screen, speaker, names_where=True).print(sections)


def print_account(found: Account, sections: Iterable[Section], speaker: Speaker) -> None:
    """Print what one partnership has learned."""
    screen = Screen()
    title = one_line(speaker.text(found.taught.title).text)
    screen.line((title, "bold"), f"  {found.taught.id}")
    _Page(screen, speaker, names_where=False).print(sections)


class _Page:
    """A page of sections. `names_where` says that a thing is named by its partnership, too."""

    def __init__(self, screen: Screen, speaker: Speaker, names_where: bool) -> None:
        self.screen, self.speaker, self.names_where = screen, speaker, names_where

    def print(self, sections: Iterable[Section]) -> None:
        """Print the sections, with a line between them."""
        for each in sections:
            self.screen.line()
            self.screen.line((each.head, "bold"))
            for said in each.told:
                self.screen.line(said, indent=2)
            for table in each.tables:
                self._table(table)
            for lines in each.lists:
                self._lines(lines)

    def _table(self, table: Table) -> None:
        self.screen.line()
        if table.head:
            self.screen.line((table.head, "underline"))
        rows = [[self._text(cell) for cell in row] for row in table.rows]
        self.screen.table(table.columns, rows, right=range(1, len(table.columns)), flexible=0)
        if table.note:
            self.screen.line(table.note, indent=2)

    def _lines(self, lines: Lines) -> None:
        if lines.head:
            say, number = self.speaker.language.say, self.speaker.language.number
            self.screen.line()
            self.screen.line((say("{head} ({n})", head=lines.head, n=number(lines.all)), "underline"))
        for each in lines.lines:
            self._line(each)
        if (more := lines.all - len(lines.lines)) > 0:
            self.screen.line(self.speaker.language.count("and {n} more", "and {n} more", more), indent=2)

    def _line(self, each: Line) -> None:
        where = f"{each.partnership}/{each.id}" if self.names_where else each.id
        self.screen.line(self._text(each.what), f"  {where}", indent=2, hang=2)
        for word, pieces in each.told:
            said = self.speaker.language.say("{head}: ", head=word) + self._all(pieces)
            self.screen.line(said, indent=4, hang=2)

    def _all(self, pieces: Sequence[Piece]) -> str:
        return joined([self._text(each) for each in pieces], self.speaker.language)

    def _text(self, piece: Piece) -> str:
        return one_line(self.speaker.text(piece).text) if isinstance(piece, Text) else piece
