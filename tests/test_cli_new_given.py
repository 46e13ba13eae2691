"""c2c new: what is given for a field, as the file has it; and the sentence for what cannot be taken."""

from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from running import Ran, c2c, put

BARE = "data/partnerships/bare.yaml"
LONG = "a-very-long-id-of-an-action-that-somebody-has-made-from-its-whole-title"
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "languages: [en]\n",
    DEMO: demo(
        "agreements: [{id: first, kind: mou}]\ncontacts: [{id: desk, role: Desk}]",
        f"- {{id: lunch, title: Lunch}}\n- {{id: {LONG}, title: Long}}",
    ),
    BARE: "title: Bare\nparties: [lyon, graz]\nkind: mou\n",
    "data/partnerships/elsewhere.yaml": demo("", f"- {{id: {LONG}, title: {{en: Twins}}, areas: [culture]}}"),
    "data/partnerships/broken.yaml": "title: [\n",
    "data/cities/ulm.yaml": "names: [\n",
}
ACTION = ("action", "demo", "--effort", "visits")
AGREEMENT = ("agreement", "demo", "--kind", "mou")
CITY = ("city", "--name", "Bonn", "--kind", "city", "--country", "DE")
PLACE = "write latitude and longitude: 55.73,12.36"
DIGITS = "write digits and a decimal point only, such as 47000 or 8.5"
SIGNS = "use a-z, 0-9 and single hyphens, at most 80"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def run(root: Path, *arguments: str) -> Ran:
    return c2c("--root", root, "new", *arguments)


def added(root: Path, *arguments: str) -> str:
    """The lines that would be new."""
    ran = run(root, *arguments, "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines(keepends=True)[3:]
    assert not [line for line in lines if line.startswith("-")]
    return "".join(line[1:] for line in lines if line.startswith("+"))


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            (*CITY, "--coordinates", "50.73, 7.1"),
            "names: Bonn\nkind: city\ncountry: DE\ncoordinates: {lat: 50.73, lon: 7.1}\n",
        ),
        (
            ("participant", "bare", "--title", "Choirs", "--quantity", "3"),
            "\nparticipants:\n  - id: choirs\n    title: Choirs\n    quantity: {value: 3}\n",
        ),
        (
            ("participant", "bare", "--title", "Choir", "--side", "graz"),
            "\nparticipants:\n  - id: choir\n    title: Choir\n    side: graz\n",
        ),
        (
            ("participant", "graz", "--title", "Choir", "--action", "lunch"),
            "\nparticipants:\n  - id: choir\n    title: Choir\n    actions: [lunch]\n",
        ),
        (
            ("factor", "bare", "--factor", "funding", "--rating", "weak", "--evidence", "case-study"),
            "\nfactors:\n  - factor: funding\n    rating: weak\n    evidence: [{source: case-study}]\n",
        ),
        (
            (
                "evaluation",
                "bare",
                "--title",
                "Review",
                "--finding",
                "Once " * 12,
                "--finding",
                "Twice " * 12,
            ),
            (
                f"\nevaluations:\n  - id: review\n    title: Review\n    findings:\n"
                f'      - "{"Once " * 12}"\n      - "{"Twice " * 12}"\n'
            ),
        ),
        (
            ("idea", "bare", "--title", "Dance", "--note", "one\ttwo  " * 12 + "three"),
            '\nideas:\n  - id: dance\n    title: Dance\n    note: "' + "one\\ttwo  " * 12 + 'three"\n',
        ),
        (
            ("idea", "bare", "--title", "Dance", "--note", "two  spaces " * 12 + "here"),
            "\nideas:\n  - id: dance\n    title: Dance\n    note: " + "two  spaces " * 12 + "here\n",
        ),
    ],
)
def test_what_is_given_stands_in_the_file_as_the_format_has_it(
    root: Path, arguments: tuple[str, ...], lines: str
):
    assert added(root, *arguments) == lines


def test_an_id_that_would_be_too_long_is_not_made_from_an_origin(root: Path):
    assert added(root, *ACTION, "--like", f"elsewhere/{LONG}") == (
        "          - id: twins\n            title: {en: Twins}\n            areas: [culture]\n"
        f"            like: elsewhere/{LONG}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "error", "help"),
    [
        (("action", "bare", "--title", "X"), "bare has no effort yet", "c2c new effort bare"),
        (("effort", "bare", "--title", "X"), "bare has no focus area yet", "c2c new focus-area bare"),
        ((*ACTION, "--effort", "visits", "--title", "X"), "--effort is given twice", "give it once"),
        (
            ("effort", "demo", "--focus-area", "all", "--focus-area", "all", "--title", "X"),
            "--focus-area is given twice",
            "give it once",
        ),
        ((*ACTION, "--like", "lunch", "--like", "lunch"), "--like is given twice", "give it once"),
        ((*ACTION, "--idea", "ulm/a", "--idea", "ulm/b"), "--idea is given twice", "give it once"),
        ((*ACTION, "--like", ""), "there is no action '' in demo", f"one of lunch, {LONG}"),
        ((*AGREEMENT, "--renews", "frist"), "there is no agreement 'frist'", "did you mean 'first'?"),
        (
            ("contact", "demo", "--role", "Mayor", "--successor", "dsk"),
            "there is no contact 'dsk'",
            "did you mean 'desk'?",
        ),
        (
            ("participant", "demo", "--title", "Choir", "--action", "lunsh"),
            "there is no action 'lunsh'",
            f"did you mean 'lunch'? one of lunch, {LONG}",
        ),
        ((*AGREEMENT, "--id", "无锡"), "--id: '无锡' is not an id", SIGNS),
        ((*AGREEMENT, "--id", "a" * 90), f"--id: '{'a' * 80}' is not an id", SIGNS),
        ((*CITY, "--coordinates", "50.7"), "--coordinates: '50.7' is no place", PLACE),
        ((*CITY, "--coordinates", "120.3,31.57"), "--coordinates: '120.3,31.57' is no place", PLACE),
        ((*CITY, "--coordinates", "31.57,-180.5"), "--coordinates: '31.57,-180.5' is no place", PLACE),
        ((*CITY, "--coordinates", "50.7,east"), "--coordinates: 'east' is not a number", DIGITS),
        (
            ("participant", "bare", "--title", "Choirs", "--quantity", "three"),
            "--quantity: 'three' is not a number",
            DIGITS,
        ),
    ],
)
def test_what_cannot_be_taken_is_said_with_what_to_do(
    root: Path, arguments: tuple[str, ...], error: str, help: str
):
    assert run(root, *arguments) == (2, "", f"error: {error}\n   help: {help}\n")


@pytest.mark.parametrize(
    ("option", "value", "name"),
    [
        ("--like", "broken/lunch", "data/partnerships/broken.yaml"),
        ("--idea", "ulm/music", "data/cities/ulm.yaml"),
    ],
)
def test_an_origin_that_cannot_be_read_is_named(root: Path, option: str, value: str, name: str):
    assert run(root, *ACTION, option, value) == (
        1,
        "",
        f"error: c2c cannot read all of {name}\n   help: c2c validate {name} says why\n",
    )
