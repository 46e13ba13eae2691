"""The plain values that views are made of: texts with their language, and numbered sources."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from c2c.dates import Edtf
from c2c.model.base import SourceRef
from c2c.model.document import Document
from c2c.model.happening import Evidence
from c2c.model.text import UNDETERMINED, Text
from c2c.saying import Speaker
from c2c.saying.clauses import without_stop

Plain: TypeAlias = "str | int | float | bool | None | list[Plain] | dict[str, Plain]"
View: TypeAlias = dict[str, Plain]


class Writer:
    """Makes plain values in one language, and numbers the sources in the order in which they are cited."""

    def __init__(self, speaker: Speaker, documents: Mapping[str, Document]) -> None:
        self.speaker = speaker
        self.language = speaker.language
        self.documents = documents
        self._languages = (speaker.language.code, *speaker.fallbacks)
        self._numbers: dict[str, int] = {}

    def text(self, text: Text | None) -> View | None:
        """A text with its language: {"text", "lang"}; und for a text of no particular language."""
        if text is None:
            return None
        words, language = text.best(self._languages)
        return {"text": words.strip(), "lang": language}

    def texts(self, texts: Iterable[Text]) -> list[Plain]:
        """Texts with their languages."""
        return [self.text(text) for text in texts]

    def clauses(self, texts: Iterable[Text]) -> list[Plain]:
        """The same for texts that stand in a row: none but the last ends with a full stop."""
        told = [self.speaker.text(text) for text in texts]
        clauses = (
            *(without_stop(each.text) for each in told[:-1]),
            *(each.text.strip() for each in told[-1:]),
        )
        return [{"text": text, "lang": each.language} for text, each in zip(clauses, told, strict=True)]

    def date(self, edtf: Edtf | None) -> str:
        """A date in words; nothing for none."""
        return self.speaker.date(edtf) if edtf else ""

    def cite(self, refs: Iterable[SourceRef]) -> list[Plain]:
        """Citations: {"number", "at"} for each source, which is numbered when it is first cited."""
        return [{"number": self._number(ref.source), "at": self.text(ref.at)} for ref in refs]

    def evidence(self, pieces: Iterable[Evidence]) -> list[Plain]:
        """Evidence: {"title", "url", "number", "at"}."""
        found: list[Plain] = []
        for piece in pieces:
            document = self.documents.get(piece.source or "")
            title = self.text(piece.title or (document.title if document else None))
            number = self._number(piece.source) if piece.source else None
            url = piece.url or (document.url if document else None)
            if piece.source and not title and not url:
                title = _called(piece.source)
            found.append({"title": title, "url": url, "number": number, "at": self.text(piece.at)})
        return found

    def cited(self) -> list[Plain]:
        """The sources that were cited, in the order of their numbers."""
        return [self._source(id, number) for id, number in self._numbers.items()]

    def _number(self, id: str) -> int:
        return self._numbers.setdefault(id, len(self._numbers) + 1)

    def _source(self, id: str, number: int) -> View:
        document = self.documents.get(id)
        if document is None:
            return {
                "id": id,
                "number": number,
                "title": _called(id),
                "url": None,
                "by": "",
                "date": "",
            }
        by = ", ".join(dict.fromkeys(name for name in (document.author, document.publisher) if name))
        date = self.speaker.date(document.published) if document.published else ""
        return {
            "id": id,
            "number": number,
            "title": self.text(document.title),
            "url": document.url,
            "by": by,
            "date": date,
        }


def _called(id: str) -> View:
    """The title of a source that is not on record: all that is known of it is its id."""
    return {"text": id, "lang": UNDETERMINED}
