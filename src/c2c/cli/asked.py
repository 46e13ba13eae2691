"""The partnerships that a question is about: those that are named, or those of all that the filters leave, as of a day."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import typer

from c2c.cli.choosing import Wanted
from c2c.cli.options import known_id, processes
from c2c.cli.reading import Reading
from c2c.workspace import PARTNERSHIP, Workspace

if TYPE_CHECKING:
    from c2c.model.partnership import Partnership
    from c2c.standing import Overview

T = TypeVar("T")


class Asked:
    """Which partnerships are asked for; `ids` are those that were named, if any were. Raises Unknown, BadOption."""

    def __init__(
        self, workspace: Workspace, today: date, named: str | Iterable[str] | None, wanted: Wanted
    ) -> None:
        self.workspace, self.today = workspace, today
        names = [named] if isinstance(named, str) else dict.fromkeys(named or ())
        self.ids = [known_id(workspace, PARTNERSHIP, id) for id in names] or None
        self.reading = Reading(workspace)
        self._is_wanted = wanted.chooser(self.reading, today) if wanted != Wanted() else None

    def overview(self, id: str, record: "Partnership") -> "Overview | None":
        """How a partnership stands; None if it is not asked for."""
        from c2c.standing import overview

        if self._is_wanted is not None and not self._is_wanted(record):
            return None
        return overview(id, record, self.today)

    def each(self, make: "Callable[[Overview], T | None]") -> list[T]:
        """What is made of each, without what is None; what is made is small, and the partnerships are let go."""

        def told(id: str, record: "Partnership") -> T | None:
            seen = self.overview(id, record)
            return make(seen) if seen is not None else None

        if self.ids is None:
            found = self.reading.tell(told, processes())
        else:
            found = [told(id, record) for id, record in self.reading.partnerships(self.ids)]
        return [each for each in found if each is not None]

    def say_left_out(self) -> None:
        """Say what could not be read. Raises Exit, with 1, if a partnership that was named is among it."""
        self.reading.say_left_out()
        if self.ids and any(name.startswith(f"data/{PARTNERSHIP.folder}/") for name in self.reading.left_out):
            raise typer.Exit(1)
