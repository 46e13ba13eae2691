"""Which texts are numbers, truths and addresses."""

from collections.abc import Callable

import pytest

from building import Files
from c2c.model.city import City
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.source import Data, Source
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]

START = "title: Demo\nparties: [lyon, graz]\nkind: twinning\n"
CITY = "names: Wuxi\nkind: city\ncountry: CN\n"


@pytest.mark.parametrize(
    ("written", "number"),
    [("47000", 47000), ("-3", -3), ("+8.5", 8.5), ("8.", 8.0), (".5", 0.5), ("010", 10)],
)
def test_a_number_is_read_as_yaml_1_2_reads_it(written: str, number: float):
    loaded = load(
        Partnership,
        Source.parse(START + f"facts: [{{id: a, title: A, quantity: {{value: {written}}}}}]\n").data,
    )

    assert isinstance(loaded.record, Partnership)
    quantity = loaded.record.facts[0].quantity
    assert quantity is not None
    assert (quantity.value, type(quantity.value)) == (number, type(number))


@pytest.mark.parametrize(
    ("written", "looking"), [("true", True), ("TRUE", True), ("False", False), ("'true'", True)]
)
def test_true_and_false_are_read_as_yaml_1_2_reads_them(written: str, looking: bool):
    loaded = load(City, Source.parse(f"{CITY}looking: {written}\n").data)

    assert isinstance(loaded.record, City)
    assert loaded.record.looking is looking


@pytest.mark.parametrize("written", ["0x1F", "1_000", "1e3", ".inf", "٣", "--1", "1.2.3", "9" * 19, "- 1"])
def test_what_other_languages_take_for_a_number_is_none(written: str):
    loaded = load(
        Partnership,
        Source.parse(START + f"facts: [{{id: a, title: A, quantity: {{value: '{written}'}}}}]\n").data,
    )

    assert [problem.kind for problem in loaded.problems] == ["not_a_number"]


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:office@example.org", "http://例え.jp/"],
)
def test_an_address_that_a_reader_can_follow(url: str):
    assert load(Partnership, {**_start(), "events": [_event(url)]}).problems == ()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "https://a b",
        'https://a"b',
        "file:///etc",
        "http://a<b>",
        "mailto:nobody",
        "https://a\nb",
        "ftp://example.org",
        "https://" + "a" * 2000,
        " https://a",
    ],
)
def test_an_address_that_is_not_linked_to(url: str):
    assert [
        problem.kind for problem in load(Partnership, {**_start(), "events": [_event(url)]}).problems
    ] == ["not_a_url"]


def _start() -> dict[str, Data]:
    return {"title": "Demo", "parties": ["lyon", "graz"], "kind": "twinning"}


def _event(url: str) -> Data:
    return {"id": "a", "title": "A", "kind": "visit", "when": "2019", "url": url}
