"""The guidebook: complete, in every language, each item with its source; a workspace adds to it and says otherwise."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from building import Files
from c2c.guidebook.book import Guidebook
from c2c.guidebook.titles import titles
from c2c.model.guidebook import Entry
from c2c.model.text import Text
from c2c.narrative.evidence import PROOFS
from c2c.vocab import CHAPTERS, AgreementKind, Helix
from c2c.workspace import Workspace
from running import c2c
from sheet import SHEET

Build = Callable[[Files], Workspace]

BOOK = Guidebook()

COUNTS = {
    "steps": 8,
    "elements": 29,
    "outcomes": 32,
    "loops": 4,
    "phases": 4,
    "groups": 9,
    "criteria": 12,
    "sets": 3,
    "factors": 27,
    "challenges": 20,
    "kpis": 18,
    "areas": 16,
    "scopes": 4,
    "helix": 4,
    "stakeholders": 5,
    "agreements": len(AgreementKind),
    "programmes": 0,
    "documents": 2,
}
"""How many items the source has; programmes are a workspace's own."""


def entries() -> list[tuple[str, Entry]]:
    return [(name, entry) for name in CHAPTERS for entry in BOOK.chapter(name)]


def test_it_is_complete():
    assert {name: len(BOOK.chapter(name)) for name in CHAPTERS} == COUNTS


def test_it_has_what_each_step_has():
    steps = list(BOOK.ids("steps"))

    assert steps == ["aim", "commit", "partner", "plan", "do", "measure", "act", "replicate"]
    assert [Counter(each.step for each in BOOK.elements)[step] for step in steps] == [3, 4, 4, 4, 4, 3, 4, 3]
    assert [Counter(each.step for each in BOOK.outcomes)[step] for step in steps] == [3, 5, 4, 4, 4, 4, 4, 4]
    assert Counter(each.group for each in BOOK.criteria) == dict.fromkeys(
        ("potential", "opportunity", "similarity", "willingness"), 3
    )
    assert Counter(each.group for each in BOOK.factors) == {
        "human": 7,
        "mutual-interests": 7,
        "support": 3,
        "publicity": 4,
        "management": 6,
    }


def test_it_says_how_sure_the_steps_of_a_loop_are():
    told = {loop.id: (loop.steps[0], loop.steps[-1], loop.confidence) for loop in BOOK.loops}

    assert told == {
        "city_development": ("aim", "replicate", "stated"),
        "new_partnership": ("partner", "replicate", "derived"),
        "continual_improvement": ("plan", "act", "derived"),
        "local_helix": ("commit", "act", "inferred"),
    }
    assert all(loop.reason and loop.closing for loop in BOOK.loops)


@pytest.mark.parametrize(("name", "entry"), entries(), ids=lambda each: getattr(each, "id", each))
def test_an_item_is_whole(name: str, entry: Entry):
    texts = {key: value for key, value in entry.__dict__.items() if isinstance(value, Text)}

    assert entry.title
    assert entry.text or name == "documents"
    assert {tuple(sorted(text.by_language)) for text in texts.values()} <= {("da", "en", "zh")}
    if name != "documents":
        assert {each.source for each in entry.sources} - set(BOOK.ids("documents")) == set()
        assert entry.sources


@pytest.mark.parametrize("name", CHAPTERS)
def test_an_id_is_given_once_and_what_is_named_is_there(name: str):
    ids = [entry.id for entry in BOOK.chapter(name)]

    assert len(ids) == len(set(ids))
    for entry in BOOK.chapter(name):
        assert getattr(entry, "step", "aim") in BOOK.ids("steps")
        assert getattr(entry, "group", "human") in BOOK.ids("groups")
        assert set(getattr(entry, "steps", ())) <= set(BOOK.ids("steps"))


def test_the_words_of_the_format_are_in_it():
    assert set(BOOK.ids("helix")) == set(Helix)
    assert set(BOOK.ids("agreements")) == set(AgreementKind)


def test_every_look_at_a_record_is_used_for_some_outcome_and_there_is_no_other():
    used = {name for outcome in BOOK.outcomes for name in outcome.shown_by}

    # that a date was put off shows nothing that a step should bring; a conflict asks for it
    assert used | {"moved-actions"} == set(PROOFS)


def test_a_workspace_adds_translates_and_says_otherwise(workspace: Build):
    book = Guidebook(
        workspace(
            {
                "data/guidebook/areas.yaml": """
items:
  - {id: hives, title: Hives, broader: bees}
  - {id: bees, title: Bees, broader: agriculture}
  - {id: education, title: {de: Bildung, en: Schools}}
""",
                "data/guidebook/loops.yaml": "items: [{id: local_helix, steps: [aim, do], confidence: decided}]\n",
            }
        )
    )
    education, helix = book.entry("areas", "education"), book.loop("local_helix")

    assert list(book.ids("areas"))[-1] == "bees"
    assert book.within("agriculture") == {"agriculture", "bees", "hives"}
    assert education
    assert education.title
    assert education.text == next(each for each in BOOK.areas if each.id == "education").text
    assert (education.title.by_language["de"], education.title.by_language["en"]) == ("Bildung", "Schools")
    assert education.title.by_language["da"]
    assert helix
    assert (helix.steps, helix.confidence, bool(helix.reason)) == (("aim", "do"), "decided", True)


def test_titles_are_those_of_the_book(workspace: Build):
    space = workspace(
        {
            "data/guidebook/steps.yaml": "items: [{id: aim, title: {de: Ziel}}, {id: bare}, {id: act, title: Anew}]\n"
        }
    )
    book, title_of = Guidebook(space), titles(space, "steps")

    for entry in book.steps:
        assert title_of(entry.id) == (entry.title or Text({"und": entry.id}))
    assert title_of("act") == Text({"und": "Anew"})
    assert title_of("aim").by_language["de"] == "Ziel"
    assert title_of("nothing") == Text({"und": "nothing"})


@pytest.mark.parametrize(
    "text",
    [
        "items: [{id: aim, title: [\n",
        "items: 3\n",
        "- a\n",
        "",
        "items: [3, {id: 4}, {title: x}]\n",
    ],
)
def test_an_addition_that_cannot_be_read_is_told_and_the_rest_stays(workspace: Build, text: str):
    space = workspace({"data/guidebook/steps.yaml": text})

    assert Guidebook(space).title("steps", "aim") == BOOK.title("steps", "aim")
    assert titles(space, "steps")("aim") == BOOK.title("steps", "aim")
    assert "data/guidebook/steps.yaml" in c2c("--root", space.root, "validate").out


def test_a_file_that_is_no_chapter_is_told(workspace: Build):
    root = workspace({"data/guidebook/step.yaml": "items: []\n"}).root

    ran = c2c("--root", root, "validate", "--format", "concise")

    assert ran.out.splitlines()[0] == (
        "data/guidebook/step.yaml:1:1: warning C005 is a file that c2c does not read: the guidebook has no chapter of that name"
    )


def guide(*arguments: str | Path, root: Path = SHEET) -> str:
    ran = c2c("guide", *arguments, "--root", root)
    assert (ran.code, ran.err) == (0, "")
    return str(ran.out)


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
def test_an_overview_names_the_steps_the_loops_and_the_chapters(lang: str):
    told = guide("--lang", lang)

    for each in (*BOOK.steps, *BOOK.loops):
        assert each.title
        assert each.title.by_language[lang] in told
    for name in CHAPTERS:
        assert (f"c2c guide {name}" in told) == bool(BOOK.chapter(name))


def test_a_topic_is_a_chapter_a_step_or_an_item():
    assert guide("kpis").count("Unit: ") == 18
    assert "Mutual interests" in guide("factors")
    told = guide("plan")
    for each in (*BOOK.elements, *BOOK.outcomes):
        assert each.title
        assert (f"{each.title.by_language['en']}  {each.id}" in told) == (getattr(each, "step", "") == "plan")
    assert "Plan → Do → Measure → Act → ↺" in guide("continual-improvement") == guide("continual_improvement")
    assert "sport" not in guide("loops")
    assert "Within: Culture and sport" in guide("sport")


def test_a_search_finds_all_words_in_any_language():
    assert "mou  " not in guide("search", "letter", "intent").replace("letter_of_intent", "")
    assert "letter_of_intent" in guide("search", "letter", "INTENT")
    assert "letter_of_intent" in guide("search", "意向书")
    ran = c2c("guide", "search", "xyzzy", "--root", SHEET)
    assert (ran.code, ran.out, ran.err) == (0, "", "the guidebook has nothing like that\n")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["plann"], "error: there is no topic 'plann' in the guidebook\n   help: did you mean 'plan'?\n"),
        (["plan", "b"], "error: 'b' is too much after plan\n   help: c2c guide search plan b\n"),
        (["search"], "error: there is nothing to search for\n   help: c2c guide search WORD\n"),
    ],
)
def test_what_is_asked_wrongly(arguments: list[str], error: str):
    ran = c2c("guide", *arguments, "--root", SHEET)

    assert (ran.code, ran.out, ran.err) == (2, "", error)


def test_it_can_be_read_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert c2c("guide", "aim", "--lang", "da").code == 0
    assert c2c("guide", "--lang", "xx").err.startswith("error: there is no language 'xx'")
    assert c2c("guide", "--root", tmp_path).code == 2
