"""A text in one or several languages."""

import pytest
from pydantic_core import PydanticCustomError

from c2c.model import text as module
from c2c.model.text import Piece, Text, read_text


def test_the_best_text_is_in_the_first_language_that_there_is():
    text = Text({"da": "Besøg", "zh": "访问"})

    assert text.best(["en", "zh"]) == Piece("访问", "zh")
    assert text.best(["en", "fr"]) == Piece("Besøg", "da")
    assert text.missing(["en", "zh", "fr"]) == ["en", "fr"]


def test_a_plain_text_stands_in_every_language():
    text = read_text("Wuxi")

    assert text == Text({"und": "Wuxi"})
    assert text.best(["da"]) == Piece("Wuxi", "und")
    assert text.missing(["da", "zh"]) == []


def test_equal_texts_are_one_in_a_set_and_others_are_not():
    one, other = Text({"da": "a", "en": "b"}), Text({"en": "b", "da": "a"})

    assert one == other
    assert len({one, other, Text({"da": "a"})}) == 2
    assert one != "a"
    assert repr(one) == "Text({'da': 'a', 'en': 'b'})"


@pytest.mark.parametrize("tag", ["da", "zh-Hans", "pt-BR", "gsw", "es-419", "zh-Hant-TW", "und"])
def test_a_language_is_a_tag_of_bcp_47(tag: str):
    assert read_text({tag: "x"}).by_language == {tag: "x"}


@pytest.mark.parametrize("tag", ["", "d", "DA", "da_DK", "dansk", "da-dk", "x-klingon", "da-", "da\n"])
def test_what_is_no_tag_is_refused(tag: str):
    with pytest.raises(PydanticCustomError, match="is no language tag"):
        read_text({tag: "x"})


def test_tags_are_remembered_to_a_bound(monkeypatch: pytest.MonkeyPatch):
    remembered = {str(number) for number in range(1000)}
    monkeypatch.setattr(module, "_GOOD_TAGS", remembered)

    read_text({"fr": "x"})

    assert "fr" not in remembered
