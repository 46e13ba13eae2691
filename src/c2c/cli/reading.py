"""Records for a command, read one by one; what cannot be read is remembered, so that the rest is still answered."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from c2c.cli.aside import tell
from c2c.model.base import Record
from c2c.sharing import shared
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Entry, Kind, Workspace

if TYPE_CHECKING:
    from c2c.model.city import City
    from c2c.model.document import Document
    from c2c.model.partnership import Partnership
    from c2c.saying import Speaker

R = TypeVar("R", bound=Record)
T = TypeVar("T")

WORTH_A_PROCESS = 30
"""From how many partnerships on another process pays for its start."""
SHOWN = 5
"""How many files that were left out are named."""


class Reading:
    """A reading of a workspace. `left_out` has the names of what it could not take, in the order of reading."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        config = workspace.config_file
        broken = [config.source.name] if config and config.record is None else []
        self.left_out: dict[str, None] = dict.fromkeys(broken)

    def partnerships(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, "Partnership"]]:
        """The partnerships, all or those named, each with its id."""
        from c2c.model.partnership import Partnership

        return self._records(PARTNERSHIP, Partnership, ids)

    def tell(self, told: "Callable[[str, Partnership], T]", processes: int) -> list[T]:
        """What is told of each partnership, in order, by as many processes as are worth it; it can be pickled."""
        from c2c.model.partnership import Partnership

        def work(entry: Entry) -> tuple[T] | str:
            file = self.workspace.read(entry)
            if isinstance(file.record, Partnership):
                return (told(entry.id, file.record),)
            return file.source.name

        entries = [entry for entry in self.workspace.entries if entry.kind == PARTNERSHIP]
        results = shared(work, entries, processes, WORTH_A_PROCESS)
        self.left_out |= dict.fromkeys(each for each in results if isinstance(each, str))
        self._leave_out_strays(PARTNERSHIP)
        return [each[0] for each in results if not isinstance(each, str)]

    def cities(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, "City"]]:
        """The cities, all or those named."""
        from c2c.model.city import City

        return self._records(CITY, City, ids)

    def sources(self) -> Iterator[tuple[str, "Document"]]:
        """The sources."""
        from c2c.model.document import Document

        return self._records(SOURCE, Document, None)

    def names(self, speaker: "Speaker") -> Callable[[str], str]:
        """A city's name by its id; the id, if its file cannot be read. Each file is read once, when it is asked for."""

        @cache
        def name(id: str) -> str:
            found = next((city.names for _, city in self.cities([id])), None)
            return speaker.text(found).text if found else id

        return name

    def say_left_out(self) -> None:
        """Say on standard error what was left out."""
        say_left_out(self.left_out, self.workspace)

    def _records(self, kind: Kind, model: type[R], ids: Iterable[str] | None) -> Iterator[tuple[str, R]]:
        for file in self.workspace.files(kind, ids):
            if isinstance(file.record, model):
                yield file.entry.id, file.record
            else:
                self.left_out[file.source.name] = None
        if ids is None:
            self._leave_out_strays(kind)

    def _leave_out_strays(self, kind: Kind) -> None:
        for stray in self.workspace.strays:
            folder, _, _ = stray.name.rpartition("/")
            if folder in ("data", f"data/{kind.folder}"):
                self.left_out[stray.name] = None


def say_left_out(names: Iterable[str], workspace: Workspace) -> None:
    """Say on standard error which files of a workspace could not be read; the rest is still answered."""
    left_out = list(dict.fromkeys(names))
    if left_out:
        more = f" and {len(left_out) - SHOWN} more" if len(left_out) > SHOWN else ""
        help = "c2c validate says why" + (
            "" if workspace.is_of_now else " where that revision is checked out"
        )
        tell(f"left out, as c2c cannot read it: {', '.join(left_out[:SHOWN])}{more}", help)
