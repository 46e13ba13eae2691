"""c2c find: on a small workspace whose right answers are known by hand, on the project's own data, and for any words."""

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import BASE, DEMO, demo
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
from running import ROOT, Ran, c2c, put

LAST = date(2019, 12, 31)
HEAD = """
areas: [culture]
ideas:
  - {id: choir, title: {en: A choir, da: Et kor, zh: 合唱团}, areas: [education], note: Two schools sing}
  - {id: gone, title: Gone, status: [{on: 2019, is: dropped, reason: no_resources}]}
lessons: [{id: time, title: Trust takes time, note: As the school in Münster says}]
achievements: [{id: prize, title: A prize for the school, evidence: [{source: case-study, at: the page on choirs}]}]
obstacles: [{id: distance, title: The distance, adjustment: Meetings are held online, effect: More schools take part}]
events: [{id: fair, title: School fair, kind: festival, when: 2018, follow_up: A choir was invited}]
""".strip()
ACTIONS = """
- {id: exchange, title: {en: School exchange, da: Skoleudveksling, zh: 学校交流}, status: [{on: 2019, is: done}]}
- {id: proven, title: School exchange, status: [{on: 2019, is: done, evidence: [{source: case-study}]}]}
- {id: preschool, title: A preschool, note: {da: Århus er med, en: "Long before, there was a plan for a preschool"}}
- {id: lunch, title: Lunch, status: [{on: 2019, is: open, note: The schoolmaster is ill}]}
""".strip()
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "languages: [en, da, zh]\n",
    "data/guidebook/programmes.yaml": "items: [{id: honey, title: Honey}]\n",
    DEMO: demo(HEAD, ACTIONS),
    "data/partnerships/north.yaml": demo(
        "ended: {on: 2019, reason: completed}",
        "- {id: a, title: Sauna, like: demo/lunch}\n- {id: b, title: Song, idea: demo/choir}\n- {id: c, title: Northern lights}",
    ).replace("title: Demo", "title: {en: The north, da: Nord}"),
    "data/cities/graz.yaml": "names: {en: Graz, zh: 格拉茨}\naliases: [Gradec]\nkind: city\ncountry: AT\n"
    "ideas: [{id: bees, title: Bees at school, areas: [environment]}]\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def run(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, "find", *arguments)


def found(root: Path, *arguments: str) -> list[Any]:
    ran = run(root, "--json", "--as-of", "2019", *arguments)
    assert (ran.code, ran.err) == (0, "")
    document = json.loads(ran.out)
    assert document["total"] >= len(document["found"])
    hits: list[Any] = document["found"]
    return hits


def ids(root: Path, *arguments: str) -> list[str]:
    return [f"{each['partnership'] or each['city']}/{each['id']}" for each in found(root, *arguments)]


def test_whole_words_before_parts_titles_before_notes_evidence_before_none_then_by_id(root: Path):
    assert ids(root, "school") == [
        "demo/prize",  # whole, in the title, with evidence
        "demo/proven",
        "demo/exchange",  # whole, in the title
        "demo/fair",
        "graz/bees",
        "demo/time",  # whole, in the note
        "demo/preschool",  # a part of a word, in the title
        "demo/choir",  # a part, in the note
        "demo/distance",
        "demo/lunch",
    ]


def test_all_words_are_there_in_whatever_text_and_language(root: Path):
    assert ids(root, "school", "udveksling") == ["demo/exchange"]
    assert ids(root, "kor", "schools") == ["demo/choir"]
    assert ids(root, "交流") == ["demo/exchange"]
    assert ids(root, "合唱") == ["demo/choir"]
    assert ids(root, "school", "nowhere") == []


def test_a_phrase_is_looked_for_as_it_stands(root: Path):
    assert ids(root, "exchange", "school") == ["demo/proven", "demo/exchange"]
    assert (
        ids(root, "exchange school") == ids(root, "lunch the") == []
    )  # one text ends with it, another begins so
    assert ids(root, "school  exchange") == ["demo/proven", "demo/exchange"]


def test_notes_of_statuses_adjustments_effects_and_follow_ups_are_searched_and_places_in_sources_are_not(
    root: Path,
):
    assert ids(root, "schoolmaster") == ["demo/lunch"]
    assert ids(root, "online") == ["demo/distance"]
    assert ids(root, "take part") == ["demo/distance"]
    assert ids(root, "invited") == ["demo/fair"]
    assert ids(root, "page") == []


@pytest.mark.parametrize("word", ["Münster", "munster", "MUENSTER", "mu\u0308nster", "ＭＵＮＳＴＥＲ"])
def test_case_accents_and_width_do_not_matter_and_letters_have_two_spellings(root: Path, word: str):
    assert ids(root, word) == ["demo/time"]


@pytest.mark.parametrize("word", ["århus", "Aarhus", "arhus"])
def test_danish_letters_as_people_without_them_write_them(root: Path, word: str):
    assert ids(root, word) == ["demo/preschool"]


def test_in_chinese_every_part_is_a_word_and_elsewhere_a_word_ends_where_no_letter_follows():
    assert Folded("上海学校交流").spans(Word.of("学校")) == [Span(2, 4, True)]
    assert Folded("Schools, school; preschool").spans(Word.of("school")) == [
        Span(0, 6, False),
        Span(9, 15, True),
        Span(20, 26, False),
    ]


def test_what_a_record_belongs_to_completes_a_search_and_never_makes_one(root: Path):
    assert ids(root, "demo") == []
    assert ids(root, "north") == [
        "north/c"
    ]  # as a part of a word of its own, though the partnership has the whole one
    assert ids(root, "nord", "sauna") == ["north/a"]
    assert ids(root, "格拉茨", "song") == ["north/b"]
    assert ids(root, "gradec", "choir") == ["demo/choir", "demo/fair"]
    assert ids(root, "visits", "lunch") == ["demo/lunch"]  # the effort's title
    assert [each["places"][0]["field"] for each in found(root, "nord", "sauna")] == ["partnership"]


def test_a_record_is_found_by_its_own_areas(root: Path):
    title = json.loads(c2c("--root", root, "guide", "education", "--json").out)["areas"][0]["title"].split()[
        -1
    ]

    assert ids(root, title) == ["demo/choir"]
    assert found(root, title)[0]["places"][0]["field"] == "areas"


def test_how_each_stands_and_where_it_was_taken_up(root: Path):
    def told(word: str, *keys: str) -> list[list[object]]:
        return [[each["kind"], *(each[key] for key in keys)] for each in found(root, word)]

    assert told("exchange", "status", "evidence") == [["action", "done", True], ["action", "done", False]]
    assert told("lunch", "status", "evidence", "taken_up") == [["action", "open", False, ["north/a"]]]
    assert told("sauna", "like") == [["action", "demo/lunch"]]
    assert told("合唱团", "status", "evidence", "taken_up") == [["idea", "action", None, ["north/b"]]]
    assert told("gone", "status") == [["idea", "dropped"]]
    assert told("prize", "status", "evidence") == [["achievement", None, True]]
    assert told("trust", "status", "evidence", "areas") == [["lesson", None, None, ["culture"]]]


def test_filters(root: Path):
    assert ids(root, "school", "--kind", "idea", "--kind", "event") == [
        "demo/fair",
        "graz/bees",
        "demo/choir",
    ]
    assert ids(root, "school", "--area", "education") == ["demo/choir"]
    assert "demo/proven" in ids(root, "school", "--area", "culture")  # it names none: its partnership's
    assert ids(root, "school", "--city", "graz")[-1] == "demo/lunch"
    assert ids(root, "bees", "--country", "fr") == []
    assert ids(root, "bees", "--country", "at") == ["graz/bees"]
    assert ids(root, "bees", "--city", "lyon") == []
    assert ids(root, "school", "--programme", "honey") == []
    assert ids(root, "school", "--limit", "2") == ["demo/prize", "demo/proven"]
    assert [
        each["status"] for each in json.loads(run(root, "lunch", "exchange", "--json").out)["found"]
    ] == []
    assert found(root, "proven", "--kind", "action") == []  # an id is no text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--kind", "visit"], "there is no kind of what can be found 'visit'"),
        (["x", "--area", "nope"], "there is no area 'nope'"),
        (["x", "--city", "grazz"], "there is no city 'grazz'"),
        ([""], "'' is nothing to look for"),
        (["school", " \u0301 "], "is nothing to look for"),
        (["x", "--limit", "0"], "--limit"),
    ],
)
def test_what_cannot_be_asked(root: Path, arguments: list[str], said: str):
    ran = run(root, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_nothing_is_found_like_in_a_list(root: Path):
    assert run(root, "zebra") == Ran(0, "", "nothing matches\n")


def test_what_cannot_be_read_is_left_out_and_said(root: Path):
    put(root, {"data/partnerships/broken.yaml": "title: [\n"})

    ran = run(root, "sauna", "--json")

    assert (ran.code, json.loads(ran.out)["left_out"]) == (0, ["data/partnerships/broken.yaml"])
    assert "left out" in ran.err


def test_in_a_pipe_nothing_is_marked_and_on_a_terminal_the_words_are(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    assert run(root, "schoolmaster").out == (
        "Lunch  demo/lunch\n  action · open · no evidence on record · taken up in north/a\n  note: The schoolmaster is ill\n"
    )
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    marked = c2c("--root", root, "find", "udveks", "--lang", "da", terminal=True).out
    assert marked.startswith("Skole\x1b[1mudveks\x1b[0mling  demo/exchange\n")


def test_texts_in_another_language_name_it_and_the_rest_is_said_in_the_asked_one(root: Path):
    assert run(root, "交流").out.splitlines()[-1] == "  title (Chinese): 学校交流"
    assert run(root, "学校", "--lang", "zh").out.splitlines()[0] == "学校交流  demo/exchange"
    assert "  idé · blev til north/b\n" in run(root, "kor", "--lang", "da").out
    assert run(root, "school", "--limit", "3").out.endswith("\n\nand 7 more\n")


def test_data_cannot_move_the_cursor(root: Path):
    put(root, {DEMO: demo("", r'- {id: x, title: "a [bold]b[/] c"}')})

    assert run(root, "bold").out.startswith("a [bold]b[/] c  demo/x\n")


def test_many_are_searched_by_several_processes_with_the_same_result(root: Path):
    for n in range(70):
        put(
            root,
            {f"data/partnerships/p{n}.yaml": demo("", f"- {{id: a, title: School {n}, like: demo/lunch}}")},
        )

    many = ids(root, "school")
    assert len(many) == 80
    assert many == ids(root, "school")
    assert len(found(root, "schoolmaster")[0]["taken_up"]) == 71


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
@given(
    words=st.lists(
        st.sampled_from(["school", "a", "学", "Ö", "te", "sch", "culture"])
        | st.text("aeoschlxtr学校", min_size=1, max_size=3),
        min_size=1,
        max_size=3,
    )
)
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
@given(
    words=st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6),
        min_size=1,
        max_size=3,
    )
)
def test_no_words_bring_c2c_down(tmp_path: Path, words: list[str]):
    root = put(tmp_path, FILES)

    ran = c2c("--root", root, "find", "--", *words)

    assert ran.code in (0, 2)
    assert "Traceback" not in ran.err


def ours(*arguments: str) -> list[str]:
    ran = c2c("--root", ROOT, "find", "--json", "--as-of", "2019", *arguments)
    assert ran.code == 0
    return [f"{each['partnership'] or each['city']}/{each['id']}" for each in json.loads(ran.out)["found"]]


def test_our_own_data_answer():
    assert ours("kindergarten")[0] == "bycirklen-wuxi/kindergarten-exchange"
    assert ours("Muenster", "Dalian", "--kind", "idea") == ["muenster-enschede-dalian/tripartite"]
    assert "espoo-shanghai/sister-schools" in ours("学校")
    assert ours("visumcenter") == ours("签证中心") == ["nice/visa-centre"]
    assert ours("teacher", "training", "--kind", "action")[0] == "essen-changzhou/teacher-training"
