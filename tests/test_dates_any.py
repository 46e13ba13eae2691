"""What holds for any text, any date of the profile and any phrase."""

from calendar import isleap
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from c2c.dates import Edtf, NotEdtf, parse, read
from c2c.dates.words import WORDS

unhurried = settings(deadline=None)  # a busy machine is no failure
years = st.integers(1, 9998).map("{:04}".format)
parts = st.sampled_from(
    [f"-{part:02}" for part in (*range(1, 13), *range(21, 25), *range(33, 42))] + ["-XX", ""]
)
exact = st.dates().map(str)
singles = st.builds("{}{}{}".format, years, parts, st.sampled_from(["", "?", "~", "%"])) | exact
ranges = st.builds("{}..{}".format, singles, st.just("") | singles)
sets = st.builds(
    lambda brackets, members, gap: brackets[0] + ("," + gap).join(members) + brackets[1],
    st.sampled_from(["[]", "{}"]),
    st.lists(singles | ranges, min_size=1, max_size=6),
    st.sampled_from(["", " "]),
)
intervals = st.builds(
    "{}/{}".format, singles | st.sampled_from(["", ".."]), singles | st.sampled_from(["", ".."])
)
written = singles | intervals | sets
anything = st.text(max_size=220) | st.text("0123456789X-/.?~%[]{}, ", max_size=30)
words = st.sampled_from(sorted(WORDS))
numbers = st.integers(0, 2100).map(str)
phrases = st.lists(words | numbers, max_size=12).flatmap(
    lambda said: st.sampled_from([" ".join(said), "".join(said), ".".join(said)])
)


def _read(text: str) -> Edtf | None:
    try:
        return parse(text)
    except NotEdtf:
        return None


@unhurried
@given(anything | written)
def test_any_text_is_a_date_or_is_refused_and_a_date_reads_back_the_same(text: str) -> None:
    edtf = _read(text)

    if edtf is not None:
        again = parse(edtf.text)
        assert again == edtf
        assert (again.text, again.earliest, again.latest) == (edtf.text, edtf.earliest, edtf.latest)


@unhurried
@given(written)
def test_the_earliest_day_is_never_after_the_latest(text: str) -> None:
    edtf = _read(text)

    if edtf is not None and edtf.earliest and edtf.latest:
        assert edtf.earliest <= edtf.latest
        assert edtf.overlaps(edtf.earliest, edtf.earliest)
        assert edtf.overlaps(edtf.latest, edtf.latest)


@unhurried
@given(singles)
def test_a_single_date_is_always_read(text: str) -> None:
    assert parse(text).kind == "date"


@unhurried
@given(st.dates())
def test_every_day_overlaps_its_year_its_month_and_itself_and_no_neighbour(day: date) -> None:
    for text in (f"{day:%Y}".zfill(4), str(day)[:7], str(day)):
        assert parse(text).overlaps(day, day)
    if date.min < day < date.max:
        assert not parse(str(day)).overlaps(day + timedelta(1), date.max)
        assert not parse(str(day)).overlaps(date.min, day - timedelta(1))


@unhurried
@given(st.integers(1, 9998))
def test_months_quarters_thirds_and_halves_cover_a_year_without_a_gap(year: int) -> None:
    for numbers in (range(1, 13), range(33, 37), range(37, 40), range(40, 42)):
        covered = [parse(f"{year:04}-{number:02}") for number in numbers]
        lengths = [
            (edtf.latest - edtf.earliest).days + 1 for edtf in covered if edtf.latest and edtf.earliest
        ]
        assert sum(lengths) == 365 + isleap(year)
        assert covered == sorted(covered)
    seasons = [parse(f"{year:04}-{number}") for number in range(21, 25)]
    assert seasons[-1].latest == (parse(f"{year + 1:04}-02").latest)


@unhurried
@given(st.text(max_size=220) | phrases)
def test_any_phrase_is_a_date_or_is_refused_and_a_date_is_its_own_phrase(phrase: str) -> None:
    try:
        edtf = read(phrase)
    except NotEdtf:
        return
    assert read(edtf.text) == parse(edtf.text) == edtf


@unhurried
@given(
    st.dates(), st.sampled_from(["{0.day}.{0.month}.{0.year:04}", "{0.year:04}年{0.month}月{0.day}日", "{0}"])
)
def test_a_day_is_read_as_itself(day: object, form: str) -> None:
    assert read(form.format(day)).text == str(day)
