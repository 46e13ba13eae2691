"""What changed between two states of the data is told by meaning, in sentences, in every language."""

import json as jsons
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import pytest

from building import BASE, DEMO, demo
from c2c.export.changes.json import json
from c2c.export.changes.markdown import markdown
from c2c.guidebook.book import Guidebook
from c2c.history.comparing import How
from c2c.history.difference import Comparison, compare
from c2c.history.names import names
from c2c.history.saying import Teller
from c2c.history.things import SINGULAR
from c2c.language import Language
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.config import Config
from c2c.model.document import Document
from c2c.model.guidebook import chapter_model
from c2c.model.partnership import Partnership
from c2c.saying import Speaker
from c2c.saying.fields import FIELDS, THINGS
from c2c.source import Memory
from c2c.vocab import CHAPTERS
from c2c.workspace import KINDS, Workspace
from sheet import SHEET

LUNCH = (
    "- {id: lunch, title: Lunch with the ambassador, when: 2019, status: [{on: 2019-05, is: partly_done}]}"
)
FAIR = "- {id: fair, title: Fair}"


def state(files: Mapping[str, str | bytes]) -> Workspace:
    """A workspace in memory."""
    contents = {name: each.encode() if isinstance(each, str) else each for name, each in files.items()}
    return Workspace.open(Path(), Memory(contents))


def around(text: str) -> Workspace:
    """A workspace with two cities and one partnership."""
    return state({**BASE, DEMO: text})


def told(before: Workspace, after: Workspace, lang: str = "en") -> list[str]:
    """The sentences of what changed."""
    teller = Teller(Speaker(Language(lang), ("en", "da", "zh")), names(after, Guidebook(after)))
    return [teller.sentence(change) for each in compare(before, after).differences for change in each.changes]


def sentences(before: str, after: str, lang: str = "en") -> list[str]:
    """The sentences of what changed in a partnership."""
    return told(around(before), around(after), lang)


def test_a_status_is_told_with_what_it_was_and_its_evidence():
    done = LUNCH.replace("}]}", "}, {on: 2020-02, is: done, evidence: [{source: case-study}]}]}")

    assert sentences(demo(actions=LUNCH), demo(actions=done)) == [
        "Lunch with the ambassador: partly done → done (February 2020), evidence added"
    ]
    assert sentences(demo(actions=LUNCH), demo(actions=done), "da") == [
        "Lunch with the ambassador: til dels gennemført → gennemført (februar 2020), dokumentation tilføjet"
    ]
    assert sentences(demo(actions=LUNCH), demo(actions=done), "zh") == [
        "Lunch with the ambassador：部分完成 → 已完成（2020年2月），新增证明材料"
    ]


def test_in_chinese_things_of_several_kinds_have_a_comma_between_them():
    fair = "- {id: fair, title: 展会, when: 2019, status: [{on: 2019-05, is: done}]}"

    assert sentences(demo(actions=LUNCH), demo(actions=f"{LUNCH}\n{fair}"), "zh") == [
        "新增行动：展会，2019年，已完成"
    ]


def test_the_actions_of_a_participant_are_a_field_with_a_name_of_its_own():
    before, after = (f"participants: [{{id: club, title: Club{more}}}]" for more in ("", ", actions: [fair]"))

    assert sentences(demo(before, actions=FAIR), demo(after, actions=FAIR), "zh") == ["Club：新增行动：fair"]


def test_a_first_report_was_open_before_and_says_why():
    reported = (
        "- {id: fair, title: Fair, status: [{on: 2020, is: not_done, reason: no_resources, note: No money}]}"
    )

    assert sentences(demo(actions=FAIR), demo(actions=reported)) == [
        "Fair: open → not done (2020, no resources, “No money”)"
    ]


def test_a_report_that_is_corrected_or_gone_is_told_as_that():
    other = LUNCH.replace("is: partly_done", "is: done, note: After all")
    none = LUNCH.replace(", status: [{on: 2019-05, is: partly_done}]", "")

    assert sentences(demo(actions=LUNCH), demo(actions=other)) == [
        "Lunch with the ambassador: report of May 2019: status: partly done → done; note added: After all"
    ]
    assert sentences(demo(actions=LUNCH), demo(actions=none)) == [
        "Lunch with the ambassador: report of May 2019 removed: partly done"
    ]


@pytest.mark.parametrize(
    "other",
    [
        demo(actions=f"{FAIR}\n{LUNCH}"),
        demo(actions=f"{LUNCH}\n{FAIR}").replace(
            "parties: [lyon, graz]", "parties:\n- lyon  # two\n- 'graz'"
        ),
        demo(actions=f"{LUNCH}\n{FAIR}")
        .replace("is: partly_done", 'is: "(√)"')
        .replace("2019-05", "'2019-05'"),
        "# a comment\n" + demo(actions=f"{LUNCH}\n{FAIR}") + "\n\n",
    ],
    ids=["order", "form", "marker", "comment"],
)
def test_order_form_and_comments_are_no_change(other):
    assert sentences(demo(actions=f"{LUNCH}\n{FAIR}"), other) == []


def test_what_comes_and_goes_is_told_once_with_all_that_is_in_it():
    area = "focus_areas: [{id: new, title: New, efforts: [{id: talks, title: Talks, actions: [{id: walk, title: Walk}]}]}]"

    assert sentences(demo(), demo(area)) == ["focus area added: New"]
    assert sentences(demo(area), demo()) == ["focus area removed: New"]
    assert sentences(demo(actions=FAIR), demo(actions=f"{FAIR}\n{LUNCH}")) == [
        "action added: Lunch with the ambassador, 2019, partly done"
    ]


def test_an_agreement_a_step_and_a_party_are_told_by_name():
    more = (
        "agreements: [{id: mou, kind: mou, signed: 2020-03}]\n"
        "narrative: [{loop: new_partnership, step: plan, on: 2020}]\nareas: [education]"
    )

    assert sentences(demo(), demo(more).replace("lyon, graz", "lyon")) == [
        "Demo: party removed: Graz",
        "Demo: area added: Education and academic cooperation",
        "Demo: declared step added: Plan (loop: New city-to-city partnership), since 2020",
        "agreement added: memorandum of understanding (March 2020)",
    ]


def test_a_record_that_keeps_its_title_keeps_its_history_under_another_id():
    renamed = LUNCH.replace("id: lunch", "id: ambassador-lunch").replace("partly_done", "done")

    assert sentences(demo(actions=LUNCH), demo(actions=renamed)) == [
        "Lunch with the ambassador: id: lunch → ambassador-lunch",
        "Lunch with the ambassador: report of May 2019: status: partly done → done",
    ]


def test_a_file_that_is_renamed_is_one_record():
    before = around(demo(actions=LUNCH))
    after = state({**BASE, "data/partnerships/graz-lyon.yaml": demo(actions=f"{LUNCH}\n{FAIR}")})

    assert told(before, after) == ["Demo: id: demo → graz-lyon", "action added: Fair"]


def test_an_action_that_moves_is_the_same():
    efforts = (
        "focus_areas: [{id: all, title: All, efforts: "
        "[{id: a, title: A, actions: [%s]}, {id: b, title: B, actions: [%s]}]}]"
    )
    walk = "{id: walk, title: Walk}"

    assert sentences(demo(efforts % (walk, "")), demo(efforts % ("", walk))) == ["Walk: moved from A to B"]


def test_a_text_is_told_by_its_language_and_a_long_one_by_what_is_new_in_it():
    before = "summary: {en: One, da: En}"
    after = "summary: {en: Two, da: En, zh: 二}"
    long = "Every year the choirs of both cities meet for a week of singing, and every year more people come to hear them."

    assert sentences(demo(before), demo(after)) == [
        "Demo: summary (English): “One” → “Two”",
        "Demo: summary (Chinese) added: “二”",
    ]
    (sentence,) = sentences(
        demo(f"summary: {{en: '{long}'}}"), demo(f"summary: {{en: '{long.replace('week', 'fortnight')}'}}")
    )
    assert sentence == (
        "Demo: summary (English): “…both cities meet for a week of singing, and every…” → "
        "“…both cities meet for a fortnight of singing, and every…”"
    )


def test_cities_sources_the_guidebook_and_the_settings_are_compared_too():
    base = {**BASE, "data/guidebook/areas.yaml": "items: [{id: choirs, title: Choirs}]\n"}
    after = {
        **base,
        "data/cities/graz.yaml": "names: Graz\nkind: municipality\ncountry: AT\n",
        "data/sources/case-study.yaml": "title: A case study\npublished: 2020\n",
        "data/guidebook/areas.yaml": "items: [{id: choirs, title: Choirs, broader: culture}]\n",
        "c2c.yaml": "languages: [en, da]\n",
    }

    assert told(state(base), state(after)) == [
        "Graz: kind: city → municipality",
        "A case study: publication added: 2020",
        "c2c: language removed: zh",
        "Choirs: broader area added: Culture and sport",
    ]


def test_what_cannot_be_read_is_named_and_hides_nothing_else():
    before, after = (
        around(demo()),
        state({**BASE, DEMO: demo("area: x"), "data/cities/graz.yaml": "names: G\nkind: city\n"}),
    )

    found = compare(before, after)

    assert found.left_out == (DEMO,)
    assert [each.name for each in found.differences] == ["data/cities/graz.yaml"]


def shown(form, before: Workspace, after: Workspace) -> str:
    teller = Teller(Speaker(Language("en"), ("en",)), names(after, Guidebook(after)))
    return "".join(form(compare(before, after), "main", "", teller))


def test_json_has_a_change_each_with_its_sentence_and_plain_values():
    done = LUNCH.replace("}]}", "}, {on: 2020-02, is: done}]}").replace("when: 2019", "when: 2020")

    document = jsons.loads(shown(json, around(demo(actions=LUNCH)), around(demo(actions=done))))

    assert document["base"] == "main"
    when, status = document["changes"]
    assert when == {
        "partnership": "demo",
        "record": "demo",
        "path": DEMO,
        "what": "action",
        "id": "lunch",
        "field": "when",
        "how": "changed",
        "before": "2019",
        "after": "2020",
        "sentence": "Lunch with the ambassador: date: 2019 → 2020",
    }
    assert (status["field"], status["before"], status["after"]) == ("status", "partly_done", "done")
    assert status["record_after"] == {"on": "2020-02", "is": "done"}


def test_markdown_cannot_be_broken_by_what_the_data_says():
    hostile = "- {id: fair, title: '# <b>*x* [y](http://z) |'}"

    text = shown(markdown, around(demo(actions=FAIR)), around(demo(actions=hostile)))

    assert "<b>" not in text
    assert "\\[y\\](http:\\//z)" in text
    assert re.search(r"^### Demo \(partnership `demo`\)$", text, re.MULTILINE)


def test_nothing_changed_is_said():
    assert "Nothing changed" in shown(markdown, around(demo()), around(demo()))


def test_the_sheet_compared_with_nothing_and_back():
    files = {path.relative_to(SHEET).as_posix(): path.read_bytes() for path in SHEET.rglob("*.yaml")}
    nothing = {"c2c.yaml": files["c2c.yaml"]}

    came = compare(state(nothing), state(files)).differences
    went = compare(state(files), state(nothing)).differences

    assert {each.changes[0].how for each in came} == {How.ADDED}
    assert {each.changes[0].how for each in went} == {How.REMOVED}
    assert len(came) == len(went) == len(files) - 1
    assert compare(state(files), state(files)) == Comparison((), ())


def models(model: type[Record]) -> Iterable[type[Record]]:
    yield model
    for field in model.model_fields.values():
        todo = [field.annotation]
        while todo:
            kind = todo.pop()
            todo += get_args(kind)
            if isinstance(kind, type) and issubclass(kind, Record):
                yield from models(kind)


def test_every_field_and_every_thing_of_the_format_has_a_name():
    chapters = [chapter_model(name) for name in CHAPTERS]
    roots: list[type[Record]] = [Partnership, City, Document, Config, *chapters]
    fields = {
        field.alias or name
        for root in roots
        for model in models(root)
        for name, field in model.model_fields.items()
    }

    assert fields - set(FIELDS) - set(SINGULAR) == set()
    assert set(SINGULAR.values()) <= set(THINGS)
    assert {kind.name for kind in KINDS} - {"chapter of the guidebook"} <= set(THINGS)
