"""A status as a sheet writes it: √ (√) % become words, and what no legend knows stays unclear, with its marker."""

from collections.abc import Mapping
from functools import cached_property

from c2c.vocab import DEFAULT_LEGEND, Status, plain_marker

_WORDS = frozenset(status.value for status in Status)


def read_marker(record: object, legend: object) -> object:
    """A raw status record with its `is` as a word, and its marker beside it if it was written as one.

    `legend` is the Markers of the partnership's raw legend, or None for the usual ones. A word that is none is left to be
    refused with a hint; signs that are in no legend are unclear, never guessed.
    """
    if not isinstance(record, dict):
        return record
    written = record.get("is")
    if not isinstance(written, str) or written in _WORDS:
        return record
    status = status_of(written, legend)
    return record if status is None else {"marker": written, **record, "is": status.value}


def status_of(written: str, legend: object) -> Status | None:
    """The status that a marker stands for; unclear for signs that are in no legend; None for words."""
    markers = legend if isinstance(legend, Markers) else _USUAL
    marker = markers.meant_by(written)
    if marker is not None:
        meant = markers.legend[marker]
        return Status(meant) if isinstance(meant, str) and meant in _WORDS else Status.UNCLEAR
    has_letters = any(character.isalnum() for character in written)
    return None if has_letters or not written.strip() else Status.UNCLEAR


class Markers:
    """The markers of a legend, which may be any mapping of a file."""

    def __init__(self, legend: Mapping[str, object]) -> None:
        self.legend = legend

    def meant_by(self, written: str) -> str | None:
        """The marker of the legend that was written, or that it looks like; None if there is none."""
        return written if written in self.legend else self._by_look.get(plain_marker(written))

    @cached_property
    def _by_look(self) -> dict[str, str]:
        return {plain_marker(marker): marker for marker in reversed(list(self.legend))}


_USUAL = Markers(DEFAULT_LEGEND)
