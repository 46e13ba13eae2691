"""What the shell completes: the process that it starts, with the environment that it gives it; and bash itself."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import build, demo
from c2c.cli import completion
from c2c.export.schema import KINDS
from c2c.workspace import KINDS as FOLDERS
from running import ROOT, environment, program, put
from sheet import SHEET

BIN = Path(sys.executable).parent
ACTIONS = """
- {id: lunch, title: Lunch}
- {id: launch, title: Launch}
- {id: dinner, title: Dinner}
"""
HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    "a b",
    'a"b',
    "a'b",
    "a;touch pwned",
    "a\nb",
    "a\x1b[31mb",
    "é",
    "-rf",
    "a&b",
)
"""Names of files that are no ids, and that a shell would make something of."""


def typed(words: str, cwd: Path = SHEET, **env: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    asked = {
        "_C2C_COMPLETE": "complete_bash",
        "COMP_WORDS": f"c2c {words}",
        "COMP_CWORD": str(len(words.split(" "))),
    }
    return answered(asked | env, cwd)


def answered(env: Mapping[str, str], cwd: Path) -> list[str]:
    ran = program(env=env, cwd=cwd)

    assert (ran.code, ran.err) == (0, "")
    return ran.out.rstrip("\n").split("\n") if ran.out.strip() else []


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two partnerships, an area and a programme of its own, and a file that is broken."""
    files = {
        "data/partnerships/lyon-graz.yaml": demo(
            "ideas: [{id: singing, title: Songs}, {id: ballet, title: B}]", ACTIONS
        ),
        "data/cities/graz.yaml": "names: Graz\nkind: city\ncountry: AT\nideas: [{id: race, title: Race}]\n",
        "data/partnerships/lyon-essen.yaml": demo("", "- {id: walk}\n- x\n- {title: [x]}\n") + "note: [\n",
        "data/guidebook/areas.yaml": "items: [{id: beekeeping, title: Bees}]\n",
        "data/guidebook/programmes.yaml": "items: [{id: honey, title: Honey}, {title: x}, x]\n",
    }
    root: Path = build(tmp_path_factory.mktemp("completion"), files).root
    return root


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("set ly", ["lyon-essen", "lyon-graz"]),
        ("set lyon-g", ["lyon-graz", "lyon-graz/dinner", "lyon-graz/launch", "lyon-graz/lunch"]),
        ("set lyon-graz/l", ["lyon-graz/launch", "lyon-graz/lunch"]),
        ("set lyon-essen/", ["lyon-essen/walk"]),
        ("set lyon/", []),
        ("set lyon-graz/lunch p", ["partly_done", "proposed"]),
        ("set lyon-graz/lunch done --reason post", ["postponed", "postponed_by_counterpart"]),
        ("set lyon-graz/lunch done --evidence ", ["case-study"]),
        ("show ly", ["lyon", "lyon-essen", "lyon-graz"]),
        ("show lyon-graz/d", ["lyon-graz/dinner"]),
        ("show case", ["case-study"]),
        ("step gr", ["graz"]),
        ("step graz ", ["declare"]),
        ("step graz declare pl", ["plan"]),
        ("step graz declare plan --loop l", ["local_helix"]),
        ("status --area bee", ["beekeeping"]),
        ("status --area educ", ["education"]),
        ("status --programme ", ["honey"]),
        ("status --step me", ["measure"]),
        ("status --country DK", ["DK"]),
        ("status --kind tw", ["twinning"]),
        ("status --sort be", ["began"]),
        ("status lyon-graz --effort ", ["visits"]),
        ("list cities --kind asso", ["association"]),
        ("list agreements --kind char", ["charter"]),
        ("list actions --status not", ["not_done"]),
        ("list ideas --status ag", ["agreed"]),
        ("find x --kind ac", ["achievement", "action"]),
        ("new action lyon-graz --like lyon-graz/d", ["lyon-graz/dinner"]),
        ("new action lyon-graz --effort v", ["visits"]),
        ("new action lyon-graz --idea ", ["ballet", "singing"]),
        ("new action lyon-graz --idea graz/", ["graz/race"]),
        ("set graz/", ["graz/race"]),
        ("set lyon-graz/s", ["lyon-graz/singing"]),
        ("list partnerships --lang ", ["da", "en", "zh"]),
        ("report lyon-graz --year 2019 --layout ", ["matrix", "story"]),
        ("report --format ", ["html", "md"]),
        ("validate --format ju", ["junit"]),
        ("guide kp", ["kpis", "kpis-selected"]),
        ("guide beek", ["beekeeping"]),
        ("guide sear", ["search"]),
        ("rule C50", ["C501", "C502", "C503", "C504", "C505", "C506", "C507"]),
        ("rule overd", []),
        ("rule unclear", ["unclear-status"]),
        ("schema part", ["partnership"]),
        ("schema guidebook/a", ["guidebook/agreements", "guidebook/areas"]),
    ],
)
def test_the_shell_is_offered(space: Path, words: str, offered: list[str]):
    assert typed(words, space / "data" / "cities") == offered


def test_what_is_listed_without_being_loaded_is_what_there_is():
    assert typed("schema ") == sorted(KINDS)
    assert sorted(completion._FOLDERS) == sorted(kind.folder for kind in FOLDERS)


@pytest.mark.parametrize(
    ("words", "env"),
    [
        ("set ", {}),
        ("show x", {}),
        ("set a/", {}),
        ("status --area zzz", {}),
        ("--root /nowhere set a/", {}),
        ("set --root ~nobody-of-that-name/x a/", {}),
        ("show ", {"C2C_ROOT": "~nobody-of-that-name/x"}),
        ("show ", {"C2C_ROOT": "/dev/null"}),
        ("show 'a", {}),
        ('show "', {}),
        ("status --effort ", {}),
    ],
)
def test_where_there_is_nothing_to_offer_nothing_is_said(tmp_path: Path, words: str, env: dict[str, str]):
    assert typed(words, tmp_path, **env) == []


def test_what_cannot_be_read_is_passed_over(tmp_path: Path):
    os.mkfifo(
        put(tmp_path, {"data/partnerships/a.yaml": "\x00", "c2c.yaml": ": :"}) / "data/partnerships/b.yaml"
    )
    (tmp_path / "data" / "cities").write_text("a file where a folder is due")
    (tmp_path / "data" / "partnerships" / "c.yaml").write_bytes(b"\xff\xfe" * 9 + b"[" * 99999)
    (tmp_path / "data" / "guidebook").mkdir()
    (tmp_path / "data" / "guidebook" / "areas.yaml").mkdir()

    assert typed("set ", tmp_path) == ["a", "b", "c"]
    for id in ("a", "b", "c", "d"):
        assert [each for each in typed(f"set {id}/", tmp_path) if "/" in each] == []
    assert typed("status --city ", tmp_path) == []
    assert "education" in typed("status --area ", tmp_path)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_no_shell_is_given_anything_to_run(tmp_path: Path, shell: str):
    put(tmp_path, {f"data/cities/{name}.yaml": "names: x\n" for name in (*HOSTILE, "good")})
    text = "focus_areas: [{efforts: [{id: '$(touch pwned)', actions: [{id: '`x`'}, {id: good}]}]}]\n"
    put(tmp_path, {"data/partnerships/p.yaml": text})
    asked = {
        "bash": {"COMP_WORDS": "c2c show ", "COMP_CWORD": "2"},
        "zsh": {"_TYPER_COMPLETE_ARGS": "c2c show "},
        "fish": {"_TYPER_COMPLETE_ARGS": "c2c show ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]

    offered = answered({"_C2C_COMPLETE": f"complete_{shell}", **asked}, tmp_path)

    plain = re.findall('"([^"]*)"', "".join(offered)) if shell == "zsh" else offered
    assert plain == ["good", "p", "p/good"]


@pytest.mark.parametrize(
    ("shell", "env", "told"),
    [
        ("zsh", {"_TYPER_COMPLETE_ARGS": "c2c set lyon-graz/d"}, "_arguments '*: :((\"lyon-graz/dinner\"))'"),
        (
            "fish",
            {"_TYPER_COMPLETE_ARGS": "c2c set lyon-graz/d", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "lyon-graz/dinner",
        ),
    ],
)
def test_other_shells_are_answered_in_their_form(space: Path, shell: str, env: dict[str, str], told: str):
    assert "\n".join(answered({"_C2C_COMPLETE": f"complete_{shell}", **env}, space)) == told


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["set", "lyon-graz/l"], ["lyon-graz/launch", "lyon-graz/lunch"]),
        (["status", "--area", "bee"], ["beekeeping"]),
        (["show", "zzz"], []),
    ],
)
def test_bash_completes(space: Path, words: list[str], offered: list[str]):
    program = """
        eval "$(_C2C_COMPLETE=source_bash c2c)"
        COMP_WORDS=(c2c "$@") COMP_CWORD=$#
        _c2c_completion c2c
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    env = environment(PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}")
    done = subprocess.run(
        ["bash", "--norc", "-c", program, "bash", *words],
        cwd=space,
        env=env,
        capture_output=True,
        encoding="utf-8",
    )

    assert (done.stdout.split(), done.stderr) == (offered, "")


def opened(words: str, cwd: Path) -> list[str]:
    """The files of data that a completion opens, as the process itself tells."""
    run = (
        "import sys\n"
        "sys.addaudithook(lambda event, args: event == 'open' and '/data/' in str(args[0]) "
        "and str(args[0]).endswith('.yaml') and print(args[0], file=sys.stderr))\n"
        "from c2c.cli import main\nmain()"
    )
    env = {
        "_C2C_COMPLETE": "complete_bash",
        "COMP_WORDS": f"c2c {words}",
        "COMP_CWORD": str(len(words.split(" "))),
    }
    done = subprocess.run(
        [sys.executable, "-c", run],
        cwd=cwd,
        env=environment(**env),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [Path(line).name for line in done.stderr.splitlines()]


def test_an_id_is_completed_without_opening_a_file_and_an_action_by_opening_one():
    assert opened("show b", ROOT) == []
    assert opened("set bycirklen-wuxi/a", ROOT) == ["bycirklen-wuxi.yaml"]


def test_no_model_and_no_language_is_loaded_to_complete_ids_actions_and_words():
    run = "import sys\nfrom c2c.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    run += "print(*{'pydantic', 'babel', 'jinja2', 'rich'} & set(sys.modules), file=sys.stderr)"
    for words in ("show b", "set bycirklen-wuxi/a", "set x/y done --reason p", "status --area e", "schema c"):
        env = {"_C2C_COMPLETE": "complete_bash", "COMP_WORDS": f"c2c {words}"}
        env["COMP_CWORD"] = str(len(words.split(" ")))
        done = subprocess.run(
            [sys.executable, "-c", run],
            cwd=ROOT,
            env=environment(**env),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.stderr.strip(), bool(done.stdout)) == ("", True), words
