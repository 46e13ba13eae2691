"""Find the root, list what is there, read what is asked for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from building import BASE, DEMO, Files, demo, told
from c2c.errors import NoWorkspace
from c2c.model.city import City
from c2c.rules.check import check
from c2c.source import MAX_BYTES, Memory, Problem
from c2c.workspace import CITY, PARTNERSHIP, SOURCE, Workspace

Build = Callable[[Files], Workspace]


def test_a_workspace_is_found_from_any_folder_below(workspace: Build):
    root = workspace({"data/cities/notes/deep/x.txt": "x"}).root

    assert Workspace.find(root).root == root
    assert Workspace.find(root / "data/cities/notes/deep").root == root


def test_a_folder_of_data_is_enough(workspace: Build):
    root = workspace({}).root
    (root / "c2c.yaml").unlink()

    assert Workspace.find(root / "data").root == root


def test_settings_without_data_are_a_workspace(tmp_path: Path):
    (tmp_path / "c2c.yaml").write_text("title: Ours\n")

    space = Workspace.find(tmp_path)

    assert (space.entries, space.strays, space.config.title.best([]).text) == ((), (), "Ours")
    assert told(space) == []


def test_where_there_is_none_the_error_says_what_to_do(tmp_path: Path):
    with pytest.raises(NoWorkspace) as caught:
        Workspace.find(tmp_path)

    assert str(caught.value) == f"no workspace at or above {tmp_path}"
    assert (
        caught.value.help
        == "go to a folder that holds c2c.yaml or data/, or name one with --root DIR or C2C_ROOT"
    )
    assert caught.value.exit_code == 2


def test_a_folder_that_may_not_be_looked_into_is_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refuse)

    with pytest.raises(NoWorkspace):
        Workspace.find(tmp_path)


def test_what_is_there_is_listed_in_order_and_read_when_it_is_asked_for(workspace: Build):
    space = workspace({DEMO: demo(), "data/cities/aalborg.yaml": "names: Aalborg\nkind: city\ncountry: DK\n"})

    assert space.ids(CITY) == ["aalborg", "graz", "lyon"]
    assert (space.ids(PARTNERSHIP), space.ids(SOURCE)) == (["demo"], ["case-study"])
    assert [file.entry.id for file in space.files(CITY)] == ["aalborg", "graz", "lyon"]
    [graz] = space.files(CITY, ["graz", "nowhere"])
    assert isinstance(graz.record, City)
    assert graz.record is graz.rest
    assert str(graz.span(("country",))) == "data/cities/graz.yaml:3:10"


def test_what_is_no_data_is_passed_over_or_told(workspace: Build):
    files = {
        **dict.fromkeys(
            ["data/README.md", "data/cities/README.md", "data/LICENSE", "data/.gitkeep", "data/.x/y.yaml"],
            "x",
        ),
        **dict.fromkeys(["data/cities/.#lyon.yaml", "data/cities/.yaml", "data/cities/.lyon.yaml.swp"], "x"),
        **dict.fromkeys(
            [
                "data/cities/a.yml",
                "data/cities/b.YAML",
                "data/cities/c.json",
                "data/cities/d",
                "data/cities/lyon.yaml~",
            ],
            "x",
        ),
        **dict.fromkeys(
            [
                "data/city/x.yaml",
                "data/lyon.yaml",
                "data/cities/old/x.yaml",
                "data/partnerships.yaml",
                "c2c.yml",
            ],
            "x",
        ),
    }

    space = workspace(files)

    assert space.ids(CITY) == ["graz", "lyon"]
    only_yaml = "only NAME.yaml is read here; rename it or move it out of data/"
    into = "put it into data/cities, data/partnerships, data/sources, data/guidebook, or move it out of data/"
    told_of = {
        "c2c.yml": ("a file", ": its name ends in .yml", "rename it to end in .yaml"),
        "data/cities/a.yml": ("a file", ": its name ends in .yml", "rename it to end in .yaml"),
        "data/cities/b.YAML": ("a file", ": its name ends in .YAML", "rename it to end in .yaml"),
        "data/cities/c.json": ("a file", "", only_yaml),
        "data/cities/d": ("a file", "", only_yaml),
        "data/cities/lyon.yaml~": ("a file", "", only_yaml),
        "data/cities/old": ("a folder", "", only_yaml),
        "data/city": (
            "a folder",
            "",
            "did you mean 'cities'? one of cities, partnerships, sources, guidebook",
        ),
        "data/lyon.yaml": ("a file", "", into),
        "data/partnerships.yaml": ("a file", "", into),
    }
    assert [(str(each), each.help) for each in check(space).findings] == [
        (f"{path}:1:1: warning C005 is {what} that c2c does not read{why}", help)
        for path, (what, why, help) in told_of.items()
    ]


def test_two_strays_that_are_shown_alike_do_not_confuse(workspace: Build):
    root = workspace({}).root
    (root / "data/cities" / os.fsdecode(b"\xff.txt")).write_text("x")
    (root / "data/cities" / os.fsdecode(b"\xfe.txt")).mkdir()

    assert told(Workspace.open(root)) == [
        "data/cities/�.txt:1:1: warning C005 is a file that c2c does not read",
        "data/cities/�.txt:1:1: warning C005 is a folder that c2c does not read",
    ]


def test_a_record_is_there_only_if_all_of_the_file_could_be_read(workspace: Build):
    space = workspace(
        {
            "data/cities/a.yaml": "names: A\nkind: city\ncountry: AA\nnote: a: b\n",
            "data/cities/b.yaml": "names: B\nkind: city\ncountry: BB\nnotes: x\n",
            "data/cities/c.yaml": "[",
        }
    )

    a, b, c = space.files(CITY, ["a", "b", "c"])

    assert (a.record, b.record, c.record, c.rest) == (None, None, None, None)
    assert isinstance(a.rest, City)
    assert isinstance(b.rest, City)
    assert not a.is_complete(("note",))
    assert not a.is_complete(())
    assert a.is_complete(("names",))
    assert b.is_complete(("note",))
    assert not b.is_complete(())
    assert not b.is_complete(("notes", "x"))
    assert not c.is_complete(("names",))


def test_the_settings_are_what_fits_of_them(workspace: Build):
    config = (
        "title: Ours\nlanguages: [da, zh]\naccepted: [{rule: C702, subject: demo, reason: x}, {rule: x}]\n"
    )

    space = workspace({"c2c.yaml": config})

    assert space.config.languages == ("da", "zh")
    assert space.config.title.best(["en"]).text == "Ours"
    assert [entry.subject for entry in space.config.accepted] == ["demo"]
    assert workspace({"c2c.yaml": "["}).config.languages == ("en",)


def test_reading_writes_nothing(workspace: Build):
    space = workspace({DEMO: demo("note: a: b")})
    before = {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in space.root.rglob("*") if path.is_file()
    }

    told(space)

    assert {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in space.root.rglob("*") if path.is_file()
    } == before
    assert len(before) == len(BASE) + 1


def test_files_in_memory_are_a_workspace_as_good_as_those_on_disk(workspace: Build, tmp_path: Path):
    files = {
        DEMO: demo("note: a: b"),
        "c2c.yml": "x",
        "data/cities/x.yaml/y": "x",
        "data/cities/a.yml": "x",
        "data/cities/large.yaml": b"#" * (MAX_BYTES + 1),
        "data/towns/x.yaml": "x",
        "data/guidebook": "x",
    }
    on_disk = workspace(files)
    both = {**BASE, **files}

    in_memory = Workspace.open(
        tmp_path / "nowhere",
        Memory({name: text.encode() if isinstance(text, str) else text for name, text in both.items()}),
    )

    assert (in_memory.entries, in_memory.strays) == (on_disk.entries, on_disk.strays)
    assert told(in_memory) == told(on_disk)
    assert len(told(on_disk)) == 7
    for name in (*both, "data", "data/cities", "data/cities/x.yaml", "data/cities/nowhere.yaml", "nowhere"):
        assert in_memory.tree.read(name) == on_disk.tree.read(name), name
        assert in_memory.tree.names(name) == on_disk.tree.names(name), name
        assert in_memory.tree.has(name) == on_disk.tree.has(name), name


def test_what_keeps_a_file_from_being_read_can_stand_for_it(tmp_path: Path):
    why = Problem("unreadable", facts={"why": "it is elsewhere"})

    space = Workspace.open(tmp_path, Memory({"data/cities/lyon.yaml": why}))

    assert told(space) == ["data/cities/lyon.yaml:1:1: error C001 cannot be read: it is elsewhere"]
