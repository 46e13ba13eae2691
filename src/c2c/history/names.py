"""What ids are called: an area or a step by the guidebook, a city or a source by its own record."""

from collections.abc import Callable

from c2c.guidebook.book import Guidebook
from c2c.history.things import Thing
from c2c.model.text import UNDETERMINED, Text
from c2c.vocab import CHAPTERS
from c2c.workspace import CITY, SOURCE, Workspace


def names(workspace: Workspace, book: Guidebook) -> Callable[[str, str], Text]:
    """The name of an id in a chapter of the guidebook, or in a folder of data; the id, where it has none."""
    kinds = {kind.folder: kind for kind in (CITY, SOURCE)}

    def name(place: str, id: str) -> Text:
        if place in CHAPTERS:
            return book.title(place, id)
        for file in workspace.files(kinds[place], [id]):
            if file.record and (title := Thing(kinds[place].name, id, file.record).title):
                return title
        return Text({UNDETERMINED: id})

    return name
