"""c2c agenda: on a small workspace whose right answers are known by hand, and on the project's own data."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from building import BASE, DEMO, demo
from c2c.dates.durations import plus, read_duration
from running import Ran, c2c, environment, ours, program, put

HEAD = """
began: 2010
review_every: P1Y
agreements:
  - {id: old, kind: mou, signed: 2014-03-10, every: P3Y}
  - {id: again, kind: renewal, signed: 2017-02, every: P3Y, renews: old}
  - {id: plan, kind: action_plan, valid: 2019/2020-05}
  - {id: later, kind: action_plan, signed: 2021, valid: 2021}
evaluations:
  - {id: look-back, title: A look back, on: 2019-04-30}
  - {id: routine, title: The routine, every: P2M}
contacts:
  - {id: fresh, party: lyon, role: Head of office, from: 2012, confirmed: 2019-11-15}
  - {id: dusty, party: graz, role: Desk officer, name: Nobody Named, confirmed: 2018-06}
  - {id: silent, party: graz, role: Interpreter}
  - {id: gone, party: lyon, role: Former head, to: 2019-10}
  - {id: followed, party: lyon, role: First head, to: 2012, successor: fresh}
  - {id: leaving, party: lyon, role: Trainee, confirmed: 2019-12, to: 2020-02}
events:
  - {id: spring, title: Spring visit, kind: visit, when: 2019-05, host: lyon}
  - {id: summer, title: Summer visit, kind: visit, when: 2019-07, host: graz, follow_up: A plan for a school exchange}
  - {id: ancient, title: Ancient visit, kind: visit, when: 2011}
  - {id: fair, title: A fair, kind: festival, when: 2019-08}
""".strip()
ACTIONS = """
- {id: late, title: Late, when: 2019-11}
- {id: on-the-day, title: On the day, when: 2019}
- {id: soon, title: Soon, when: 2020-02-10}
- {id: far, title: Far, when: 2021}
- {id: open-end, title: Open end, when: 2018/..}
- {id: done, title: Done, when: 2018, status: [{on: 2018-12, is: done}]}
- {id: moved, title: Moved, when: 2018, status: [{on: 2019-01, is: open, reason: postponed, postponed_to: 2020-03}]}
- {id: asked, title: Asked, status: [{on: 2019-06, is: open, waiting_for: {party: graz, since: 2018-21, asked: [2018-21]}}]}
- {id: told, title: Told, status: [{on: 2019-06, is: open, reason: waiting_for_others}]}
- {id: answered, title: Answered, status: [{on: 2019-06, is: done, waiting_for: {party: graz, since: 2018}}]}
""".strip()
FILES = {name: str(text) for name, text in BASE.items()} | {
    "c2c.yaml": "title: The platform\nlanguages: [en]\n",
    DEMO: demo(HEAD, ACTIONS),
    # it has ended: nothing is to be done about it any more
    "data/partnerships/past.yaml": "title: Past\nparties: [lyon, graz]\nended: {on: 2019-06, reason: completed}\n"
    "agreements: [{id: last, kind: mou, valid: 2018}]\n",
    "data/cities/oslo.yaml": "names: Oslo\nkind: city\ncountry: 'NO'\n",
    "data/partnerships/north.yaml": "title: Lyon and Oslo\nparties: [lyon, oslo]\nbegan: 2019-12-01\nreview_every: P1M\n",
}
EXPECTED = [
    # overdue: the last possible day was before 31 December 2019
    ("2019-06-30", "contact_to_confirm", "demo", "dusty"),
    ("2019-10-31", "contact_without_successor", "demo", "gone"),
    ("2019-11-30", "action_overdue", "demo", "late"),
    # due within 90 days, until 30 March 2020; on the last possible day it is not overdue yet
    ("2019-12-31", "action_due", "demo", "on-the-day"),
    ("2020-01-01", "review_due", "north", "review_every"),
    ("2020-02-10", "action_due", "demo", "soon"),
    ("2020-02-28", "renewal_due", "demo", "again"),
    ("2020-02-29", "contact_without_successor", "demo", "leaving"),
    # without a day, the longest waited for first
    (None, "waiting", "demo", "asked"),
    (None, "visit_without_follow_up", "demo", "spring"),
    (None, "contact_to_confirm", "demo", "silent"),
    (None, "waiting", "demo", "told"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder: Path = put(tmp_path, FILES)
    return folder


def asked(root: Path, *arguments: str, as_of: str = "2019-12-31") -> list[Any]:
    ran = c2c("--root", root, "agenda", "--as-of", as_of, "--format", "json", *arguments)
    assert (ran.code, ran.err) == (0, "")
    found: list[Any] = json.loads(ran.out)["items"]
    return found


def keys(items: list[Any]) -> list[tuple[object, ...]]:
    return [tuple(item[key] for key in ("date", "kind", "partnership", "id")) for item in items]


def kinds(items: list[Any], kind: str) -> list[tuple[object, object]]:
    return [(item["date"], item["id"]) for item in items if item["kind"] == kind]


def test_all_that_is_to_be_done_and_nothing_else(root: Path):
    found = asked(root)

    routine = [item for item in found if item["id"] == "routine"]
    assert keys([item for item in found if item["id"] != "routine"]) == EXPECTED
    assert [(item["date"], item["overdue"]) for item in routine] == [("2019-06-30", True)]  # since 30 April
    assert [item["overdue"] for item in found] == [True] * 4 + [False] * 9


def test_an_action_is_overdue_from_the_day_after_its_last_possible_day(root: Path):
    assert ("2019-12-31", "on-the-day") in kinds(asked(root, as_of="2019-12-31"), "action_due")
    assert ("2019-12-31", "on-the-day") in kinds(asked(root, as_of="2020-01-01"), "action_overdue")


@pytest.mark.parametrize(
    ("within", "until"),
    [
        ("90d", "2020-03-30"),
        ("12w", "2020-03-24"),
        ("6m", "2020-06-30"),
        ("1Y", "2020-12-31"),
        ("P6M", "2020-06-30"),
        ("p1y2m", "2021-02-28"),
        ("0d", "2019-12-31"),
    ],
)
def test_how_far_one_looks_ahead(root: Path, within: str, until: str):
    ran = c2c("--root", root, "agenda", "--as-of", "2019", "--within", within, "--format", "json")

    assert json.loads(ran.out)["until"] == until
    assert all((item["date"] or "") <= until for item in json.loads(ran.out)["items"])


@pytest.mark.parametrize("within", ["soon", "90", "d", "P", "-3d", "1.5y", "٣d", "P1Y" * 20, "90d "])
def test_what_is_no_length_of_time(root: Path, within: str):
    ran = c2c("--root", root, "agenda", "--within", within)

    if within.strip() == "90d":
        assert ran.code == 0
        return
    assert ran.code == 2
    assert "is no length of time" in ran.err
    assert "90d, 12w, 6m or 1y" in ran.err


def test_durations_have_days():
    assert read_duration("90D") == "P90D"
    assert plus(date(2020, 2, 28), "P1Y2D") == date(2021, 3, 2)


def test_an_agreement_is_expiring_then_expired_and_a_renewal_that_is_still_to_come_does_not_count(root: Path):
    assert kinds(asked(root), "agreement_ends") == []
    assert kinds(asked(root, "--within", "6m"), "agreement_ends") == [("2020-05-31", "plan")]
    assert kinds(asked(root, as_of="2020-07"), "agreement_ends") == [("2020-05-31", "plan")]
    assert kinds(asked(root, as_of="2016-12"), "renewal_due") == [("2017-03-10", "old")]
    assert kinds(asked(root, as_of="2020-07"), "loop_past_due") == [("2020-02-28", "again")]


def test_a_review_counts_from_the_newest_evaluation_else_from_the_agreement_or_the_beginning(root: Path):
    assert ("2020-04-30", "review_every") in kinds(asked(root, "--within", "1y"), "review_due")
    early = kinds(asked(root, "--within", "1y", as_of="2018"), "review_due")
    assert ("2018-02-28", "review_every") in early  # no evaluation yet: a year after the newest agreement
    assert (None, "routine") in early  # and nothing that the routine's two months could count from


def test_sentences_say_who_and_what_and_never_a_name(root: Path):
    said = {(item["kind"], item["id"]): item["sentence"] for item in asked(root, "--within", "1y")}

    assert said["action_overdue", "late"] == "Overdue: Late (November 2019)"
    assert said["action_due", "moved"] == "Due: Moved (March 2020)"
    assert said["waiting", "asked"] == "Waiting for Graz since spring 2018: Asked"
    assert said["waiting", "told"] == "Waiting for an answer: Told"
    assert (
        said["contact_to_confirm", "dusty"]
        == "Is this contact still right? Desk officer, Graz; confirmed June 2018"
    )
    assert (
        said["contact_to_confirm", "silent"]
        == "Is this contact still right? Interpreter, Graz; never confirmed"
    )
    assert (
        said["contact_without_successor", "gone"]
        == "No successor is on record: Former head, Lyon, until October 2019"
    )
    assert said["agreement_ends", "plan"] == "Expires: action plan, valid 2019–May 2020"
    assert said["visit_without_follow_up", "spring"] == "No follow-up is on record: Spring visit (May 2019)"
    assert "Nobody Named" not in str(said)


def test_the_workspace_says_how_long_a_contact_counts_as_confirmed(root: Path):
    (root / "c2c.yaml").write_text("languages: [en]\nconfirm_contacts_after: P2Y\n")

    assert kinds(asked(root), "contact_to_confirm") == [(None, "silent")]


def test_the_filters_and_the_names(root: Path):
    assert {item["partnership"] for item in asked(root, "north")} == {"north"}
    assert {item["partnership"] for item in asked(root, "--country", "no")} == {"north"}
    assert {item["partnership"] for item in asked(root, "--city", "graz")} == {"demo"}
    ran = c2c("--root", root, "agenda", "nort")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'north'?" in ran.err


def test_many_are_asked_by_several_processes_and_come_in_the_same_order(root: Path):
    for n in range(70):
        put(root, {f"data/partnerships/p{n}.yaml": demo("", f"- {{id: a, title: A, when: {2000 + n % 7}}}")})

    whole = asked(root, as_of="2010")
    assert whole == sorted(
        whole, key=lambda item: (not item["overdue"], item["date"] is None, item["date"] or "")
    )
    assert len(whole) >= 70
    assert whole == asked(root, as_of="2010")


def test_what_cannot_be_read_is_left_out_and_said(root: Path):
    put(root, {"data/partnerships/broken.yaml": "title: [\n"})

    ran = c2c("--root", root, "agenda", "--as-of", "2019", "--format", "json")
    assert (ran.code, json.loads(ran.out)["left_out"]) == (0, ["data/partnerships/broken.yaml"])
    assert "left out" in ran.err
    assert c2c("--root", root, "agenda", "broken").code == 1


def test_text_and_markdown(root: Path):
    put(root, {DEMO: demo("", "- {id: x, title: '*Bold* | <b>', when: 2019-11}")})

    text = c2c("--root", root, "agenda", "demo", "--as-of", "2019").out
    assert text == (
        "What is to be done, as of 31 December 2019, until 30 March 2020\n\nOverdue (1)\n"
        "  2019-11-30  Overdue: *Bold* | <b> (November 2019)  demo/x\n"
    )
    marked = c2c("--root", root, "agenda", "demo", "--as-of", "2019", "--format", "markdown").out
    assert "- **2019-11-30** Overdue: \\*Bold\\* \\| &lt;b&gt; (November 2019) · Demo · `demo/x`\n" in marked
    assert c2c("--root", root, "agenda", "past").out.endswith(
        "Nothing is to be done.\nPast ended June 2019.\n"
    )


def test_of_a_partnership_that_is_named_it_is_said_that_it_has_ended(root: Path):
    def asked(*arguments: str) -> str:
        ran = c2c("--root", root, "agenda", *arguments)
        assert (ran.code, ran.err) == (0, "")
        return str(ran.out)

    assert asked("past", "--as-of", "2019").endswith("\nNothing is to be done.\nPast ended June 2019.\n")
    both = asked("demo", "past", "--as-of", "2019")
    assert "Nothing is to be done." not in both
    assert both.endswith("\nPast ended June 2019.\n")
    assert "ended" not in asked("past", "--as-of", "2019-05")
    assert "Past ended" not in asked("--as-of", "2019")  # nobody asked about it
    assert asked("past", "--as-of", "2019", "--format", "markdown").endswith("\nPast ended June 2019.\n")
    found = json.loads(asked("past", "--as-of", "2019", "--format", "json"))
    assert found["ended"] == [{"partnership": "past", "on": "2019-06", "sentence": "Past ended June 2019."}]
    assert json.loads(asked("demo", "--as-of", "2019", "--format", "json"))["ended"] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Bycirklen and Wuxi ended 31 December 2020."),
        ("da", "Bycirklen og Wuxi sluttede 31. december 2020."),
        ("zh", "Bycirklen 与无锡已于2020年12月31日结束。"),
    ],
)
def test_our_own_that_has_ended_says_so_in_our_languages(language: str, words: str):
    assert words in ours("agenda", "bycirklen-wuxi", "--as-of", "2021", "--lang", language).out


def test_a_file_is_written_in_the_format_of_its_suffix(root: Path, tmp_path: Path):
    for name, start in (("a.md", "# What"), ("a.json", "{"), ("a.ics", "BEGIN:VCALENDAR"), ("a.txt", "What")):
        ran = c2c("--root", root, "agenda", "--as-of", "2019", "-o", tmp_path / name)
        assert (ran.code, ran.out) == (0, "")
        assert (tmp_path / name).read_text().startswith(start)
    ran = c2c("--root", root, "agenda", "-o", tmp_path / "a.doc")
    assert (ran.code, (tmp_path / "a.doc").exists()) == (2, False)


def events(content: bytes) -> Any:
    """The events of a calendar, as icalendar reads them."""
    return Calendar.from_ical(content).walk("VEVENT")


def written(root: Path, tmp_path: Path, as_of: str = "2019-12-31") -> bytes:
    out = tmp_path / "agenda.ics"
    assert c2c("--root", root, "agenda", "--as-of", as_of, "-o", out).code == 0
    return out.read_bytes()


def test_the_calendar_is_one_that_other_libraries_read(root: Path, tmp_path: Path):
    content = written(root, tmp_path)

    calendar = Calendar.from_ical(content)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"]
    found = events(content)
    assert not calendar.walk("VTIMEZONE")
    assert {each.name for each in calendar.subcomponents} == {"VEVENT"}  # Outlook imports no other kind
    dated = [item for item in asked(root) if item["date"]]
    assert [(str(each["SUMMARY"]), each["DTSTART"].dt.isoformat()) for each in found] == [
        (item["sentence"], item["date"]) for item in dated
    ]
    assert {each["DTSTAMP"].dt for each in found} == {datetime(2019, 12, 31, tzinfo=UTC)}
    assert all((each["DTEND"].dt - each["DTSTART"].dt).days == 1 for each in found)
    other = vobject.readOne(content.decode())
    assert [each.summary.value for each in other.vevent_list] == [item["sentence"] for item in dated]
    assert len({each.uid.value for each in other.vevent_list}) == len(dated)


def test_lines_end_in_crlf_and_are_folded_at_75_octets_of_utf_8(root: Path, tmp_path: Path):
    long = "市长访问，" * 40 + "Æ; B, C\\D"
    put(root, {DEMO: demo("", f"- {{id: x, title: '{long}', when: 2019-11}}")})

    content = written(root, tmp_path)

    lines = content.split(b"\r\n")
    assert content.count(b"\n") == len(lines) - 1
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)  # no sign is cut in two
    summaries = [str(each["SUMMARY"]) for each in events(content)]
    assert f"Overdue: {long} (November 2019)" in summaries


def test_a_calendar_keeps_its_ids_and_its_bytes(root: Path, tmp_path: Path):
    def ids(content: bytes) -> dict[str, str]:
        return {str(each["SUMMARY"]).partition(": ")[2]: str(each["UID"]) for each in events(content)}

    before, after = written(root, tmp_path, "2019-12-31"), written(root, tmp_path, "2020-01-15")
    assert before == written(root, tmp_path, "2019-12-31")
    assert ids(before)["On the day (2019)"] == ids(after)["On the day (2019)"]  # due then, overdue now


def test_what_has_no_day_is_not_in_the_calendar_and_that_is_said(root: Path):
    ran = c2c("--root", root, "agenda", "--as-of", "2019", "--format", "ics")

    assert ran.err.startswith("4 things have no day")


def test_without_the_package_it_is_said_what_to_install(root: Path):
    hide = "import sys; sys.modules['icalendar'] = None; from c2c.cli import main; raise SystemExit(main())"
    command = [sys.executable, "-c", hide, "--root", str(root), "agenda", "--format", "ics"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert "a calendar needs the package icalendar, which is not installed" in done.stderr
    assert "c2c-partnerships[ics]" in done.stderr


def of_bycirklen(*arguments: str) -> list[tuple[object, ...]]:
    ran: Ran = ours("agenda", "bycirklen-wuxi", "--format", "json", *arguments)
    return keys(json.loads(ran.out)["items"])


def test_bycirklen_and_wuxi_at_the_end_of_2019():
    found = of_bycirklen("--as-of", "2019-12-31", "--within", "1y")

    assert [each for each in found if each[1] == "action_overdue"] == []  # two are due on that very day
    assert [each[3] for each in found if each[0] == "2019-12-31"] == [
        "education-delegation",
        "education-delegation-director",
    ]
    assert ("2020-12-31", "agreement_ends", "bycirklen-wuxi", "renewal-2017") in found
    assert ("2020-11-30", "action_due", "bycirklen-wuxi", "sports-delegation") in found
    assert [each for each in found if each[0] is None] == [
        (None, "waiting", "bycirklen-wuxi", "kindergarten-exchange")
    ]


def test_bycirklen_and_wuxi_on_new_years_day_and_after_the_end():
    found = of_bycirklen("--as-of", "2020-01-01")

    assert [each[3] for each in found if each[1] == "action_overdue"] == [
        "education-delegation",
        "education-delegation-director",
    ]
    assert of_bycirklen("--as-of", "2021") == []


def test_who_is_waited_for_and_since_when_in_danish_and_chinese():
    for lang, sentence in (("da", "Venter på VIA siden foråret 2018: "), ("zh", "自2018年春季起等待 VIA：")):
        items = json.loads(
            ours("agenda", "bycirklen-wuxi", "--as-of", "2019", "--lang", lang, "--format", "json").out
        )["items"]
        assert [item["since"] for item in items if item["kind"] == "waiting"] == ["2018-21"]
        assert any(item["sentence"].startswith(sentence) for item in items)


def test_the_clock_is_read_for_the_day_only(root: Path):
    today = json.loads(program("agenda", "--format", "json", cwd=root).out)["as_of"]

    assert abs((date.fromisoformat(today) - datetime.now().astimezone().date()).days) <= 1
