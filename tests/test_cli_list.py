"""c2c list: cities, partnerships, actions, sources."""

import json
from pathlib import Path

import pytest

from running import c2c, ours, put, same_as_file

SMALL = {
    "c2c.yaml": "languages: [en]\n",
    "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\nlooking: true\n",
    "data/cities/graz.yaml": "names: Graz\nkind: city\ncountry: AT\n",
    "data/cities/styria.yaml": "names: Styria\nkind: region\ncountry: AT\n",
    "data/sources/paper.yaml": "title: A paper\n",
    "data/guidebook/areas.yaml": "items: [{id: sport, title: Sport, broader: culture}]\n",
    "data/guidebook/programmes.yaml": "items: [{id: iuc, title: IUC}]\n",
    "data/partnerships/a.yaml": """
title: A
parties: [lyon, graz]
kind: twinning
areas: [sport]
programmes: [iuc]
narrative: [{loop: local_helix, step: do, on: 2018}]
focus_areas:
  - id: all
    title: All
    efforts:
      - id: visits
        title: Visits
        actions:
          - {id: x, title: X, when: 2018, status: [{on: 2018-06, is: open}]}
          - {id: y, title: Y, status: [{on: 2018-06, is: not_done, reason: no_resources}]}
""",
    "data/partnerships/b.yaml": "title: B\nparties: [styria]\nkind: mou\nbegan: 2007\nended: {on: 2019, reason: other}\n",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root: Path = put(tmp_path, SMALL)
    return root


def found(root: Path, what: str, *arguments: str) -> list[str]:
    ran = c2c("--root", root, "list", what, *arguments, "--json")
    assert ran.code == 0, ran.err
    return [each["id"] for each in json.loads(ran.out)[what]]


@pytest.mark.parametrize("what", ["cities", "partnerships", "sources"])
@pytest.mark.parametrize("lang", ["en", "da", "zh"])
def test_our_lists(what: str, lang: str):
    ran = ours("list", what, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"list-{what}.{lang}.txt", ran.out)


def test_our_actions():
    ran = ours("list", "actions", "--as-of", "2019-12-31")

    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 41
    same_as_file("list-actions.en.txt", ran.out)


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ([], ["a", "b"]),
        (["--city", "lyon"], ["a"]),
        (["--area", "sport"], ["a"]),
        (["--area", "culture"], ["a"]),  # sport is within it
        (["--area", "education"], []),
        (["--country", "at"], ["a", "b"]),
        (["--country", "FR"], ["a"]),
        (["--country", "DK"], []),
        (["--kind", "mou"], ["b"]),
        (["--programme", "iuc"], ["a"]),
        (["--step", "do"], ["a"]),
        (["--step", "do", "--as-of", "2017"], []),
        (["--step", "act"], []),
    ],
)
def test_partnerships(small: Path, filters: list[str], left: list[str]):
    assert found(small, "partnerships", *filters) == left


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ([], ["new", "c", "old", "plan"]),
        (["--kind", "mou"], ["new", "old"]),
        (["--partnership", "c"], ["c"]),
        (["--ending-by", "2020-12-30"], ["new"]),
        (["--ending-by", "2020"], ["new", "c"]),
        (["--ending-by", "2019"], []),
    ],
)
def test_agreements_the_first_to_end_first(small: Path, filters: list[str], left: list[str]):
    papers = """
agreements:
  - {id: old, kind: mou, signed: 2014, every: P3Y}
  - {id: new, kind: mou, signed: 2017-05, every: P3Y, renews: old}
  - {id: plan, kind: action_plan, signed: 2017}
"""
    put(
        small,
        {
            "data/partnerships/a.yaml": SMALL["data/partnerships/a.yaml"] + papers,
            "data/partnerships/c.yaml": "title: C\nparties: [lyon]\nagreements: [{id: c, kind: charter, valid: 2017/2020}]\n",
        },
    )

    assert found(small, "agreements", *filters) == left


@pytest.mark.parametrize(
    ("language", "table"),
    [
        (
            "en",
            (
                "id     kind                         signed    valid       renews  ends\n"
                "a/new  memorandum of understanding  May 2017  -           old     31 May 2020\n"
                "a/old  memorandum of understanding  2014      -           -       -\n"
                "a/sub  action plan                  -         since 2017  -       -\n"
            ),
        ),
        (
            "da",
            (
                "id     art                   underskrevet  gælder      fornyer  slutter\n"
                "a/new  hensigtsaftale (MoU)  maj 2017      -           old      31. maj 2020\n"
                "a/old  hensigtsaftale (MoU)  2014          -           -        -\n"
                "a/sub  handlingsplan         -             siden 2017  -        -\n"
            ),
        ),
        (
            "zh",
            (
                "编号   类型        签署       有效期      续签  到期\n"
                "a/new  谅解备忘录  2017年5月  -           old   2020年5月31日\n"
                "a/old  谅解备忘录  2014年     -           -     -\n"
                "a/sub  行动计划    -          自2017年起  -     -\n"
            ),
        ),
    ],
)
def test_the_table_of_agreements(small: Path, language: str, table: str):
    papers = (
        "agreements: [{id: old, kind: mou, signed: 2014}, {id: sub, kind: action_plan, valid: 2017/..}, "
        "{id: new, kind: mou, signed: 2017-05, every: P3Y, renews: old}]\n"
    )
    put(small, {"data/partnerships/a.yaml": SMALL["data/partnerships/a.yaml"] + papers})

    assert c2c("--root", small, "list", "agreements", "--lang", language) == (0, table, "")


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ([], ["graz", "lyon", "styria"]),
        (["--country", "AT"], ["graz", "styria"]),
        (["--kind", "region"], ["styria"]),
        (["--looking"], ["lyon"]),
        (["--looking", "--country", "AT"], []),
    ],
)
def test_cities(small: Path, filters: list[str], left: list[str]):
    assert found(small, "cities", *filters) == left


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ([], ["x", "y"]),
        (["--partnership", "a"], ["x", "y"]),
        (["--partnership", "b"], []),
        (["--status", "open"], ["x"]),
        (["--status", "done"], []),
        (["--reason", "no_resources"], ["y"]),
        (["--overdue"], ["x"]),
        (["--overdue", "--as-of", "2018"], []),
        (["--status", "open", "--as-of", "2017"], ["x", "y"]),
    ],
)
def test_actions(small: Path, filters: list[str], left: list[str]):
    assert found(small, "actions", *filters) == left


def test_tables(small: Path):
    assert c2c("--root", small, "list", "partnerships").out == (
        "id  partnership  kind                         began  ended  parties\n"
        "a   A            twinning                     -      -      lyon, graz\n"
        "b   B            memorandum of understanding  2007   2019   styria\n"
    )
    assert (
        c2c("--root", small, "list", "sources").out == "id     published  title\npaper  -          A paper\n"
    )
    assert c2c("--root", small, "list", "actions", "--partnership", "a").out == (
        "id   status    when  action\na/x  open      2018  X\na/y  not done  -     Y\n"
    )


def test_a_list_of_nothing_says_whether_there_is_none_or_none_matches(small: Path):
    chosen = c2c("--root", small, "list", "cities", "--country", "DK", "--lang", "en")
    every = c2c("--root", small, "list", "ideas", "--as-of", "2019", "--lang", "en")

    assert (chosen.code, chosen.out, chosen.err) == (0, "", "no city matches\n")
    assert (every.code, every.out, every.err) == (0, "", "no idea is on record\n")


@pytest.mark.parametrize("what", ["cities", "partnerships", "actions", "sources"])
def test_what_cannot_be_read_is_left_out_and_named(tmp_path: Path, what: str):
    folder = "partnerships" if what == "actions" else what
    root = put(tmp_path, {**SMALL, f"data/{folder}/zzz.yaml": "names: [\n"})

    for arguments in ([], ["--json"]):
        ran = c2c("--root", root, "list", what, *arguments)
        assert ran.code == 0
        assert ran.err.startswith(f"left out, as c2c cannot read it: data/{folder}/zzz.yaml\n")
    assert json.loads(ran.out)["left_out"] == [f"data/{folder}/zzz.yaml"]


def test_by_country_a_city_that_cannot_be_read_is_named(tmp_path: Path):
    root = put(tmp_path, {**SMALL, "data/cities/lyon.yaml": "names: [\n"})

    ran = c2c("--root", root, "list", "partnerships", "--country", "AT", "--json")

    assert json.loads(ran.out)["left_out"] == ["data/cities/lyon.yaml"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["partnerships", "--kind", "twining"],
            "there is no kind of partnership 'twining'\n   help: did you mean 'twinning'? one of",
        ),
        (
            ["partnerships", "--step", "mesure"],
            "there is no step 'mesure'\n   help: did you mean 'measure'? one of aim, commit",
        ),
        (
            ["partnerships", "--city", "lyons"],
            "there is no city 'lyons'\n   help: did you mean 'lyon'? one of graz, lyon, styria",
        ),
        (
            ["partnerships", "--country", "DNK"],
            "--country: 'DNK' is not a code of two letters\n   help: ISO 3166 has them",
        ),
        (["cities", "--country", "丹麦"], "--country: '丹麦' is not a code of two letters"),
        (["cities", "--country", ""], "--country: '' is not a code of two letters"),
        (["cities", "--kind", "town"], "there is no kind of city 'town'\n   help: one of city, municipality"),
        (
            ["actions", "--status", "partialy"],
            "there is no status 'partialy'\n   help: did you mean 'partly_done'? one of done",
        ),
        (
            ["actions", "--reason", "postpond"],
            "there is no reason 'postpond'\n   help: did you mean 'postponed'? one of",
        ),
        (["actions", "--partnership", "c"], "there is no partnership 'c'\n   help: one of a, b"),
        (["actions", "--as-of", "soon"], "--as-of: 'soon' is no date"),
        (["sources", "--lang", "dk"], "there is no language 'dk'\n   help: "),
    ],
)
def test_words_that_are_none_are_refused(small: Path, arguments: list[str], said: str):
    ran = c2c("--root", small, "list", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


def test_among_many_an_id_that_has_the_word_in_it_is_named(tmp_path: Path):
    names = ["bycirklen-wuxi", "frederikssund-wuxi", *(f"p{n}" for n in range(20))]
    root = put(
        tmp_path, {f"data/partnerships/{id}.yaml": "title: P\nparties: [x, y]\nkind: mou\n" for id in names}
    )

    err = c2c("--root", root, "list", "actions", "--partnership", "wuxi").err

    assert (
        err == "error: there is no partnership 'wuxi'\n   help: there is bycirklen-wuxi, frederikssund-wuxi\n"
    )


def test_among_many_a_name_that_is_near_none_is_told_where_to_look(tmp_path: Path):
    root = put(
        tmp_path, {f"data/partnerships/p{n}.yaml": "title: P\nparties: [x]\nkind: mou\n" for n in range(20)}
    )

    err = c2c("--root", root, "list", "actions", "--partnership", "wuxi").err

    assert err == "error: there is no partnership 'wuxi'\n   help: c2c list partnerships names them all\n"
