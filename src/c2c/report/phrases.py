"""The functions by which templates say things: what they put in is escaped for the format, whatever it holds."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from markupsafe import Markup

from c2c.language import Language

Escape = Callable[[object], Markup]
"""Makes markup of a value that stands for it in a format; leaves markup as it is."""

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")


def phrases(language: Language, escape: Escape) -> dict[str, Callable[..., Markup]]:
    """`_` and `ngettext`: the words of a message in a language, with facts in its places."""

    @cache
    def plain(message: str) -> Markup:
        return escape(language.words.gettext(message))

    @cache
    def pattern(words: str) -> str:
        pieces = _PLACE.split(words)  # every other piece is the name of a place
        return "".join(
            f"{{{piece}}}" if i % 2 else str(escape(piece)).replace("{", "{{").replace("}", "}}")
            for i, piece in enumerate(pieces)
        )

    def put(words: str, facts: dict[str, object]) -> Markup:
        return Markup(language.fill(pattern(words), {name: escape(fact) for name, fact in facts.items()}))

    def say(message: str, **facts: object) -> Markup:
        return put(language.words.gettext(message), facts) if facts else plain(message)

    def count(one: str, many: str, n: int, **facts: object) -> Markup:
        return put(language.words.ngettext(one, many, n), {"n": language.number(n), **facts})

    return {"_": say, "ngettext": count}
