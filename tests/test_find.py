"""c2c find: on a small workspace whose right answers are known by hand, and on the project's own data."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import DEMO, demo
from c2c.search.folding import Folded, Span, Word
from finding_world import FILES
from running import ROOT, Ran, c2c, put


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
