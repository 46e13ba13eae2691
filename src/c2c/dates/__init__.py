"""Dates as coarse as they are: what EDTF can write, and what people type instead."""

from c2c.dates.edtf import Edtf, end_of, parse
from c2c.dates.refusal import NotEdtf

__all__ = ["Edtf", "NotEdtf", "end_of", "parse", "read"]


def read(phrase: str) -> Edtf:
    """The date that EDTF or a phrase in Danish, English or Chinese means; NotEdtf with a reason otherwise."""
    try:
        return parse(phrase.strip())
    except NotEdtf:
        # what is no EDTF is rare, and the patterns of words take longest to load
        from c2c.dates import phrases

        return phrases.read(phrase)
