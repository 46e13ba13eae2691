"""c2c fmt: the canonical form on request only; it says the same, and whoever only asks changes nothing."""

from pathlib import Path

import pytest

from building import BASE, DEMO, demo
from running import ROOT, c2c, put

UNSORTED = "kind: twinning\nparties: [lyon, graz]  # both\n\n\ntitle: Demo\n"
SORTED = "title: Demo\nparties: [lyon, graz]  # both\nkind: twinning\n"
OTHER = "data/partnerships/other.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    texts = {name: str(text) for name, text in BASE.items()}
    folder: Path = put(tmp_path, texts | {DEMO: UNSORTED, OTHER: demo()})
    return folder


def fmt(root: Path, *arguments: str):
    return c2c("--root", root, "fmt", *arguments)


def test_it_names_what_it_brings_into_form_and_then_there_is_nothing_to_do(root: Path):
    assert fmt(root) == (0, f"{DEMO}\n", "")
    assert (root / DEMO).read_text() == SORTED
    assert fmt(root) == (0, "", "")
    assert fmt(root, "--check") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--check"], 1), (["--diff"], 0), (["--diff", "--check"], 1)]
)
def test_who_only_asks_changes_nothing(root: Path, arguments: list[str], code: int):
    ran = fmt(root, *arguments)

    assert (ran.code, ran.err) == (code, "")
    if arguments == ["--check"]:
        assert ran.out == f"{DEMO}\n"
    else:
        assert "\n+title: Demo\n" in ran.out
        assert "\n-title: Demo\n" in ran.out
    assert (root / DEMO).read_text() == UNSORTED


def test_only_what_is_named_is_brought_into_form(root: Path):
    assert fmt(root, OTHER, "data/cities") == (0, "", "")
    assert fmt(root, "data/partnerships").out == f"{DEMO}\n"
    assert fmt(root, "nowhere").code == 2


def test_newlines_and_a_byte_order_mark_stay(root: Path):
    (root / DEMO).write_bytes(b"\xef\xbb\xbf" + UNSORTED.replace("\n", "\r\n").encode())

    assert fmt(root).code == 0
    assert (root / DEMO).read_bytes() == b"\xef\xbb\xbf" + SORTED.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text", ["title: [\n", "title: A\ntitle: B\n", "titel: A\n", "title: A\nparties: [lyon]\nkind: mouu\n"]
)
def test_what_cannot_be_read_is_left_as_it_is_and_the_rest_is_brought_into_form(root: Path, text: str):
    put(root, {OTHER: text})

    ran = fmt(root)

    assert (ran.code, ran.out) == (1, f"{DEMO}\n")
    assert ran.err == (
        f"{OTHER} is left as it is: c2c cannot read all of it\n   help: c2c validate {OTHER} says why\n"
    )
    assert (root / OTHER).read_text() == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "kind: mou\nparties: [lyon]\ntitle: |\n  No newline ends this text",
            "c2c cannot bring it into form so that it reads back as the same",
        ),
        (
            "? kind\n# between the two\n: mou\ntitle: A\nparties: [lyon]\n",
            "c2c cannot say where its comments belong",
        ),
        (
            "kind: mou\n? title\n: A\nparties: [lyon]\n",
            "its lines are written in a way that c2c does not know",
        ),
        (
            "kind: mou\n? title  # what it is called\n: A\nparties: [lyon]\n",
            "its lines are written in a way that c2c does not know",
        ),
        (
            "? title  # what: its name\n: A\nkind: mou\nparties: [lyon]\n",
            "its lines are written in a way that c2c does not know",
        ),
        (
            "? title  # what it is called\n: A\nkind: mou\nparties: [lyon]\n",
            "c2c cannot say where its comments belong",
        ),
    ],
)
def test_what_cannot_be_brought_into_form_is_left_as_it_is_and_it_is_said_why(
    root: Path, text: str, why: str
):
    put(root, {OTHER: text})

    assert fmt(root, OTHER) == (1, "", f"{OTHER} is left as it is: {why}\n")
    assert (root / OTHER).read_text() == text


def test_a_file_in_braces_has_no_order_of_lines(root: Path):
    text = "# all of it\n{kind: mou, title: A,\n parties: [lyon]}  # here\n\n\n"
    put(root, {OTHER: text})

    assert fmt(root, OTHER) == (0, f"{OTHER}\n", "")
    assert (root / OTHER).read_text() == text.rstrip() + "\n"


def test_our_own_data_is_in_form():
    assert c2c("--root", ROOT, "fmt", "--check") == (0, "", "")
