"""A status as a sheet writes it: √ (√) % become words, and what no legend knows stays unclear, with its marker."""

from collections.abc import Mapping

from c2c.vocab import DEFAULT_LEGEND, Status, plain_marker

_WORDS = frozenset(status.value for status in Status)


def read_marker(record: object, legend: object) -> object:
    """A raw status record with its `is` as a word, and its marker beside it if it was written as one.

    `legend` is the raw legend of the partnership, or None for the usual one. A word that is none is left to be
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
    markers = legend if isinstance(legend, Mapping) else DEFAULT_LEGEND
    marker = marker_in(markers, written)
    meant = None if marker is None else markers[marker]
    if isinstance(meant, str) and meant in _WORDS:
        return Status(meant)
    has_letters = any(character.isalnum() for character in written)
    return None if has_letters or not written.strip() else Status.UNCLEAR


def marker_in(legend: Mapping[str, object], written: str) -> str | None:
    """The marker of a legend that was written, or that it looks like; None if there is none."""
    if written in legend:
        return written
    usual = plain_marker(written)
    return next((marker for marker in legend if plain_marker(marker) == usual), None)
