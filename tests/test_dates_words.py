"""Coarse dates in words, as exact as the source and no more, in three languages."""

import pytest

from c2c.dates import parse
from c2c.language import Language
from c2c.saying import say_date
from running import same_as_file

EVERY_FORM = """
2019 2019-09 2019-09-30 2019-21 2019-22 2019-23 2019-24 2019-33 2019-34 2019-35 2019-36 2019-37 2019-38 2019-39
2019-40 2019-41 2019? 2019~ 2019% 2019-05? 2019-21~ 0987 201X 20XX 2018-XX 2018-XX-XX 2018-05-XX
2017/2020 2017/.. 2017/ ../2020 /2020 2017~/2020? 2018-05/2018-09 2018-05/2019-02 2018-05?/2018-09
2018-09-01/2018-09-03 2018-09-30/2018-09-30 2018-09-01/2018-10-03 2018-21/2018-23
[2018,2019] [2018..2020] [2018-05,2018-09,2019] {2018,2019} {2017-05,2018?,2019?} {..2018,2020}
"""


def test_every_form_of_a_date_in_words():
    languages = [Language(code) for code in ("en", "da", "zh")]

    lines = (
        " | ".join([each, *(say_date(parse(each), language) for language in languages)])
        for each in EVERY_FORM.split()
    )

    same_as_file("dates.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("code", "month", "year"),
    [("en", "November 2018", "2018"), ("da", "november 2018", "2018"), ("zh", "2018年11月", "2018年")],
)
def test_a_whole_month_or_year_is_called_so(code: str, month: str, year: str):
    assert say_date(parse("2018-11-01/2018-11-30"), Language(code)) == month
    assert say_date(parse("2018-01-01/2018-12-31"), Language(code)) == year


@pytest.mark.parametrize("days", ["2018-11-01/2018-11-29", "2018-11-02/2018-11-30", "2018-11-01/2018-12-31"])
def test_other_days_stand_as_they_are(days: str):
    assert "–" in say_date(parse(days), Language("en"))


@pytest.mark.parametrize("days", ["2018-11-01?/2018-11-30", "2018-11-01/2018-11-30~"])
def test_a_doubtful_day_is_no_first_or_last_one(days: str):
    assert "–" in say_date(parse(days), Language("en"))
