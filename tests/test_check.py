"""A check of a workspace: all files, in one order, on any number of cores; what is accepted; what is of other files."""

from collections.abc import Callable, Mapping

import pytest

from building import DEMO, Files, demo, told
from c2c.diagnostics import Finding, Severity, Span, one_line
from c2c.rules.check import MAX_FLAGS, check, known_in
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]

UNCLEAR = demo("", "- {id: lunch, title: Lunch, status: [{on: 2019-12, is: unclear}]}")
RING = "data/cities/ring.yaml"


def accepting(*entries: str) -> str:
    return "languages: [en]\naccepted:\n" + "".join(
        f"  - {{{entry}, reason: nobody is left}}\n" for entry in entries
    )


def test_a_broken_file_hides_no_other(workspace: Build):
    files = {
        "data/cities/broken.yaml": "names: [\n",
        "data/cities/wuxi.yaml": "names: Wuxi\nkind: town\ncountry: CN\n",
        "data/partnerships/bad.yaml": b"\xff",
        DEMO: "title: Demo\nparties: [lyon, broken]\nkind: twinning\nbegan: never\n",
        "data/sources/empty.yaml": "",
        "c2c.yaml": "languages: [en]\nlanguage: en\n",
    }

    assert told(workspace(files)) == [
        "c2c.yaml:2:1: error C201 'language' is not a key here",
        "data/cities/broken.yaml:1:8: error C101 a value is missing here, or a bracket is not closed",
        "data/cities/wuxi.yaml:2:7: error C203 'town' is not a kind",
        "data/partnerships/bad.yaml:1:1: error C004 is not UTF-8 text; it looks like Windows-1252 or GBK",
        f"{DEMO}:4:8: error C210 'never' is no date",
        "data/sources/empty.yaml:1:1: error C115 nothing is in this file",
    ]


def test_a_finding_prints_as_editors_expect_and_has_its_subject(workspace: Build):
    [finding] = check(workspace({DEMO: UNCLEAR})).findings

    assert finding == Finding(
        Span(DEMO, 11, 66, 11, 73),
        "C504",
        "unclear-status",
        Severity.WARNING,
        "'lunch' is unclear",
        "ask whoever reported it, and add a status record with the answer",
        "demo/lunch",
    )
    assert str(finding) == f"{DEMO}:11:66: warning C504 'lunch' is unclear"


def test_the_subject_is_the_innermost_record_that_has_an_id(workspace: Build):
    text = demo(
        "note: {en: x}", "- {id: lunch, title: Lunch, note: {en: x}, status: [{on: 2019, is: not_done}]}"
    )
    text += "    note: {en: x}\n"

    found = check(workspace({DEMO: text})).findings

    assert [each.subject for each in found] == ["demo", "demo/lunch", "demo/lunch", "demo/all"]


def test_a_finding_that_is_accepted_is_put_aside_with_its_subject(workspace: Build):
    two = UNCLEAR + "          - {id: dinner, title: Dinner, status: [{on: 2019-12, is: unclear}]}\n"

    checked = check(workspace({DEMO: two, "c2c.yaml": accepting("rule: C504, subject: demo/lunch")}))

    assert [each.subject for each in checked.accepted] == ["demo/lunch"]
    assert [str(each) for each in checked.findings] == [f"{DEMO}:12:68: warning C504 'dinner' is unclear"]


def test_what_accepts_nothing_or_an_error_or_no_rule_is_told(workspace: Build):
    config = accepting(
        "rule: C504, subject: demo/dinner",
        "rule: C301, subject: demo",
        "rule: C999, subject: demo",
        "rule: C504, subject: demo/lunch",
    )

    checked = check(workspace({DEMO: UNCLEAR.replace("graz", "gras"), "c2c.yaml": config}))

    assert [str(each) for each in checked.findings] == [
        "c2c.yaml:3:12: warning C901 no finding C504 is about 'demo/dinner' any more",
        "c2c.yaml:4:12: error C902 C301 finds errors, which are mended, not accepted",
        "c2c.yaml:5:12: error C902 C999 is no rule",
        f"{DEMO}:2:17: error C301 there is no city 'gras'",
    ]


@pytest.mark.parametrize(
    "damage",
    {
        "a syntax error": UNCLEAR + "note: a: b\n",
        "a misfit": UNCLEAR + "notes: a\n",
        "no text": b"\xff",
    }.items(),
    ids=lambda damage: damage[0],
)
def test_of_a_file_that_could_not_be_read_nothing_is_called_accepted_in_vain(
    damage: tuple[str, Files], workspace: Build
):
    config = accepting("rule: C504, subject: demo/dinner")

    assert "C901" not in {
        each.code for each in check(workspace({DEMO: damage[1], "c2c.yaml": config})).findings
    }


def test_an_entry_that_does_not_fit_moves_no_other(workspace: Build):
    config = "languages: [en]\naccepted:\n  - {rule: x, subject: demo, reason: x}\n"
    config += "  - {rule: C504, subject: demo/dinner, reason: x}\n"

    assert told(workspace({"c2c.yaml": config})) == [
        "c2c.yaml:3:12: error C209 'x' is not the code of a rule",
        "c2c.yaml:4:12: warning C901 no finding C504 is about 'demo/dinner' any more",
    ]


def many(count: int) -> Files:
    files: dict[str, str] = {"data/cities/broken.yaml": "names: [\n"}
    for n in range(count):
        files[f"data/partnerships/p{n:03}.yaml"] = demo(
            f"began: {2000 + n % 30}\nsources: [nowhere]",
            f"- {{id: a, title: A, same_as: [p{(n + 1) % count:03}/b], status: [{{on: 2010, is: done}}]}}",
        ).replace("twinning", "twining")
    return files


def test_one_process_and_two_find_the_same_in_the_same_order(
    workspace: Build, monkeypatch: pytest.MonkeyPatch
):
    space = workspace(
        {
            **many(12),
            "c2c.yaml": "languages: [en, da]\naccepted: [&x {rule: C702, subject: p001, reason: x}]\nx: a: b\n",
        }
    )
    monkeypatch.setattr("c2c.rules.check.WORTH_A_PROCESS", 5)

    alone, together = check(space), check(Workspace.open(space.root), processes=2)

    assert alone == together
    assert alone.findings == sorted(alone.findings)
    assert alone.files == 17
    assert {each.code for each in alone.findings} == {"C101", "C103", "C203", "C302", "C303", "C502"}


def test_a_few_files_are_not_worth_a_second_process(workspace: Build, monkeypatch: pytest.MonkeyPatch):
    def no_pool(workers: int) -> None:
        raise AssertionError(f"{workers} processes for five files")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", no_pool)

    assert check(workspace({DEMO: demo()}), processes=8).findings == []


def test_a_check_of_some_files_tells_of_these_only_but_knows_the_others(workspace: Build):
    space = workspace(
        {
            DEMO: demo("began: x", "- {id: a, title: A, same_as: [other/c]}"),
            "data/partnerships/other.yaml": demo("began: y", "- {id: b, title: B, same_as: [demo/x]}"),
            "data/cities/Wuxi.yaml": "names: Wuxi\nkind: city\ncountry: CN\n",
            "data/cities/notes.txt": "x",
            "c2c.yaml": accepting("rule: C504, subject: demo", "rule: C999, subject: demo"),
        }
    )

    def of(*names: str) -> tuple[int, list[str]]:
        checked = check(space, names)
        return checked.files, [str(each) for each in checked.findings]

    assert of(DEMO) == (
        1,
        [
            f"{DEMO}:4:8: error C210 'x' is no date",
            f"{DEMO}:12:41: error C303 there is no action 'c' in other",
        ],
    )
    assert of("data/partnerships/other.yaml") == (
        1,
        [
            "data/partnerships/other.yaml:4:8: error C210 'y' is no date",
            "data/partnerships/other.yaml:12:41: error C303 there is no action 'x' in demo",
        ],
    )
    assert of("data/cities/Wuxi.yaml", "data/cities/notes.txt") == (
        1,
        [
            "data/cities/Wuxi.yaml:1:1: error C006 'Wuxi' cannot be an id",
            "data/cities/notes.txt:1:1: warning C005 is a file that c2c does not read",
        ],
    )
    assert of("c2c.yaml") == (1, ["c2c.yaml:4:12: error C902 C999 is no rule"])
    assert of() == (0, [])


def test_an_action_is_the_same_as_one_of_another_partnership(workspace: Build):
    files = {
        DEMO: demo(
            "",
            "- {id: a, title: A, same_as: [other/b, other/x, nowhere/b, demo/a]}\n- {id: c, title: C, same_as: [demo/a, x, c]}",
        ),
        "data/partnerships/other.yaml": demo("", "- {id: b, title: B}\n- {id: y, title: Y}"),
    }

    assert [(str(each), each.help) for each in check(workspace(files)).findings] == [
        (f"{DEMO}:11:50: error C303 there is no action 'x' in other", "one of b, y"),
        (
            f"{DEMO}:11:59: error C303 there is no partnership 'nowhere'",
            "did you mean 'other'? one of demo, other",
        ),
        (f"{DEMO}:11:70: error C303 'a' is this action itself", "name the other one"),
        (f"{DEMO}:12:49: error C303 there is no action 'x' here", "one of a, c"),
        (f"{DEMO}:12:52: error C303 'c' is this action itself", "name the other one"),
    ]


def test_of_a_partnership_that_cannot_be_read_no_action_is_called_missing(workspace: Build):
    files = {
        DEMO: demo("", "- {id: a, title: A, same_as: [other/x]}"),
        "data/partnerships/other.yaml": demo("note: a: b", "- {id: b, title: B}"),
    }

    assert told(workspace(files)) == [
        "data/partnerships/other.yaml:4:8: error C101 a colon where a value stands already"
    ]


RESPONSIBLE = {
    DEMO: demo("", "- {id: a, title: A, proposed_by: wuxi}").replace("graz", "ring"),
    "data/cities/wuxi.yaml": "names: Wuxi\nkind: city\ncountry: CN\n",
}
NOT_A_PARTY = [f"{DEMO}:11:44: error C305 'wuxi' is not a party here"]


@pytest.mark.parametrize(
    ("ring", "findings"),
    [
        ("names: R\nkind: association\ncountry: FR\nmembers: [{city: wuxi}]\n", []),
        ("names: R\nkind: association\ncountry: FR\nmembers: [{city: lyon}]\n", NOT_A_PARTY),
        ("names: R\nkind: city\ncountry: FR\n", NOT_A_PARTY),
        (
            "names: R\nkind: asociation\ncountry: FR\nmembers: [{city: lyon}]\n",
            [f"{RING}:2:7: error C203 'asociation' is not a kind"],
        ),
        (
            "names: R\nkind: association\ncountry: FR\nmembers: [{city: lyon, cty: wuxi}]\n",
            [f"{RING}:4:24: error C201 'cty' is not a key here"],
        ),
        (
            "names: R\nkind: association\ncountry: FR\nmembers: [\n",
            [f"{RING}:4:10: error C101 a value is missing here, or a bracket is not closed"],
        ),
        (b"names: R\xf8\nkind: association\n", [f"{RING}:1:9: error C004 is not UTF-8 text; it looks like Windows-1252 or GBK"]),
    ],
)  # fmt: skip
def test_who_is_a_party_is_doubted_only_where_the_members_are_known(
    ring: str | bytes, findings: list[str], workspace: Build
):
    assert told(workspace({**RESPONSIBLE, RING: ring})) == findings


def test_what_is_known_of_the_workspace(workspace: Build):
    space = workspace(
        {
            RING: "names: Ring\nkind: association\ncountry: FR\nmembers: [{city: lyon}, {city: graz}]\n",
            "data/cities/empty.yaml": "names: None\nkind: association\ncountry: FR\n",
            "data/cities/broken.yaml": "members: [\n",
            DEMO: demo(),
        }
    )

    known = known_in(space)

    assert known.languages == ("en", "da", "zh")
    assert known.cities == {"lyon", "graz", "ring", "empty", "broken"}
    assert known.members == {"ring": {"lyon", "graz"}, "empty": frozenset()}
    assert known.unsure == {"broken"}
    assert known.partnerships == {"demo"}
    assert known.sources == {"case-study"}


@pytest.mark.parametrize(
    ("config", "languages"),
    [
        ("languages: [da]\n", ("da",)),
        ("title: Ours\n", ("en",)),
        ("languages: [da]\ntitel: x\n", ("da",)),
        ("language: [da]\n", ()),
        ("languages: [danish]\n", ()),
        ("languages: [da\n", ()),
        ("- da\n", ()),
        (b"\xff", ()),
    ],
)
def test_of_languages_that_cannot_be_read_none_is_called_missing(
    config: str | bytes, languages: tuple[str, ...], workspace: Build
):
    space = workspace({"c2c.yaml": config, DEMO: demo("note: {fr: Bonjour}")})

    assert known_in(space).languages == languages
    assert ("C702" in {each.code for each in check(space).findings}) == bool(languages)


def test_a_workspace_without_settings_has_the_usual_ones(workspace: Build):
    space = workspace({DEMO: demo("note: {da: x}")})
    (space.root / "c2c.yaml").unlink()

    checked = check(Workspace.open(space.root))

    assert [str(each) for each in checked.findings] == [
        f"{DEMO}:4:1: warning C702 the text under 'note' has no en"
    ]
    assert checked.files == 4


def test_one_rule_speaks_of_one_file_a_bounded_number_of_times(workspace: Build):
    head = (
        "areas: []\nevents: [{id: a, title: A, kind: visit, when: 2019, actions: ["
        + ", ".join(f"x{n}" for n in range(MAX_FLAGS + 50))
        + "]}]"
    )

    codes = [each.code for each in check(workspace({DEMO: demo(head)})).findings]

    assert codes == ["C303"] * MAX_FLAGS + ["C211"]


def test_the_id_in_a_file_is_its_name_if_it_is_one(workspace: Build):
    files: Mapping[str, str] = {
        DEMO: "id: other\n" + demo(),
        "data/cities/wuxi.yaml": "id: Wuxi\nnames: W\nkind: city\ncountry: CN\n",
        "c2c.yaml": "languages: [en]\n",
    }

    assert told(workspace(files)) == [
        "data/cities/wuxi.yaml:1:5: error C209 'Wuxi' is not an id",
        f"{DEMO}:1:5: error C008 says that its id is 'other', but the file is called 'demo.yaml'",
    ]


def test_of_a_value_that_is_not_as_it_was_written_nothing_more_is_said(workspace: Build):
    text = 'title: Demo\nparties: [lyon, graz]\nkind: one\nkind: two\nbegan: "\\e"\nsummary: *x\n'

    assert [str(each).removeprefix(f"{DEMO}:") for each in check(workspace({DEMO: text})).findings] == [
        "4:1: error C102 the key 'kind' stands here again, after line 3",
        "5:8: error C111 the character U+001B (control character), written as an escape, does not belong here",
        "6:10: error C104 the alias *x is not read",
    ]


def test_a_message_repeats_a_text_in_one_line():
    assert one_line("plain √ 无锡") == "plain √ 无锡"
    assert one_line("a\nb\u3000c\x1b[0m\u202ed") == "a b c�[0m�d"
