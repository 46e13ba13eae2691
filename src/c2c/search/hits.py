"""What is found for some words: every record that has all of them, the best first."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from c2c.saying import Speaker
from c2c.search.excerpt import Excerpt, excerpt, whole
from c2c.search.folding import Folded, Span, Word
from c2c.search.subjects import TITLE, Passage, Subject
from c2c.vocab import IdeaStage, Status

_IN_TITLE: Final = 0
_IN_TEXT: Final = 1
_IN_AREA: Final = 2
_AROUND: Final = 3
"""How near to what a record is itself a word stands; the nearer the better."""


class Place(NamedTuple):
    """Where words stand: under which key, in which language, and what is said there."""

    field: str
    language: str
    said: Excerpt


class Hit(NamedTuple):
    """A record that has all of the words. `holder` is the partnership or the city that it is of.

    `places` are those where the words stand best, without the title as it is shown, which has marks of its own.
    """

    kind: str
    holder: str
    is_city: bool
    id: str
    title: Excerpt
    language: str
    places: tuple[Place, ...]
    areas: tuple[str, ...]
    status: Status | IdeaStage | None
    evidence: bool | None
    like: str | None
    parts: int
    depth: int
    taken_up: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int, bool, str, str, str]:
        """Its place: whole words before parts of words, titles before texts, evidence before none, then by id."""
        return self.parts, self.depth, self.evidence is not True, self.holder, self.id, self.kind


class _Text(NamedTuple):
    """A text in one language, with how near it is."""

    field: str
    language: str
    depth: int
    folded: Folded


class _Found(NamedTuple):
    """Where a word stands best: in the record itself before what is around it, as a word before as a part of one."""

    is_around: bool
    is_part: bool
    depth: int
    is_other_language: bool
    number: int


class Search:
    """A search for words in one language's output; each record is looked at by itself."""

    def __init__(self, words: Iterable[str], speaker: Speaker) -> None:
        self.words = tuple(Word.of(each) for each in words)
        self._speaker = speaker
        self._known: dict[int, tuple[Passage, list[_Text]]] = {}

    def hits(self, holder: str, is_city: bool, subjects: Iterable[Subject]) -> Iterator[Hit]:
        """Those of some records of a partnership or a city that have all of the words."""
        for subject in subjects:
            if self._may_have(subject):
                hit = self._hit(holder, is_city, subject)
                if hit is not None:
                    yield hit

    def _may_have(self, subject: Subject) -> bool:
        """Whether the record itself has one of the words, and together with what is around it all of them. Quick."""
        own = Folded(" ".join(_words_of((*subject.own, *subject.by_areas))))
        missing = [word for word in self.words if not own.has(word)]
        if len(missing) == len(self.words):
            return False
        around = [text.folded for each in subject.context for text in self._texts(each, _AROUND)]
        return all(any(text.has(word) for text in around) for word in missing)

    def _hit(self, holder: str, is_city: bool, subject: Subject) -> Hit | None:
        texts = [
            text
            for passages, depth in (
                (subject.own, _IN_TEXT),
                (subject.by_areas, _IN_AREA),
                (subject.context, _AROUND),
            )
            for each in passages
            for text in self._texts(each, _IN_TITLE if each.field == TITLE and depth == _IN_TEXT else depth)
        ]
        best = [self._best(word, texts) for word in self.words]
        found = [each for each in best if each is not None]
        if len(found) < len(best) or all(each.is_around for each in found):
            return None
        piece = self._speaker.text(subject.item.title)
        title = Folded(piece.text)
        return Hit(
            subject.kind,
            holder,
            is_city,
            subject.item.id,
            whole(title.text, self._spans(title)),
            piece.language,
            tuple(self._places(found, texts, piece.language)),
            subject.areas,
            subject.status,
            subject.evidence,
            subject.like,
            sum(each.is_part for each in found),
            sum(each.depth for each in found),
        )

    def _texts(self, passage: Passage, depth: int) -> list[_Text]:
        """The texts of a passage by language; of what is around many records, worked out once."""
        if depth != _AROUND:
            return list(_folded(passage, depth))
        known = self._known.get(id(passage.text))
        if known is None:
            known = self._known[id(passage.text)] = (passage, list(_folded(passage, depth)))
        return known[1]

    def _best(self, word: Word, texts: list[_Text]) -> _Found | None:
        wanted = self._speaker.language.code
        places = (
            _Found(
                text.depth == _AROUND,
                not any(span.is_whole for span in spans),
                text.depth,
                text.language != wanted,
                number,
            )
            for number, text in enumerate(texts)
            if text.folded.has(word) and (spans := text.folded.spans(word))
        )
        return min(places, default=None)

    def _places(self, found: list[_Found], texts: list[_Text], shown: str) -> Iterator[Place]:
        """Each text in which a word stands best, once, in the order of the record."""
        for number in sorted({each.number for each in found}):
            text = texts[number]
            if text.depth != _IN_TITLE or text.language != shown:
                said = excerpt(text.folded.text, self._spans(text.folded))
                yield Place(text.field, text.language, said)

    def _spans(self, text: Folded) -> list[Span]:
        return [span for word in self.words if text.has(word) for span in text.spans(word)]


def _folded(passage: Passage, depth: int) -> Iterator[_Text]:
    for language, text in passage.text.by_language.items():
        yield _Text(passage.field, language, depth, Folded(text))


def _words_of(passages: Iterable[Passage]) -> Iterator[str]:
    return (text for each in passages for text in each.text.by_language.values())
