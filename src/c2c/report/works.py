"""How the actions of each area stand, over all partnerships: areas and statuses."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Overview
from c2c.vocab import Status


class Work(NamedTuple):
    """How many actions of the same areas and the same status a partnership has."""

    areas: tuple[str, ...]
    status: Status
    n: int


def works(overview: Overview) -> tuple[Work, ...]:
    """What there is to count of a partnership."""
    found = Counter((tuple(sorted(each.action.areas)), each.status) for each in overview.standings)
    return tuple(Work(areas, status, n) for (areas, status), n in found.items())


def works_view(all: Iterable[Work], book: Guidebook, writer: Writer) -> View:
    """A row for each area that no broader one holds; an action of several counts in each, and some name no area."""
    known = tuple(all)
    rows: list[Plain] = []
    for area in book.areas:
        if area.broader is None and (counts := _counts(known, book.within(area.id))):
            total = sum(counts)
            rows.append(
                {"id": area.id, "title": writer.text(area.title), "counts": [*counts], "total": total}
            )
    return {
        "statuses": [{"status": each.value, "word": label(each, writer.language)} for each in Status],
        "rows": rows,
        "without": sum(work.n for work in known if not work.areas),
    }


def _counts(all: Iterable[Work], within: frozenset[str]) -> list[int]:
    """How many there are of each status; nothing if there are none at all."""
    counts = dict.fromkeys(Status, 0)
    for work in all:
        if not within.isdisjoint(work.areas):
            counts[work.status] += work.n
    return list(counts.values()) if any(counts.values()) else []
