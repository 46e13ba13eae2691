"""c2c show: everything about one thing."""

import json
from pathlib import Path

import pytest

from running import c2c, ours, put, same_as_file

OURS = ("wuxi", "bycirklen", "bycirklen-wuxi", "bycirklen-wuxi/ambassador-lunch", "bycirklen-status-sheet")


@pytest.mark.parametrize("id", OURS)
def test_ours(id: str):
    ran = ours("show", id)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"show-{id.replace('/', '-')}.en.txt", ran.out)


@pytest.mark.parametrize("lang", ["da", "zh"])
def test_ours_in_another_language(lang: str):
    same_as_file(
        f"show-bycirklen-wuxi-ambassador-lunch.{lang}.txt", ours("show", OURS[3], "--lang", lang).out
    )


SMALL = {
    "c2c.yaml": "languages: [en]\n",
    "data/cities/lyon.yaml": """
names: {fr: Lyon, da: Lyon}
aliases: [Lugdunum]
kind: association
country: FR
members: [{city: graz, joined: 2001}]
coordinates: {lat: 45.76, lon: 4.84}
looking: true
summary: {da: En by}
facts:
  - {id: people, title: People, quantity: {value: 520000, bound: about, unit: inhabitants}, on: 2020}
""",
    "data/sources/lyon.yaml": "title: Lyon\nurl: https://example.org\n",
    "data/partnerships/lyon-graz.yaml": """
title: Lyon and Graz
parties: [lyon, graz]
kind: twinning
legend: {"+": done, "-": not_done}
evaluations:
  - id: look
    title: Look
    findings: [good, {da: og godt}]
    published: [{medium: web, url: "https://example.org"}]
focus_areas:
  - id: all
    title: All
    efforts:
      - id: visits
        title: Visits
        actions:
          - id: lunch
            title: "Lunch\\n  in two lines"
            when: {edtf: 2018-21, text: foraar}
            status:
              - {on: 2019, is: done, evidence: [{url: "https://example.org/a"}, {source: lyon, at: p. 1}, {}]}
              - {is: not_done}
""",
    "data/partnerships/broken.yaml": "title: [\n",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root: Path = put(tmp_path, SMALL)
    return root


def test_a_city_and_a_source_may_share_an_id(small: Path):
    ran = c2c("--root", small, "show", "lyon")

    assert ran.out == (
        "lyon  data/cities/lyon.yaml:2:1\n"
        "names: Lyon [fr]\n"
        "aliases: Lugdunum\n"
        "kind: association\n"
        "country: FR\n"
        "members:\n"
        "  - graz\n"
        "    joined: 2001\n"
        "coordinates:\n"
        "  lat: 45.76\n"
        "  lon: 4.84\n"
        "looking: true\n"
        "summary: En by [da]\n"
        "facts:\n"
        "  - People  people\n"
        "    quantity: about 520,000 inhabitants\n"
        "    on: 2020\n"
        "lyon  data/sources/lyon.yaml:1:1\n"
        "title: Lyon\n"
        "url: https://example.org\n"
    )
    told = json.loads(c2c("--root", small, "show", "lyon", "--json").out)
    assert [each["kind"] for each in told["found"]] == ["city", "source"]


def test_an_action(small: Path):
    ran = c2c("--root", small, "show", "lyon-graz/lunch")

    assert ran.out == (
        "lyon-graz/lunch  data/partnerships/lyon-graz.yaml:18:13\n"
        "id: lunch\n"
        "title: Lunch in two lines\n"
        "when: spring 2018 [2018-21] (foraar)\n"
        "status:\n"
        "  - 2019\n"
        "    is: done\n"
        "    evidence:\n"
        "      - https://example.org/a\n"
        "      - lyon\n"
        "        at: p. 1\n"
        "      -\n"
        "  - not done\n"
    )


def test_lists_and_mappings(small: Path):
    out = c2c("--root", small, "show", "lyon-graz").out

    assert "legend: + done, - not done\n" in out
    assert "    findings:\n      - good\n      - og godt [da]\n    published:\n      - the web\n" in out


def test_the_data_of_a_record_are_as_the_file_has_them(small: Path):
    (told,) = json.loads(c2c("--root", small, "show", "lyon-graz/lunch", "--json").out)["found"]

    assert (told["kind"], told["path"], told["line"]) == ("action", "data/partnerships/lyon-graz.yaml", 18)
    assert told["data"]["when"] == {"edtf": "2018-21", "text": "foraar"}
    assert told["data"]["title"] == "Lunch\n  in two lines"


def test_what_cannot_be_read_is_not_shown(small: Path):
    for arguments in ([], ["--json"]):
        ran = c2c("--root", small, "show", "broken", *arguments)
        assert ran.code == 1
        assert (
            ran.err
            == "left out, as c2c cannot read it: data/partnerships/broken.yaml\n   help: c2c validate says why\n"
        )
    assert json.loads(ran.out)["found"] == []


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("lion", "there is no city, partnership or source 'lion'\n   help: did you mean 'lyon'? one of"),
        (
            "lunch",
            "there is no city, partnership or source 'lunch'\n   help: did you mean the action 'lyon-graz/lunch'?",
        ),
        ("lyon-graz/lunsh", "there is no action 'lunsh' in lyon-graz\n   help: did you mean 'lunch'?\n"),
        ("lyon-graz/", "there is no action '' in lyon-graz\n   help: one of lunch\n"),
        ("lyon/lunch", "there is no idea 'lunch' in lyon\n   help: c2c show lyon shows all that there is\n"),
        ("lyom/lunch", "there is no partnership or city 'lyom'\n   help: did you mean 'lyon'?"),
        ("", "there is no city, partnership or source ''"),
    ],
)
def test_ids_that_are_none_are_refused(small: Path, id: str, said: str):
    ran = c2c("--root", small, "show", id)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


def test_among_many_an_id_that_is_near_none_is_told_where_to_look(tmp_path: Path):
    root = put(tmp_path, {f"data/sources/s{n}.yaml": "title: S\n" for n in range(20)})

    assert c2c("--root", root, "show", "wuxi").err.endswith(
        "   help: c2c list cities, c2c list partnerships and c2c list sources name them all\n"
    )
    assert c2c("--root", root, "show", "a/b").err.endswith("   help: c2c list partnerships names them all\n")
