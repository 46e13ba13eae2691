"""What a date of the profile covers, how it sorts, and what is said to those who write it otherwise."""

import copy
import pickle
import subprocess
import sys
import time
from datetime import date
from typing import Any

import pytest

from c2c.dates import NotEdtf, end_of, parse

DAYS = {
    "2019": ("2019-01-01", "2019-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "2019-01": ("2019-01-01", "2019-01-31"),
    "2019-02": ("2019-02-01", "2019-02-28"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2019-09": ("2019-09-01", "2019-09-30"),
    "9999-12": ("9999-12-01", "9999-12-31"),
    "2019-09-30": ("2019-09-30", "2019-09-30"),
    "2020-02-29": ("2020-02-29", "2020-02-29"),
    "2018-21": ("2018-03-01", "2018-05-31"),
    "2018-22": ("2018-06-01", "2018-08-31"),
    "2018-23": ("2018-09-01", "2018-11-30"),
    "2018-24": ("2018-12-01", "2019-02-28"),
    "2019-24": ("2019-12-01", "2020-02-29"),
    "2019-33": ("2019-01-01", "2019-03-31"),
    "2019-34": ("2019-04-01", "2019-06-30"),
    "2019-35": ("2019-07-01", "2019-09-30"),
    "2019-36": ("2019-10-01", "2019-12-31"),
    "2019-37": ("2019-01-01", "2019-04-30"),
    "2019-38": ("2019-05-01", "2019-08-31"),
    "2019-39": ("2019-09-01", "2019-12-31"),
    "2019-40": ("2019-01-01", "2019-06-30"),
    "2019-41": ("2019-07-01", "2019-12-31"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2019-XX": ("2019-01-01", "2019-12-31"),
    "2019-XX-XX": ("2019-01-01", "2019-12-31"),
    "2020-02-XX": ("2020-02-01", "2020-02-29"),
    "2018-21?": ("2018-03-01", "2018-05-31"),
    "2017/2020": ("2017-01-01", "2020-12-31"),
    "2018-21/2019-24": ("2018-03-01", "2020-02-29"),
    "2017-05-12/2017-05-16": ("2017-05-12", "2017-05-16"),
    "2017-05-12/2017-05-12": ("2017-05-12", "2017-05-12"),
    "2019-05/2019": ("2019-05-01", "2019-12-31"),
    "2019/2019-05": ("2019-01-01", "2019-05-31"),
    "2017?/2020~": ("2017-01-01", "2020-12-31"),
    "2017/..": ("2017-01-01", None),
    "2017/": ("2017-01-01", None),
    "../2020": (None, "2020-12-31"),
    "/2020": (None, "2020-12-31"),
    "[2017,2019]": ("2017-01-01", "2019-12-31"),
    "[2019,2017-05]": ("2017-05-01", "2019-12-31"),
    "{2018-23,2020-23}": ("2018-09-01", "2020-11-30"),
    "{2017-05,2018?,2019?}": ("2017-05-01", "2019-12-31"),
    "{2017..2018,2020}": ("2017-01-01", "2020-12-31"),
    "{2017,2019..}": ("2017-01-01", None),
    "[..2016,2019]": (None, "2019-12-31"),
    "{2019}": ("2019-01-01", "2019-12-31"),
}


@pytest.mark.parametrize("text", DAYS)
def test_a_date_has_an_earliest_and_a_latest_day(text: str) -> None:
    edtf = parse(text)

    assert (edtf.earliest and str(edtf.earliest), edtf.latest and str(edtf.latest)) == DAYS[text]
    assert edtf.text == str(edtf) == text


@pytest.mark.parametrize(
    ("text", "kind", "members"),
    [
        ("2019", "date", ()),
        ("2017/2020", "interval", ()),
        ("[2017,2018..2020]", "one_of", ("2017", "2018/2020")),
        ("{..2016,2017-05,2018..}", "all_of", ("../2016", "2017-05", "2018/..")),
    ],
)
def test_a_set_has_members_that_are_dates_themselves(text: str, kind: str, members: tuple[str, ...]) -> None:
    edtf = parse(text)

    assert edtf.kind == kind
    assert edtf.members == tuple(map(parse, members))


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2019", False, False),
        ("2019?", True, False),
        ("2019-09-30~", False, True),
        ("201X%", True, True),
        ("2017?/2020~", True, True),
        ("{2017-05,2018?}", True, False),
    ],
)
def test_a_mark_says_what_is_doubted(text: str, uncertain: bool, approximate: bool) -> None:
    assert (parse(text).uncertain, parse(text).approximate) == (uncertain, approximate)


def test_spaces_beside_the_commas_of_a_set_are_dropped() -> None:
    assert parse("{2017-05 , 2018?, 2019? }").text == "{2017-05,2018?,2019?}"


REFUSED = {
    "2019-13": "'2019-13' is no date: there is no month 13",
    "2019-00": "'2019-00' is no date: there is no month 00",
    "2017-20": "'2017-20' is no date: there is no month 20; the years 2017 to 2020 are written 2017/2020",
    "2019-13-01": "'2019-13-01' is no date: there is no month 13",
    "2019-02-30": "'2019-02-30' is no date: February 2019 has 28 days",
    "1900-02-29": "'1900-02-29' is no date: February 1900 has 28 days",
    "2020-02-30": "'2020-02-30' is no date: February 2020 has 29 days",
    "2019-04-31": "'2019-04-31' is no date: April 2019 has 30 days",
    "2019-04-00": "'2019-04-00' is no date: there is no day 00",
    "2019-21-05": "'2019-21-05' is no date: 21 is a part of a year, and only months 01 to 12 have days",
    "2019-21-XX": "'2019-21-XX' is no date: 21 is a part of a year, and only months 01 to 12 have days",
    "2019-29": "'2019-29' is no date: 25 to 32 are the seasons of one hemisphere, which c2c does not use; "
    "write 21 to 24",
    "0000": "'0000' is no date: there is no year 0000 here; years go from 0001 to 9999",
    "000X": "'000X' is no date: there is no year 0000 here; years go from 0001 to 9999",
    "9999-24": "'9999-24' is no date: this winter ends in the year 10000; years go from 0001 to 9999",
    "-0044": "'-0044' is no date: years go from 0001 to 9999, with four digits",
    "Y17000": "'Y17000' is no date: years go from 0001 to 9999, with four digits",
    "12019": "'12019' is no date: years go from 0001 to 9999, with four digits",
    "19": "'19' is no date: write the year with four digits, as in 2019-09-30",
    "20190930": "'20190930' is no date: write it with hyphens, as in 2019-09-30",
    "2019-9-3": "'2019-9-3' is no date: write months and days with two digits, as in 2019-09-03",
    "2019-09-30T12:00": "'2019-09-30T12:00' is no date: c2c counts in days and knows no time of day",
    "2019-W40": "'2019-W40' is no date: weeks are not used; write the first and the last day, "
    "as in 2019-09-30/2019-10-06",
    "201x": "'201x' is no date: write an unknown digit as a capital X",
    # X is EDTF's sign for an unknown digit (ISO 8601-2): a year of which only the millennium is known is more than c2c takes
    "2XXX": "'2XXX' is no date: X can stand in 201X, 20XX, 2019-XX, 2019-05-XX and 2019-XX-XX only",
    "201X-05": "'201X-05' is no date: X can stand in 201X, 20XX, 2019-XX, 2019-05-XX and 2019-XX-XX only",
    "2019-XX-05": "'2019-XX-05' is no date: X can stand in 201X, 20XX, 2019-XX, 2019-05-XX and "
    "2019-XX-XX only",
    "2019?~": "'2019?~' is no date: write one mark: ? is uncertain, ~ is approximate, % is both",
    "2019?-05": "'2019?-05' is no date: ? ~ and % stand at the end of the date",
    "30.9.2019": "'30.9.2019' is no date: write it as 2019-09-30",
    "30/9/2019": "'30/9/2019' is no date: write it as 2019-09-30",
    "03/04/2019": "'03/04/2019' is no date: it can mean 2019-04-03 or 2019-03-04; write one of these",
    "9/30/2019": "'9/30/2019' is no date: the day comes first here; write 2019-09-30",
    "3.4.19": "'3.4.19' is no date: write the year with four digits, as in 2019-09-30",
    "2019/9": "'2019/9' is no date: it can mean a month or two years; write 2019-09 or 2018/2019",
    "2020/2017": "'2020/2017' is no date: it ends before it begins: 2020 begins on 2020-01-01, "
    "2017 ends on 2017-12-31",
    "{2020..2017}": "'2020..2017' is no date: it ends before it begins: 2020 begins on 2020-01-01, "
    "2017 ends on 2017-12-31",
    "2017/2018/2019": "'2017/2018/2019' is no date: an interval has one stroke, as in 2017/2020",
    "2017..2020": "'2017..2020' is no date: two dots stand inside [ ] or { } only; "
    "an interval is written 2017/2020",
    "/": "'/' is no date: an interval has a date at one end at least",
    "../..": "'../..' is no date: an interval has a date at one end at least",
    "{..}": "'..' is no date: an interval has a date at one end at least",
    "[2017,2018": "'[2017,2018' is no date: a set that begins with [ ends with ]",
    "{2017]": "'{2017]' is no date: a set that begins with { ends with }",
    "[]": "'[]' is no date: a set has a date on each side of a comma, and one at least",
    "[2017,]": "'[2017,]' is no date: a set has a date on each side of a comma, and one at least",
    "[2017/2018]": "'[2017/2018]' is no date: a set holds dates and ranges such as 2017..2020, no intervals "
    "and no other sets",
    "{[2017,2018],2019}": "'{[2017,2018],2019}' is no date: a set holds dates and ranges such as 2017..2020, "
    "no intervals and no other sets",
    " 2019": "' 2019' is no date: a date is written without spaces",
    "2017/[2018]": "'[2018]' is no date: write for example 2019, 2019-09, 2019-09-30, 2018-21 for spring, "
    "2017/2020 or 2019?",
    "": "'' is no date: write for example 2019, 2019-09, 2019-09-30, 2018-21 for spring, 2017/2020 or 2019?",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_says_why_and_what_to_write(text: str) -> None:
    with pytest.raises(NotEdtf) as refused:
        parse(text)

    assert str(refused.value) == REFUSED[text]


@pytest.mark.parametrize("text", ["２０１９", "٢٠١٩", "2019\n", "2019-09\u200b", "²019", "TBD", "2019+2020"])
def test_only_ascii_digits_make_a_date(text: str) -> None:
    with pytest.raises(NotEdtf):
        parse(text)


def test_a_message_is_short_and_cannot_move_the_cursor() -> None:
    message = str(NotEdtf("\x1b[2J\u202e" + "9" * 1000, "why"))

    assert message.isprintable()
    assert len(message) < 100


def test_a_text_that_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(NotEdtf, match="it has 201 characters, and no date needs more than 200"):
        parse("9" * 201)


@pytest.mark.parametrize(
    "text",
    [
        "{" + "2019," * 39 + "}",
        "[" * 200,
        "{" + "." * 198 + "}",
        "2" * 200,
        "2019" + "?" * 196,
        "/" * 200,
        "-" * 200,
        " " * 200,
        "X" * 200,
        "2019-" * 40,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    with pytest.raises(NotEdtf):
        parse(text)

    assert time.process_time() - began < 0.25  # a thousand times what it takes


@pytest.mark.parametrize(
    ("text", "first", "last", "overlaps"),
    [
        ("2019-05", "2019-05-31", "2019-06-30", True),
        ("2019-05", "2019-04-01", "2019-05-01", True),
        ("2019-05", "2019-06-01", "2019-12-31", False),
        ("2019-05", "2019-01-01", "2019-04-30", False),
        ("2017/..", "2050-01-01", "2050-12-31", True),
        ("2017/..", "2016-01-01", "2016-12-31", False),
        ("../2020", "1950-01-01", "1950-12-31", True),
        ("/2020", "2021-01-01", "2021-12-31", False),
        ("{2018-23,2020-23}", "2019-01-01", "2019-12-31", False),
        ("{2018-23,2020-23}", "2020-01-01", "2020-12-31", True),
        ("[2017..2018,2020]", "2018-06-01", "2018-06-30", True),
    ],
)
def test_a_date_overlaps_the_days_on_which_it_can_lie(
    text: str, first: str, last: str, overlaps: bool
) -> None:
    assert parse(text).overlaps(date.fromisoformat(first), date.fromisoformat(last)) is overlaps


def test_dates_sort_by_their_earliest_day_then_their_latest_and_an_unknown_end_is_last() -> None:
    in_order = [
        "../0001",
        "../2020",
        "0001-01-01",
        "2019-01-01",
        "2019-01",
        "2019",
        "2019?",
        "2019/2020",
        "2019/..",
    ]

    assert sorted(map(parse, reversed(in_order))) == [parse(text) for text in in_order]
    assert parse("2019") <= parse("2019") < parse("2020")
    assert parse("2019-09") > parse("2019") >= parse("2019")


def test_dates_are_equal_by_their_canonical_text() -> None:
    parse.cache_clear()
    one = parse("{2017,2018}")
    parse.cache_clear()

    assert one == parse("{2017, 2018}")
    assert len({one, parse("{2017,2018}"), parse("[2017,2018]")}) == 2
    assert one != "{2017,2018}"
    mixed: list[Any] = [parse("2017"), "2018"]
    with pytest.raises(TypeError):
        sorted(mixed)


def test_a_date_does_not_change() -> None:
    edtf = parse("2019")

    with pytest.raises(AttributeError, match="cannot set 'text'"):
        edtf.text = "2020"
    with pytest.raises(AttributeError, match="cannot set 'note'"):
        edtf.note = ""
    with pytest.raises(AttributeError, match="cannot delete 'text'"):
        del edtf.text


def test_a_date_survives_copies_and_other_processes() -> None:
    edtf = parse("{2017-05,2018?..2019?}")

    assert copy.deepcopy(edtf) == pickle.loads(pickle.dumps(edtf)) == edtf
    assert repr(edtf) == "Edtf('{2017-05,2018?..2019?}')"
    with pytest.raises(NotEdtf):
        raise pickle.loads(pickle.dumps(NotEdtf("2019-13", "there is no month 13")))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2019", "2019-12-31"),
        ("2019-09", "2019-09-30"),
        ("2019-09-30", "2019-09-30"),
        ("2019-33", "2019-03-31"),
        ("2017/2020", "2020-12-31"),
        ("{2017,2018}", "2018-12-31"),
    ],
)
def test_as_of_a_date_means_its_last_day(text: str, end: str) -> None:
    assert str(end_of(text)) == end


def test_as_of_a_date_without_a_last_day_is_refused() -> None:
    with pytest.raises(NotEdtf, match="it has no last day; write for example 2019"):
        end_of("2017/..")
    with pytest.raises(NotEdtf, match="there is no month 13"):
        end_of("2019-13")


def test_what_was_read_is_remembered_within_bounds() -> None:
    assert parse("2019-09-30") is parse("2019-09-30")
    assert 0 < (parse.cache_info().maxsize or 0) <= 10_000


def test_reading_dates_loads_neither_words_nor_heavy_modules() -> None:
    heavy = (
        "typing",
        "dataclasses",
        "inspect",
        "dateutil",
        "calendar",
        "c2c.dates.phrases",
        "c2c.dates.words",
    )
    script = "import sys; sys.path = sys.argv[1:]; old = set(sys.modules); import c2c.dates; "
    report = "print(*set(sys.modules) - old)"

    done = subprocess.run(
        [sys.executable, "-c", script + report, *sys.path], capture_output=True, text=True, check=True
    )

    loaded = done.stdout.split()
    assert "c2c.dates.edtf" in loaded
    assert [module for module in loaded if module in heavy] == []
