"""The closed lists, and how a status is read that is written as a marker."""

from enum import StrEnum

import pytest

from c2c import vocab
from c2c.model.marker import Markers, read_marker, status_of
from c2c.vocab import DEFAULT_LEGEND, LOOKALIKES, Status, plain_marker

LISTS = [
    each
    for each in vars(vocab).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_a_word_is_small_letters_and_is_called_what_it_says(words: type[StrEnum]):
    assert words.__doc__
    for name, word in words.__members__.items():
        assert word.value == name.lower()
        assert word.value.replace("_", "").isalpha()


@pytest.mark.parametrize(
    ("written", "status"),
    [
        *[("√", "done"), ("(√)", "partly_done"), ("%", "not_done")],
        *[
            ("✓", "done"),
            ("✔️", "done"),
            ("✅", "done"),
            ("（√）", "partly_done"),
            ("( ✓ )", "partly_done"),
            ("％", "not_done"),
        ],
        *[("(%)", "unclear"), ("?", "unclear"), ("√√", "unclear"), ("-", "unclear"), ("✗", "unclear")],
        *[("done", None), ("x", None), ("5%", None), ("", None), (" ", None), ("完成", None)],
    ],
)
def test_a_marker_is_a_status_a_lookalike_too_and_signs_of_no_legend_are_unclear(
    written: str, status: str | None
):
    assert status_of(written, None) == status


def test_a_legend_replaces_the_usual_one_and_its_markers_may_look_like_others():
    legend = Markers({"✓": "done", "x": "not_done", "！": "open", "?": "nonsense", "!!": ["done"]})

    assert status_of("✓", legend) is Status.DONE
    assert status_of("√", legend) is Status.DONE
    assert status_of("x", legend) is Status.NOT_DONE
    assert status_of("%", legend) is Status.UNCLEAR
    assert status_of("?", legend) is Status.UNCLEAR
    assert status_of("!!", legend) is Status.UNCLEAR
    assert status_of("y", legend) is None


@pytest.mark.parametrize(
    ("record", "read"),
    [
        ({"is": "√", "on": "2019"}, {"is": "done", "marker": "√", "on": "2019"}),
        ({"is": "✓", "marker": "red √"}, {"is": "done", "marker": "red √"}),
        ({"is": "done"}, {"is": "done"}),
        ({"is": ["√"]}, {"is": ["√"]}),
        ({"is": None}, {"is": None}),
        ({"is": "almost"}, {"is": "almost"}),
        ({}, {}),
        ("√", "√"),
        (None, None),
    ],
)
def test_a_record_gets_the_word_and_keeps_the_marker(record: object, read: object):
    assert read_marker(record, None) == read


def test_the_usual_legend_and_the_lookalikes_fit_together():
    assert {plain_marker(marker) for marker in DEFAULT_LEGEND} == set(DEFAULT_LEGEND)
    signs = {sign for marker in DEFAULT_LEGEND for sign in marker}
    assert set(LOOKALIKES.values()) == signs
    assert signs.isdisjoint(LOOKALIKES)
