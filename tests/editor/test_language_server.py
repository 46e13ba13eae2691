"""What people see who edit the files in an editor: what is underlined, what is offered, what is explained."""

from pathlib import Path

import pytest

from c2c.export.schema import KINDS
from language_server import LanguageServer
from running import ROOT
from test_schema import AS_TEXT, MISTAKES, good_examples

PARTNERSHIP = "data/partnerships/demo.yaml"
HEAD = "title: Demo\nparties: [lyon, graz]\n"
ACTION = f"""{HEAD}focus_areas:
  - id: all
    title: All
    efforts:
      - id: visits
        title: Visits
        actions:
          - id: lunch
            title: Lunch
            """
STATUS = f"{ACTION}status:\n              - "


def inserted(offered: dict[str, dict[str, str]], label: str) -> str:
    return offered[label]["insertText"]


@pytest.mark.parametrize("kind", ["city", "partnership", "source", "workspace"])
def test_nothing_is_underlined_in_our_own_files(editor: LanguageServer, kind: str):
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in ROOT.glob(KINDS[kind].files)
    }

    assert files
    assert {name: said for name, said in editor.complaints_of(files).items() if said} == {}


@pytest.mark.parametrize("kind", [name for name in KINDS if name.startswith("guidebook/")])
def test_nothing_is_underlined_in_the_guidebook(editor: LanguageServer, kind: str):
    name = KINDS[kind].files
    for path in (ROOT / "src/c2c/guidebook/data" / Path(name).name, ROOT / name):
        if path.exists():
            assert editor.complaints(name, path.read_text(encoding="utf-8")) == []


def test_nothing_is_underlined_in_the_good_examples_of_the_rules(editor: LanguageServer, tmp_path: Path):
    files = {
        f"{path.parts[-4] if len(path.parts) > 3 else ''}/{KINDS[kind].files.replace('*', path.stem)}": path
        for kind, path in good_examples(tmp_path)
    }
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}

    assert len(texts) > 30
    assert {name: said for name, said in editor.complaints_of(texts).items() if said} == {}


def test_nothing_is_underlined_that_c2c_reads_as_a_text(editor: LanguageServer):
    assert editor.complaints(PARTNERSHIP, AS_TEXT) == []


@pytest.mark.parametrize("slip", MISTAKES)
def test_a_slip_is_underlined(editor: LanguageServer, slip: str):
    assert len(editor.complaints(PARTNERSHIP, f"{HEAD}{MISTAKES[slip]}\n")) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("began: spring 2018\n", "3:8: a date is as coarse as it is known: 2019, 2019-09, 2019-09-30, "),
        ("areas: [Education]\n", "3:9: an id is small letters, digits and single hyphens"),
        ("kind: twining\n", '3:7: Value is not accepted. Valid values: "twinning", '),
        ("titel: x\n", "3:1: Property titel is not allowed."),
    ],
)
def test_what_is_underlined_says_how_to_mend_it(editor: LanguageServer, text: str, said: str):
    [found] = editor.complaints(PARTNERSHIP, HEAD + text)

    assert found.startswith(said)


def test_a_status_that_is_none_is_told_the_words_there_are(editor: LanguageServer):
    assert editor.complaints(PARTNERSHIP, f"{STATUS}is: partialy_done\n") == [
        "13:21: not a status: done, partly_done, not_done, unclear, open, or a marker of the legend"
    ]


def test_statuses_and_markers_are_offered_in_the_quotes_that_they_need(editor: LanguageServer):
    offered = editor.completions(PARTNERSHIP, f"{STATUS}on: 2019\n                is: |\n")

    assert {label: item["insertText"] for label, item in offered.items()} == {
        **{word: word for word in ("done", "partly_done", "not_done", "unclear", "open", "√", "(√)")},
        '"%"': '"%"',
    }
    assert offered["partly_done"]["documentation"].startswith("(√) partly done · ")


@pytest.mark.parametrize(
    ("text", "some"),
    [
        (f"{STATUS}is: done\n                reason: |\n", {"contact_changed", "postponed"}),
        (f"{HEAD}kind: |\n", {"twinning", "friendship_city"}),
        (f"{HEAD}narrative:\n  - loop: |\n", {"local_helix", "continual_improvement"}),
        (f"{HEAD}narrative:\n  - step: |\n", {"aim", "plan", "measure"}),
        (f"{HEAD}areas:\n  - |\n", {"education", "culture"}),
        (f"{HEAD}outcomes:\n  - outcome: |\n", {"approved-plan"}),
        (f"{HEAD}participants:\n  - sector: |\n", {"academia", "civil_society"}),
        (f"{ACTION}kind: |\n", {"visit", "exchange"}),
        (f"{HEAD}legend:\n  |\n", {"√", "(√)", "%"}),
        (f"{HEAD}|\n", {"kind", "agreements", "focus_areas"}),
        (f"{HEAD}summary:\n  |\n", {"da", "en", "zh"}),
    ],
)
def test_the_words_of_the_format_are_offered(editor: LanguageServer, text: str, some: set[str]):
    offered = editor.completions(PARTNERSHIP, text)

    assert some <= set(offered)
    assert not {"null", "true"} & set(offered)


@pytest.mark.parametrize(
    ("name", "text", "some"),
    [
        ("c2c.yaml", "accepted:\n  - rule: |\n", {"C503"}),
        ("c2c.yaml", "languages:\n  - |\n", {"da", "en", "zh"}),
        ("data/cities/lyon.yaml", "names: Lyon\nkind: |\n", {"city", "association"}),
        ("data/cities/lyon.yaml", "names: Lyon\nlooking: |\n", {"true", "false"}),
        ("data/guidebook/areas.yaml", "items:\n  - id: |\n", {"education"}),
        ("data/guidebook/factors.yaml", "items:\n  - group: |\n", {"mutual-interests"}),
        ("data/guidebook/outcomes.yaml", "items:\n  - shown_by:\n      - |\n", {"framework-agreement"}),
    ],
)
def test_so_are_those_of_other_files(editor: LanguageServer, name: str, text: str, some: set[str]):
    assert some <= set(editor.completions(name, text))


def test_a_key_is_offered_with_what_it_means(editor: LanguageServer):
    offered = editor.completions(PARTNERSHIP, f"{HEAD}|\n")

    assert offered["began"]["documentation"] == "Since when it exists."
    assert inserted(offered, "agreements") == "agreements:\n  - id: $1\n    kind: $2"


def test_a_text_is_offered_in_the_languages(editor: LanguageServer):
    offered = editor.completions(PARTNERSHIP, f"{HEAD}summary: |\n")

    assert inserted(offered, "{en: …, da: …, zh: …}") == "\n  en: $1\n  da: $2\n  zh: $3"


@pytest.mark.parametrize(
    ("text", "some"),
    [
        (f"{HEAD}be|gan: 2007\n", ["Since when it exists.", "Example:", "2007-10"]),
        (f"{STATUS}is: do|ne\n", ["How the action stands", "* `partly_done`: (√) partly done · ", '* `"%"`']),
        (f"{HEAD}areas: [educ|ation]\n", ["Education and academic cooperation · "]),
        (f"{HEAD}agr|eements: []\n", ["What was signed.", "kind: partnership_agreement"]),
    ],
)
def test_what_one_points_at_is_explained(editor: LanguageServer, text: str, some: list[str]):
    said = editor.hover(PARTNERSHIP, text)

    assert [each for each in some if each not in said] == []
