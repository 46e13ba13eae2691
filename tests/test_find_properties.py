"""c2c find for any words: what it shows was looked for, nothing is missed, and nothing brings it down."""

import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from c2c.guidebook.book import Guidebook
from c2c.language import Language
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.saying import Speaker
from c2c.search.excerpt import excerpt
from c2c.search.folding import Folded, Span, Word
from c2c.search.hits import Hit, Search
from c2c.search.subjects import of_city, of_partnership
from c2c.workspace import CITY, PARTNERSHIP, Workspace
from finding_world import FILES
from running import c2c, put

LAST = date(2019, 12, 31)
PIECES = [
    "school",
    "Skole",
    "München",
    "Muenchen",
    "æble",
    "學校交流",
    "学校",
    "a",
    "ß",
    "SS",
    "İ",
    "ﬁ",
    "x\u0302",
    "-",
    "  ",
]
SOME = st.sampled_from(["school", "a", "学", "Ö", "te", "sch", "culture"]) | st.text(
    "aeoschlxtr学校", min_size=1, max_size=3
)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), min_size=1, max_size=12).map(" ".join)


@given(st.text(min_size=1, max_size=8), TEXTS)
def test_where_a_word_stands_it_stands(written: str, text: str):
    folded, word = Folded(text), Word.of(written)
    if not all(word.folded):
        return

    spans = folded.spans(word)

    assert bool(spans) == folded.has(word)
    for start, end, _ in spans:
        assert 0 <= start < end <= len(folded.text)
        assert Folded(folded.text[start:end]).has(word)


@given(TEXTS, st.integers(0, 200), st.integers(1, 40))
def test_an_excerpt_shows_what_was_found(text: str, start: int, length: int):
    text = (text * 40)[:400]
    span = Span(min(start, len(text) - 1), min(start + length, len(text)), True)
    if span.start >= span.end:
        return

    said = excerpt(text, [span])

    assert [said.text[a:b] for a, b in said.matches] == [text[span.start : span.end]]
    assert said.text.strip("…") in text


def plain(text: str) -> str:
    """The simplest folding, written apart from the one under test."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )


def has(text: str, word: str) -> bool:
    """Whether a word stands in a text, in one of its two spellings."""
    spellings = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ö": "oe", "Å": "aa"})
    spelt = (each.translate(spellings) for each in (word, text))
    return plain(word) in plain(text).replace("ø", "o") or plain(next(spelt)) in plain(next(spelt))


def hits(space: Workspace, words: list[str], reverse: bool = False) -> list[Hit]:
    search, book = Search(words, Speaker(Language("en"), ("en",))), Guidebook(space)
    told: list[Hit] = []
    files = [file for kind in (PARTNERSHIP, CITY) for file in space.files(kind)]
    for file in reversed(files) if reverse else files:
        if isinstance(file.record, Partnership):
            told += search.hits(file.entry.id, False, of_partnership(file.record, book, lambda _: (), LAST))
        elif isinstance(file.record, City):
            told += search.hits(file.entry.id, True, of_city(file.record, book, LAST))
    return sorted(told, key=lambda hit: hit.rank)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(SOME, min_size=1, max_size=3))
def test_every_hit_has_every_word_none_is_missed_and_the_order_of_files_does_not_matter(
    tmp_path: Path, words: list[str]
):
    space = Workspace.open(put(tmp_path, FILES))

    found = hits(space, words)

    assert found == hits(space, words, reverse=True)
    assert len({each.rank for each in found}) == len(found)
    texts = {(holder, kind, id): said for holder, kind, id, said in everything(space)}
    for hit in found:
        own, around = texts[hit.holder, hit.kind, hit.id]
        assert all(has(own + around, word) for word in words)
        assert any(has(own, word) for word in words)
    keys = {(hit.holder, hit.kind, hit.id) for hit in found}
    for key, (own, _) in texts.items():
        assert key in keys or not all(has(own, word) for word in words)


def everything(space: Workspace) -> list[tuple[str, str, str, tuple[str, str]]]:
    """Every record that can be found, with its own texts and those around it, each on a line."""
    told = []
    for file in (file for kind in (PARTNERSHIP, CITY) for file in space.files(kind)):
        assert isinstance(file.record, Partnership | City)
        subjects = (
            of_partnership(file.record, Guidebook(space), lambda _: (), LAST)
            if isinstance(file.record, Partnership)
            else of_city(file.record, Guidebook(space), LAST)
        )
        for each in subjects:
            own, around = (
                "\n".join(text for passage in passages for text in passage.text.by_language.values())
                for passages in ((*each.own, *each.by_areas), each.context)
            )
            told.append((file.entry.id, each.kind, each.item.id, (own, around)))
    return told


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(ANY, min_size=1, max_size=3))
def test_no_words_bring_c2c_down(tmp_path: Path, words: list[str]):
    root = put(tmp_path, FILES)

    ran = c2c("--root", root, "find", "--", *words)

    assert ran.code in (0, 2)
    assert "Traceback" not in ran.err
