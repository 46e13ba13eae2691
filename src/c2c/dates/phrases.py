"""Dates as people type them, in Danish, English and Chinese, read as EDTF; nothing depends on today.

A phrase is one date, or several with words between them. What is written once counts for its neighbours too:

- `12.-16. maj 2017`, `maj og juni 2017`, `2019年9月至12月`: a missing month or year is the neighbour's
- `efterår 2018 + 2020`: two autumns, as the word stands before the years
- `maj 2017 (evt. 18?+19?)`: a month, and perhaps two years; nobody said that it would be in May again
- `ca. 2017-2020`, `evt. maj og juni 2019`: a doubt at the very beginning covers all that follows, as too much
  doubt does less harm than too little

What can mean two things is refused, with a sentence that says how to write either.
"""

import re
from collections.abc import Sequence

from c2c.dates.edtf import LONGEST, Edtf, parse
from c2c.dates.hints import WRITE
from c2c.dates.neighbours import RANGES, completed
from c2c.dates.pieces import DOUBTS, Doubt, Fields, Piece, pieces, undoubted
from c2c.dates.refusal import NotEdtf
from c2c.dates.tokens import Token, Unread, plain, tokens

_EDTF_SIGNS = re.compile(r"[0-9XxTWYZ:?~%\[\]{},./-]+")
_STROKE = re.compile(" ?/ ?")
_SETS = {"and": "{%s}", "or": "[%s]"}
_NO_DOUBT: Doubt = frozenset()
_MARKS = {_NO_DOUBT: "", frozenset(["uncertain"]): "?", frozenset(["approximate"]): "~", DOUBTS: "%"}


def read(phrase: str) -> Edtf:
    """The date that a phrase or EDTF means; NotEdtf with a reason, or with examples of what to type."""
    if len(phrase) > LONGEST:
        raise NotEdtf(phrase, f"it has {len(phrase)} characters, and no date needs more than {LONGEST}")
    text = plain(phrase)
    try:
        return parse(_STROKE.sub("/", text))
    except NotEdtf as error:
        no_edtf = error.reason
    try:
        return parse(_edtf(tokens(text)))
    except Unread as error:
        # What is written with the signs of EDTF was meant as EDTF, and its own reason helps more.
        meant = no_edtf != WRITE and _EDTF_SIGNS.fullmatch(text)
        raise NotEdtf(phrase, no_edtf if meant else error.reason) from None
    except NotEdtf as error:
        raise NotEdtf(phrase, error.reason) from None


def _edtf(said: Sequence[Token]) -> str:
    """The phrase in the signs of EDTF; whether there are such days is for `parse` to say."""
    outside, inside = _brackets(said)
    cover, rest = _cover(outside)
    side, dates = _side(rest)
    main, perhaps = list(pieces(dates)), _perhaps(inside)
    found = main + perhaps
    doubts = [piece.doubt | cover for piece in main] + [piece.doubt for piece in perhaps]
    texts = [_text(fields, doubt) for fields, doubt in zip(completed(found), doubts, strict=True)]
    return _joined([piece.join for piece in found[1:]], texts, side)


def _brackets(said: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """What stands before the brackets, and within; brackets around all or around a mere doubt say nothing."""
    kinds = [kind for kind, _ in said]
    if "opening" not in kinds or kinds[-1] != "closing":
        return said, ()  # a bracket without its other half is no date, and will not be read as one
    at = kinds.index("opening")
    outside, inside = said[:at], said[at + 1 : -1]
    if not undoubted(inside)[0]:
        return (*inside, *outside), ()
    return (outside, inside) if outside else (inside, ())


def _cover(said: Sequence[Token]) -> tuple[Doubt, Sequence[Token]]:
    """The doubt at the very beginning, and the rest."""
    start = next((at for at, (kind, _) in enumerate(said) if kind not in DOUBTS), len(said))
    return frozenset(kind for kind, _ in said[:start]), said[start:]


def _side(said: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """Whether it says "since" or "until", and the rest; Chinese says "since" at the end too."""
    since_last = len(said) > 1 and said[-1][0] == "since"
    rest = said[:-1] if since_last else said
    first = rest[0][0] if rest else ""
    if first not in ("since", "until"):
        return ("since" if since_last else ""), rest
    return first, rest[1:]


def _perhaps(inside: Sequence[Token]) -> list[Piece]:
    """The doubted dates in brackets; Unread if they are not doubted, as brackets can also mean "that is"."""
    if not inside:
        return []
    cover, dates = _cover(inside)
    found = [Piece(piece.join, piece.fields, piece.doubt | cover) for piece in pieces(dates)]
    if not all(piece.doubt for piece in found):
        raise Unread("", "brackets can mean many things; write maj 2017 og 2018 or maj 2017 (evt. 2018)")
    return found


def _text(said: Fields, doubt: Doubt) -> str:
    rest = "".join(f"-{said[name]:02}" for name in ("part", "day") if name in said)
    return f"{said['year']:04}{rest}{_MARKS[doubt]}"


def _joined(joins: Sequence[str], texts: Sequence[str], side: str) -> str:
    """One date, one interval, or one set of dates and ranges."""
    kinds = {join for join in joins if join not in RANGES}
    if side and (kinds or (side == "until" and joins)):
        raise Unread("", "write 'siden 2017' or 'indtil 2020' with one date")
    if len(kinds) > 1:
        raise Unread("", "'and' and 'or' in one date can be read in two ways")
    members = [[texts[0]]]
    for join, text in zip(joins, texts[1:], strict=True):
        if join in RANGES:
            members[-1].append(text)
        else:
            members.append([text])
    if any(len(member) > 2 for member in members):
        raise Unread("", "an interval has one beginning and one end")
    if kinds:
        return _SETS[kinds.pop()] % ",".join("..".join(member) for member in members)
    if len(members[0]) == 2 or not side:
        return "/".join(members[0])
    return f"{texts[0]}/.." if side == "since" else f"../{texts[0]}"
