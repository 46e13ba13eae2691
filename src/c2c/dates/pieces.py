"""The dates of a phrase, one by one: `maj og juni 2017` is a May that lacks a year, and June 2017."""

from collections.abc import Iterator, Mapping, Sequence

from c2c.dates.tokens import EXAMPLES, Token, Unread

Fields = Mapping[str, int]  # year, part and day in the order in which they were written; or a bare number
Doubt = frozenset[str]

DOUBTS = frozenset(("uncertain", "approximate"))
_JOINS = {"and": "and", "or": "or", "to": "to", "until": "to"}
_SOFT = {"dash": "dash", "comma": "and"}  # they join dates, or stand within one: "mid-2019", "May 17, 2017"
_WINTER = 24
_ORDERS = frozenset(
    (
        *(("year",), ("part", "year"), ("year", "part")),
        *(("day", "part", "year"), ("part", "day", "year"), ("year", "part", "day"), ("year", "day", "part")),
        # these need a neighbour to be complete
        *(("day",), ("part",), ("day", "part"), ("part", "day"), ("day", "year")),
    )
)
_STROKE = "a stroke can mean 'to', 'or' and 'and'; write maj-juni 2017, maj eller juni 2017, maj og juni 2017"


class Piece:
    """A date of a phrase: how it is joined to the one before, what it says, and what is doubted of it."""

    __slots__ = ("doubt", "fields", "join")

    def __init__(self, join: str, fields: Fields, doubt: Doubt) -> None:
        self.join = join
        self.fields = fields
        self.doubt = doubt


def pieces(tokens: Sequence[Token], join: str = "and") -> Iterator[Piece]:
    """The dates that the tokens write, the first with the given join; Unread if they say anything else."""
    start = 0
    for at, (kind, _) in enumerate(tokens):
        if kind in _JOINS:
            yield from _softly(join, tokens[start:at])
            join, start = _JOINS[kind], at + 1
    yield from _softly(join, tokens[start:])


def _softly(join: str, tokens: Sequence[Token]) -> Iterator[Piece]:
    """One date if hyphens and commas allow it, else those on both sides of the first of them."""
    core, doubt = undoubted(tokens)
    if fields := _fields(core):
        yield Piece(join, fields, doubt)
        return
    kinds = [kind for kind, _ in tokens]
    # The hyphen first: in "May 12-16, 2017" the comma belongs to the date on its right.
    for kind, meaning in _SOFT.items():
        if kind in kinds:
            at = kinds.index(kind)
            yield from _softly(join, tokens[:at])
            yield from _softly(meaning, tokens[at + 1 :])
            return
    raise Unread("", _STROKE if "stroke" in kinds else EXAMPLES)


def undoubted(tokens: Sequence[Token]) -> tuple[Sequence[Token], Doubt]:
    """The tokens without the words of doubt on both ends, and which doubts those were."""
    start, end = 0, len(tokens)
    while start < end and tokens[start][0] in DOUBTS:
        start += 1
    while start < end and tokens[end - 1][0] in DOUBTS:
        end -= 1
    return tokens[start:end], frozenset(kind for kind, _ in (*tokens[:start], *tokens[end:]))


def _fields(tokens: Sequence[Token]) -> Fields | None:
    if (winter := _winter(tokens)) is not None:
        return winter
    if len(tokens) == 1 and tokens[0][0] == "number":
        return dict(tokens)  # a day or the end of a year: its neighbours say which
    said = [token for at, token in enumerate(tokens) if not _is_soft(tokens, at)]
    order = tuple("day" if kind == "number" else kind for kind, _ in said)
    return dict(zip(order, (number for _, number in said), strict=True)) if order in _ORDERS else None


def _is_soft(tokens: Sequence[Token], at: int) -> bool:
    """A sign before a year, or hyphens all the way; "2017, maj" and "12-16 maj" can be two dates."""
    kind = tokens[at][0]
    after = [kind for kind, _ in tokens[at + 1 : at + 3]]
    if at == 0 or not after:
        return False
    return (kind in ("stroke", *_SOFT) and after[0] == "year") or (kind == "dash" and after[1:] == ["dash"])


def _winter(tokens: Sequence[Token]) -> Fields | None:
    """`vinter 2018/2019` and `vinter 2018/19` are the one winter that begins in 2018."""
    kinds = tuple(kind for kind, _ in tokens)
    if kinds[:2] != ("part", "year") or kinds[2:3] not in (("stroke",), ("dash",)) or len(kinds) != 4:
        return None
    (_, part), (_, year), _, (kind, second) = tokens
    follows = {"year": year + 1, "number": (year + 1) % 100}.get(kind) == second
    return {"part": part, "year": year} if part == _WINTER and follows else None
