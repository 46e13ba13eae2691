"""What the pictures share: escaped text, labels that fit their room in any script, and the frame with title and description.

Sizes are in units of the drawing, one of which is about a pixel on a phone. Colours and fills are the page's, by class.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

WIDTH: Final = 340.0
"""How wide every picture is: a phone shows it as it is, a larger page larger."""
SIZE: Final = 13.0
"""The size of the text."""
LINE: Final = 16.0
"""From one line of text to the next."""

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for: https://www.w3.org/TR/xml/#charsets. The rest takes ten times as long to compile."""
_SPACE: Final = re.compile(r"\s+")
_WIDTHS: Final = {0.4: "iIjlftr .,:;'|!()-/", 0.95: "mMwW@%…"}
"""How wide signs are in the widest of the usual fonts, in sizes of the text."""
_WIDTH: Final = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_CAPITAL: Final = 0.72
_LETTER: Final = 0.63


def framed(
    name: str, id: str, title: str, description: str, height: float, pieces: Iterable[Markup]
) -> Markup:
    """The picture: an image that is called by its title and described; `id` must be unique in the page."""
    head = Markup(
        '<svg class="picture {name}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title {id}-desc">\n'
        '<title id="{id}-title">{title}</title>\n<desc id="{id}-desc">{description}</desc>\n'
    ).format(
        name=clean(name),
        id=clean(_SPACE.sub("-", id)),
        width=unit(WIDTH),
        height=unit(height),
        title=clean(title),
        description=clean(description),
    )
    return head + Markup("\n").join(pieces) + Markup("\n</svg>")


def clean(text: str) -> Markup:
    """The text escaped, without what XML cannot hold."""
    return escape(_UNFIT.sub("\ufffd", str(text)))


def unit(number: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(number, 1) + 0.0:.10g}"


def element(name: str, inside: Markup | None = None, **attributes: str | float) -> Markup:
    """An element; underscores of attributes stand for hyphens, a trailing one is dropped, and numbers are coordinates."""
    written = Markup("").join(
        Markup(' {}="{}"').format(
            key.rstrip("_").replace("_", "-"), unit(value) if isinstance(value, float) else clean(value)
        )
        for key, value in attributes.items()
    )
    if inside is None:
        return Markup("<{}{}/>").format(Markup(name), written)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, inside)


def words(text: str, x: float, y: float, anchor: str = "start", name: str = "") -> Markup:
    """A line of text, at the left, in the middle or at the end of a place."""
    attributes: dict[str, str | float] = {"x": x, "y": y}
    attributes |= {"text_anchor": anchor} if anchor != "start" else {}
    attributes |= {"class_": name} if name else {}
    return element("text", clean(text), **attributes)


def wide(text: str) -> float:
    """How wide a text is at most, as far as one can tell without a font."""
    return SIZE * sum(map(_wide, text))


def _wide(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    return _WIDTH.get(sign, _CAPITAL if sign.isupper() else _LETTER)


def fitting(text: str, room: float) -> str:
    """The text, or as much of it as there is room for, with an ellipsis."""
    text = _SPACE.sub(" ", text).strip()
    if wide(text) <= room:
        return text
    while text and wide(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"
