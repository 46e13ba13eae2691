"""Whatever stands where a file of data belongs: pipes, devices, links, crooked names, and what changes while it is read."""

import os
import socket
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from building import DEMO, Files, told
from c2c.rules.check import check
from c2c.source import Problem, Source, read_bytes
from c2c.workspace import Workspace
from hostile import START

Build = Callable[[Files], Workspace]


def test_a_file_is_not_opened_if_it_is_none(
    workspace: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = workspace({DEMO: START}).root
    cities = root / "data/cities"
    secret = tmp_path / "secret.yaml"
    secret.write_text("names: Secret\nkind: city\ncountry: SE\n")
    (cities / "folder.yaml").mkdir()
    os.mkfifo(cities / "pipe.yaml")
    (cities / "outside.yaml").symlink_to(secret)
    (cities / "inside.yaml").symlink_to("lyon.yaml")
    (cities / "nothing.yaml").symlink_to("nowhere.yaml")
    (cities / "loop.yaml").symlink_to("loop.yaml")
    monkeypatch.chdir(cities)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.yaml")
        (cities / "device.yaml").symlink_to("/dev/zero")

        assert told(Workspace.open(root)) == [
            "data/cities/device.yaml:1:1: error C002 is a symbolic link, not a file",
            "data/cities/folder.yaml:1:1: error C002 is a folder, not a file",
            "data/cities/inside.yaml:1:1: error C002 is a symbolic link, not a file",
            "data/cities/loop.yaml:1:1: error C002 is a symbolic link to nothing, not a file",
            "data/cities/nothing.yaml:1:1: error C002 is a symbolic link to nothing, not a file",
            "data/cities/outside.yaml:1:1: error C002 is a symbolic link, not a file",
            "data/cities/pipe.yaml:1:1: error C002 is a named pipe, not a file",
            "data/cities/socket.yaml:1:1: error C002 is a socket, not a file",
        ]


def test_a_device_is_no_file(workspace: Build):
    root = workspace({}).root
    try:
        os.mknod(root / "data/cities/device.yaml", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except OSError:
        pytest.skip("only root may make a device")

    assert told(Workspace.open(root)) == ["data/cities/device.yaml:1:1: error C002 is a device, not a file"]


@pytest.mark.parametrize(("kind", "found"), [("pipe", b""), ("link", "too many levels of symbolic links")])
def test_what_is_put_in_the_place_of_a_file_at_the_last_moment_does_no_harm(
    kind: str, found: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file, other = tmp_path / "file.yaml", tmp_path / kind
    file.write_text("names: Lyon\n")
    was = os.lstat(file)
    if kind == "pipe":
        os.mkfifo(other)
    else:
        other.symlink_to(file)
    monkeypatch.setattr(os, "lstat", lambda path: was)
    read: list[bytes | Problem] = []

    reader = threading.Thread(target=lambda: read.append(read_bytes(other)), daemon=True)
    reader.start()
    reader.join(5)

    assert [each.facts["why"] if isinstance(each, Problem) else each for each in read] == [found]


@pytest.mark.parametrize("folder", ["data", "data/cities"])
def test_a_folder_that_is_a_link_is_not_followed(folder: str, workspace: Build, tmp_path: Path):
    root = workspace({}).root
    (root / folder).rename(tmp_path / "elsewhere")
    (root / folder).symlink_to(tmp_path / "elsewhere")

    assert told(Workspace.open(root)) == [f"{folder}:1:1: error C002 is a symbolic link, not a folder"]


@pytest.mark.parametrize("folder", ["data", "data/cities"])
def test_a_file_where_a_folder_belongs_is_a_finding(folder: str, workspace: Build, tmp_path: Path):
    root = workspace({}).root
    (root / folder).rename(tmp_path / "elsewhere")
    (root / folder).write_text("x")

    assert told(Workspace.open(root)) == [f"{folder}:1:1: error C001 cannot be read: not a directory"]


CITY = "names: X\nkind: city\ncountry: XX\n"


def test_names_that_cannot_be_ids_are_shown_without_harm(workspace: Build):
    root = workspace({}).root
    names = [
        b"\xff.yaml",
        b"\xfe.yaml",
        b"a\nb.yaml",
        b"\x1b[31m.yaml",
        b"con text.yaml",
        "無錫.yaml".encode(),
    ]
    for name in names:
        (root / "data/cities" / os.fsdecode(name)).write_text(CITY)
    (root / DEMO).parent.mkdir()
    (root / DEMO).write_text("title: Demo\nparties: [lyon, gras]\nkind: twinning\n")

    lines = told(Workspace.open(root))

    assert lines == [
        "data/cities/a�b.yaml:1:1: error C006 'a�b' cannot be an id",
        "data/cities/con text.yaml:1:1: error C006 'con text' cannot be an id",
        "data/cities/無錫.yaml:1:1: error C006 '無錫' cannot be an id",
        "data/cities/�.yaml:1:1: error C006 '�' cannot be an id",
        "data/cities/�.yaml:1:1: error C006 '�' cannot be an id",
        "data/cities/�[31m.yaml:1:1: error C006 '�[31m' cannot be an id",
        f"{DEMO}:2:17: error C301 there is no city 'gras'",
    ]
    for finding in check(Workspace.open(root)).findings:
        assert f"{finding.help}{finding.subject}".isprintable()


def test_names_that_are_one_on_other_systems_are_found(workspace: Build):
    root = workspace({"data/cities/wuxi.yaml": CITY, "data/cities/Wuxi.yaml": CITY}).root
    the_same, but = "has the same name as", "but for capital letters"
    for name in ("mu\u0308nster", "m\u00fcnster"):
        (root / f"data/cities/{name}.yaml").write_text(CITY)

    assert told(Workspace.open(root)) == [
        "data/cities/Wuxi.yaml:1:1: error C006 'Wuxi' cannot be an id",
        "data/cities/mu\u0308nster.yaml:1:1: error C006 'm\u00fcnster' cannot be an id",
        "data/cities/m\u00fcnster.yaml:1:1: error C006 'm\u00fcnster' cannot be an id",
        f"data/cities/m\u00fcnster.yaml:1:1: error C007 {the_same} data/cities/mu\u0308nster.yaml {but}",
        f"data/cities/wuxi.yaml:1:1: error C007 {the_same} data/cities/Wuxi.yaml {but}",
    ]


def test_what_grows_while_it_is_read_is_read_to_the_bound_only(tmp_path: Path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 3_000_000)

    source = Source.load(path, "large.yaml")

    assert (source.text, source.data, source.problems[0].kind) == ("", None, "too_large")
