"""Two changes of a file become one: both survive, or people are asked; tried with git itself and with whatever comes."""

import sys
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import BASE, DEMO, demo
from c2c.git import join_lines
from c2c.history.joining import Joined, join
from c2c.history.merging import merged, same, steps
from c2c.source import Source
from repositories import commit, git, repository
from running import c2c

LUNCH = "- id: lunch\n  title: Lunch  # with whom?\n  status:\n    - {on: 2019-05, is: done}"
FAIR = "- {id: fair, title: Fair, areas: [culture]}"
PLAN = f"{LUNCH}\n{FAIR}"


def joined(base: str, ours: str, theirs: str) -> Joined:
    older, mine, yours = map(Source.parse, (base, ours, theirs))
    return join(older, mine, yours, join_lines, ("ours", "theirs"))


def plan(actions: str) -> str:
    return str(demo(actions=actions))


def added(text: str, item: str) -> str:
    """A plan with an action more at its end."""
    return text + indent(item, " " * 10) + "\n"


def test_new_actions_at_the_same_place_both_stay_with_their_comments():
    base = plan(PLAN)
    ours = added(base, "- {id: race, title: Race}  # ours")
    theirs = added(base, "- id: film\n  title: Film  # theirs")

    found = joined(base, ours, theirs)

    assert found == (added(ours, "- id: film\n  title: Film  # theirs"), True)


def test_statuses_of_neighbouring_actions_in_brackets_on_one_line():
    base = plan("- {id: a, title: A, status: []}\n- {id: b, title: B, status: []}")
    ours = base.replace("A, status: []", "A, status: [{on: 2020, is: done}]")
    theirs = base.replace("B, status: []", "B, status: [{on: 2021, is: open}]")

    found = joined(base, ours, theirs)

    assert found == (ours.replace("B, status: []", "B, status: [{on: 2021, is: open}]"), True)


def test_two_areas_added_to_one_list():
    base = plan(PLAN)
    ours, theirs = (base.replace("[culture]", f"[culture, {area}]") for area in ("sport", "music"))

    found = joined(base, ours, theirs)

    assert found == (base.replace("[culture]", "[culture, sport, music]"), True)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("title: Big fair", "title: Fair, when: 2020", "title: Big fair, when: 2020"),
        (
            "title: Fair, when: 2020",
            "title: {en: Fair, da: Messe}",
            "title: {en: Fair, da: Messe}, when: 2020",
        ),
        (
            "title: Fair, note: Big",
            "title: Fair, when: {edtf: 2020, text: i 2020}",
            "title: Fair, note: Big, when: {edtf: 2020, text: i 2020}",
        ),
        ("title: Fair, when: 2020", "", "when: 2020"),
    ],
    ids=["a key more", "a text in two languages", "two keys more", "a key less"],
)
def test_changes_of_different_keys_on_one_line(ours: str, theirs: str, both: str):
    base = plan("- {id: fair, title: Fair, areas: [culture]}")

    found = joined(
        base,
        base.replace("title: Fair", ours),
        base.replace("title: Fair, ", f"{theirs}, " if theirs else ""),
    )

    assert found == (base.replace("title: Fair", both), True)


def test_an_item_that_says_nothing_is_not_written_and_people_are_asked():
    base = plan(PLAN)
    ours, theirs = (
        base.replace("[culture]", "[culture], when: 2020"),
        base.replace("[culture]", "[culture, ~]"),
    )

    found = joined(base, ours, theirs)

    assert not found.is_clean
    assert "[culture, ~]" in found.text
    assert "when: 2020" in found.text


def test_what_contradicts_stands_between_markers_and_the_rest_is_joined():
    base = plan(PLAN)
    ours = base.replace("title: Fair", "title: The fair")
    theirs = base.replace("title: Fair", "title: A fair").replace("is: done}", "is: done, note: Good}")

    found = joined(base, ours, theirs)

    assert not found.is_clean
    assert "is: done, note: Good}" in found.text
    assert (
        "<<<<<<< ours\n          - {id: fair, title: The fair, areas: [culture]}\n=======\n"
        "          - {id: fair, title: A fair, areas: [culture]}\n>>>>>>> theirs\n" in found.text
    )


def test_one_took_out_what_the_other_changed():
    base = plan(PLAN)
    ours = base.replace("title: Fair", "title: The fair")
    theirs = plan(LUNCH)

    for one, other in ((ours, theirs), (theirs, ours)):
        found = joined(base, one, other)
        assert not found.is_clean
        assert "title: The fair" in found.text


def test_a_file_that_both_brought():
    found = joined("", plan(LUNCH), plan(FAIR))

    assert found.is_clean
    assert (
        merged(None, Source.parse(plan(LUNCH)).data, Source.parse(plan(FAIR)).data)[0]
        == Source.parse(found.text).data
    )


def test_what_cannot_be_read_is_joined_by_lines_as_git_does():
    broken = plan(PLAN).replace("parties: [", "parties: [[")
    other = broken.replace("title: Lunch", "title: The lunch")

    assert joined(broken, broken, other) == (other, True)
    assert not joined(broken, broken.replace("Lunch", "Dinner"), other).is_clean


def test_lines_that_join_without_conflict_and_say_what_nobody_said_are_not_taken():
    base = plan("- id: a\n  title: A\n  kind: event\n  when: 2019\n  note: One")
    ours = base.replace("          - id: a\n", "          - areas: [sport]\n            id: a\n")
    theirs = base.replace("            note: One", "            areas: [music]\n            note: One")
    assert join_lines(ours, base, theirs)[1]  # git sees no conflict, and makes a key that stands twice

    found = joined(base, ours, theirs)

    assert found.is_clean
    assert Source.parse(found.text).whole
    assert "[sport, music]" in found.text


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which c2c merges data."""
    folder = repository(tmp_path / "space", {**BASE, DEMO: plan(PLAN)})
    ran = c2c("--root", folder, "merge", "--install")
    assert (ran.code, ran.err) == (0, "")
    git(folder, "config", "merge.c2c.driver", f"{sys.executable} -m c2c merge --name %P %O %A %B")
    commit(folder, {})
    return Path(folder)


def branches(root: Path, ours: str, theirs: str) -> None:
    git(root, "checkout", "--quiet", "-b", "theirs")
    commit(root, {DEMO: theirs})
    git(root, "checkout", "--quiet", "main")
    commit(root, {DEMO: ours})


def test_git_calls_it_for_data(root: Path):
    base = plan(PLAN)
    branches(
        root,
        added(base, "- {id: race, title: Race}"),
        added(base, "- {id: film, title: Film}").replace("[culture]", "[culture, education]"),
    )

    git(root, "merge", "--quiet", "--no-edit", "theirs")

    text = (root / DEMO).read_text()
    assert "<<<" not in text
    for words in ("id: race", "id: film", "[culture, education]", "# with whom?"):
        assert words in text
    assert c2c("--root", root, "validate").code == 0


def test_git_is_told_of_a_contradiction_and_validate_of_the_markers(root: Path):
    base = plan(PLAN)
    branches(root, base.replace("title: Fair", "title: X"), base.replace("title: Fair", "title: Y"))

    git(root, "merge", "--quiet", "--no-edit", "theirs", check=False)

    assert git(root, "status", "--porcelain") == f"UU {DEMO}"
    assert "C113" in c2c("--root", root, "validate").out


def test_without_the_driver_statuses_of_different_actions_merge_by_the_form_alone(tmp_path: Path):
    text = plan("\n".join(f"- id: {id}\n  title: {id}\n  kind: event" for id in ("a", "b", "c")))
    folder = repository(tmp_path / "plain", {**BASE, DEMO: text})
    ours = text.replace(
        "title: a\n            kind: event",
        "title: a\n            kind: event\n            status: [{on: 2020, is: done}]",
    )
    theirs = text.replace(
        "title: c\n            kind: event",
        "title: c\n            kind: event\n            status: [{on: 2020, is: done}]",
    )
    branches(folder, ours, theirs)

    git(folder, "merge", "--quiet", "--no-edit", "theirs")

    assert (folder / DEMO).read_text().count("is: done") == 2


def test_install_twice_writes_once(root: Path):
    assert c2c("--root", root, "merge", "--install").code == 0
    assert (root / ".gitattributes").read_text() == "data/**/*.yaml merge=c2c\n"


def test_by_hand(tmp_path: Path):
    base = plan(PLAN)
    names = ("base", "ours", "theirs")
    for name, text in zip(
        names, (base, added(base, "- {id: b, title: B}"), added(base, "- {id: c, title: C}")), strict=True
    ):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" * (name == "ours") + text.encode())
    paths = [tmp_path / name for name in names]

    ran = c2c("merge", *paths, "-o", "-")
    assert (ran.code, ran.out.count("- {id:")) == (0, 3)
    assert (tmp_path / "ours").read_bytes().count(b"- {id:") == 2
    assert c2c("merge", *paths).code == 0
    assert (tmp_path / "ours").read_bytes().startswith(b"\xef\xbb\xbftitle")
    assert c2c("merge").code == 2
    assert c2c("merge", *paths[:2], tmp_path / "none").code == 1


def test_bytes_that_are_no_text_are_joined_by_lines(tmp_path: Path):
    for name, content in (
        ("base", b"a: \xff\nb: 1\nc: 1\nd: 1\n"),
        ("ours", b"a: \xff\nb: 1\nc: 1\nd: 2\n"),
        ("theirs", b"a: \xfe\nb: 1\nc: 1\nd: 1\n"),
    ):
        (tmp_path / name).write_bytes(content)

    assert c2c("merge", tmp_path / "base", tmp_path / "ours", tmp_path / "theirs").code == 0
    assert (tmp_path / "ours").read_bytes() == b"a: \xfe\nb: 1\nc: 1\nd: 2\n"


IDS = ("lunch", "fair", "race", "film", "walk")
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("status"), st.sampled_from(IDS), st.sampled_from(["2018", "2019", "2020"])),
        st.tuples(st.just("note"), st.sampled_from(IDS), st.sampled_from(["One", "Two"])),
        st.tuples(st.just("new"), st.sampled_from(IDS), st.sampled_from(["block", "flow"])),
        st.tuples(st.just("comment"), st.sampled_from(IDS), st.sampled_from(["one", "two"])),
        st.tuples(st.just("gone"), st.sampled_from(IDS), st.just("")),
    ),
    max_size=4,
)


def changed(changes: list[tuple[str, str, str]]) -> str:
    """The plan as somebody leaves it who makes these changes, in a form of their own."""
    actions: dict[str, list[str]] = {
        "lunch": ["- id: lunch", "  title: Lunch  # with whom?"],
        "fair": ["- id: fair", "  title: Fair"],
    }
    for what, id, more in changes:
        if what == "new" and id not in actions:
            lines = ["- id: " + id, "  title: " + id]
            actions[id] = lines if more == "block" else [f"- {{id: {id}, title: {id}}}"]
        elif what == "gone":
            actions.pop(id, None)
        elif what != "new" and id in actions and len(actions[id]) > 1:
            if what == "comment":
                actions[id].insert(1, f"  # {more}")
            elif not any(line.startswith(f"  {what}:") for line in actions[id]):
                line = f"  note: {more}" if what == "note" else f"  status: [{{on: {more}, is: done}}]"
                actions[id].append(line)
    return plan("\n".join(line for lines in actions.values() for line in lines) or "- {id: x, title: X}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES, CHANGES)
def test_whatever_two_people_do_both_survive_or_they_are_asked(mine, yours):
    base, ours, theirs = changed([]), changed(mine), changed(yours)

    found = joined(base, ours, theirs)

    was, here, there = (Source.parse(text).data for text in (base, ours, theirs))
    expected, left = merged(was, here, there)
    assert found.is_clean == (not left)
    if found.is_clean:
        read = Source.parse(found.text)
        assert read.whole
        assert same(read.data, expected)
        assert not list(steps(was, read.data, there))
        assert not list(steps(was, read.data, here))
    else:
        assert found.text.count("<<<<<<< ours\n") == found.text.count(">>>>>>> theirs\n") > 0
