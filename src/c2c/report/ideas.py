"""Ideas and replicated actions as views: what became of an idea, where an action comes from, and where it was taken up."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from c2c.model.city import City
from c2c.model.partnership import Action, Partnership
from c2c.model.text import UNDETERMINED, Text
from c2c.nursery import IdeaStanding, nursery
from c2c.origins import Link, Links, whole_id
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label


class Origins(NamedTuple):
    """Which actions came of others and of ideas, and the partnerships and cities by whose titles that is told."""

    links: Links = Links()
    partnerships: Mapping[str, Partnership] = {}
    cities: Mapping[str, City] = {}

    def like(self, place: str, action: Action, writer: Writer) -> View | None:
        """The action that an action was taken up from: {"id", "place", "title"}."""
        if action.like is None:
            return None
        origin = whole_id(place, action.like)
        holder, _, name = origin.partition("/")
        record = self.partnerships.get(holder)
        found = (
            next((each.action for each in record.places if each.action.id == name), None) if record else None
        )
        return self._view(origin, found.title if found else None, writer)

    def idea(self, place: str, action: Action, writer: Writer) -> View | None:
        """The idea that an action came of."""
        if action.idea is None:
            return None
        origin = whole_id(place, action.idea)
        holder, _, name = origin.partition("/")
        records = (each.get(holder) for each in (self.partnerships, self.cities))
        ideas = (idea for record in records if record for idea in record.ideas)
        found = next((each for each in ideas if each.id == name), None)
        return self._view(origin, found.title if found else None, writer)

    def taken_up(self, place: str, action: Action, writer: Writer) -> list[Plain]:
        """The actions that were taken up from an action."""
        return self.came(self.links.likes.get(f"{place}/{action.id}", ()), writer)

    def came(self, links: Iterable[Link], writer: Writer) -> list[Plain]:
        """Actions that came of something."""
        return [self._view(link.action, link.title, writer) for link in links]

    def _view(self, id: str, title: Text | None, writer: Writer) -> View:
        holder, _, name = id.partition("/")
        partnership, city = self.partnerships.get(holder), self.cities.get(holder)
        known = partnership.title if partnership else city.names if city else Text({UNDETERMINED: holder})
        return {
            "id": id,
            "place": writer.text(known),
            "title": writer.text(title or Text({UNDETERMINED: name})),
        }


def ideas_view(
    place: str, record: Partnership | City, as_of: date, origins: Origins, writer: Writer
) -> list[View]:
    """The ideas of a partnership or a city with how each stands, those of which something is still to come first."""
    found = sorted(nursery(place, record, as_of, origins.links), key=lambda each: not each.is_open)
    return [_idea(each, origins, writer) for each in found]


def _idea(each: IdeaStanding, origins: Origins, writer: Writer) -> View:
    idea, record = each.idea, each.record
    names = (origins.cities[by].names if by in origins.cities else Text({UNDETERMINED: by}) for by in each.by)
    return {
        "id": idea.id,
        "title": writer.text(idea.title),
        "note": writer.text(idea.note),
        "by": writer.texts(names),
        "on": writer.date(idea.on),
        "status": each.stage.value,
        "word": label(each.stage, writer.language),
        "since": writer.date(each.since),
        "reason": label(record.reason, writer.language) if record and record.reason else "",
        "why": writer.text(record.note) if record else None,
        "became": origins.came(each.became, writer),
        "cited": writer.cite((*idea.sources, *(record.sources if record else ()))),
    }
