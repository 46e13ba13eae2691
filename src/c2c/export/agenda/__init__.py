"""An agenda as text for other programs and other people: one format is one file, named in the table here."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from c2c.export.agenda.agenda import Agenda
from c2c.export.agenda.calendar import calendar
from c2c.export.agenda.json import json
from c2c.export.agenda.markdown import markdown

FORMATS: Final[Mapping[str, Callable[[Agenda], Iterator[str]]]] = MappingProxyType(
    {"json": json, "markdown": markdown, "ics": calendar}
)

__all__ = ["FORMATS", "Agenda"]
