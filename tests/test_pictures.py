"""The pictures of reports: well-formed for any text, and what they show is what there is to see."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from building import BASE, DEMO, demo
from c2c.language import Language
from c2c.report import pictures
from c2c.report.drawing import drawing
from c2c.report.pictures.coverage import Row
from c2c.report.pictures.lines import Point, Target
from c2c.report.pictures.profile import Rating
from c2c.report.pictures.stacked import Bar, Part
from c2c.report.pictures.svg import WIDTH, fitting, wide
from running import c2c, put

SVG = "{http://www.w3.org/2000/svg}"
TEXT = st.text(max_size=40) | st.sampled_from(
    ["<b>&\"'", "合作伙伴之间的个人和机构关系", "\x00\x1b\ufffe", "]]>", "\ud800"]
)
NUMBER = st.integers(-(10**18), 10**18) | st.floats(-1e18, 1e18)
POINT = st.builds(
    Point,
    st.floats(1, 9999),
    NUMBER,
    TEXT,
    TEXT,
    st.sampled_from(["exactly", "about", "at_least", "at_most"]),
)


def read(picture: Markup) -> ET.Element:
    """The picture as another reader sees it, and what must be so of every one."""
    root = ET.fromstring(picture)
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    assert [each.get("id") for each in root if each.tag in ("title", "desc")] == named
    for each in root.iter():
        assert not {"style", "href", "onclick"} & set(each.attrib)
        for key in ("x", "y", "width", "height", "cx", "cy"):
            assert isfinite(float(each.get(key, "0")))
    return root


def texts(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter("text")]


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if name in (each.get("class") or "").split() and each.tag != "text"]


@given(
    TEXT,
    TEXT,
    st.lists(st.lists(POINT, min_size=1, max_size=5), min_size=1, max_size=3),
    st.none() | st.builds(Target, NUMBER, TEXT),
)
def test_lines_of_anything_are_well_formed(
    title: str, text: str, runs: list[list[Point]], target: Target | None
):
    root = read(pictures.lines("id", title, text, runs, target))

    assert len(of_class(root, "mark")) == sum(map(len, runs))


@given(
    TEXT,
    TEXT,
    st.lists(
        st.builds(
            Rating,
            TEXT,
            st.integers(0, 9),
            st.integers(0, 9),
            st.none() | st.floats(-9, 9),
            st.floats(-9, 9),
            st.floats(-9, 9),
        ),
        max_size=4,
    ),
)
def test_profiles_of_anything_are_well_formed(title: str, text: str, rows: list[Rating]):
    root = read(pictures.profile("id", title, text, rows, text))

    assert len(of_class(root, "unknown")) == sum(row.mean is None for row in rows)


@given(
    TEXT,
    st.lists(TEXT, max_size=5),
    st.lists(st.tuples(TEXT, st.lists(st.booleans(), max_size=5)), max_size=5),
)
def test_coverage_of_anything_is_well_formed(
    title: str, columns: list[str], rows: list[tuple[str, list[bool]]]
):
    root = read(pictures.coverage("id", title, title, columns, [Row(*row) for row in rows], title, title))

    assert len(of_class(root, "there")) == 1 + sum(sum(cells) for _, cells in rows)  # one is the key's


@given(TEXT, st.lists(TEXT, min_size=1, max_size=5), st.data())
def test_stacked_bars_of_anything_are_well_formed(title: str, words: list[str], data: st.DataObject):
    counts = st.lists(st.integers(0, 10**6), min_size=len(words), max_size=len(words))
    bars = [Bar(title, each) for each in data.draw(st.lists(counts, max_size=4))]
    parts = [Part(f"part-{i}", word) for i, word in enumerate(words)]

    root = read(pictures.stacked("id", title, title, parts, bars))

    for i in range(len(words)):
        assert len(of_class(root, f"part-{i}")) == 1 + sum(bar.counts[i] > 0 for bar in bars)


@given(TEXT, st.floats(20, 400))
def test_a_label_fits_its_room_or_says_that_it_is_cut(text: str, room: float):
    told = fitting(text, room)

    assert wide(told) <= room
    assert told == " ".join(text.split()) or told.endswith("…")


def series(*runs: Sequence[tuple[int, float]]) -> ET.Element:
    return read(
        pictures.lines("id", "T", "D", [[Point(x, y, str(y), str(x)) for x, y in run] for run in runs], None)
    )


def test_a_break_is_a_gap_with_a_dotted_line_and_another_mark():
    root = series([(2015, 10), (2016, 20)], [(2018, 30), (2019, 50)])

    assert len(of_class(root, "line")) == 2  # none leads from 2016 to 2018
    assert len(of_class(root, "break")) == 1
    assert len({each.get("d") for each in of_class(root, "mark")}) == 2
    whole = series([(2015, 10), (2016, 20), (2018, 30), (2019, 50)])
    assert (len(of_class(whole, "line")), len(of_class(whole, "break"))) == (1, 0)


def test_values_begin_at_zero_and_keep_their_proportions():
    root = series([(2015, 50), (2016, 100)])

    axis = float((of_class(root, "axis")[0].get("d") or "").split("H")[0].split()[-1])
    low, high = (
        float(point.split()[1]) for point in (of_class(root, "line")[0].get("d") or "")[1:].split("L")
    )
    assert axis - high == pytest.approx(2 * (axis - low), abs=0.2)


def test_a_bound_and_a_guess_look_different_and_the_target_is_dashed_and_said():
    points = [Point(2018, 3, "at least 3", "2018", "at_least"), Point(2019, 4, "about 4", "2019", "about")]
    root = read(pictures.lines("id", "T", "D", [points], Target(9, "9 for 2020")))

    assert len(of_class(root, "bound")) == 1
    assert len(of_class(root, "about")) == 1
    assert len(of_class(root, "target")) == 1
    assert {"at least 3", "about 4", "9 for 2020"} <= set(texts(root))


def test_not_rated_looks_different_from_rated_low():
    rows = [Rating("Low", 2, 5, 1.0, 1, 4), Rating("Nobody has said", 0, 5, None, 1, 4)]
    root = read(pictures.profile("id", "T", "D", rows, "not rated"))

    assert len(of_class(root, "mark")) == len(of_class(root, "scale")) == 1
    assert len(of_class(root, "unknown")) == 1
    assert texts(root) == ["Low", "1 · 2/5", "Nobody has said", "0/5", "not rated"]


def test_bars_have_one_scale_and_their_numbers_where_there_is_room():
    parts = [Part("done", "done"), Part("open", "open")]
    root = read(pictures.stacked("id", "T", "D", parts, [Bar("A", [10, 0]), Bar("B", [5, 1])]))

    drawn = [float(each.get("width") or 0) for each in of_class(root, "done")]
    assert drawn[0] == pytest.approx(2 * drawn[1], abs=0.2)
    assert drawn[0] <= WIDTH
    assert texts(root) == ["A", "10", "10", "B", "6", "5", "1", "done", "open"]


def test_what_a_template_passes_is_shown_as_a_reader_would_see_it():
    draw = drawing(Language("da"))
    works: dict[str, Any] = {
        "statuses": [{"status": "done", "word": Markup("&lt;done&gt;")}],
        "rows": [{"title": {"text": "A & <b>", "lang": "en"}, "counts": [1234], "total": 1234}],
    }

    root = read(draw["stacked_picture"]("id", Markup("T <i>in</i> &amp; out"), "D", works))

    assert root.findtext("title") == "T in & out"
    assert texts(root) == ["A & <b>", "1.234", "1.234", "<done>"]


HEAD = """
kpis:
  - {kpi: trade, period: 2017, value: 3}
  - {kpi: trade, period: 2018, value: 4}
  - {kpi: trade, period: 2019, value: 9, definition: "With <services> & all.", sources: [case-study]}
  - {kpi: trade, period: 2020, value: 12, kind: target}
  - {kpi: visitors, period: 2019, value: 5, bound: at_least}
  - {kpi: reputation, period: 2019, statement: Both newspapers are kind., evidence: [{source: case-study}]}
participants: [{id: club, title: Club, sector: civil_society, steps: [plan]}]
events: [{id: choir, title: Choir, kind: exchange, when: 2019, areas: [culture]}]
""".strip()
ACTIONS = "- {id: fair, title: Fair, when: 2019, areas: [culture], status: [{on: 2019, is: done}]}\n- {id: bare, title: Bare}"


def test_a_report_has_tables_words_and_pictures(tmp_path: Any):
    files = {name: str(text) for name, text in BASE.items()} | {
        "c2c.yaml": "title: The platform\nlanguages: [en]\n",
        DEMO: demo(HEAD, ACTIONS),
        "data/partnerships/empty.yaml": "title: Empty\nparties: [lyon, graz]\nkind: mou\n",
    }
    root = put(tmp_path, files)

    page = c2c("--root", root, "report", "--year", "2019", "--format", "html").out
    told = c2c("--root", root, "report", "--year", "2019").out

    drawn = [ET.fromstring(f"<svg{each.partition('</svg>')[0]}</svg>") for each in page.split("<svg")[1:]]
    titles = [each.findtext("title") for each in drawn if each.get("role") == "img"]
    assert titles == [
        "How the actions of each area stand",
        "Trade",
        "Sectors and steps",
    ]  # visitors have one number
    ids = [each.get("id") for each in drawn for each in each.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for words in ("Trend: ↑ up since 2017.", "Not compared with the values before: another definition."):
        assert words in page
        assert words in told
    assert "With &lt;services&gt; &amp; all." in page
    for line in (
        "| 2019 | 9 [1] |",
        "| 2019 | at least 5 |",
        "Target: 12 for 2020: not yet reached.",
        "- **2019**: Both newspapers are kind. · Evidence: A case study [1]",
        "- Counted from the record, 2019: 1 exchange is on record (Culture and sport: 1).",
        "| Culture and sport | 1 | 0 | 0 | 0 | 0 | 1 |",
        "An action of several areas counts in each of them. 1 action names no area.",
        "| Trade | 1 | – |",
        "| Exchanges outside business | – | 1 |",
        "| Direct connections | – | – |",
    ):
        assert line in told
    assert (
        "No value of an indicator is on record."
        in c2c("--root", root, "report", "empty", "--year", "2019").out
    )
