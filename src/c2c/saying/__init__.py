"""How c2c puts its words, dates and texts in a language: the same in a terminal and in a report."""

from c2c.saying.counts import say_count
from c2c.saying.dates import say_date
from c2c.saying.labels import label
from c2c.saying.texts import Speaker

__all__ = ["Speaker", "label", "say_count", "say_date"]
