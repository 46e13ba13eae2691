"""c2c status: the portfolio, the tree, the filters, the JSON."""

import json
from pathlib import Path

import pytest

from running import c2c, ours, put, same_as_file

LANGUAGES = ("en", "da", "zh")
STATUSES = ("done", "partly_done", "not_done", "unclear", "open")

SMALL = {
    "c2c.yaml": "languages: [en]\n",
    "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\n",
    "data/partnerships/lyon-graz.yaml": """
title: Lyon and Graz
parties: [lyon, graz]
kind: twinning
legend: {"+": done}
focus_areas:
  - id: all
    title: All
    period: 2017/2020
    efforts:
      - id: visits
        title: Visits
        actions:
          - {id: lunch, title: Lunch, when: 2018, status: [{on: 2018-06, is: open, waiting_for: {party: lyon, since: 2018}}]}
          - {id: dinner, title: Dinner, status: [{on: 2019-06, is: open, waiting_for: {party: graz, since: 2018}}]}
  - id: more
    title: More
    efforts:
      - id: talks
        title: Talks
        actions:
          - {id: call, title: Call, status: [{on: 2019-06, is: "+", note: "a\\n  b"}]}
          - {id: sign, title: Sign, status: [{on: 2019-06, is: "?!"}]}
          - {id: plan, title: Plan}
""",
    "data/partnerships/new.yaml": "title: New\nparties: [lyon]\nkind: mou\n",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root: Path = put(tmp_path, SMALL)
    return root


def test_our_portfolio():
    ran = ours("status", "--as-of", "2019-12-31")

    assert (ran.code, ran.err) == (0, "")
    same_as_file("status-2019-12-31.txt", ran.out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_partnership(lang: str):
    ran = ours("status", "bycirklen-wuxi", "--as-of", "2019-12-31", "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"status-bycirklen-wuxi-2019-12-31.{lang}.txt", ran.out)


def test_our_numbers_are_those_of_the_sheet():
    document = json.loads(ours("status", "bycirklen-wuxi", "--as-of", "2019-12-31", "--json").out)

    (told,) = document["partnerships"]
    efforts = [effort for area in told["focus_areas"] for effort in area["efforts"]]
    assert (document["as_of"], told["actions"], told["step"]) == ("2019-12-31", 40, "measure")
    assert told["counts"] == dict(zip(STATUSES, (32, 3, 1, 1, 3), strict=True))
    assert [list(area["counts"].values()) for area in told["focus_areas"]] == [
        [11, 3, 0, 0, 1],
        [8, 0, 0, 1, 2],
        [13, 0, 1, 0, 0],
    ]
    assert [sum(effort["counts"].values()) for effort in efforts] == [5, 4, 4, 2, 5, 6, 5, 5, 4]
    assert [len(effort["items"]) for effort in efforts] == [5, 4, 4, 2, 5, 6, 5, 5, 4]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ids_codes_and_numbers_are_the_same_in_every_language(lang: str):
    def without_words(value: object) -> object:
        if isinstance(value, dict):
            return {
                key: without_words(item)
                for key, item in value.items()
                if key not in ("title", "note", "who", "at")
            }
        return [without_words(item) for item in value] if isinstance(value, list) else value

    told = [
        json.loads(ours("status", "bycirklen-wuxi", "--json", "--lang", each).out) for each in (lang, "en")
    ]

    assert without_words(told[0]) == without_words(told[1])


@pytest.mark.parametrize(
    "as_of", ["2019-09", "2019-09-30", "2019-12-30", "September 2019", "2019年9月", "medio 2019"]
)
def test_no_status_of_december_counts_before_its_last_day(as_of: str):
    (told,) = json.loads(ours("status", "--as-of", as_of, "--json").out)["partnerships"]

    assert told["counts"] == dict(zip(STATUSES, (0, 0, 0, 0, 40), strict=True))
    assert (told["step"], told["updated"], told["ended"]) == (None, None, None)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("2019", "2019-12-31"),
        ("2019-02", "2019-02-28"),
        ("2019-02-03", "2019-02-03"),
        ("forår 2018", "2018-05-31"),
    ],
)
def test_as_of_means_the_last_day(as_of: str, day: str):
    assert json.loads(ours("status", "--as-of", as_of, "--json").out)["as_of"] == day


@pytest.mark.parametrize("as_of", ["2019-13", "igår", "2019/..", "", "--json"])
def test_as_of_that_is_no_day_is_refused(as_of: str):
    ran = ours("status", f"--as-of={as_of}")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: --as-of: ")
    assert ran.err.endswith("   help: write 2019, 2019-09 or 2019-09-30\n")


def ids(ran: object, root: Path, *arguments: str) -> list[str]:
    document = json.loads(c2c("--root", root, "status", "--as-of", "2019-12", "--json", *arguments).out)
    return [
        item["id"]
        for each in document["partnerships"]
        for area in each["focus_areas"]
        for effort in area["efforts"]
        for item in effort["items"]
    ]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (["lyon-graz"], ["lunch", "dinner", "call", "sign", "plan"]),
        (["--open"], ["lunch", "dinner", "plan"]),
        (["--unclear"], ["sign"]),
        (["--open", "--unclear"], ["lunch", "dinner", "sign", "plan"]),
        (["--overdue"], ["lunch"]),
        (["--effort", "talks"], ["call", "sign", "plan"]),
        (["--effort", "talks", "--open"], ["plan"]),
        (["--changed-since", "2018"], ["dinner", "call", "sign"]),
        (["--changed-since", "2019-06-29"], ["dinner", "call", "sign"]),
        (["--changed-since", "2019-06-30"], []),
        (["--changed-since", "2017", "--open"], ["lunch", "dinner"]),
    ],
)
def test_filters(small: Path, filters: list[str], left: list[str]):
    assert ids(None, small, *filters) == left


def test_without_a_filter_no_action_is_listed():
    assert '"items"' not in ours("status", "--json").out


def test_a_filter_shows_the_trees_that_have_such_actions(small: Path):
    ran = c2c("--root", small, "status", "--as-of", "2019-12", "--open")

    assert ran.out == (
        "Lyon and Graz  lyon-graz\n"
        "as of 31 December 2019 · last update June 2019\n"
        "5 actions: 1 done, 1 unclear, 3 open · 1 not reported on · 1 overdue\n"
        "legend: + done\n"
        "\n"
        "All  2 open\n"
        "  Visits (visits)  2 open\n"
        "    open  Lunch · 2018 · overdue: the last day was 31 December 2018  lunch\n"
        "          waiting for Lyon since 2018\n"
        "    open  Dinner  dinner\n"
        "          waiting for graz since 2018\n"
        "\n"
        "More  1 done, 1 unclear, 1 open\n"
        "  Talks (talks)  1 done, 1 unclear, 1 open\n"
        "    open  Plan  plan\n"
        "\n"
        "New  new\n"
        "as of 31 December 2019\n"
        "0 actions\n"
        "legend: √ done, (√) partly done, % not done\n"
    )


def test_a_marker_never_stands_without_its_word(small: Path):
    ran = c2c("--root", small, "status", "lyon-graz", "--as-of", "2019-12", "--effort", "talks")

    assert ran.out.split("\n")[7:11] == [
        "    + done      Call  call",
        "                a b",
        "    ?! unclear  Sign  sign",
        "    open        Plan  plan",
    ]


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("reason: postponed", ["postponed"]),
        ("reason: postponed, postponed_to: 2021", ["put off to 2021"]),
        (
            "reason: postponed_by_counterpart, postponed_to: 2021, note: Later",
            ["postponed by the other side · put off to 2021", "Later"],
        ),
        ("note: Later", ["Later"]),
        ("waiting_for: {since: 2018}", ["waiting for ? since 2018"]),
        ("waiting_for: {who: VIA, party: lyon, since: 2018}", ["waiting for VIA since 2018"]),
        ("marker: x", []),
    ],
)
def test_why_it_is_not_done(tmp_path: Path, why: str, told: list[str]):
    action = f"{{id: x, title: X, status: [{{on: 2019, is: open, {why}}}]}}"
    areas = f"[{{id: a, title: A, efforts: [{{id: e, title: E, actions: [{action}]}}]}}]"
    text = f"title: A\nparties: [lyon, graz]\nkind: mou\nfocus_areas: {areas}\n"

    out = c2c("--root", put(tmp_path, {"data/partnerships/a.yaml": text}), "status", "a").out

    assert [line.strip() for line in out.partition("  x\n")[2].splitlines()] == told


def test_an_empty_legend_is_not_told(tmp_path: Path):
    text = SMALL["data/partnerships/lyon-graz.yaml"].replace('{"+": done}', "{}").replace('"+"', "done")
    root = put(tmp_path, {"data/partnerships/a.yaml": text})

    out = c2c("--root", root, "status", "a", "--as-of", "2019-12").out

    assert "legend" not in out
    assert "    done        Call  call\n" in out


def test_when_no_action_is_left_it_says_so(small: Path):
    ran = c2c("--root", small, "status", "lyon-graz", "--as-of", "2019-12", "--changed-since", "2020")

    assert (ran.code, ran.out, ran.err) == (0, "no action is like that\n", "")


def test_trees_stand_apart(tmp_path: Path):
    root = put(
        tmp_path,
        {f"data/partnerships/{id}.yaml": SMALL["data/partnerships/lyon-graz.yaml"] for id in "ab"},
    )

    out = c2c("--root", root, "status", "--unclear", "--as-of", "2020").out

    assert "\n\nLyon and Graz  b\n" in out
    assert not out.endswith("\n\n")


def test_focus_areas_with_the_same_ids_are_counted_apart(tmp_path: Path):
    text = SMALL["data/partnerships/lyon-graz.yaml"].replace("id: talks", "id: visits")
    root = put(tmp_path, {"data/partnerships/a.yaml": text})

    out = c2c("--root", root, "status", "a", "--as-of", "2019-12").out

    assert "  Visits (visits)  2 open\n" in out
    assert "  Talks (visits)  1 done, 1 unclear, 1 open\n" in out


def test_a_portfolio_row_has_step_counts_and_the_end(tmp_path: Path):
    extra = "ended: {on: 2019-06-30, reason: completed}\nnarrative: [{loop: local_helix, step: do, on: 2018-21}]\n"
    root = put(
        tmp_path, {**SMALL, "data/partnerships/new.yaml": f"title: New\nparties: [lyon]\nkind: mou\n{extra}"}
    )

    ran = c2c("--root", root, "status", "--as-of", "2019-12")

    same_as_file("status-small.txt", ran.out)
    assert "New  new" not in ran.out
    assert "ended 30 June 2019\n" in c2c("--root", root, "status", "new", "--as-of", "2019-12").out
    assert "ended" not in c2c("--root", root, "status", "new", "--as-of", "2019-06-29").out


def test_an_empty_workspace_says_what_goes_where(tmp_path: Path):
    root = put(tmp_path, {"c2c.yaml": "languages: [en]\n"})

    ran = c2c("--root", root, "status", "--as-of", "2019")

    assert ran.code == 0
    assert ran.out.endswith("\n\n0 partnerships, as of 31 December 2019\n")
    assert (
        ran.err
        == "there is no partnership here yet\n   help: each is a file of its own: data/partnerships/ID.yaml\n"
    )


BROKEN = {**SMALL, "data/partnerships/broken.yaml": "title: [\n", "data/partnerships/other.yml": "title: x\n"}


def test_what_cannot_be_read_is_left_out_and_named(tmp_path: Path):
    root = put(
        tmp_path, {**BROKEN, "data/partnership/lost.yaml": "title: x\n", "data/cities/x.yml": "names: x\n"}
    )

    ran = c2c("--root", root, "status", "--as-of", "2019")

    assert ran.code == 0
    assert "lyon-graz" in ran.out
    assert ran.err == (
        "left out, as c2c cannot read it: data/partnerships/broken.yaml, data/partnership, data/partnerships/other.yml\n"
        "   help: c2c validate says why\n"
    )


def test_a_settings_file_that_cannot_be_read_is_named(tmp_path: Path):
    root = put(tmp_path, {**SMALL, "c2c.yaml": "languages: en: da\n"})

    assert c2c("--root", root, "status").err.startswith("left out, as c2c cannot read it: c2c.yaml\n")


def test_a_named_partnership_that_cannot_be_read_is_no_success(tmp_path: Path):
    root = put(tmp_path, BROKEN)

    for arguments in ([], ["--json"]):
        ran = c2c("--root", root, "status", "broken", *arguments)
        assert ran.code == 1
        assert ran.err.startswith("left out, as c2c cannot read it: data/partnerships/broken.yaml\n")
    assert json.loads(ran.out)["left_out"] == ["data/partnerships/broken.yaml"]
    assert c2c("--root", root, "status", "broken").out == ""


def test_a_city_that_cannot_be_read_is_told_by_its_id(tmp_path: Path):
    root = put(tmp_path, {**SMALL, "data/cities/lyon.yaml": "names: [\n"})

    ran = c2c("--root", root, "status", "lyon-graz", "--as-of", "2019-12")

    assert ran.code == 0
    assert "waiting for lyon since 2018" in ran.out
    assert "data/cities/lyon.yaml" in ran.err


def test_of_many_files_that_are_left_out_five_are_named(tmp_path: Path):
    root = put(tmp_path, {f"data/partnerships/p{n}.yaml": "title: [" for n in range(8)})

    err = c2c("--root", root, "status").err

    assert "data/partnerships/p4.yaml and 3 more\n" in err
    assert "p5" not in err


def test_an_effort_that_is_not_there_is_refused(small: Path):
    ran = c2c("--root", small, "status", "--effort", "vists")

    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "error: there is no effort 'vists'\n   help: did you mean 'visits'? one of talks, visits\n"
    )


def test_a_partnership_that_is_not_there_is_refused(small: Path):
    ran = c2c("--root", small, "status", "lyon-gratz")

    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "error: there is no partnership 'lyon-gratz'\n   help: did you mean 'lyon-graz'? one of lyon-graz, new\n"
    )
    assert c2c("--root", small, "status", "").code == 2
