"""c2c match, as people type it: on a small workspace, and in our three languages on the project's data."""

import json
from pathlib import Path

import pytest

from running import ROOT, c2c, put

SPACE = {
    "c2c.yaml": "languages: [en, da, zh]\n",
    "data/cities/amt.yaml": "names: Amt\nkind: city\ncountry: DE\nlooking: true\nseeks: [{id: w, title: W, areas: [industry]}]\n",
    "data/cities/bach.yaml": "names: Bach\nkind: city\ncountry: DE\n",
    "data/cities/shi.yaml": "names: Shi\nkind: city\ncountry: CN\nlooking: true\nsources: [letter]\n",
    "data/cities/cheng.yaml": "names: Cheng\nkind: city\ncountry: CN\nideas: [{id: park, title: A park, areas: [industry]}]\n",
    "data/sources/letter.yaml": "title: A letter\n",
    "data/partnerships/bach-shi.yaml": "title: B and S\nparties: [bach, shi]\nkind: mou\nbegan: 2015\n",
    "data/partnerships/amt-bach.yaml": "title: A and B\nparties: [amt, bach]\nbegan: 1990\n",
    "data/partnerships/amt-cheng.yaml": """title: A and C
parties: [amt, cheng]
kind: twinning
began: 2005
ended: {on: 2019, reason: not_renewed}
""",
}


@pytest.fixture
def space(tmp_path: Path) -> Path:
    root: Path = put(tmp_path, SPACE)
    return root


def test_the_list_says_what_speaks_for_each_what_against_and_what_to_ask(space: Path):
    ran = c2c("--root", space, "match", "amt", "--as-of", "2020")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Amt  amt\n"
        "by the guidebook's criteria · 2 candidates · as of 31 December 2020 · 75 % of the answers are unknown\n"
        "Each range goes from what is known to speak for a city to what may yet: unknown is not no.\n"
        "\n"
        "1. Cheng, China  cheng  25–92 % · 3 yes, 1 no, 8 unknown\n"
        "   yes      The city itself, or a body that speaks for it: city [cheng]\n"
        "   yes      Earlier cooperation on urban development: A and C (2005) [amt-cheng]\n"
        "   no       An agreement that is signed or intended: not renewed (2019) [amt-cheng]\n"
        "   yes      Shared aims for sustainable urban development: "
        "Industrial cooperation [amt]; Industrial cooperation [cheng]\n"
        "   unknown  Joint projects with business and universities; Local partners with enough weight and drive; "
        "An international strategy that includes EU–China; Aims that fit the URBAN-EU-CHINA agenda; A city to learn from; "
        "Both are available for exchange between peers; A city that will host a project; "
        "Interest in the URBAN-EU-CHINA platform\n"
        "   partner  A and C (ended) [amt-cheng]\n"
        "   fits     one of the two looks for a partner in: Industrial cooperation\n"
        "   ask      Amt and Cheng: Do the shared aims appear in URBAN-EU-CHINA's agenda for research and innovation? "
        "(yes: place 1; no: place 2)\n"
        "\n"
        "2. Shi, China  shi  17–100 % · 2 yes, 0 no, 10 unknown · looking for a partner\n"
        "   yes      The city itself, or a body that speaks for it: city [shi]\n"
        "   yes      Both are available for exchange between peers: Amt: looking for a partner [amt]; W [amt]; and 1 more\n"
        "   unknown  Joint projects with business and universities; Local partners with enough weight and drive; "
        "An international strategy that includes EU–China; Earlier cooperation on urban development; "
        "An agreement that is signed or intended; Shared aims for sustainable urban development; "
        "Aims that fit the URBAN-EU-CHINA agenda; A city to learn from; A city that will host a project; "
        "Interest in the URBAN-EU-CHINA platform\n"
        "   way      Amt – Bach – Shi (amt-bach, bach-shi)\n"
        "   ask      Amt and Shi: Have the cities, or organisations based there, signed an agreement on cooperation in "
        "particular fields, or do they mean to? (yes: place 1; no: place 2)\n"
    )


def test_one_pair_in_full_has_the_file_and_the_source_of_each_answer(space: Path):
    ran = c2c("--root", space, "match", "amt", "shi", "--as-of", "2020")

    assert "   Potential\n     The city itself, or a body that speaks for it (8 %): yes\n" in ran.out
    assert "         city · data/cities/shi.yaml kind · source: letter\n" in ran.out
    assert (
        "         points to it: Shi: looking for a partner · data/cities/shi.yaml looking · source: letter\n"
        in ran.out
    )


def test_what_is_left_out_of_the_limit_and_is_worth_a_look_is_named(space: Path):
    ran = c2c("--root", space, "match", "amt", "--limit", "1", "--as-of", "2020")

    assert "Shi, China" not in ran.out
    assert ran.out.endswith("\nFurther down, and looking for a partner: Shi (place 2)\n")


def test_who_is_left_out(space: Path):
    def ids(*options: str) -> list[str]:
        ran = c2c("--root", space, "match", "amt", "--json", "--as-of", "2020", *options)
        return [each["city"] for each in json.loads(ran.out)["candidates"]]

    assert ids() == ["cheng", "shi"]
    assert ids("--limit", "1") == ["cheng"]
    assert ids("--country", "de", "--same-country") == ["bach"]
    assert set(ids("--same-country")) == {"cheng", "shi", "bach"}
    assert set(ids("--same-country", "--new")) == {"cheng", "shi"}


ALONE = {
    "c2c.yaml": "languages: [en, da, zh]\n",
    "data/cities/amt.yaml": "names: Amt\nkind: city\ncountry: DE\n",
}
"""A workspace of one city."""
BACH = {"data/cities/bach.yaml": "names: Bach\nkind: city\ncountry: DE\n"}


@pytest.mark.parametrize(
    ("files", "arguments", "why"),
    [
        (ALONE, [], "No other city with a country is on record: c2c new city adds one.\n"),
        (
            {**ALONE, **BACH},
            [],
            "No city of another country is on record: c2c new city adds one, --same-country shows those of its own.\n",
        ),
        (
            SPACE,
            ["--country", "DE"],
            "Cities of its own country are left out: with --same-country they are shown.\n",
        ),
        (
            SPACE,
            ["--country", "FR", "--country", "BE"],
            "No other city is on record in: Belgium and France. c2c new city adds one.\n",
        ),
        (
            {**ALONE, **BACH, "data/partnerships/amt-bach.yaml": SPACE["data/partnerships/amt-bach.yaml"]},
            ["--new", "--same-country"],
            "Those who could be one are partners already: without --new they are shown.\n",
        ),
        (
            {**ALONE, **BACH},
            ["--lang", "da"],
            "Ingen by i et andet land er registreret: c2c new city tilføjer en, --same-country viser dem i dens eget.\n",
        ),
        (
            {**ALONE, **BACH},
            ["--lang", "zh"],
            "没有其他国家城市的记录：可用 c2c new city 添加，或用 --same-country 显示本国城市。\n",
        ),
    ],
)
def test_where_there_is_no_candidate_it_is_said_why_and_what_to_do(
    tmp_path: Path, files: dict[str, str], arguments: list[str], why: str
):
    ran = c2c("--root", put(tmp_path, files), "match", "amt", "--as-of", "2020", *arguments)

    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 3
    assert ran.out.endswith(why)


def test_a_city_s_own_criteria_are_asked(space: Path):
    ran = json.loads(c2c("--root", space, "match", "amt", "--criteria", "terrassa", "--json").out)

    assert ran["criteria"] == "terrassa"
    assert [(each["criterion"], each["weight"]) for each in ran["asked"]] == [
        ("shared-aims", 0.6667),
        (None, 0.3333),
    ]
    assert ran["candidates"][0]["score"] == {"low": 0.6667, "known": 1.0, "high": 1.0}


@pytest.mark.parametrize(
    ("language", "head"),
    [
        (
            "en",
            "Terrassa's criteria · 2 candidates · as of 31 December 2020 · 75 % of the answers are unknown",
        ),
        ("da", "Terrassas kriterier · 2 mulige partnere · pr. 31. december 2020 · 75 % af svarene er uvisse"),
        ("zh", "特拉萨的标准 · 2个候选伙伴 · 截至2020年12月31日 · 75%的答案不详"),
    ],
)
def test_whose_criteria_they_are_is_said_above_the_list(space: Path, language: str, head: str):
    ran = c2c(
        "--root", space, "match", "amt", "--criteria", "terrassa", "--as-of", "2020", "--lang", language
    )

    assert (ran.code, ran.out.splitlines()[:2]) == (0, ["Amt  amt", head])


NOBODY = {
    "data/cities/dong.yaml": "names: Dong\nkind: city\ncountry: CN\ndissolved: 2010\n",
    "data/cities/dorf.yaml": "names: Dorf\nkind: city\ncountry: DE\ndissolved: 2010\n",
    "data/cities/net.yaml": "names: Net\nkind: association\n",
    "data/guidebook/sets.yaml": "items: [{id: ours, title: Ours}]\n",
}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["dong"], "'dong' has been dissolved\n   help: name another city"),
        (["dorf"], "'dorf' has been dissolved\n   help: name another city"),
        (
            ["net"],
            (
                "'net' has no country on record, and no member with one\n"
                "   help: data/cities/net.yaml can say country: or members:"
            ),
        ),
        (
            ["--criteria", "ours"],
            "--criteria: 'ours' has no criteria\n   help: data/guidebook/sets.yaml can give it some",
        ),
    ],
)
def test_who_cannot_be_a_partner_and_what_asks_nothing_is_said(space: Path, arguments: list[str], error: str):
    put(space, NOBODY)

    ran = c2c("--root", space, "match", "amt", "--as-of", "2020", *arguments)

    assert ran == (2, "", f"error: {error}\n")
    assert c2c("--root", space, "match", "amt", "dong", "--as-of", "2009").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["amtt"], "error: there is no city 'amtt'\n   help: did you mean 'amt'?"),
        (
            ["amt", "--criteria", "bon"],
            "error: there is no set of criteria 'bon'\n   help: did you mean 'bonn'?",
        ),
        (["amt", "amt"], "error: 'amt' is 'amt' itself, or one is a member of the other"),
        (["amt", "shi", "--new"], "error: --new, --country, --same-country and --limit are for the list"),
        (["amt", "--country", "China"], "error: --country: 'China' is not a code of two letters"),
    ],
)
def test_wrong_use_says_what_to_do(space: Path, arguments: list[str], message: str):
    ran = c2c("--root", space, "match", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_a_broken_file_is_left_out_and_the_rest_is_answered(space: Path):
    put(space, {"data/cities/cheng.yaml": "names: [\n"})
    ran = c2c("--root", space, "match", "amt", "--as-of", "2020")

    assert (ran.code, "Shi, China" in ran.out, "Cheng" in ran.out) == (0, True, False)
    assert "data/cities/cheng.yaml" in ran.err
    assert c2c("--root", space, "match", "cheng").code == 1
    assert c2c("--root", space, "match", "amt", "cheng").code == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", ("Deyang", "ja ", "spørg", "søger selv en partner")),
        ("zh", ("德阳", "是 ", "可问", "自身也在寻找伙伴")),
    ],
)
def test_it_speaks_our_languages(language: str, words: tuple[str, ...]):
    ran = c2c("--root", ROOT, "match", "deyang", "--lang", language, "--limit", "2", "--as-of", "2020")

    assert [word for word in words if word not in ran.out] == []
    assert "unknown" not in ran.out


def test_a_narrow_terminal_wraps(space: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "60")
    ran = c2c("--root", space, "match", "amt", terminal=True)

    assert max(len(line) for line in ran.out.splitlines() if "\x1b" not in line) <= 60
