"""The portfolio and the annual report of a platform, on a small one whose right answers are known by hand."""

import csv
import io
import json
from pathlib import Path

import pytest

from building import BASE
from running import c2c, put, same_as_file

FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: {en: The platform, da: Platformen, zh: 平台}\nlanguages: [en, da, zh]\n",
    "data/cities/oslo.yaml": "names: Oslo\nkind: city\ncountry: 'NO'\n",
    "data/guidebook/areas.yaml": "items: [{id: sport, title: {en: Sport, da: Idræt, zh: 体育}, broader: culture}]\n",
    "data/guidebook/programmes.yaml": "items: [{id: iuc, title: IUC}]\n",
    # began 2007, two areas, one of them in an agreement of the year; an action of the year, done
    "data/partnerships/old.yaml": """
title: {en: Lyon and Graz, da: Lyon og Graz, zh: 里昂与格拉茨}
parties: [lyon, graz]
kind: twinning
began: 2007
areas: [sport]
programmes: [iuc]
narrative: [{loop: continual_improvement, step: do, on: 2018}]
agreements: [{id: plan, kind: action_plan, signed: 2019-05, areas: [health]}]
evaluations: [{id: review, title: {en: Review, da: Gennemgang, zh: 回顾}, on: 2019-06}]
events: [{id: visit, title: {en: Visit, da: Besøg, zh: 访问}, kind: visit, when: 2019-04}]
focus_areas:
  - id: all
    title: {en: All, da: Alt, zh: 全部}
    efforts:
      - id: exchange
        title: {en: Exchange, da: Udveksling, zh: 交流}
        actions:
          - {id: lunch, title: {en: Lunch, da: Frokost, zh: 午餐}, when: 2019, status: [{on: 2019-12, is: done}]}
          - {id: later, title: {en: Later, da: Senere, zh: 以后}, when: 2020}
""",
    # began in the year, and nothing else is on record
    "data/partnerships/young.yaml": """
title: {en: Lyon and Oslo, da: Lyon og Oslo, zh: 里昂与奥斯陆}
parties: [lyon, oslo]
began: 2019-03
""",
    # ended before the year, without a word in it
    "data/partnerships/past.yaml": """
title: {en: Graz and Oslo, da: Graz og Oslo, zh: 格拉茨与奥斯陆}
parties: [graz, oslo]
kind: mou
ended: {on: 2018-06-30, reason: completed}
""",
}
REPORT = ("report", "--year", "2019")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_the_annual_report(root: Path, form: str, lang: str):
    ran = c2c("--root", root, *REPORT, "--format", form, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"platform-2019.{lang}.{form}", ran.out)


def test_it_says_what_there_is_and_what_there_is_not(root: Path):
    told = c2c("--root", root, *REPORT).out

    for sentence in (
        "3 partnerships are on record. 1 of them has ended. 2 have something to say about 2019.",
        "Together they have 2 planned actions: 1 done, 1 open.",
        "- Lyon and Oslo (March 2019)",
        "- Lyon and Graz: action plan (May 2019)",
        "- Lyon and Graz: Review (June 2019)",
        "- Lyon and Graz: Visit (April 2019)",
        "| Culture and sport | 1 | Lyon and Graz |",
        "| Healthcare | 1 | Lyon and Graz |",
        "| Education and academic cooperation | 0 | none on record |",
        "| Do | 1 |",
        "| no step declared | 2 |",
        "| Lyon and Graz | 12 | 2 | 1 |",
        "| Lyon and Oslo | 0 | 0 | 0 |",
        "- France: 2",
        "- not recorded: 1",
        "- Of 1 partnership no agreement is on record.",
        "1 partnership has nothing on record for 2019: Graz and Oslo",
    ):
        assert sentence in told, sentence
    assert "\n## Lyon and Graz\n" in told
    assert "\n## Lyon and Oslo\n" in told
    assert "\n## Graz and Oslo\n" not in told


@pytest.mark.parametrize("form", ["md", "html"])
def test_where_one_has_something_to_say_it_is_still_the_platforms(root: Path, form: str):
    (root / "data/partnerships/young.yaml").unlink()

    told = c2c("--root", root, *REPORT, "--format", form).out

    assert "The platform: report on 2019" in told
    assert {"md": "\n## Lyon and Graz\n", "html": '<h2 id="old">Lyon and Graz</h2>'}[form] in told


def test_with_names_it_is_their_report(root: Path):
    told = c2c("--root", root, *REPORT, "young", "old").out

    assert "partnerships are on record" not in told
    assert told.index("\n## Lyon and Oslo\n") < told.index("\n## Lyon and Graz\n")


def table(root: Path, *arguments: str) -> list[str]:
    out = c2c("--root", root, "status", "--as-of", "2019-12-31", "--csv", *arguments).out
    return [row["id"] for row in csv.DictReader(io.StringIO(out))]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        ([], ["old", "past", "young"]),
        (["--country", "FR"], ["old", "young"]),
        (["--country", "NO", "--kind", "mou"], ["past"]),
        (["--area", "culture"], ["old"]),
        (["--area", "health"], ["old"]),
        (["--programme", "iuc"], ["old"]),
        (["--step", "do"], ["old"]),
        (["--city", "graz"], ["old", "past"]),
        (["--stale"], ["young"]),
        (["--stale", "--as-of", "2021"], ["old", "young"]),
        (["--sort", "began"], ["old", "young", "past"]),
        (["--sort", "updated"], ["young", "past", "old"]),
        (["--sort", "areas"], ["old", "past", "young"]),
        (["--sort", "step"], ["old", "past", "young"]),
        (["--sort", "open"], ["old", "past", "young"]),
    ],
)
def test_the_portfolio_is_filtered_and_sorted(root: Path, arguments: list[str], ids: list[str]):
    assert table(root, *arguments) == ids


def test_json_has_the_same_order(root: Path):
    told = json.loads(c2c("--root", root, "status", "--json", "--sort", "updated", "--as-of", "2019").out)

    assert [each["id"] for each in told["partnerships"]] == ["young", "past", "old"]


def test_a_table_for_a_spreadsheet(root: Path):
    put(root, {"data/partnerships/evil.yaml": "title: '=HYPERLINK(1)'\nparties: [lyon, graz]\nkind: mou\n"})

    out = c2c("--root", root, "status", "--csv", "--as-of", "2019").out
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(out))}

    assert rows["evil"]["title"] == "'=HYPERLINK(1)"
    assert (
        rows["old"]
        | {
            "parties": "lyon graz",
            "began": "2007",
            "step": "do",
            "areas": "sport health",
            "done": "1",
            "open": "1",
            "updated": "2019-12",
        }
        == rows["old"]
    )
    assert rows["past"]["ended"] == "2018-06-30"
    assert out.endswith("\r\n")


def test_a_year_that_nobody_knows_of(root: Path):
    told = c2c("--root", root, "report", "--year", "1999").out

    assert "0 have something to say about 1999." in told
    assert "Nothing is dated in 1999." in told


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--sort", "age"], "error: there is no order 'age'\n"),
        (["--csv", "--json"], "error: --csv is for the table of partnerships\n"),
        (["old", "--csv"], "error: --csv is for the table of partnerships\n"),
        (["--area", "helth"], "error: there is no area 'helth'\n   help: did you mean 'health'?"),
    ],
)
def test_what_is_asked_wrongly(root: Path, arguments: list[str], error: str):
    ran = c2c("--root", root, "status", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(error)
