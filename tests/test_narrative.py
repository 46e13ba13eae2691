"""The narrative: what shows an outcome, how far the evidence leads, and where record and declaration disagree."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from building import DEMO, Files, demo
from building import told as all_told
from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.narrative.conflicts import conflicts
from c2c.narrative.evidence import PROOFS, Case
from c2c.narrative.progress import Progress, progress
from c2c.workspace import CITY, PARTNERSHIP, Workspace
from running import ROOT

Build = Callable[[Files], Workspace]

LATE = date(2025, 12, 31)

SHOWN = {
    # the look: what a record has, as of 2019, and the ids of what is found
    "expectations": ("expectations: [{id: a, title: A}]", ["a"]),
    "participants": (
        "participants: [{id: a, title: A, sector: academia}, {id: b, title: B, sector: government}, {id: c, title: C}]",
        ["a"],
    ),
    "focus-areas": (
        "focus_areas: [{id: a, title: A, period: 2017/2020}, {id: b, title: B, period: 2021}]",
        ["a"],
    ),
    "programmes": ("programmes: [iuc]", ["iuc"]),
    "meetings": (
        (
            "events: [{id: a, title: A, kind: visit, when: 2018}, {id: b, title: B, kind: meeting, when: 2021}, "
            "{id: c, title: C, kind: festival, when: 2018}]"
        ),
        ["a"],
    ),
    "agreed-areas": (
        "agreements: [{id: a, kind: mou, signed: 2018, areas: [education]}, {id: b, kind: mou}]",
        ["a"],
    ),
    "framework-agreement": (
        (
            "agreements: [{id: a, kind: mou, signed: 2018}, {id: b, kind: addendum}, {id: c, kind: mou, signed: 2021}, "
            "{id: d, kind: action_plan, signed: 2018}]"
        ),
        ["a"],
    ),
    "dated-plan": (
        "agreements: [{id: a, kind: action_plan, valid: 2018/2020}, {id: b, kind: action_plan}, {id: c, kind: mou}]",
        ["a"],
    ),
    "evaluations": (
        "evaluations: [{id: a, title: A, on: 2018}, {id: b, title: B, on: 2021}, {id: c, title: C}]",
        ["a", "c"],
    ),
    "findings": ("evaluations: [{id: a, title: A, findings: [F]}, {id: b, title: B}]", ["a"]),
    "published": (
        (
            "evaluations: [{id: a, title: A, published: [{medium: web}]}, {id: b, title: B}, "
            "{id: c, title: C, on: 2018, published: [{medium: web, on: 2021}]}]"
        ),
        ["a"],
    ),
    "decisions": (
        "evaluations: [{id: a, title: A, decisions: [D]}, {id: b, title: B, findings: [F]}]",
        ["a"],
    ),
    "adjustments": (
        (
            "obstacles: [{id: a, title: A, adjustment: X}, {id: b, title: B}, "
            "{id: c, title: C, adjustment: X, adjusted: 2021}]"
        ),
        ["a"],
    ),
    "ratings": (
        "factors: [{factor: funding, rating: weak}, {factor: length, rating: fair, on: 2021}]",
        ["funding"],
    ),
    "renewed": (
        "agreements: [{id: a, kind: mou, signed: 2012}, {id: b, kind: renewal, signed: 2018, renews: a}]",
        ["b"],
    ),
    "lessons": ("lessons: [{id: a, title: A}, {id: b, title: B, on: 2021}]", ["a"]),
    "achievements": ("achievements: [{id: a, title: A, when: 2018}, {id: b, title: B, when: 2021}]", ["a"]),
}
ACTIONS = """
- {id: plain, title: Plain}
- {id: dated, title: Dated, when: 2018}
- {id: named, title: Named, responsible: [{party: lyon}]}
- {id: done, title: Done, status: [{on: 2018, is: done}]}
- {id: undone, title: Undone, status: [{on: 2018, is: done}, {on: 2019-06, is: not_done, reason: other}]}
- {id: later, title: Later, status: [{on: 2021, is: done}]}
- {id: moved, title: Moved, status: [{on: 2018, is: open, postponed_to: 2020}]}
""".strip()


def case(workspace: Build, text: str, as_of: date = date(2019, 12, 31)) -> Case:
    space = workspace({DEMO: text, "data/guidebook/programmes.yaml": "items: [{id: iuc, title: IUC}]\n"})
    (file,) = space.files(PARTNERSHIP)
    assert isinstance(file.rest, Partnership), file.loaded.problems
    return Case(file.rest, as_of)


def found(name: str, at: Case) -> list[str]:
    return [proof.id for proof in PROOFS[name](at)]


@pytest.mark.parametrize("name", SHOWN)
def test_a_look_finds_what_shows_it_and_nothing_else(workspace: Build, name: str):
    text, ids = SHOWN[name]

    assert found(name, case(workspace, demo(text))) == ids
    assert found(name, case(workspace, demo())) == []


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("proposed-actions", ["plain", "dated", "named", "done", "undone", "later", "moved"]),
        ("dated-actions", ["dated"]),
        ("responsible", ["named"]),
        ("delivered", ["done"]),
        ("moved-actions", ["moved"]),
    ],
)
def test_a_look_at_the_actions(workspace: Build, name: str, ids: list[str]):
    assert found(name, case(workspace, demo("", ACTIONS))) == ids


def test_a_look_at_a_city():
    city = City.model_validate(
        {
            "names": "Lyon",
            "kind": "city",
            "strategies": [
                {"id": "a", "title": "A", "adopted": "2018"},
                {"id": "b", "title": "B", "adopted": "2021"},
            ],
            "seeks": [{"id": "c", "title": "C"}],
        }
    )

    assert found("strategy", Case(city, date(2019, 12, 31))) == ["a"]
    assert found("seeks", Case(city, LATE)) == ["c"]
    assert [found(name, Case(city, LATE)) for name in PROOFS if name not in ("strategy", "seeks")] == [[]] * (
        len(PROOFS) - 2
    )


def test_every_proof_says_where_it_stands(workspace: Build):
    text = demo(
        "\n".join(
            text for text, _ in SHOWN.values() if text.split(":")[0] not in ("agreements", "evaluations")
        )
    )
    at = case(workspace, text)

    for name in PROOFS:
        for proof in PROOFS[name](at):
            value: Any = at.record
            for part in proof.route:
                value = value[part] if isinstance(part, int) else getattr(value, part)
            assert value


def states(at: Progress) -> dict[str, str]:
    return {each.outcome.id: each.state.value for each in at.outcomes}


LOOP = "narrative: [{loop: continual_improvement, step: measure, on: 2018}]\n"


def test_an_outcome_is_evidenced_missing_or_unknown(workspace: Build):
    at = progress(
        case(workspace, demo(LOOP + "agreements: [{id: p, kind: action_plan, signed: 2017}]")), Guidebook()
    )

    assert [step.id for step in at.steps] == ["plan", "do", "measure", "act"]
    told = states(at)
    assert told["approved-plan"] == "evidenced"
    assert told["proposals"] == "missing"  # its step is behind, and nothing shows it
    assert told["decision-process"] == "unknown"  # its step is behind, but no look could find it
    assert told["evaluation-framework"] == "unknown"  # it is worked on now
    assert told["activities-tuned"] == "unknown"  # it is still to come
    assert (at.supported and at.supported.id, at.current and at.current.id) == ("plan", "measure")
    assert [each.id for each in at.next] == [
        "evaluation-framework",
        "kpis-selected",
        "feedback-method",
        "adjustment-process",
    ]


def test_what_the_record_says_of_an_outcome_comes_first_and_the_newest_counts(workspace: Build):
    text = demo(
        LOOP
        + "ideas: [{id: i, title: I}]\n"
        + "outcomes: [{outcome: proposals, state: missing, on: 2018}, {outcome: decision-process, state: missing, on: 2017}, "
        + "{outcome: decision-process, state: evidenced, on: 2018}, {outcome: kpis-selected, state: evidenced, on: 2020}]"
    )
    told = states(progress(case(workspace, text), Guidebook()))

    assert (told["proposals"], told["decision-process"], told["kpis-selected"]) == (
        "missing",
        "evidenced",
        "unknown",
    )
    assert states(progress(case(workspace, text, LATE), Guidebook()))["kpis-selected"] == "evidenced"


def test_evidence_leads_as_far_as_there_is_no_gap(workspace: Build):
    book = Guidebook()
    no_step = progress(case(workspace, demo("lessons: [{id: a, title: A}]")), book)
    measured = demo(
        "narrative: [{loop: continual_improvement, step: plan, on: 2018}]\nevaluations: [{id: e, title: E}]"
    )

    assert (no_step.reach, no_step.supported, len(no_step.steps), no_step.here) == (-1, None, 8, None)
    assert no_step.current is book.steps[0]
    assert progress(case(workspace, measured), book).reach == -1
    assert progress(case(workspace, measured + "ideas: [{id: i, title: I}]\n"), book).reach == 0


def test_a_declaration_counts_from_its_last_day_and_the_newest_is_the_one(workspace: Build):
    text = demo(
        "narrative: [{loop: continual_improvement, step: plan, on: 2017}, {loop: local_helix, step: aim, on: 2019}]"
    )

    def step(*day: int) -> tuple[str | None, int | None]:
        at = progress(case(workspace, text, date(*day)), Guidebook())
        return at.declared.step if at.declared else None, at.here

    assert step(2017, 12, 30) == (None, None)
    assert step(2018, 1, 1) == ("plan", 0)
    assert step(2020, 1, 1) == ("aim", None)  # the loop does not have that step


def told(workspace: Build, text: str, as_of: date = LATE) -> list[str]:
    return [each.kind for each in conflicts(progress(case(workspace, text, as_of), Guidebook()))]


def test_working_without_an_agreement_is_not_nagged(workspace: Build):
    signed = demo("agreements: [{id: a, kind: mou, signed: 2018}]")

    assert told(workspace, signed) == ["agreement-without-plan"]
    assert told(workspace, signed.replace("twinning", "ad_hoc")) == []
    assert told(workspace, demo()) == []


def test_an_agreement_that_is_renewed_every_so_often_is_past_due_the_day_after(workspace: Build):
    text = demo("agreements: [{id: a, kind: mou, signed: 2017-05, every: P3Y}]\nideas: [{id: i, title: I}]")
    renewal = text.replace("}]\nideas", "}, {id: b, kind: mou, signed: 2020-06, renews: a}]\nideas")

    assert told(workspace, text, date(2020, 5, 31)) == []
    assert told(workspace, text, date(2020, 6, 1)) == ["loop-past-due"]
    assert told(workspace, renewal, date(2020, 5, 31)) == []
    assert told(workspace, renewal, date(2020, 6, 30)) == []
    assert told(workspace, text + "ended: {on: 2020-03, reason: completed}\n", date(2021, 1, 1)) == [
        "closing-review-missing"
    ]


def test_a_review_after_the_end_closes_the_loop(workspace: Build):
    text = demo("ended: {on: 2019-06, reason: completed}")

    assert told(workspace, text) == ["closing-review-missing"]
    assert told(workspace, text + "evaluations: [{id: e, title: E, on: 2019-05}]\n") == [
        "closing-review-missing"
    ]
    assert told(workspace, text + "evaluations: [{id: e, title: E, on: 2019-05-31}]\n") != []
    assert told(workspace, text + "evaluations: [{id: e, title: E, on: 2019-06-01}]\n") == []
    assert told(workspace, text + "evaluations: [{id: e, title: E, on: 2019}]\n") == []
    assert told(workspace, text + "evaluations: [{id: e, title: E, period: 2017/2020}]\n") == []


@pytest.mark.parametrize(
    ("acted", "says"),
    [
        ("", ["agreement-without-plan", "measured-without-acting"][1:]),
        ("obstacles: [{id: o, title: O, adjustment: A}]\n", []),
        ("obstacles: [{id: o, title: O, since: 2010, adjustment: A}]\n", ["measured-without-acting"]),
        ("agreements: [{id: p, kind: action_plan, signed: 2019}]\n", []),
        ("agreements: [{id: p, kind: action_plan, signed: 2017}]\n", ["measured-without-acting"]),
    ],
)
def test_what_is_measured_is_acted_upon(workspace: Build, acted: str, says: list[str]):
    assert told(workspace, demo("evaluations: [{id: e, title: E, on: 2018}]") + acted) == says


@pytest.mark.parametrize(
    ("later", "due"),
    [
        ("", False),
        ("agreements: [{id: b, kind: charter, signed: 2013}]", False),
        ("agreements: [{id: b, kind: charter, signed: 2014}]", True),
        ("events: [{id: b, title: B, kind: visit, when: 2014}]", True),
        ("evaluations: [{id: b, title: B, on: 2014}]", True),
        ("narrative: [{loop: city_development, step: aim, on: 2014}]", True),
    ],
)
def test_a_check_asks_as_of_the_newest_date_of_the_record(workspace: Build, later: str, due: bool):
    first = "{id: a, kind: mou, signed: 2010, every: P3Y}"
    text = later.replace("[{id: b, kind", f"[{first}, {{id: b, kind")
    if "agreements" not in text:
        text = f"agreements: [{first}]\n{text}"

    found = [line for line in all_told(workspace({DEMO: demo(text)}), but=set()) if " C608 " in line]

    assert bool(found) == due


def ours(id: str, as_of: date = date(2019, 12, 31)) -> Progress:
    space = Workspace.open(ROOT)
    (file,) = [*space.files(PARTNERSHIP, [id]), *space.files(CITY, [id])]
    assert isinstance(file.record, Partnership | City)
    return progress(Case(file.record, as_of), Guidebook(space))


@pytest.mark.parametrize(
    ("id", "loop", "step", "since", "supported", "conflict"),
    [
        ("bycirklen-wuxi", "continual_improvement", "measure", "2019-12", "act", []),
        ("gothenburg-shanghai", "continual_improvement", "plan", "2017-05", "act", ["plan-without-dates"]),
        ("bonn-chengdu", "new_partnership", "do", "2019", "do", ["done-without-measuring"]),
        ("birmingham-nanjing", "new_partnership", "plan", "2018-09", "partner", ["agreement-without-plan"]),
        ("terrassa", "new_partnership", "partner", "2019", "partner", []),
    ],
)
def test_the_stories_of_the_sources(
    id: str, loop: str, step: str, since: str, supported: str, conflict: list[str]
):
    at = ours(id)

    assert at.declared
    assert (at.declared.loop, at.declared.step, at.declared.on.text) == (loop, step, since)
    assert at.supported
    assert at.supported.id == supported
    assert [each.kind for each in conflicts(at)] == conflict


def test_stockholm_works_without_agreements_and_is_not_nagged():
    at = ours("stockholm")

    assert at.declared is None
    assert isinstance(at.case.record, City)
    assert at.case.record.ad_hoc
    assert conflicts(at) == []


def test_gothenburg_and_shanghai_renew_every_three_years():
    assert "loop-past-due" not in [
        each.kind for each in conflicts(ours("gothenburg-shanghai", date(2020, 5, 31)))
    ]
    assert "loop-past-due" in [each.kind for each in conflicts(ours("gothenburg-shanghai", date(2020, 6, 1)))]
