"""Did you mean …?"""

import pytest

from c2c.spelling import SHOWN_WORDS, did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("partialy", "partly_done"),
        ("Done", "done"),
        ("not done", "not_done"),
        ("PARTLY-DONE", "partly_done"),
        ("xyz", None),
        ("", None),
        ("d" * 100_000, None),
    ],
)
def test_the_nearest_word(word: str, close: str | None):
    assert nearest(word, ["done", "partly_done", "not_done", "open"]) == close


def test_an_id_with_hyphens_is_found_for_words_with_others():
    assert nearest("Bycirklen_Wuxi", ["bycirklen-wuxi", "wuxi"]) == "bycirklen-wuxi"
    assert nearest("titel", ["Title"]) == "Title"


def test_among_thousands_one_that_begins_alike_is_found():
    words = {f"city-{n}" for n in range(5000)} | {"wuxi"}

    assert nearest("wuxy", words) == "wuxi"
    assert nearest("qqqq", words) is None


def test_a_hint_lists_the_words_if_they_are_few():
    assert did_you_mean("x", ["b", "a"]) == "one of b, a"
    assert did_you_mean("lyom", {"lyon", "graz"}) == "did you mean 'lyon'? one of graz, lyon"
    assert did_you_mean("lyom", [f"word{n}" for n in range(SHOWN_WORDS)] + ["lyon"]) == "did you mean 'lyon'?"
    assert did_you_mean("x", []) == ""
