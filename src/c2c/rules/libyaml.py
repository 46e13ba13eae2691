"""What libyaml says of a syntax error, in words for people, and how to mend it."""

from typing import Final

_QUOTED: Final = 'put the whole text in quotes: "…"'
_CLOSE: Final = """close it; a quote inside the text is doubled in '…', and written \\" in "…\""""
_COLUMN: Final = "line up the keys of one mapping, and the hyphens of one list, in the same column"
_BACKSLASH: Final = """write \\\\ for a backslash in "…", or use '…'"""

_WORDS: Final = (
    ("unclosed quote", "the quote is never closed", _CLOSE),
    ("end of stream", "the quote is never closed", _CLOSE),
    (
        "document indicator",
        "the quote is never closed",
        "close it before the line that begins with --- or ...",
    ),
    ("cannot start any token", "a value cannot begin with this character", 'put it in quotes, as in is: "%"'),
    ("a tab character", "a tab where spaces belong", "indent with spaces"),
    (
        "mapping values are not",
        "a colon where a value stands already",
        'a text with a colon and a space needs quotes, as in note: "asked: no answer"',
    ),
    (
        "block sequence entries",
        "a list cannot begin here",
        "put each hyphen on a line of its own, below the key",
    ),
    (
        "expected ',' or",
        "the bracket is not closed, or a comma is missing",
        "close the bracket, or put a comma between the items",
    ),
    (
        "expected node content",
        "a value is missing here, or a bracket is not closed",
        "write the value, or close the bracket",
    ),
    ("expected key", "this is no key, or its indentation does not fit", _COLUMN),
    ("expected '-' indicator", "the indentation does not fit the list", _COLUMN),
    ("expected ':'", "a key without its colon", "write key: value, with a space behind the colon"),
    (
        "<document start>",
        "the record has ended before this line",
        "a file holds one record: keys with values, in one column",
    ),
    (
        "comment or line break",
        "nothing can stand behind | or > on this line",
        "begin the text on the next line, indented",
    ),
    ("escape", "a backslash that means nothing", _BACKSLASH),
    ("hexdecimal", "a backslash that means nothing", _BACKSLASH),
    ("alphabetic or numeric", "a value cannot begin with & or *", _QUOTED),
    ("tag", "a value cannot begin with !", _QUOTED),
    ("expected '>'", "a value cannot begin with !", _QUOTED),
    ("directive", "a line cannot begin with %", _QUOTED),
    ("YAML document", "a line cannot begin with %", _QUOTED),
)
"""A part of what libyaml says, and what is and how to mend it; tried in this order."""


def explained(said: str) -> tuple[str, str]:
    """What is, and how to mend it; what libyaml says itself if it says something new."""
    found = ((sentence, advice) for part, sentence, advice in _WORDS if part in said)
    return next(found, (said, _COLUMN))
