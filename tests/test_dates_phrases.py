"""Dates as people type them, in three languages: what is read, what is refused, and with which sentence."""

import re
import time

import pytest

from c2c.dates import NotEdtf, read
from c2c.dates.words import LANGUAGES, SIGNS, WORDS, meanings

# Every date of the status sheet of Bycirklen's work with China 2017-2020, as it is written there.
SHEET = {
    "2017-2020": "2017/2020",
    "december 2019": "2019-12",
    "september 2019": "2019-09",
    "maj 2017(evt.18?+19?)": "{2017-05,2018?,2019?}",
    "maj 2017 (evt. 18?+19?)": "{2017-05,2018?,2019?}",
    "2017 og 2018": "{2017,2018}",
    "2019": "2019",
    "aug 2017": "2017-08",
    "juni 2017": "2017-06",
    "forår 2018": "2018-21",
    "efterår 2018 + 2020": "{2018-23,2020-23}",
    "2021": "2021",
    "august 2017": "2017-08",
    "i august 2017": "2017-08",
    "forår 2019": "2019-21",
    "primo 2018": "2018-37",
    "2018": "2018",
    "september  2018": "2018-09",
    "2017": "2017",
    "(evt. forår 2019)": "2019-21?",
    "evt. forår 2019": "2019-21?",
    "efteråret 2020": "2020-23",
    "2018/2019": "2018/2019",
    "april 2017": "2017-04",
    "september 2017": "2017-09",
    "medio 2019": "2019-38",
}
DANISH = {
    "maj 2017": "2017-05",
    "MAJ 2017": "2017-05",
    "21. maj 2017": "2017-05-21",
    "den 21. maj 2017": "2017-05-21",
    "d. 30. sept. 2019": "2019-09-30",
    "foråret 2018": "2018-21",
    "foraar 2018": "2018-21",
    "fora\u030aret 2018": "2018-21",
    "sommeren 2019": "2019-22",
    "vinter 2018": "2018-24",
    "vinteren 2018/2019": "2018-24",
    "vinter 2018/19": "2018-24",
    "vinter 2018-2019": "2018-24",
    "vinter 1999/00": "1999-24",
    "ultimo 2019": "2019-39",
    "slutningen af 2019": "2019-39",
    "i løbet af 2019": "2019",
    "1. kvartal 2019": "2019-33",
    "2. halvår 2019": "2019-41",
    "første halvår 2019": "2019-40",
    "1. og 2. kvartal 2019": "{2019-33,2019-34}",
    "1.-2. halvår 2019": "2019-40/2019-41",
    "ca. 2019": "2019~",
    "evt. ca. 2019": "2019%",
    "maj 2017?": "2017-05?",
    "maj 2017 (?)": "2017-05?",
    "maj og juni 2017 (evt.)": "{2017-05?,2017-06?}",
    "fra 2017 til 2020": "2017/2020",
    "fra ca. 2017 til 2020": "2017~/2020",
    "ca. 2017-2020": "2017~/2020~",
    "fra maj til juni 2017": "2017-05/2017-06",
    "fra forår 2018 til 2020": "2018-21/2020",
    "maj-juni 2017": "2017-05/2017-06",
    "maj og juni 2017": "{2017-05,2017-06}",
    "maj eller juni 2017": "[2017-05,2017-06]",
    "maj, juni og august 2017": "{2017-05,2017-06,2017-08}",
    "maj, juni - august 2017": "{2017-05,2017-06..2017-08}",
    "maj 2017, juni 2018": "{2017-05,2018-06}",
    "2017, maj 2018": "{2017,2018-05}",
    "efterår 2018, 2019 og 2020": "{2018-23,2019-23,2020-23}",
    "evt. efterår 2018 + 2020": "{2018-23?,2020-23?}",
    "maj 2017, evt. 2018": "{2017-05,2018?}",
    "maj 2017 (evt. 18 + 19)": "{2017-05,2018?,2019?}",
    "maj 2017 (evt. 2018-2019)": "{2017-05,2018?..2019?}",
    "2017 + 18": "{2017,2018}",
    "2017-2018 + 2020": "{2017..2018,2020}",
    "12.-16. maj 2017": "2017-05-12/2017-05-16",
    "12., 13. og 14. maj 2017": "{2017-05-12,2017-05-13,2017-05-14}",
    "21. maj - 3. juni 2017": "2017-05-21/2017-06-03",
    "siden 2017": "2017/..",
    "fra maj 2017": "2017-05/..",
    "indtil 2020": "../2020",
    "senest maj 2019": "../2019-05",
    "30.9.2019": "2019-09-30",
    "30. 9. 2019": "2019-09-30",
    "03.04.2019": "2019-04-03",
    "ca. 30.9.2019": "2019-09-30~",
    "30.9.2019-2.10.2019": "2019-09-30/2019-10-02",
    "30/9/2019": "2019-09-30",
    "30-9-2019": "2019-09-30",
    "03/03/2019": "2019-03-03",
    "09.2019": "2019-09",
    "9/2019": "2019-09",
}
ENGLISH = {
    "spring 2018": "2018-21",
    "Fall 2018": "2018-23",
    "winter of 2018": "2018-24",
    "May 2017": "2017-05",
    "17 May 2017": "2017-05-17",
    "17th of May 2017": "2017-05-17",
    "May 17, 2017": "2017-05-17",
    "May 1st, 2017": "2017-05-01",
    "May 12-16, 2017": "2017-05-12/2017-05-16",
    "May 17, 2017 and June 3, 2018": "{2017-05-17,2018-06-03}",
    "12-May-2017": "2017-05-12",
    "2017 May 12": "2017-05-12",
    "early 2019": "2019-37",
    "mid 2019": "2019-38",
    "mid-2019": "2019-38",
    "late 2019": "2019-39",
    "the end of 2019": "2019-39",
    "first half of 2019": "2019-40",
    "H2 2019": "2019-41",
    "Q1 2019": "2019-33",
    "2019 Q1": "2019-33",
    "Q1/2019": "2019-33",
    "Q1-2019": "2019-33",
    "May/2019": "2019-05",
    "Q1-Q2 2019": "2019-33/2019-34",
    "third quarter of 2019": "2019-35",
    "about 2019": "2019~",
    "possibly spring 2019": "2019-21?",
    "since 2017": "2017/..",
    "until 2020": "../2020",
    "from 2017 to 2020": "2017/2020",
    "2017 until 2020": "2017/2020",
    "2017 or 2018": "[2017,2018]",
    "2017–2020": "2017/2020",
    "2017 — 2020": "2017/2020",
}
CHINESE = {
    "2019年": "2019",
    "2019年9月": "2019-09",
    "2019 年 9 月": "2019-09",
    "２０１９年９月": "2019-09",
    "2019年9月份": "2019-09",
    "2019年九月": "2019-09",
    "2019年十二月": "2019-12",
    "2019年9月30日": "2019-09-30",
    "2019年9月30号": "2019-09-30",
    "2018年春季": "2018-21",
    "2018年春": "2018-21",
    "2018年秋天": "2018-23",
    "2019年上半年": "2019-40",
    "2019年下半年": "2019-41",
    "2019年第一季度": "2019-33",
    "2019年初": "2019-37",
    "2019年中": "2019-38",
    "2019年底": "2019-39",
    "2019年年底": "2019-39",
    "约2019年": "2019~",
    "2019年9月左右": "2019-09~",
    "可能2019年春季": "2019-21?",
    "2019年9月？": "2019-09?",
    "2019年9月（可能）": "2019-09?",
    "2017年至2020年": "2017/2020",
    "2017至2020年": "2017/2020",
    "从2017年到2020年": "2017/2020",
    "2017～2020年": "2017/2020",
    "2017—2020年": "2017/2020",
    "2019年9月至12月": "2019-09/2019-12",
    "2017年5月12日至16日": "2017-05-12/2017-05-16",
    "2018年和2020年": "{2018,2020}",
    "2018、2020年": "{2018,2020}",
    "2018年秋季和2020年": "{2018-23,2020}",
    "2019年9月和12月和2020年": "{2019-09,2019-12,2020}",
    "2018年或2020年": "[2018,2020]",
    "自2017年起": "2017/..",
    "2017年以来": "2017/..",
    "截至2020年": "../2020",
    "2019.9": "2019-09",
    "2019.9.30": "2019-09-30",
    "2019/9/30": "2019-09-30",
}
EDTF = {
    "2018-21?": "2018-21?",
    " 2019-09 ": "2019-09",
    "2018 / 2019": "2018/2019",
    "{2017-05, 2018?}": "{2017-05,2018?}",
    "2017/..": "2017/..",
    "201X": "201X",
    "fra 2019-09 til 2019-12": "2019-09/2019-12",
    "ca. 2019-09-30": "2019-09-30~",
    "2018? + 2019?": "{2018?,2019?}",
    "2018-21 – 2018-23": "2018-21/2018-23",
}
READ = SHEET | DANISH | ENGLISH | CHINESE | EDTF


@pytest.mark.parametrize("phrase", READ)
def test_a_phrase_means_a_date(phrase: str) -> None:
    assert read(phrase).text == READ[phrase]


@pytest.mark.parametrize("phrase", READ)
def test_case_and_space_do_not_matter(phrase: str) -> None:
    loud = "  " + phrase.upper().replace(" ", " \t\u3000") + "\n"

    assert read(loud) == read(phrase)


NO_YEAR = "a year is missing or could be two; write it with every date, as in maj 2017 - juni 2018"
FOUR_DIGITS = "write the year with four digits, as in 2019-09-30"
TODAY = "can depend on today; write the year, as in 2020-03 or spring 2020"
STROKE = "a stroke can mean 'to', 'or' and 'and'; write maj-juni 2017, maj eller juni 2017, maj og juni 2017"
SHORT = "write every year with four digits, as in 2017-2020"
HYPHEN = "a hyphen can mean 'to' and 'and' here; write 'fra forår 2018 til 2020' or 'forår 2018 + 2020'"
REFUSED = {
    "03/04/2019": "it can mean 2019-04-03 or 2019-03-04; write one of these",
    "12/11/2019": "it can mean 2019-11-12 or 2019-12-11; write one of these",
    "9/30/2019": "the day comes first here; write 2019-09-30",
    "den 3/4/2019": "it can mean 2019-04-03 or 2019-03-04; write one of these",
    "3.4.19": FOUR_DIGITS,
    "ca. 3.4.19": FOUR_DIGITS,
    "19年9月": FOUR_DIGITS,
    "2018年9月和19年9月": FOUR_DIGITS,
    "9.30.2019": "there is no month 30",
    "24/2019": "there is no month 24",
    "2019.21": "there is no month 21",
    "2019年21月": "there is no month 21",
    "2017-20": "there is no month 20; the years 2017 to 2020 are written 2017/2020",
    "2017–20": SHORT,
    "2019-13": "there is no month 13",
    "2019/9": "it can mean a month or two years; write 2019-09 or 2018/2019",
    "201x": "write an unknown digit as a capital X",
    "31. februar 2019": "February 2019 has 28 days",
    "2019年13月": "there is no month 13",
    "5. kvartal 2019": "there is no quarter 5 of a year",
    "H3 2019": "there is no half 3 of a year",
    "12. forår 2018": "21 is a part of a year, and only months 01 to 12 have days",
    "2020-2017": "it ends before it begins: 2020 begins on 2020-01-01, 2017 ends on 2017-12-31",
    "今年": f"'今年' {TODAY}",
    "2017年至今": f"'至今' {TODAY}",
    "næste år": f"'næste' {TODAY}",
    "i dag": f"'dag' {TODAY}",
    "fra 2017 til nu": f"'nu' {TODAY}",
    "next spring": f"'next' {TODAY}",
    "明年春季": f"'明年' {TODAY}",
    "maj": NO_YEAR,
    "12": FOUR_DIGITS,
    "12 og 13": NO_YEAR,
    "17th 2017": NO_YEAR,
    "2018 og maj": NO_YEAR,
    "2017, maj": NO_YEAR,
    "maj 2017, juni, august 2018": NO_YEAR,
    "maj 2017 (evt. 12?)": SHORT,
    "12. maj 2017 + 18": SHORT,
    "maj/juni 2017": STROKE,
    "efterår 2018/2019": STROKE,
    "vinter 2018/2020": STROKE,
    "forår 2018-2019": HYPHEN,
    "maj 2017 (2018)": "brackets can mean many things; write maj 2017 og 2018 or maj 2017 (evt. 2018)",
    "2017 og 2018 eller 2019": "'and' and 'or' in one date can be read in two ways",
    "fra 2017 til 2018 til 2019": "an interval has one beginning and one end",
    "siden 2017 og 2019": "write 'siden 2017' or 'indtil 2020' with one date",
    "indtil 2017-2019": "write 'siden 2017' or 'indtil 2020' with one date",
    "x" * 201: "it has 201 characters, and no date needs more than 200",
}


@pytest.mark.parametrize("phrase", REFUSED)
def test_what_can_mean_two_things_is_refused_with_a_way_to_write_it(phrase: str) -> None:
    with pytest.raises(NotEdtf) as refused:
        read(phrase)

    assert (refused.value.text, refused.value.reason) == (phrase, REFUSED[phrase])


EXAMPLES = (
    "write for example 2019, 2019-09-30, 2017-2020, maj 2017, forår 2018, medio 2019, evt. 2019, 17 May 2017"
)


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "",
            "?",
            "evt.",
            "()",
            "(",
            "maj (2017) 3",
            "maj 2017)",
            "evt. (maj",
            "fra",
            "til 2019",
            "maj 2017 til",
        ),
        *(
            "løbende",
            "2018年春节",
            "不明",
            "2017 2018",
            "maj 2017-",
            "- maj 2017",
            "2017 -- 2020",
            "th 2017",
            "月",
        ),
        *(
            "kvartal 2019",
            "2019 maj 2019",
            "maj 2017 evt. juni 2017",
            "maj 2017²",
            "²019",
            "maj ٢٠١٧",
            "123 maj",
        ),
        *("forår 2018 – igen forår 2019", "forår 2018 (Denmark DAY?/Learning Expo III)", "uge 42 2019"),
    ],
)
def test_what_is_not_understood_is_answered_with_examples(phrase: str) -> None:
    with pytest.raises(NotEdtf, match=re.escape(EXAMPLES)):
        read(phrase)


@pytest.mark.parametrize(
    "example", ["2019", "2019-09-30", "2017-2020", "maj 2017", "forår 2018", "medio 2019", "17 May 2017"]
)
def test_the_examples_can_be_typed(example: str) -> None:
    assert example in EXAMPLES
    assert read(example)


def test_an_unknown_word_is_named() -> None:
    with pytest.raises(
        NotEdtf, match="'sept 2019 agtig' is no date: 'agtig' is not a word that is known in a date"
    ):
        read("sept 2019 agtig")


def test_a_word_means_the_same_in_every_language() -> None:
    said = [(word, meaning) for table in (*LANGUAGES.values(), SIGNS) for word, meaning in meanings(table)]

    assert [(word, meaning) for word, meaning in said if WORDS[word] != meaning] == []
    assert [word for word, _ in said if word != word.lower() or not word] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_months_seasons_and_thirds(language: str) -> None:
    parts = {number for _, (meaning, number) in meanings(LANGUAGES[language]) if meaning == "part"}

    assert parts >= {*range(1, 13), *range(21, 25), *range(37, 40)}


@pytest.mark.parametrize(
    ("word", "number"),
    [(word, number) for word, (meaning, number) in WORDS.items() if meaning == "part"],
)
def test_every_word_for_a_part_of_a_year_is_read_before_and_after_the_year(word: str, number: int) -> None:
    assert read(f"{word}. 2019").text == f"2019-{number:02}"
    assert read(f"2019{word}").text == f"2019-{number:02}"


@pytest.mark.parametrize(
    "phrase", ["1-" * 100, "maj-" * 50, "evt. " * 40, "(" * 200, "年" * 200, "1.1." * 50, "," * 200]
)
def test_no_phrase_takes_long(phrase: str) -> None:
    began = time.process_time()
    with pytest.raises(NotEdtf):
        read(phrase)

    assert time.process_time() - began < 0.5  # a hundred times what it takes
