"""A speaker: a language of the output, and the languages that texts fall back to."""

from functools import reduce
from typing import NamedTuple

from c2c.dates import Edtf
from c2c.dates.durations import lengths
from c2c.language import Language
from c2c.model.happening import Quantity
from c2c.model.text import Piece, Text
from c2c.saying.dates import say_date
from c2c.saying.labels import LABELS
from c2c.vocab import Bound


class Speaker(NamedTuple):
    """Says things in a language; texts that lack it are given in the first of `fallbacks` that they have."""

    language: Language
    fallbacks: tuple[str, ...] = ()

    def text(self, text: Text) -> Piece:
        """The text, and the language it is in."""
        return text.best((self.language.code, *self.fallbacks))

    def date(self, edtf: Edtf) -> str:
        """A date in words."""
        return say_date(edtf, self.language)

    def duration(self, duration: str) -> str:
        """How long, as ISO 8601 has it: of years, months and weeks, and of one of them at least."""
        years, months, weeks, _ = lengths(duration)
        count = self.language.count
        told = (
            count("{n} year", "{n} years", years) if years else "",
            count("{n} month", "{n} months", months) if months else "",
            count("{n} week", "{n} weeks", weeks) if weeks else "",
        )
        return reduce(self._and, filter(None, told))

    def _and(self, one: str, other: str) -> str:
        return self.language.say("{one} and {other}", one=one, other=other)

    def quantity(self, quantity: Quantity) -> str:
        """A number as exactly as its source gives it, with its unit."""
        number = self.language.number(quantity.value)
        words = self.language.say(LABELS[Bound, quantity.bound.value], n=number)
        return self.language.beside(words, self.text(quantity.unit).text) if quantity.unit else words
