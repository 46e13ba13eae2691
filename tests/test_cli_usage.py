"""How c2c is called: help, the root, and what it says when it is used wrongly."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.exceptions import TyperException

from c2c import __version__
from c2c.cli.usage import told
from c2c.errors import BadOption, NoFolder, NoWorkspace, OutputError, TemplateError, Unknown
from c2c.language import known
from running import ROOT, c2c, inside, ours, put

COMMANDS = [
    "init",
    "validate",
    "status",
    "agenda",
    "people",
    "kpi",
    "show",
    "find",
    "report",
    "set",
    "step",
    "match",
    "learn",
    "fmt",
    "diff",
    "log",
    "merge",
    "guide",
    "rule",
    "schema",
    "list",
    "new",
]
LISTS = ["partnerships", "cities", "actions", "agreements", "ideas", "sources"]
CITY = {"data/cities/lyon.yaml": "names: Lyon\nkind: city\ncountry: FR\n"}


@pytest.mark.parametrize("help", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([each] for each in COMMANDS), *(["list", each] for each in LISTS)])
def test_every_command_has_help(command: list[str], help: str):
    ran = c2c(*command, help)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: {' '.join(['c2c', *command])} [OPTIONS]")
    assert not [line for line in ran.out.split("\n") if line != line.rstrip()]


def test_help_names_every_command():
    assert re.findall(r"^  (\w+)  ", c2c("--help").out.partition("Commands:")[2], re.MULTILINE) == COMMANDS


@pytest.mark.parametrize("command", [[], ["list"]])
def test_without_a_command_it_says_which_there_are(command: list[str]):
    ran = c2c(*command)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == c2c(*command, "--help").out


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--version", "status"], ["--root", "nowhere", "--version"]]
)
def test_the_version(arguments: list[str]):
    assert c2c(*arguments) == (0, f"c2c {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["stauts"],
            "there is no command 'stauts'\n   help: did you mean 'status'?\n",
        ),
        (["qqq"], "there is no command 'qqq'\n   help: c2c --help says more\n"),
        (
            ["list", "citis"],
            "there is no command 'citis'\n   help: did you mean 'cities'? one of partnerships",
        ),
        (["new", "cty"], "there is no command 'cty'\n   help: did you mean 'city'? one of city, partnership"),
        (["status", "--opne"], "there is no option --opne\n   help: did you mean --open?\n"),
        (["status", "--qqqqqq"], "there is no option --qqqqqq\n   help: c2c status --help says more\n"),
        (["status", "-q"], "there is no option -q\n   help: c2c status --help says more\n"),
        (["--lang", "da", "status"], "there is no option --lang\n   help: --lang goes after the command\n"),
        (["list", "--json", "cities"], "there is no option --json\n   help: --json goes after the command\n"),
        (["--verson"], "there is no option --verson\n   help: did you mean --version?\n"),
        (["status", "a", "b"], "'b' is too much for c2c status\n   help: c2c status --help says more\n"),
        (["status", "a", "b c", "d"], "'b c d' is too much for c2c status\n"),
        (["status", "--as-of"], "--as-of needs a value\n"),
        (["--root"], "--root needs a value\n"),
        (["status", "--json=yes"], "--json takes no value\n"),
        (["show"], "ID is missing\n   help: c2c show --help says more\n"),
        (["report"], "--year is missing\n   help: c2c report --help says more\n"),
        (["rule", "C50"], "there is no rule 'C50'\n   help: did you mean 'C50"),
        (["rule", "no-raeson"], "there is no rule 'no-raeson'\n   help: did you mean 'no-reason'?\n"),
        (["rule", "qqqqqq"], "there is no rule 'qqqqqq'\n   help: c2c rule lists them all\n"),
    ],
)
def test_what_is_typed_wrongly(arguments: list[str], said: str):
    ran = c2c(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


def test_what_typer_says_otherwise_is_said_in_our_style():
    assert told(TyperException("Something is Odd.")) == ("something is Odd", "c2c --help says more")


def test_what_typer_says_of_a_command_otherwise_is_said_in_our_style():
    class OfStatus(TyperException):
        ctx = SimpleNamespace(command_path="c2c status")

    assert told(OfStatus("Invalid Value.")) == ("invalid Value", "c2c status --help says more")


@pytest.mark.parametrize(
    "arguments",
    [["stauts\n::error::x"], ["status", "x\x1b[2J\n::error::x"], ["show", "##[group]"], ["-\x1b"]],
)
def test_what_was_typed_cannot_reach_the_terminal_or_a_log(arguments: list[str]):
    ran = ours(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "\x1b" not in ran.err
    assert "##[" not in ran.err
    assert not [line for line in ran.err.split("\n") if line.startswith("::")]


@pytest.mark.parametrize(
    "error", [NoWorkspace("x"), NoFolder("x"), Unknown("city", "x", []), BadOption("x"), TemplateError("x")]
)
def test_wrong_use_ends_with_2(error: BadOption):
    assert error.exit_code == 2


def test_what_cannot_be_written_ends_with_74():
    assert OutputError("x").exit_code == 74


def test_an_error_of_our_own_has_a_sentence_and_help():
    error = Unknown("status", "don", ["done", "open"], where="here")

    assert str(error) == "there is no status 'don' in here"
    assert error.help == "did you mean 'done'? one of done, open"
    assert Unknown("city", "lyn", ["lyon"], "look").help == "did you mean 'lyon'?"
    assert Unknown("city", "zz", ["lyon"], "look").help == "one of lyon"
    assert Unknown("city", "zz", [], "look").help == "look"
    assert BadOption("x").help == ""


# the root


@pytest.fixture
def two(tmp_path: Path) -> Path:
    put(tmp_path / "a", CITY)
    put(tmp_path / "b", {name.replace("lyon", "graz"): text for name, text in CITY.items()})
    return tmp_path


def cities(*arguments: str | Path) -> str:
    ran = c2c(*arguments)
    assert ran.code == 0, ran.err
    return str(ran.out.split("\n")[1].split()[0])


def test_the_root_stands_before_or_after_the_command(two: Path):
    assert cities("--root", two / "a", "list", "cities") == "lyon"
    assert cities("list", "cities", "--root", two / "a") == "lyon"
    assert cities("--root", two / "a", "list", "cities", "--root", two / "b") == "graz"


def test_the_root_comes_from_the_environment(two: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("C2C_ROOT", str(two / "a"))

    assert cities("list", "cities") == "lyon"
    assert cities("--root", two / "b", "list", "cities") == "graz"
    assert cities("list", "cities", "--root", two / "b") == "graz"


def test_an_empty_environment_names_no_root(two: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("C2C_ROOT", "")

    with inside(two / "b"):
        assert cities("list", "cities") == "graz"


@pytest.mark.parametrize("folder", ["a", "a/data", "a/data/cities"])
def test_it_works_from_any_folder_below_the_root(two: Path, folder: str):
    with inside(two / folder):
        assert cities("list", "cities") == "lyon"
    assert cities("--root", two / folder, "list", "cities") == "lyon"


def test_without_a_workspace_it_says_how_to_name_one(tmp_path: Path):
    with inside(tmp_path):
        ran = c2c("status")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: no workspace at or above {tmp_path}\n"
        "   help: go to a folder that holds c2c.yaml or data/, or name one with --root DIR or C2C_ROOT\n"
    )


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_root_that_is_no_folder_is_refused(tmp_path: Path, name: str):
    (tmp_path / "file").write_text("")

    ran = c2c("--root", tmp_path / name, "status")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: the root {tmp_path / name} is not a folder\n"
        "   help: name the folder of c2c.yaml and data/ with --root DIR or C2C_ROOT\n"
    )


def test_a_folder_that_cannot_be_looked_into(monkeypatch: pytest.MonkeyPatch):
    def find(start: Path) -> None:
        raise PermissionError(13, "Permission denied", str(start))

    monkeypatch.setattr("c2c.workspace.Workspace.find", find)

    assert c2c("--root", "/", "status") == (74, "", "error: /: permission denied\n")


# the language


@pytest.mark.parametrize(
    ("languages", "wanted", "head"),
    [
        ("[da, en]", [], "id    navn"),
        ("[fr, da]", [], "id    navn"),
        ("[fr]", [], "id    name"),
        ("[da]", ["--lang", "zh"], "编号"),
        ("[da]", ["--lang", "en"], "id    name"),
    ],
)
def test_the_language_is_the_wanted_one_or_the_first_that_c2c_speaks(
    tmp_path: Path, languages: str, wanted: list[str], head: str
):
    root = put(tmp_path, {**CITY, "c2c.yaml": f"languages: {languages}\n"})

    assert c2c("--root", root, "list", "cities", *wanted).out.startswith(head)


@pytest.mark.parametrize(
    "command", [["status"], ["show", "wuxi"], ["report", "--year", "2019"], ["list", "cities"]]
)
def test_a_language_that_c2c_does_not_speak_is_refused(command: list[str]):
    ran = ours(*command, "--lang", "dk")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: there is no language 'dk'\n   help: ")
    assert ", ".join(known()) in ran.err


# rule


def test_a_rule_is_explained_by_its_code_or_name():
    told_rule = c2c("rule", "C501").out

    assert told_rule.startswith("C501 no-reason (warning)\n\nWhat is partly done or not done says why")
    assert "\nBad:\n" in told_rule
    assert [c2c("rule", name).out for name in ("c501", "no-reason", "NO_REASON", " C501 ")] == [told_rule] * 4


def test_all_rules_are_listed():
    from c2c.rules import RULES

    lines = c2c("rule").out.splitlines()

    assert lines[0].split() == ["code", "severity", "rule", "asks"]
    assert [line.split()[:3] for line in lines[1:]] == [
        [rule.code, rule.severity.value, rule.name] for rule in RULES
    ]


def test_rules_need_no_workspace(tmp_path: Path):
    with inside(tmp_path):
        assert c2c("rule").code == 0


def test_the_root_of_these_tests_is_the_repository():
    assert (ROOT / "c2c.yaml").is_file()
