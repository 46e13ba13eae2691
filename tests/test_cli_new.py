"""c2c new: a record in the form of its neighbours, an id that is free, and a sentence for whatever is wrong."""

import re
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from c2c.cli.new.kinds import KINDS
from c2c.cli.new.naming import slug
from c2c.source import Source
from running import ROOT, Ran, c2c, put

HEAD = """
agreements:
    -   id: first
        kind: mou
        signed: 2007  # in the spring

    -   id: second
        kind: mou
        signed: 2017

# what we would like
ideas: [{id: music, title: Music}]
""".strip()
ACTIONS = """
- id: lunch
  title: Lunch
  # after lunch
""".strip()
ONE_LANGUAGE = {"c2c.yaml": "languages: [da]\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = demo(HEAD, ACTIONS)
    folder: Path = put(tmp_path, {name: str(each) for name, each in BASE.items()} | {DEMO: text})
    return folder


def run(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, "new", *arguments)


def added(root: Path, *arguments: str) -> list[str]:
    """The lines that are new in the file; no other is."""
    before = (root / DEMO).read_text().split("\n")
    ran = run(root, *arguments)
    assert ran.code == 0, ran.err
    after: list[str] = (root / DEMO).read_text().split("\n")
    start = next(n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
    count = len(after) - len(before)
    assert after[:start] + after[start + count :] == before
    return list(after[start : start + count])


def test_an_action_stands_behind_the_others_of_its_effort(root: Path):
    new = added(
        root,
        *(
            "action",
            "demo",
            "--effort",
            "visits",
            "--title",
            "en=Visit: the town hall",
            "--title",
            "da=Besøg",
        ),
        *("--when", "medio 2020", "--kind", "visit", "--area", "education", "--area", "culture"),
        *("--proposed-by", "graz", "--source", "case-study", "--note", "Long " + "words " * 30 + "end"),
    )

    assert [line.removeprefix("          ") for line in new] == [
        "- id: visit-the-town-hall",
        '  title: {en: "Visit: the town hall", da: Besøg}',
        "  when: {edtf: 2020-38, text: medio 2020}",
        "  kind: visit",
        "  proposed_by: graz",
        "  areas: [education, culture]",
        "  note:",
        "    en: >-",
        *[line.removeprefix("          ") for line in new[8:10]],
        "  sources: [{source: case-study}]",
    ]


def test_a_new_record_has_the_form_of_its_neighbours(root: Path):
    assert added(
        root, "agreement", "demo", "--kind", "renewal", "--signed", "2020", "--renews", "second"
    ) == [
        "    - id: renewal-2020",
        "      kind: renewal",
        "      signed: 2020",
        "      renews: second",
        "",
    ]
    before = (root / DEMO).read_text()
    assert run(root, "idea", "demo", "--title", "en=Dance", "--on", "2020-02").code == 0
    was, is_now = (
        "ideas: [{id: music, title: Music}]",
        ("ideas: [{id: music, title: Music}, {id: dance, title: {en: Dance}, on: 2020-02}]"),
    )
    assert (root / DEMO).read_text() == before.replace(was, is_now)


def test_a_list_that_is_not_there_comes_where_the_format_has_it(root: Path):
    new = added(root, "kpi-value", "demo", "--kpi", "high-level-visits", "--period", "2019", "--value", "3")

    assert new == ["kpis:", "  - kpi: high-level-visits", "    period: 2019", "    value: 3", ""]
    after = list(Source.parse((root / DEMO).read_text()).data or ())
    assert after == ["title", "parties", "kind", "agreements", "kpis", "ideas", "focus_areas"]


RECORDS = {
    "focus-area": ["--title", "en=Trade"],
    "effort": ["--focus-area", "all", "--title", "en=Trade"],
    "action": ["--effort", "visits", "--title", "en=Trade"],
    "agreement": ["--kind", "mou"],
    "visit": ["--title", "en=Trade", "--when", "2019"],
    "contact": ["--role", "en=Head of office", "--party", "lyon", "--from", "2019", "--confirmed", "2020"],
    "participant": ["--title", "en=Trade", "--sector", "industry", "--step", "do", "--from", "2019"],
    "evaluation": ["--title", "en=The year", "--on", "2019", "--finding", "en=One", "--finding", "en=Two"],
    "kpi-value": ["--kpi", "high-level-visits", "--period", "2019", "--value", "3"],
    "obstacle": [
        "--title",
        "en=Trade",
        "--challenge",
        "distance",
        "--adjustment",
        "en=Less",
        "--adjusted",
        "2019",
    ],
    "factor": ["--factor", "regular-contact", "--rating", "strong", "--on", "2019"],
    "idea": ["--title", "en=Trade", "--by", "lyon"],
}


WITHOUT_ID = ("kpi-value", "factor")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.list])
def test_every_kind_of_record_is_written_without_a_mistake(root: Path, kind: str):
    ran = run(root, kind, "demo", *RECORDS[kind])

    assert ran.code == 0, ran.err
    place = re.match(r"data/partnerships/demo\.yaml:(\d+): ", ran.out)
    assert place
    line = (root / DEMO).read_text().split("\n")[int(place[1]) - 1]
    assert line.lstrip().startswith("-") or kind == "idea"  # the ideas are in brackets
    assert " error " not in c2c("--root", root, "validate").out


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_fields_of_the_model_are_the_options(kind: str):
    ran = c2c("new", kind, "--help")

    assert ran.code == 0
    options = set(re.findall(r"^  (?:-h, )?--([a-z-]+)", ran.out, re.MULTILINE))
    assert {"dry-run", "root", "help"} < options
    model = next(each for each in KINDS if each.name == kind).model
    assert len(options) >= min(6, len(model.model_fields))


def test_an_option_says_what_the_format_says_of_the_field():
    told = " ".join(c2c("new", "visit", "--help").out.split())

    assert "--host ID Of a visit: the party that was visited. For example: graz. --guest" in told
    assert "--when DATE When it happened. A date: 2019-09, spring 2018, medio 2019. [required]" in told
    assert "--level WORD Of a visit: who came. One of: high, working, business, citizens. --" in told
    assert (
        "--id ID What others point to, given once and kept; made from the rest if it is left out. --" in told
    )


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_no_option_says_only_what_sort_of_value_it_takes(kind: str):
    told = c2c("new", kind, "--help").out

    assert not re.search(
        r"^  --\S+ +\S+ +(?:An? (?:id|text|number|address|date\b.*)|Whether it is so)\.", told, re.MULTILINE
    )


def test_a_file_is_written_in_the_order_of_the_format(root: Path):
    ran = run(
        root,
        *("city", "--country", "dk", "--kind", "City", "--name", "da=Århus", "--name", "en=Aarhus"),
        *("--coordinates", "56.16, 10.2", "--alias", "Aros", "--website", "https://www.aarhus.dk/"),
    )

    assert (ran.code, ran.out) == (0, "data/cities/aarhus.yaml:1: city aarhus\n")
    assert "C702 the text under 'names' has no zh" in ran.err
    assert (root / "data/cities/aarhus.yaml").read_text() == (
        "names: {da: Århus, en: Aarhus}\naliases: [Aros]\nkind: city\ncountry: DK\n"
        "coordinates: {lat: 56.16, lon: 10.2}\nwebsite: https://www.aarhus.dk/\n"
    )


def test_a_partnership_is_named_by_its_parties_and_grows_from_there(root: Path):
    for arguments in (
        [
            "partnership",
            "--party",
            "graz",
            "--party",
            "lyon",
            "--title",
            "en=Graz and Lyon",
            "--began",
            "2019",
        ],
        ["focus-area", "graz-lyon", "--title", "en=All"],
        ["effort", "graz-lyon", "--focus-area", "all", "--title", "en=Visits"],
        ["action", "graz-lyon", "--effort", "visits", "--title", "en=Lunch"],
    ):
        assert run(root, *arguments).code == 0
    assert (root / "data/partnerships/graz-lyon.yaml").read_text() == (
        "title: {en: Graz and Lyon}\nparties: [graz, lyon]\nbegan: 2019\n\n"
        "focus_areas:\n  - id: all\n    title: {en: All}\n    efforts:\n      - id: visits\n"
        "        title: {en: Visits}\n        actions:\n          - id: lunch\n            title: {en: Lunch}\n"
    )
    assert c2c("--root", root, "set", "graz-lyon/lunch", "done", "--on", "2020").code == 0


def test_in_a_workspace_of_one_language_a_text_is_plain(root: Path):
    put(root, ONE_LANGUAGE)

    assert run(root, "source", "--title", "Årsrapport 2019: #1").code == 0
    assert (root / "data/sources/aarsrapport-2019-1.yaml").read_text() == 'title: "Årsrapport 2019: #1"\n'


def test_a_dry_run_writes_nothing(root: Path):
    before = (root / DEMO).read_bytes()

    file = run(root, "city", "--name", "Bonn", "--kind", "city", "--country", "DE", "--dry-run")
    item = run(root, "idea", "demo", "--title", "Dance", "--dry-run")

    assert (file.code, item.code) == (0, 0)
    assert "+names: {en: Bonn}\n" in file.out
    assert "+ideas: [{id: music, title: Music}, {id: dance, title: {en: Dance}}]\n" in item.out
    assert (root / DEMO).read_bytes() == before
    assert not (root / "data/cities/bonn.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["action", "dmo"], "there is no partnership or city 'dmo'\n   help: did you mean 'demo'?"),
        (["action", "lyon"], "lyon is a city, and has no plan\n"),
        (["contact", "lyon", "--role", "x"], "lyon is a city, and has no contacts\n"),
        (["action", "demo"], "--effort is missing\n   help: one of visits"),
        (
            ["action", "demo", "--effort", "visit"],
            "there is no effort 'visit'\n   help: did you mean 'visits'?",
        ),
        (
            ["action", "demo", "--effort", "visits"],
            "--title is missing\n   help: c2c new action demo --title TEXT",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "Lunch"],
            "--id: 'lunch' is taken by another action\n   help: give another id with --id",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "午餐"],
            "--id is missing\n   help: give one with --id",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--id", "A b"],
            "--id: 'A b' is not an id\n   help: did you mean 'a-b'?",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--when", "soon"],
            "--when: ",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--kind", "vist"],
            "there is no kind 'vist'\n   help: did you mean 'visit'?",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--area", "educatoin"],
            "there is no area 'educatoin'\n   help: did you mean 'education'?",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--proposed-by", "graaz"],
            "there is no city 'graaz'\n   help: did you mean 'graz'?",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "x", "--source", "case-studdy"],
            "there is no source 'case-studdy'\n   help: did you mean 'case-study'?",
        ),
        (
            ["action", "demo", "--effort", "visits", "--title", "en=x", "--title", "y"],
            "--title is given twice in 'en'\n",
        ),
        (["action", "demo", "--effort", "visits", "--title", " "], "--title: the text is empty\n"),
        (["agreement", "demo", "--kind", "mou", "--url", "javascript:x"], "--url: "),
        (["agreement", "demo", "--kind", "mou", "--every", "yearly"], "--every: "),
        (["agreement", "demo", "--kind", "mou", "--renews", "frist"], "there is no agreement 'frist'\n"),
        (["agreement", "demo", "--kind", "mou", "--kind", "mou"], "--kind is given twice\n"),
        (["kpi-value", "demo", "--kpi", "high-level-visits", "--period", "2019"], "--value is missing\n"),
        (
            ["kpi-value", "demo", "--kpi", "high-level-visits", "--period", "2019", "--value", "many"],
            "--value: 'many' is not a number\n",
        ),
        (["city", "--name", "Bonn", "--kind", "city"], "--country is missing\n"),
        (["city", "--name", "Bonn", "--kind", "city", "--country", "Germany"], "--country: 'Germany' is not"),
        (
            ["city", "--name", "LYON", "--kind", "city", "--country", "FR"],
            "--id: 'lyon' is taken by another city\n",
        ),
        (["partnership", "--title", "x", "--party", "lyon", "--party", "grz"], "there is no city 'grz'\n"),
        (["action", "demo", "--tilte", "x"], "there is no option --tilte\n   help: did you mean --title?"),
        (["akshun"], "there is no command 'akshun'\n   help: one of city, partnership, "),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_is_written(
    root: Path, arguments: list[str], error: str
):
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}

    ran = run(root, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {error}")
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_a_file_that_cannot_be_read_is_left_as_it_is_and_nothing_is_asked(root: Path):
    put(root, {DEMO: "title: [\n"})

    ran = run(root, "idea", "demo", "--title", "Dance")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {DEMO} is left as it is: c2c cannot read all of it\n")
    assert (root / DEMO).read_text() == "title: [\n"


def test_an_id_is_taken_whatever_the_case_of_the_file_that_has_it(root: Path):
    put(root, {"data/cities/Bonn.yaml": "names: Bonn\nkind: city\ncountry: DE\n"})

    ran = run(root, "city", "--name", "Bonn", "--kind", "city", "--country", "DE")

    assert ran.code == 2
    assert "'bonn' is taken" in ran.err


def test_a_file_that_somebody_else_made_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    put(root, {"data/cities/bonn.yaml": "names: Theirs\n"})
    monkeypatch.setattr("c2c.workspace.Workspace.ids", lambda *_: [])

    ran = run(root, "city", "--name", "Bonn", "--kind", "city", "--country", "DE")

    assert ran.code == 2
    assert "is there already and is left as it is" in ran.err
    assert (root / "data/cities/bonn.yaml").read_text() == "names: Theirs\n"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Besøg på rådhuset", "besoeg-paa-raadhuset"),
        ("Ærø & Málaga/Müller: 2019!", "aeroe-malaga-mueller-2019"),
        ("无锡", ""),
        ("Visit 无锡", ""),
        ("...", ""),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("Århus".replace("Å", "A\u030a"), "aarhus"),
    ],
)
def test_an_id_is_made_from_a_title(text: str, id: str):
    assert slug(text) == id


def test_every_file_of_ours_gets_a_record_and_loses_no_line(tmp_path: Path):
    name = "data/partnerships/bycirklen-wuxi.yaml"
    before = (ROOT / name).read_text(encoding="utf-8")
    folder = tmp_path / "ours"
    for path in (ROOT / "c2c.yaml", *(ROOT / "data").rglob("*.yaml")):
        put(folder, {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")})

    for kind, arguments in RECORDS.items():
        given = [{"all": "overall", "lyon": "wuxi"}.get(each, each) for each in arguments]
        assert run(folder, kind, "bycirklen-wuxi", "--id", "new-one", *given).code == 0 or kind in WITHOUT_ID

    rest = (folder / name).read_text(encoding="utf-8").split("\n")
    for line in before.split("\n"):
        rest.remove(line)
