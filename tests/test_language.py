"""A language: words of a catalogue, numbers, lists and countries as the language has them."""

from pathlib import Path

import pytest

from c2c import language
from c2c.language import DEFAULT, Language, known
from c2c.resources import PACKAGE
from c2c.saying import say_count
from c2c.saying.clauses import joined
from c2c.vocab import Status


def test_the_language_of_the_message_ids_comes_first():
    assert known()[0] == DEFAULT
    assert {"da", "zh"} <= set(known())


def test_a_folder_without_a_catalogue_is_no_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "locale" / "fr").mkdir(parents=True)
    (tmp_path / "locale" / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locale" / "de" / "LC_MESSAGES" / "c2c.po").write_text("")
    monkeypatch.setattr(language, "PACKAGE", tmp_path)
    monkeypatch.setattr(
        language, "catalogue", lambda name: tmp_path / "locale" / name / "LC_MESSAGES" / "c2c.po"
    )
    known.cache_clear()
    try:
        assert known() == (DEFAULT, "de")
    finally:
        known.cache_clear()


def test_words():
    assert Language("en").say("overdue") == "overdue"
    assert Language("da").say("open") == "åben"
    assert Language("zh").say("there is no such message") == "there is no such message"


def test_facts_are_put_in_by_name():
    assert Language("en").say("ended {date}", date="{2019}") == "ended {2019}"
    assert Language("en").say("100% {as it is}") == "100% {as it is}"


def test_in_chinese_a_latin_name_stands_apart():
    say = Language("zh").say

    assert say("to {party}", party="Bycirklen") == "前往 Bycirklen"
    assert say("to {party}", party="Österreich") == "前往 Österreich"
    assert say("to {party}", party="无锡") == "前往无锡"
    assert say("since {start}", start="2019年") == "自2019年起"
    assert Language("da").say("to {party}", party="Graz") == "til Graz"


@pytest.mark.parametrize(
    ("code", "n", "told"),
    [
        ("en", 0, "0 actions"),
        ("en", 1, "1 action"),
        ("en", 2, "2 actions"),
        ("en", 1234, "1,234 actions"),
        ("da", 1, "1 handling"),
        ("da", 12345, "12.345 handlinger"),
        ("zh", 1, "1项行动"),
        ("zh", 2, "2项行动"),
    ],
)
def test_counting(code: str, n: int, told: str):
    assert Language(code).count("{n} action", "{n} actions", n) == told


@pytest.mark.parametrize(
    ("code", "value", "told"),
    [
        ("en", 999, "999"),
        ("en", -1000, "-1,000"),
        ("en", 8.5, "8.5"),
        ("da", 8.5, "8,5"),
        ("da", 65203, "65.203"),
        ("zh", 4500000, "4,500,000"),
    ],
)
def test_numbers(code: str, value: float, told: str):
    assert Language(code).number(value) == told


@pytest.mark.parametrize(
    ("code", "items", "all_of", "one_of"),
    [
        ("en", [], "", ""),
        ("en", ["a"], "a", "a"),
        ("en", ["a", "b", "c"], "a, b and c", "a, b or c"),
        ("da", ["a", "b", "c"], "a, b og c", "a, b eller c"),
        ("zh", ["甲", "乙", "丙"], "甲、乙和丙", "甲、乙或丙"),
        ("zh", ["a", "甲", "{b}"], "a、甲和{b}", "a、甲或{b}"),
        ("zh", ["Graz", "Lyon"], "Graz 和 Lyon", "Graz 或 Lyon"),
    ],
)
def test_lists(code: str, items: list[str], all_of: str, one_of: str):
    assert Language(code).list(iter(items)) == all_of
    assert Language(code).either(iter(items)) == one_of


@pytest.mark.parametrize(("code", "told"), [("en", "Denmark"), ("da", "Danmark"), ("zh", "丹麦")])
def test_countries(code: str, told: str):
    assert Language(code).country("DK") == told
    assert Language(code).country("QQ") == "QQ"


def test_a_catalogue_is_compiled_once_and_nothing_is_written():
    first = Language("da").words

    assert Language("da").words is first
    assert not list((PACKAGE / "locale").rglob("*.mo"))


@pytest.mark.parametrize(
    ("code", "n", "told"),
    [("da", 1, "1 åben"), ("da", 2, "2 åbne"), ("en", 2, "2 open"), ("zh", 2, "2项待完成")],
)
def test_a_number_of_actions_agrees_with_how_they_stand(code: str, n: int, told: str):
    assert say_count(Status.OPEN, n, Language(code)) == told


def test_a_full_stop_gives_way_to_the_sign_between_two_texts():
    texts = ["Teachers of NEXT.", "Visits etc.", "Meetings m.m.", "End."]

    assert joined(texts, Language("en")) == "Teachers of NEXT; Visits etc.; Meetings m.m.; End."
    assert joined(["进修培训。", "协议。"], Language("zh")) == "进修培训；协议。"
    assert joined([], Language("en")) == ""
