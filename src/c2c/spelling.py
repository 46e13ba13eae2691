"""Did you mean …? The nearest known words to one that is not known."""

from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import chain
from typing import Final

SHOWN_WORDS: Final = 16
"""How many known words a hint lists at most before it stops being a help."""

_COMPARED: Final = 100
"""With how many words one is compared: it takes about 10 µs each, and there may be thousands of ids."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is most likely a slip of, or None."""
    from difflib import get_close_matches

    written = word[:100].lower().replace(" ", "_")
    lower = {candidate.lower(): candidate for candidate in _likely(written, list(known))}
    for form in dict.fromkeys((written, written.replace("_", "-"))):
        close = get_close_matches(form, lower, n=1, cutoff=0.6)
        if close:
            return lower[close[0]]
    return None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint in one line: the nearest word if there is one, and the words there are if they are few."""
    words = list(known)
    close = nearest(word, words)
    hint = f"did you mean '{close}'?" if close else ""
    if words and len(words) <= SHOWN_WORDS:
        # a list has an order that means something, a set has none that stays
        one_of = ", ".join(sorted(words) if isinstance(known, Set) else words)
        return f"{hint} one of {one_of}".strip()
    return hint


def _likely(written: str, words: list[str]) -> list[str]:
    """Of many words those that begin with the same letter and are about as long."""
    if len(words) <= _COMPARED:
        return words
    groups, length = _grouped(tuple(words)), len(written)
    alike = (groups.get((written[:1], near), ()) for near in range(length - 3, length + 4))
    return sorted(chain.from_iterable(alike))[:_COMPARED]


@lru_cache(maxsize=4)
def _grouped(words: tuple[str, ...]) -> dict[tuple[str, int], list[str]]:
    """The words by first letter and length, as many of each as are ever compared; kept, as slips come by the hundred."""
    groups: dict[tuple[str, int], list[str]] = {}
    for word in words:
        groups.setdefault((word[:1].lower(), len(word)), []).append(word)
    return {kind: sorted(group)[:_COMPARED] for kind, group in groups.items()}
