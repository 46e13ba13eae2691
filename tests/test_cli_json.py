"""docs/json.md and what c2c prints: every key is documented, every documented key is there, the examples are true."""

import json
import re
import shlex
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from repositories import commit, repository
from running import ROOT, c2c, put
from sheet import SHEET

DOCS = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL))
ROW = re.compile(r"^\| `([^`]+)` \| ([a-z ]+) \|", re.MULTILINE)
EXAMPLE = re.compile(r"For example, `c2c ([^`]+)` has:\n\n```json\n(.*?)```", re.DOTALL)
ITEMS = "partnerships[].focus_areas[].efforts[].items[]"

RUNS = {
    "status": [
        "status --json",
        "status bycirklen-wuxi --json --as-of 2019-12-31",
        "status --open --json",
        "status lyon-graz --json",
        "status --json --as-of 2018",
    ],
    "agenda": [
        "agenda --format json",
        "agenda bycirklen-wuxi --as-of 2019-12-31 --within 1y --format json",
        "agenda --as-of 2020 --format json",
        "agenda bycirklen-wuxi --as-of 2021 --format json",
    ],
    "people": [
        "people --json",
        "people bycirklen-wuxi --json --as-of 2019-12-31",
        "people people --json --as-of 2020",
    ],
    "kpi": [
        "kpi --json",
        "kpi bycirklen-wuxi --json --as-of 2019-12-31",
        "kpi measures --json --as-of 2020",
        "kpi --json --year 2019",
    ],
    "list partnerships": ["list partnerships --json"],
    "list cities": ["list cities --json"],
    "list actions": ["list actions --json", "list actions --json --as-of 2019-06"],
    "list agreements": ["list agreements --json"],
    "list ideas": ["list ideas --json"],
    "list sources": ["list sources --json"],
    "show": [
        "show wuxi --json",
        "show bycirklen-wuxi/anniversary-visit --json",
        "show lyon-graz/a --json",
        "show twice --json",
    ],
    "find": [
        "find kindergarten --json",
        "find a --json --as-of 2019",
        "find k --json --kind idea",
        "find b --json",
        "find skole --json --as-of 2019",
        "find i --json",
    ],
    "step": ["step bycirklen-wuxi --json", "step wuxi --json", "step lyon-graz --json", "step lyon --json"],
    "match": [
        "match wuxi --json",
        "match wuxi bycirklen --json --as-of 2019-12-31",
        "match lyon --json",
        "match lyon --json --criteria bonn --as-of 2019-12-31",
        "match ulm --json",
    ],
    "learn": [
        "learn --json",
        "learn bycirklen-wuxi --json --as-of 2019-12-31",
        "learn learned --json --as-of 2020",
        "learn formless --json",
    ],
    "guide": ["guide --json", "guide search MoU --json"],
    "rule": ["rule --json", "rule c501 --json"],
    "validate": ["validate --format json", "validate --format json --since HEAD"],
    "diff": ["diff --format json", "diff --format json HEAD~1"],
    "log": ["log bycirklen-wuxi/ambassador-lunch --json", "log wuxi --json"],
}
"""What is run for each section: on the project's data, and on a small workspace with what that lacks."""

LACKING = {
    "c2c.yaml": "languages: [en]\n",
    "data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\nlooking: true\nideas: [{id: k, title: K}]\n",
    "data/cities/ulm.yaml": "names: Ulm\nkind: city\ncountry: DE\nregion: Swabia\n",
    "data/cities/swabia.yaml": "names: Swabia\nkind: region\ncountry: DE\nseeks: [{id: w, title: W, areas: [sport]}]\n",
    "data/partnerships/lyon-swabia.yaml": "title: L and S\nparties: [lyon, swabia]\nareas: [sport]\nkind: mou\n",
    "data/cities/graz.yaml": "names: {de: Graz}\nkind: association\ncountry: AT\nmembers: [{city: lyon}]\naliases: [Gradec]\n",
    "data/cities/twice.yaml": "names: Twice\nkind: city\ncountry: AT\n",
    "data/sources/twice.yaml": "title: Twice\nauthor: A. U. Thor\npublisher: P\nurl: https://example.org\npublished: 2019\n",
    "data/sources/broken.yaml": "title: [\n",
    "data/cities/broken.yaml": "names: [\n",
    "data/partnerships/bycirklen-wuxi.yaml": "title: broken here\n",
    "data/guidebook/programmes.yaml": "items: [{id: iuc, title: IUC}]\n",
    "data/guidebook/areas.yaml": "items: [{id: sport, title: Sport, broader: culture}]\n",
    "data/partnerships/formless.yaml": "title: Formless\nparties: [lyon, ring]\n",
    "data/cities/ring.yaml": "names: Ring\nkind: association\nmembers: [{city: lyon}]\n",
    "data/partnerships/people.yaml": """
title: People
parties: [lyon, graz]
narrative: [{loop: continual_improvement, step: do, on: 2019}]
contacts:
  - {id: old, party: lyon, role: R, from: 2010, to: 2018, confirmed: 2015, successor: new}
  - {id: new, party: lyon, role: R}
participants:
  - {id: p, title: P, sector: academia, steps: [plan], to: 2018}
  - {id: q, title: Q, sector: industry, steps: [plan]}
events: [{id: v, title: V, kind: visit, when: 2019, host: lyon, level: high, follow_up: F}]
ideas: [{id: i, title: I, by: [lyon]}]
focus_areas:
  - id: all
    title: All
    efforts:
      - {id: e, title: E, actions: [{id: a, title: A, status: [{on: 2019, is: open, reason: waiting_for_others}]}]}
""",
    "data/partnerships/learned.yaml": """
title: Learned
parties: [lyon, graz]
began: 2000
evaluations:
  - {id: e, title: E, on: 2019, period: 2018, by: B, scopes: [activity], findings: [F], decisions: [D],
     published: [{medium: web, on: 2019, url: "https://example.org"}]}
obstacles:
  - {id: o, title: O, challenge: distance, step: do, since: 2010, adjustment: A,
     adjusted: 2015, effect: E, evidence: [{source: twice}]}
  - {id: p, title: P}
factors: [{factor: funding, rating: fair, on: 2019}, {factor: champions, rating: weak}, {factor: length, rating: strong}]
events: [{id: v, title: V, kind: visit, when: 2019}]
achievements: [{id: a, title: A, beneficiaries: [B], evidence: [{source: twice}]}]
lessons: [{id: l, title: L, areas: [sport]}]
""",
    "data/partnerships/measures.yaml": """
title: Measures
parties: [lyon, graz]
kpis:
  - {kpi: trade, period: 2018, value: 1, unit: EUR, definition: D, note: N, sources: [twice]}
  - {kpi: trade, period: 2019, value: 2, unit: EUR, definition: D}
  - {kpi: trade, period: 2020, value: 3, unit: EUR, definition: D, kind: target}
  - {kpi: visitors, period: 2021, value: 3.5, kind: target}
  - {kpi: reputation, period: 2018, statement: S}
  - kpi: trade
    period: 2019-41
    value: 1.5
    evidence: [{source: twice, at: p. 1}, {url: "https://example.org", title: T}]
  - {kpi: reputation, period: 2019, statement: S, note: N, sources: [twice], evidence: [{source: twice}]}
events:
  - {id: v, title: V, kind: visit, when: 2019, host: lyon, level: high}
  - {id: w, title: W, kind: visit, when: 2018, host: lyon}
  - {id: x, title: X, kind: exchange, when: 2019, areas: [sport]}
  - {id: y, title: Y, kind: exchange, when: 2018/2019}
""",
    "data/partnerships/lyon-graz.yaml": """
title: Lyon and Graz
parties: [lyon, graz]
kind: twinning
programmes: [iuc]
areas: [sport]
agreements: [{id: paper, kind: mou, title: P, every: P1Y, areas: [sport], url: "https://example.org"}]
outcomes: [{outcome: first-areas, state: evidenced, note: N, sources: [twice]}]
contacts: [{id: somewhere, role: R}]
ideas:
  - {id: i, title: I, by: [lyon], on: 2018, areas: [sport], sources: [twice]}
  - {id: j, title: J, status: [{on: 2019, is: dropped, reason: no_resources}]}
focus_areas:
  - id: all
    title: All
    efforts:
      - id: visits
        title: Visits
        actions:
          - {id: a, title: A, when: 2019/.., status: [{on: 2019-06, is: "(%)"}]}
          - {id: b, title: B, when: 2018, kind: visit, like: a, idea: i}
          - {id: d, title: D, status: [{on: 2019, is: open, waiting_for: {party: lyon, since: 2018}, note: N}]}
          - id: c
            title: C
            when: ../2019
            status:
              - on: 2019-06
                is: open
                reason: postponed
                waiting_for: {who: VIA, since: 2018, asked: [2018-21]}
                sources: [twice]
                postponed_to: 2021
                evidence: [{url: "https://example.org", title: T, at: p. 1}, {source: twice}]
""",
}


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = put(tmp_path_factory.mktemp("lacking"), LACKING)
    return root


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet in a repository, with changes that are not committed: those that docs/json.md tells of, and more."""
    root = Path(shutil.copytree(SHEET, tmp_path_factory.mktemp("changed") / "space"))
    city, plan = root / "data/cities/wuxi.yaml", root / "data/partnerships/bycirklen-wuxi.yaml"
    repository(root, {})
    commit(root, {}, "The sheet of 2019")
    flags = "ad_hoc: true\n"
    whole = re.sub(r"lat: [\d.]+(.+)lon: [\d.]+", r"lat: 31\1lon: 120.25", city.read_text(), flags=re.DOTALL)
    commit(root, {"data/cities/wuxi.yaml": whole + flags}, "Wuxi")
    lunch, mascots = "bycirklen-wuxi/ambassador-lunch", "bycirklen-wuxi/afu-and-axi"
    assert c2c("--root", root, "set", lunch, "done", "--on", "2020-02", "--note", "At last").code == 0
    assert (
        c2c("--root", root, "set", mascots, "done", "--on", "2018").code == 0
    )  # nothing is on record of before
    now = (
        city.read_text().replace(flags, "").replace("lat: 31", "lat: 31.5").replace("lon: 120.25", "lon: 120")
    )
    city.write_text(re.sub(r"value: \d+", "value: 1", now, count=1))
    text = re.sub(r"  - id: agreement-2013\n(?:    .*\n)+", "", plan.read_text())
    text = re.sub(r"(- id: card-and-slide-design\n(?: {12}.*\n)*?) {12}status:\n(?: {14}.*\n)+", r"\1", text)
    plan.write_text(text.replace("began: 2007", "began: 2006"))
    (root / "data/partnerships/new.yaml").write_text("title: G\nparties: [wuxi, ballerup]\n")
    assert c2c("--root", root, "validate").code == 0
    (root / "data/cities/broken.yaml").write_text("names: [\n")
    city.write_text(city.read_text() + "looking: true\n")
    return root


def kind_of(value: object) -> str:
    kinds = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        type(None): "null",
        dict: "object",
        list: "list",
    }
    return kinds[type(value)]


def keys(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every path in a document with the type of what stands there."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item, f"{path}[]")
        return
    if path:
        yield path, kind_of(value)
    if isinstance(value, dict):
        for key, item in value.items():
            yield from keys(item, f"{path}.{key}".lstrip("."))


def documented(section: str) -> dict[str, set[str]]:
    found = {path: set(types.split(" or ")) for path, types in ROW.findall(SECTIONS[section])}
    if section == "status":  # what it says in words: an item has every key of list actions
        found |= {
            path.replace("actions[]", ITEMS): types
            for path, types in documented("list actions").items()
            if path.startswith("actions[]")
        }
    return found


def printed(section: str, roots: Iterable[Path]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for command in RUNS[section]:
        for root in roots:
            ran = c2c("--root", root, *shlex.split(command))
            for path, kind in keys(json.loads(ran.out)) if ran.out else ():
                found[path].add(kind)
    return found


def is_below_free(path: str, free: set[str]) -> bool:
    return any(path.startswith(f"{each}.") for each in free)


@pytest.mark.parametrize("section", RUNS)
def test_every_key_is_documented_and_every_documented_key_is_printed(
    section: str, lacking: Path, changed: Path
):
    told, given = documented(section), printed(section, (SHEET, lacking, changed))
    # an object whose keys are not told one by one: texts by language, the data of a file, what is told elsewhere
    free = {
        path
        for path, types in told.items()
        if "object" in types and not any(each.startswith(f"{path}.") for each in told)
    }
    given = {path: types for path, types in given.items() if not is_below_free(path, free)}
    inner = {path for path, types in given.items() if types <= {"object"} and path not in told}

    assert {path: types for path, types in given.items() if path not in inner} == told


@pytest.mark.parametrize("section", RUNS)
def test_the_example_is_true(section: str, changed: Path):
    command, text = EXAMPLE.findall(SECTIONS[section])[0]
    root = {"diff": changed, "log": changed, "list ideas": ROOT}.get(section, SHEET)

    real = json.loads(c2c("--root", root, *shlex.split(command)).out)

    assert missing(json.loads(text), real) == []


def missing(told: Any, real: Any, path: str = "") -> list[str]:
    """Where an example says what is not so; it may say less than there is."""
    if isinstance(told, dict) and isinstance(real, dict):
        return [
            each for key in told for each in missing(told[key], real.get(key, "nothing"), f"{path}.{key}")
        ]
    if isinstance(told, list) and told and isinstance(told[0], dict) and isinstance(real, list):
        return [f"{path}: {item}" for item in told if all(missing(item, each) for each in real)]
    return [] if told == real else [f"{path}: {told!r} is {real!r}"]


def test_every_section_is_run():
    assert list(SECTIONS) == list(RUNS)


@pytest.mark.parametrize("command", [command for commands in RUNS.values() for command in commands])
def test_a_document_is_one_with_a_version_also_when_nothing_is_there(command: str, tmp_path: Path):
    (tmp_path / "c2c.yaml").write_text("languages: [en]\n")

    ran = c2c("--root", tmp_path, *shlex.split(command))

    if ran.code == 2:
        assert ran.out == ""
    else:
        assert json.loads(ran.out)["schema_version"] == 1
        assert ran.out.endswith("}\n")
