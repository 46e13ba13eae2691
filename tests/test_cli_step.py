"""c2c step: what it shows, and what it writes into a file."""

import json
import os
from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from running import ROOT, c2c, ours, put, same_as_file

DAY = ("--as-of", "2019-12-31")
STEP = ("step", "bycirklen-wuxi", *DAY)


@pytest.mark.parametrize("lang", ["en", "da", "zh"])
def test_ours(lang: str):
    ran = ours(*STEP, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    same_as_file(f"step-bycirklen-wuxi.{lang}.txt", ran.out)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The agreement mou-2017 was to be renewed by 31 May 2020."),
        ("da", "Aftalen mou-2017 skulle have været fornyet senest 31. maj 2020."),
        ("zh", "协议 mou-2017 最迟应于2020年5月31日续签。"),
    ],
)
def test_a_renewal_that_is_past_due_is_said_with_its_day(lang: str, said: str):
    ran = c2c("--root", ROOT, "step", "gothenburg-shanghai", "--as-of", "2020-06-01", "--lang", lang)

    assert f"  {said}\n" in ran.out


def test_the_same_ids_in_every_language():
    told = [json.loads(ours(*STEP, "--json", "--lang", lang).out) for lang in ("en", "da", "zh")]

    for each in told:
        assert (each["loop"], each["declared"], each["supported"]) == (
            "continual_improvement",
            "measure",
            "act",
        )
        assert [item["id"] for item in each["outcomes"]] == [item["id"] for item in told[0]["outcomes"]]
        assert [item["state"] for item in each["outcomes"]] == [item["state"] for item in told[0]["outcomes"]]


def test_what_does_not_fit_is_said_with_what_to_do(tmp_path: Path):
    text = demo("narrative: [{loop: continual_improvement, step: act, on: 2018}]")
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | {DEMO: text})

    out = c2c("--root", root, "step", "demo", *DAY).out

    assert "[Act 0/4]" in out
    assert "The step Act is declared, but nothing on record shows the step Plan before it." in out
    assert "Record what was done at Plan, or say under outcomes: what shows it and where." in out
    (conflict,) = json.loads(c2c("--root", root, "step", "demo", "--json", *DAY).out)["conflicts"]
    assert (conflict["kind"], conflict["line"]) == ("declared-past-evidence", 4)


SAID = """
programmes: [iuc]
narrative: [{loop: mine, step: rest, on: 2018}]
outcomes:
  - {outcome: informed-decisions, state: evidenced, note: Written down, sources: [case-study, case-study]}
  - {outcome: ecosystem-involved, state: missing, sources: [case-study]}
  - {outcome: impact-understood, state: evidenced}
"""
GUIDEBOOK = {
    "data/guidebook/programmes.yaml": "items: [{id: iuc, title: {en: The IUC, da: IUC, zh: 城市项目}}]\n",
    "data/guidebook/loops.yaml": "items: [{id: mine, title: {en: Mine, da: Min, zh: 我们的}, steps: [aim, replicate, rest]}]\n",
    "data/guidebook/steps.yaml": "items: [{id: rest, title: {en: Rest, da: Hvil, zh: 休整}}]\n",
}


@pytest.mark.parametrize(
    ("language", "way", "said", "programme"),
    [
        (
            "en",
            "Aim 2/3 → Replicate 1/4 → [Rest 0/0] → ↺",
            "said in the record",
            "The city takes part in platforms where cities exchange: evidenced\n      The IUC",
        ),
        (
            "da",
            "Mål 2/3 → Udbredelse 1/4 → [Hvil 0/0] → ↺",
            "står i de registrerede oplysninger",
            "Byen er med i platforme, hvor byer udveksler erfaringer: dokumenteret\n      IUC",
        ),
        (
            "zh",
            "目标 2/3 → 推广 1/4 → [休整 0/0] → ↺",
            "记录中已注明",
            "参加城市间交流平台：有证明材料\n      城市项目",
        ),
    ],
)
def test_what_the_record_says_of_an_outcome_is_told_with_its_sources(
    tmp_path: Path, language: str, way: str, said: str, programme: str
):
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | GUIDEBOOK | {DEMO: demo(SAID)})

    out = c2c("--root", root, "step", "demo", *DAY, "--lang", language).out

    assert out.splitlines()[3] == way
    told = [line.strip() for line in out.splitlines() if line.startswith("      ")]
    assert told[:3] == ["Written down [case-study]", f"{said} [case-study]", said]
    assert f"  {programme}\n" in out


def test_a_step_that_asks_for_nothing_has_no_heading_for_what_is_next(tmp_path: Path):
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | GUIDEBOOK | {DEMO: demo(SAID)})

    out = c2c("--root", root, "step", "demo", *DAY).out

    assert out.endswith("\nRest, where it is\n")


def test_a_loop_without_a_step_that_there_is_has_nothing_to_show(tmp_path: Path):
    loop = {"data/guidebook/loops.yaml": "items: [{id: mine, title: Mine, steps: [nowhere]}]\n"}
    text = demo("narrative: [{loop: mine, step: nowhere, on: 2018}]")
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | loop | {DEMO: text})

    ran = c2c("--root", root, "step", "demo", *DAY)

    assert (ran.code, ran.out.splitlines()[3], ran.err) == (0, "↺", "")
    assert "What to do next" not in ran.out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "It works without agreements, and means to: none is missed."),
        ("da", "Byen samarbejder bevidst uden aftaler: der savnes ingen."),
        ("zh", "该市有意不通过协议开展合作，因此不视为缺少协议。"),
    ],
)
def test_of_a_city_that_works_ad_hoc_it_is_said_that_it_means_to(tmp_path: Path, language: str, said: str):
    city = {"data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\nad_hoc: true\n"}
    root = put(tmp_path, {name: str(text) for name, text in BASE.items()} | city)

    assert c2c("--root", root, "step", "lyon", *DAY, "--lang", language).out.splitlines()[4] == said


@pytest.fixture
def root(tmp_path: Path) -> Path:
    text = demo(
        "# where we are\nnarrative:\n  - {loop: continual_improvement, step: plan, on: 2017} # agreed"
    )
    folder: Path = put(tmp_path, {name: str(text) for name, text in BASE.items()} | {DEMO: text})
    return folder


def test_a_step_is_declared_and_every_other_byte_stays(root: Path):
    path = root / DEMO
    path.chmod(0o640)
    before = path.read_bytes()

    ran = c2c(
        "--root", root, "step", "demo", "declare", "do", "--on", "forår 2018", "--note", "Budget: agreed"
    )

    assert ran.code == 0
    assert ran.err.endswith("c2c step demo shows where it is now\n")
    assert (
        "C603 the step do is declared, but nothing on record shows the step plan" in ran.err
    )  # new to say about it
    assert ran.out == f"{DEMO}: loop: continual_improvement, step: do, on: 2018-21, note: Budget: agreed\n"
    entry = b'  - {loop: continual_improvement, step: do, on: 2018-21, note: "Budget: agreed"}\n'
    assert path.read_bytes() == before.replace(b"# agreed\n", b"# agreed\n" + entry)
    assert path.stat().st_mode & 0o777 == 0o640
    assert json.loads(c2c("--root", root, "step", "demo", "--json").out)["declared"] == "do"
    assert sorted(each.name for each in path.parent.iterdir()) == ["demo.yaml"]


def test_a_byte_order_mark_stays(root: Path):
    path = root / DEMO
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert c2c("--root", root, "step", "demo", "declare", "do", "--on", "2018").code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbftitle: Demo\n")


def test_a_city_declares_too_and_says_its_loop(root: Path):
    ran = c2c("--root", root, "step", "lyon", "declare", "aim", "--on", "2018", "--loop", "city_development")

    assert ran.code == 0
    assert (root / "data/cities/lyon.yaml").read_text() == (
        "names: Lyon\nkind: city\ncountry: FR\n\nnarrative:\n  - loop: city_development\n    step: aim\n    on: 2018\n"
    )


def test_a_dry_run_shows_the_difference_and_changes_nothing(root: Path):
    before = (root / DEMO).read_bytes()

    ran = c2c("--root", root, "step", "demo", "declare", "do", "--on", "2018", "--dry-run")

    assert (ran.code, ran.err) == (0, "")
    assert "+  - {loop: continual_improvement, step: do, on: 2018}\n" in ran.out
    assert (root / DEMO).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["demo", "declare"], "error: the step is missing\n   help: c2c step demo declare STEP --on DATE\n"),
        (
            ["demo", "declare", "do"],
            "error: --on is missing\n   help: c2c step demo declare STEP --on DATE\n",
        ),
        (["demo", "declair", "do"], "error: 'declair' is too much for c2c step\n"),
        (
            ["demo", "declare", "dew", "--on", "2018"],
            "error: there is no step 'dew'\n   help: one of aim, commit, partner",
        ),
        (
            ["demo", "declare", "aim", "--on", "2018"],
            "error: 'aim' is no step of the loop continual_improvement\n",
        ),
        (["demo", "declare", "do", "--on", "soon"], "error: --on: "),
        (["demo", "declare", "do", "--on", "2018", "--loop", "x"], "error: there is no loop 'x'\n"),
        (["lyon", "declare", "aim", "--on", "2018"], "error: --loop is missing: no loop is declared yet\n"),
        (["demo", "--on", "2018"], "error: --on goes with declare\n"),
        (["dmo"], "error: there is no partnership or city 'dmo'\n   help: did you mean 'demo'?"),
    ],
)
def test_what_is_asked_wrongly_changes_nothing(root: Path, arguments: list[str], error: str):
    before = (root / DEMO).read_bytes(), (root / "data/cities/lyon.yaml").read_bytes()

    ran = c2c("--root", root, "step", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(error)
    assert ((root / DEMO).read_bytes(), (root / "data/cities/lyon.yaml").read_bytes()) == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: Demo\nparties: [lyon, graz]\nkind: twining\n", "c2c cannot read all of it"),
        ("{title: Demo, parties: [lyon, graz]}\n", "the file is not written as one key a line"),
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(root: Path, text: str, why: str):
    (root / DEMO).write_text(text)

    ran = c2c("--root", root, "step", "demo", "declare", "aim", "--on", "2018", "--loop", "city_development")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {DEMO} is left as it is: {why}\n")
    assert (root / DEMO).read_text() == text


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(root: Path, monkeypatch: pytest.MonkeyPatch):
    path = root / DEMO
    theirs = path.read_text() + "note: Ours\n"
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        path.write_text(theirs)

    monkeypatch.setattr(os, "fsync", fsync)
    ran = c2c("--root", root, "step", "demo", "declare", "do", "--on", "2018")

    assert (ran.code, ran.out) == (75, "")
    assert "was changed meanwhile and is left as it is" in ran.err
    assert path.read_text() == theirs
    assert [each.name for each in path.parent.iterdir()] == ["demo.yaml"]


def test_a_broken_file_is_told(root: Path):
    (root / DEMO).write_text("title: [\n")

    ran = c2c("--root", root, "step", "demo")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"left out, as c2c cannot read it: {DEMO}\n")
