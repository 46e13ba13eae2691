"""The table of partnerships as CSV (RFC 4180), for a spreadsheet: ids, dates and numbers, and one title."""

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Final

from c2c.export.inert import inert
from c2c.model.text import one_line
from c2c.saying import Speaker
from c2c.standing import Overview, areas, reported
from c2c.vocab import Status

HEADS: Final = (
    "id",
    "title",
    "parties",
    "kind",
    "began",
    "ended",
    "loop",
    "step",
    "since",
    "programmes",
    "areas",
    *(status.value for status in Status),
    "overdue",
    "updated",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def print_csv(rows: Iterable[Sequence[object]]) -> None:
    """Print a head and the rows of partnerships."""
    table = csv.writer(sys.stdout, lineterminator="\r\n")
    table.writerow(HEADS)
    table.writerows([_cell(value) for value in each] for each in rows)


def row(each: Overview, speaker: Speaker) -> Sequence[object]:
    """The cells of a partnership. Lists are separated by spaces; what is not on record is empty."""
    record, at, newest = each.partnership, each.declared, reported(each)
    return (
        each.id,
        speaker.text(record.title).text,
        " ".join(record.parties),
        record.kind.value if record.kind else "",
        record.began.text if record.began else "",
        record.ended.on.text if record.ended and each.has_ended else "",
        at.loop if at else "",
        at.step if at else "",
        at.on.text if at else "",
        " ".join(record.programmes),
        " ".join(areas(record)),
        *(each.counts[status] for status in Status),
        each.overdue,
        newest.text if newest else "",
    )


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = inert(one_line(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
