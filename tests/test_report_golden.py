"""The reports of the repository's own data. `C2C_GOLDEN=1 pytest tests/test_report_golden.py` writes them anew."""

import os
import re
import shutil
from pathlib import Path

import pytest

from reporting import FORMS, LANGUAGES, LAYOUTS, told
from sheet import SHEET

GOLDEN = Path(__file__).parent / "golden"

ANSWERS = {
    "en": (
        "4 actions were planned for 2019 itself. Reported: 2 done, 2 partly done. No evidence of that is on record.",
        (
            "With undated and earlier actions, 32 of 40 are reported as done. "
            "Evidence is on record for 1 of these 32, an action planned for August 2017."
        ),
        "autumn 2018 and autumn 2020; put off to 2021",
        "The agreement as renewed in 2017 expires in 2020.",
        "31 actions are reported as done without evidence on record.",
        "Denmark Day in Wuxi on water treatment</a>: The activity turned out not to be relevant.",
        "VIA, since spring 2018 (asked: spring 2018 and spring 2019)",
    ),
    "da": (
        (
            "4 handlinger var planlagt til selve 2019. Meldt: 2 gennemført, 2 til dels gennemført. "
            "Der er ingen dokumentation registreret for det."
        ),
        (
            "Når udaterede og tidligere handlinger tælles med, er 32 af 40 meldt gennemført. "
            "Der er registreret dokumentation for 1 af disse 32, en handling planlagt til august 2017."
        ),
        "efteråret 2018 og efteråret 2020; udsat til 2021",
        "Aftalen, som blev fornyet i 2017, udløber i 2020.",
        "31 handlinger er meldt gennemført uden registreret dokumentation.",
        "Denmark Day i Wuxi om vandrensning</a>: Aktiviteten viste sig ikke at være relevant.",
        "VIA, siden foråret 2018 (spurgt: foråret 2018 og foråret 2019)",
    ),
    "zh": (
        "计划在2019年当年开展的行动有4项，据报告：2项已完成、2项部分完成。对此没有证明材料记录。",
        "连同未注明日期和往年的行动，共40项，据报告已完成32项。这32项中仅1项有证明材料，该行动的计划时间为2017年8月。",
        "2018年秋季和2020年秋季；推迟至2021年",
        "2017年续签的协议将于2020年到期。",
        "据报告已完成、但无证明材料的行动有31项。",
        "以水处理为主题的无锡“丹麦日”</a>：该活动后来已无必要。",
        "VIA，自2018年春季起（询问时间：2018年春季和2019年春季）",
    ),
}


def _golden(layout: str, form: str, lang: str) -> Path:
    return GOLDEN / f"report-2019-{layout}.{lang}.{form}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_report_of_2019(layout: str, form: str, lang: str) -> None:
    path = _golden(layout, form, lang)
    text = told(SHEET, layout, form, lang)
    if os.environ.get("C2C_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")

    assert text == path.read_text(encoding="utf-8"), (
        f"look at the difference, then: make golden ({path.name})"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_answers_in_every_language(lang: str) -> None:
    page = told(SHEET, lang=lang)

    for answer in ANSWERS[lang]:
        assert answer in page
    assert re.search(r'<a href="https?://dk.china-embassy.org/eng/zdgx/t1488017.htm">', page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_action_of_the_plan_stands_on_the_page_once(lang: str) -> None:
    ids = re.findall(r'<li id="bycirklen-wuxi-([a-z0-9-]+)">', told(SHEET, lang=lang))

    actions = [id for id in ids if not id.startswith("source-")]
    assert len(actions) == len(set(actions)) == 40


@pytest.mark.parametrize("form", FORMS)
def test_a_report_is_the_same_in_another_folder(form: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another folder" / "æøå"
    elsewhere.mkdir(parents=True)
    shutil.copytree(SHEET / "data", elsewhere / "data")
    shutil.copy(SHEET / "c2c.yaml", elsewhere)

    assert told(elsewhere, form=form) == told(SHEET, form=form)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_markdown_is_tidy(layout: str) -> None:
    text = told(SHEET, layout, "md")

    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_asks_nothing_of_anybody(layout: str, lang: str) -> None:
    page = told(SHEET, layout, lang=lang)

    assert "<script" not in page
    assert not re.search(r"\ssrc=|@import|<link|<iframe|<img", page)
    assert not re.search(r'\sstyle="', page)
    assert re.findall(r"url\(([^)]*)\)", page) == re.findall(r"url\((#[a-z_]+)\)", page)
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
