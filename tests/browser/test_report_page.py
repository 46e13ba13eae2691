"""The HTML reports in a real browser: valid, accessible, readable on a phone, printable, in every language."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reporting import LANGUAGES, LAYOUTS, partnership, told, workspace
from running import put
from sheet import SHEET
from test_platform import FILES

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = [(layout, lang) for layout in LAYOUTS for lang in LANGUAGES]
A4 = (595, 842)  # points
MEASURED = """kpis:
  - {kpi: trade, period: 2016, value: 1200000, unit: EUR}
  - {kpi: trade, period: 2017, value: 2000000, bound: at_least, unit: EUR}
  - {kpi: trade, period: 2018, value: 900000, bound: about, unit: EUR, definition: Without services.}
  - {kpi: trade, period: 2020, value: 9000000, unit: EUR, kind: target}
  - {kpi: reputation, period: 2019, statement: Both newspapers are kind.}
participants: [{id: club, title: Club, sector: civil_society, steps: [plan]}]
"""


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Every report of the repository's data as a file, and one over several partnerships in each layout."""
    folder = tmp_path_factory.mktemp("reports")
    several = workspace(
        folder / "several",
        a=partnership(
            "{id: one, title: One}\n{id: two, title: Two, areas: [culture], status: [{on: 2019-12, is: done}]}",
            MEASURED,
        ),
        b=partnership("{id: one, title: {ar: واحد}, status: [{on: 2019-12, is: unclear, marker: x}]}"),
        c="title: Nothing planned\nparties: [a, b]\nkind: twinning\n",
        d=partnership("{id: long, title: " + "Langt" * 60 + ", note: " + "https-" * 60 + "}"),
    )
    found = {}
    for layout in LAYOUTS:
        texts = {lang: told(SHEET, layout, lang=lang) for lang in LANGUAGES} | {
            "several": told(several, layout, ids=("a", "b", "c", "d")),
            "platform": told(put(folder / "platform", FILES), layout),
        }
        for lang, text in texts.items():
            path = folder / f"{layout}-{lang}.html"
            path.write_text(text, encoding="utf-8")
            found[layout, lang] = path
    return found


ALL = [*PAGES, *((layout, more) for layout in LAYOUTS for more in ("several", "platform"))]


def test_every_page_is_valid(reports: dict[tuple[str, str], Path], nu: Callable[..., list[str]]) -> None:
    # it meets <style> before its text, and so cannot know that the hash of the policy fits; the browser says that it does
    unknown = "Inline style violates Content Security Policy"

    assert [said for said in nu(*reports.values()) if unknown not in said] == []


@pytest.mark.parametrize("which", ALL)
@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (360, "dark")])
def test_a_page_is_accessible_and_never_scrolls_sideways(
    page: "Page",
    axe: "Callable[[Page], list[str]]",
    reports: dict[tuple[str, str], Path],
    which: tuple[str, str],
    width: int,
    colours: str,
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(reports[which].as_uri())

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("which", PAGES)
def test_a_page_stays_readable_with_text_of_twice_the_size(
    page: "Page", reports: dict[tuple[str, str], Path], which: tuple[str, str]
) -> None:
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(reports[which].as_uri())
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("which", PAGES)
def test_every_link_inside_a_page_leads_somewhere(
    page: "Page", reports: dict[tuple[str, str], Path], which: tuple[str, str]
) -> None:
    page.goto(reports[which].as_uri())

    dangling = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"
    )
    assert dangling == []


def test_pictures_are_named_and_within_the_page(page: "Page", reports: dict[tuple[str, str], Path]) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(reports["story", "several"].as_uri())

    titles = page.get_by_role("img").evaluate_all(
        "all => all.map(each => each.querySelector('title').textContent)"
    )
    assert titles == ["Trade", "Sectors and steps"]
    assert page.get_by_role("img", name="Trade").count() == 1
    outside = page.evaluate(
        """[...document.querySelectorAll('.picture text')].map(each => each.getBoundingClientRect())
        .filter(each => each.left < 0 || each.right > 375).length"""
    )
    assert outside == 0


def test_the_skip_link_comes_first_and_shows_itself(
    page: "Page", reports: dict[tuple[str, str], Path]
) -> None:
    page.goto(reports["story", "en"].as_uri())
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


@pytest.mark.parametrize("which", PAGES)
def test_a_page_prints_on_a4(
    page: "Page", reports: dict[tuple[str, str], Path], which: tuple[str, str]
) -> None:
    layout, _lang = which
    page.goto(reports[which].as_uri())

    sheets = list(_sheets(page.pdf(prefer_css_page_size=True)))

    wanted = A4 if layout == "story" else A4[::-1]
    assert {(round(width), round(height)) for width, height in sheets} == {wanted}
    assert len(sheets) <= (16 if layout == "story" else 4)


def _sheets(pdf: bytes) -> Iterator[tuple[float, float]]:
    """The size of every sheet of a PDF, in points."""
    for box in pdf.split(b"/MediaBox [")[1:]:
        _left, _bottom, width, height = map(float, box.split(b"]")[0].split())
        yield width, height


def test_the_style_is_let_in_and_nothing_else(page: "Page", reports: dict[tuple[str, str], Path]) -> None:
    page.goto(reports["story", "en"].as_uri())

    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert page.evaluate("document.styleSheets.length") == 1
