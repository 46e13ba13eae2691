"""The JSON Schemas: other people's tools take them, they refuse slips, and editors are told of them."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from building import build
from c2c.export.schema import KINDS, settings
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.rules import RULES
from c2c.source import Source
from running import ROOT, c2c, put
from test_rules_manual import manual as page_of

CHECK = Path(sys.executable).parent / "check-jsonschema"
VARIANTS = ("default", "python")
SCHEMAS = ROOT / "schemas"
MISTAKES = {
    "misspelt key": "titel: x",
    "misspelt status": "focus_areas: [{id: a, title: A, efforts: [{id: b, title: B, actions: "
    "[{id: c, title: C, status: [{on: 2019, is: partialy_done}]}]}]}]",
    "a marker with letters that no legend has": "focus_areas: [{id: a, title: A, efforts: [{id: b, title: B, actions: "
    "[{id: c, title: C, status: [{on: 2019, is: ok}]}]}]}]\nlegend: {+: done}",
    "misspelt kind": "kind: twining",
    "a date in words": "began: spring 2018",
    "a day that is none": "began: 2018-05-33",
    "a text where a list is due": "areas: education",
    "an id with a capital letter": "areas: [Education]",
    "a text in a language that is none": "summary: {danish: x}",
    "an empty text": 'summary: ""',
    "an address that is none": "agreements: [{id: a, kind: mou, url: www.example.org}]",
    "a number with a separator": 'facts: [{id: a, title: A, quantity: {value: "47,000"}}]',
    "a reason that is none": "ended: {on: 2019, reason: tired}",
    "a missing key": "ended: {on: 2019}",
    "a duration that is none": "agreements: [{id: a, kind: mou, every: yearly}]",
}
AS_TEXT = """title: 2019
parties: [lyon, 12, true]
began: 2009
agreements:
  - {id: a, kind: mou, signed: 2019-12-01, url: HTTPS://example.org/}
  - {id: yes, kind: mou, signed: 2010-05, title: 12:30, note: }
  - {id: 010, kind: mou, signed: , title: no}
legend: {1: done, +: done}
note:
kind:
focus_areas:
  - id: a
    title: 2018-05-01
    efforts:
      - id: b
        title: {no: x, da: 3}
        actions:
          - id: c
            title: 1_000
            when: {edtf: 2018-05-01, text: 2018-05-01}
            status: [{is: √, on: 2019-12-01}, {is: 1, on: 2020}, {is: "?", on: 2020-22}]
"""
"""What c2c reads as texts, and others as numbers, days, true and false."""


def checked(kind: str, *files: Path, variant: str = "default") -> dict[str, Any]:
    """What check-jsonschema says of files."""
    command: list[str | Path] = [CHECK, "--output-format", "json"]
    command += ["--regex-variant", variant, "--schemafile", SCHEMAS / f"{kind}.schema.json", *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def refused(kind: str, *files: Path, variant: str = "default") -> dict[str, str]:
    """The files that check-jsonschema does not take, by name, with why."""
    found = checked(kind, *files, variant=variant)
    assert found.get("parse_errors", []) == []
    return {
        Path(each["filename"]).name: f"{each['path']}: {each['message']}" for each in found.get("errors", [])
    }


def kind_of(name: str) -> str:
    return next(kind for kind, each in KINDS.items() if Path(name).match(each.files))


def test_they_are_schemas():
    command: list[str | Path] = [CHECK, "--check-metaschema", *SCHEMAS.rglob("*.json")]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["city", "partnership", "source", "workspace"])
def test_our_own_files_are_taken(kind: str):
    assert refused(kind, *ROOT.glob(KINDS[kind].files)) == {}
    # with Python's patterns, which others have, the ten largest; all of them take their time
    largest = sorted(ROOT.glob(KINDS[kind].files), key=lambda path: path.stat().st_size)[-10:]
    assert refused(kind, *largest, variant="python") == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", [name for name in KINDS if name.startswith("guidebook/")])
def test_the_guidebook_and_what_we_add_to_it_are_taken(kind: str):
    shipped = ROOT / "src/c2c/guidebook/data" / Path(KINDS[kind].files).name
    files = [path for path in (shipped, ROOT / KINDS[kind].files) if path.exists()]

    assert not files or refused(kind, *files) == {}


def good_examples(root: Path) -> Iterator[tuple[str, Path]]:
    """The files of the rules' manuals that are right, each with its kind."""
    for rule in RULES:
        good = page_of(rule).good
        if good.startswith("$ "):
            continue
        good = good.rpartition("# as it is now\n")[2]
        named = re.match(r"# (data/[a-z]+/[a-z]+\.yaml|c2c\.yaml)\n", good)
        name = named[1] if named else "data/partnerships/demo.yaml"
        path = root / rule.code / name
        put(path.parent, {path.name: good})
        yield kind_of(name), path


@pytest.mark.slow
def test_the_good_examples_of_the_rules_are_taken(tmp_path: Path):
    by_kind: dict[str, list[Path]] = {}
    for kind, path in good_examples(tmp_path):
        by_kind.setdefault(kind, []).append(path)

    assert {kind: refused(kind, *files) for kind, files in by_kind.items()} == {kind: {} for kind in by_kind}


@pytest.mark.parametrize("variant", VARIANTS)
def test_slips_are_refused(tmp_path: Path, variant: str):
    files = {f"{name}.yaml": f"title: x\nparties: [lyon, graz]\n{text}\n" for name, text in MISTAKES.items()}
    put(tmp_path, files)

    assert set(refused("partnership", *tmp_path.iterdir(), variant=variant)) == set(files)


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_others_take_for_numbers_and_days_is_taken_where_c2c_reads_a_text(tmp_path: Path, variant: str):
    put(tmp_path, {"demo.yaml": AS_TEXT})

    assert load(Partnership, Source.parse(AS_TEXT).data).problems == ()
    assert refused("partnership", tmp_path / "demo.yaml", variant=variant) == {}


def test_a_schema_is_printed_as_it_is_committed_where_there_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)

    for kind in ("partnership", "guidebook/areas"):
        assert c2c("schema", kind).out == (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")


def test_a_workspace_adds_its_own_ids_and_languages(tmp_path: Path):
    guidebook = "items: [{id: beekeeping, title: {en: Beekeeping, da: Biavl}}]\n"
    files = {
        "data/guidebook/areas.yaml": guidebook,
        "c2c.yaml": "languages: [pl, zz]\n",
        "data/cities/oops.yaml": "names: [",
    }
    build(tmp_path, files)

    made = json.loads(c2c("--root", tmp_path, "schema", "partnership").out)

    suggested = {name: ids(made, name) for name in ("known_city", "known_source", "known_areas")}
    assert suggested["known_city"] == {"graz": "Graz (AT)", "lyon": "Lyon (FR)"}
    assert suggested["known_source"] == {"case-study": "A case study"}
    assert suggested["known_areas"]["beekeeping"] == "Beekeeping · Biavl"
    assert suggested["known_areas"]["education"]
    assert list(made["definitions"]["text"]["anyOf"][1]["properties"]) == ["pl", "zz"]
    demo = {"title": "x", "parties": ["a-city-of-tomorrow"], "areas": ["an-area-of-tomorrow"]}
    assert list(Draft7Validator(made).iter_errors(demo)) == []


def ids(made: Any, name: str) -> dict[str, str]:
    definition = made["definitions"][name]
    return {each["const"]: each["description"] for each in definition["anyOf"][0]["anyOf"] if "const" in each}


def test_the_kinds_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    ran = c2c("schema")

    assert [line.split()[0] for line in ran.out.splitlines()[1:]] == list(KINDS)
    assert (ran.code, ran.err) == (0, "")


def test_a_kind_that_is_none_is_told_with_the_nearest():
    ran = c2c("schema", "partnershp")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: there is no kind of file 'partnershp'\n   help: did you mean 'partnership'?\n"


def test_a_root_that_is_named_has_to_be_one(tmp_path: Path):
    assert c2c("schema", "city", "--root", tmp_path).code == 2


def test_the_settings_of_this_repository_name_every_schema_and_every_file():
    told = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]

    assert {ROOT / name for name in told} == set(SCHEMAS.rglob("*.json"))
    assert told["./schemas/partnership.schema.json"] == "data/partnerships/*.yaml"


def test_the_page_on_editors_gives_the_settings_that_c2c_makes():
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    made: Any = settings(".vscode")
    in_page = re.findall("for kind in (.*?);", page)[0].split()

    assert in_page == [name for name in KINDS if not name.startswith("guidebook/")]
    assert shown["yaml.schemas"] == {
        f"./.vscode/{name}.schema.json": made["yaml.schemas"][f"./.vscode/{name}.schema.json"]
        for name in in_page
    }
    assert {key: value for key, value in shown.items() if key != "yaml.schemas"} == {
        "yaml.format.enable": False
    }
