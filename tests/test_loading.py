"""What does not fit the model is told in words, at its place, with a way to mend it; the rest is still checked."""

from collections.abc import Callable

import pytest

from building import DEMO, Files, demo
from c2c.model.loading import load
from c2c.model.partnership import Partnership
from c2c.rules.check import check
from c2c.source import MAX_PROBLEMS, Source
from c2c.workspace import Workspace

Build = Callable[[Files], Workspace]

START = "title: Demo\nparties: [lyon, graz]\nkind: twinning\n"
CITY = "names: Wuxi\nkind: city\ncountry: CN\n"
WUXI = "data/cities/wuxi.yaml"
SHEET = "data/sources/sheet.yaml"
STATUSES = "one of done, partly_done, not_done, unclear, open"
CITY_KINDS = "one of city, municipality, county, district, metropolitan_region, region, province, association"
KINDS = "one of twinning, friendship_city, friendly_cooperation, partnership_agreement, mou, programme_pairing, ad_hoc"
MAPPING = "write key: value, one a line, all in one column"
LIST = "write [a, b], or one item a line, each with a hyphen"
TEXT = "write a text, or one for each language: {da: …, en: …}"
NUMBER = "write digits and a decimal point only, such as 47000 or 8.5"
DATE = "write it as coarsely as you know it: 2019, 2019-09, 2019-21 (spring), 2019? (perhaps)"
ID = "use a-z, 0-9 and single hyphens, at most 80"

MISFITS: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    # name: file, text, (place, code and message; help) of each finding
    "a key that is misspelt": (
        DEMO,
        "titel: Demo\n" + START,
        [("1:1 C201 'titel' is not a key here", "did you mean 'title'?")],
    ),
    "a key that is misspelt in a list": (
        DEMO,
        START + "agreements: [{id: a, kind: mou, singed: 2007}]\n",
        [
            (
                "4:33 C201 'singed' is not a key here",
                "did you mean 'signed'? one of id, kind, title, signed, valid, every, renews, parties, areas, url, note, sources",
            )
        ],
    ),
    "a key that is like no other": (
        SHEET,
        "title: A\nxyzzy: 1\n",
        [
            (
                "2:1 C201 'xyzzy' is not a key here",
                "one of id, title, author, publisher, published, url, language, note",
            )
        ],
    ),
    "a key that is misspelt in a date": (
        DEMO,
        START + "events: [{id: a, title: A, kind: visit, when: {edft: 2019}}]\n",
        [("4:48 C201 'edft' is not a key here", "did you mean 'edtf'? one of edtf, text")],
    ),
    "keys that are missing": (
        WUXI,
        "names: Wuxi\n",
        [
            ("1:1 C202 'kind' is missing here", f"add kind: and {CITY_KINDS}"),
        ],
    ),
    "keys that are missing in a list": (
        DEMO,
        START + "agreements: [{signed: 2007, kind: mou}]\n",
        [("4:14 C202 'id' is missing here", "add id: …")],
    ),
    "words without their date": (
        DEMO,
        START + "events: [{id: a, title: A, kind: visit, when: {text: in May}}]\n",
        [("4:47 C202 'edtf' is missing here", "add edtf: …")],
    ),
    "a place without its source": (
        DEMO,
        START + "sources: [{at: page 3}]\n",
        [("4:11 C202 'source' is missing here", "add source: …")],
    ),
    "a word that is misspelt": (
        DEMO,
        START.replace("twinning", "Partnership agreement"),
        [
            (
                "3:7 C203 'Partnership agreement' is not a kind",
                f"did you mean 'partnership_agreement'? {KINDS}",
            )
        ],
    ),
    "a word that is like no other": (
        WUXI,
        CITY.replace("city", "x"),
        [("2:7 C203 'x' is not a kind", CITY_KINDS)],
    ),
    "a word that is missing": (WUXI, CITY.replace("city", ""), [("2:6 C203 kind is empty", CITY_KINDS)]),
    "a status that is misspelt": (
        DEMO,
        demo("", "- {id: a, title: A, status: [{on: 2019, is: partialy}]}"),
        [("11:55 C203 'partialy' is not a status", f"did you mean 'partly_done'? {STATUSES}")],
    ),
    "a status without its word": (
        DEMO,
        demo("", "- {id: a, title: A, status: [{on: 2019, is: }]}"),
        [("11:55 C203 status is empty", STATUSES)],
    ),
    "a legend that means nothing": (
        DEMO,
        demo("legend: {x: dnoe}", "- {id: a, title: A, status: [{on: 2019, is: x}]}"),
        [("4:13 C203 'dnoe' is not a status", f"did you mean 'done'? {STATUSES}")],
    ),
    "a text where a list belongs": (
        DEMO,
        START + "agreements: none\n",
        [("4:13 C204 expected a list, found text", LIST)],
    ),
    "a mapping where a list belongs": (
        DEMO,
        START + "agreements: {id: a}\n",
        [("4:13 C204 expected a list, found a mapping", LIST)],
    ),
    "a list where a mapping belongs": (
        DEMO,
        START + "ended: [2019]\n",
        [("4:8 C204 expected a mapping of keys to values, found a list", MAPPING)],
    ),
    "a text and nothing where mappings belong": (
        DEMO,
        START + "agreements: [x, ]\nevents:\n  -\n",
        [
            ("4:14 C204 expected a mapping of keys to values, found text", MAPPING),
            ("6:4 C204 expected a mapping of keys to values, found nothing", MAPPING),
        ],
    ),
    "a list where text belongs": (
        DEMO,
        START + "note: [x]\n",
        [("4:7 C204 expected text, or a mapping of language to text, found a list", TEXT)],
    ),
    "a list where the text of a language belongs": (
        DEMO,
        START + "note: {en: [x], da: ok}\n",
        [("4:12 C204 expected text, or a mapping of language to text, found a list", TEXT)],
    ),
    "a list where a word belongs": (
        SHEET,
        "title: A\nauthor: [x]\n",
        [
            (
                "2:9 C204 expected text, found a list",
                "write a text; one with a colon, a bracket or a # needs quotes",
            )
        ],
    ),
    "a list of nobody": (
        DEMO,
        START.replace("lyon, graz", ""),
        [("2:10 C204 expected a list that is not empty, found nothing in it", LIST)],
    ),
    "texts that say nothing": (
        DEMO,
        START + "note: '  '\nsummary: {en: x, da: ''}\nended: {on: 2019, reason: other, note: {}}\n",
        [
            (place + " C205 the text is empty", "write it, or leave the key out")
            for place in ("4:7", "5:22", "6:40")
        ],
    ),
    "tags that are no languages": (
        DEMO,
        START + "note: {english: x, DK: y, zh_hans: z, x-y-z: q, da: ok}\n",
        [
            ("4:17 C206 'english' is not a language tag", "did you mean 'en'?"),
            ("4:24 C206 'DK' is not a language tag", "did you mean 'da'?"),
            ("4:36 C206 'zh_hans' is not a language tag", "did you mean 'zh-Hans'?"),
            ("4:46 C206 'x-y-z' is not a language tag", "use a tag such as da, en or zh"),
        ],
    ),
    "what is no number": (
        WUXI,
        CITY
        + "coordinates: {lat: 31.5 N, lon: '120,3'}\nfacts: [{id: a, title: A, quantity: {value: 1e6}}]\n",
        [
            ("4:20 C207 '31.5 N' is not a number", NUMBER),
            ("4:33 C207 '120,3' is not a number", NUMBER),
            ("5:45 C207 '1e6' is not a number", NUMBER),
        ],
    ),
    "what is neither true nor false": (
        WUXI,
        CITY + "looking: yes\n",
        [("4:10 C207 'yes' is neither true nor false", "write true or false")],
    ),
    "what has no value": (
        WUXI,
        CITY + "looking:\nwebsite: [x]\nfacts: [{id: a, title: A, quantity: {value: }, on: {}}]\n",
        [
            ("4:9 C204 expected true or false, found nothing", ""),
            ("5:10 C204 expected an address, found a list", "begin with https://, http:// or mailto:"),
            ("6:45 C204 expected a number, found nothing", NUMBER),
            ("6:52 C204 expected a date, found nothing in it", DATE),
        ],
    ),
    "an address without its beginning": (
        SHEET,
        "title: A\nurl: www.example.org\n",
        [
            (
                "2:6 C208 'www.example.org' is not an address that a report can link to",
                "begin with https://, http:// or mailto:",
            )
        ],
    ),
    "what is no id": (
        DEMO,
        START
        + "areas: [Smart City, smart__city, å, 城]\nsources: [Case Study]\nprogrammes: ["
        + "a" * 81
        + "]\n",
        [
            ("4:9 C209 'Smart City' is not an id", "did you mean 'smart-city'?"),
            ("4:21 C209 'smart__city' is not an id", "did you mean 'smart-city'?"),
            ("4:34 C209 'å' is not an id", "did you mean 'a'?"),
            ("4:37 C209 '城' is not an id", ID),
            ("5:11 C209 'Case Study' is not an id", "did you mean 'case-study'?"),
            (f"6:14 C209 '{'a' * 80}' is not an id", ID),
        ],
    ),
    "what is no code": (
        WUXI,
        CITY.replace("CN", "China") + "wikidata: 42\n",
        [
            (
                "3:10 C209 'China' is not a country code",
                "use the two capital letters of ISO 3166-1, such as DK or CN",
            ),
            ("4:11 C209 '42' is not a Wikidata id", "use Q and digits, such as Q1748"),
        ],
    ),
    "what is no action": (
        DEMO,
        demo("", "- {id: a, title: A, same_as: [A/b/c]}"),
        [("11:41 C209 'A/b/c' is not an action", "write the id of the action, or partnership/action")],
    ),
    "a date in words": (
        DEMO,
        START
        + "began: forår 2018\nevents: [{id: a, title: A, kind: visit, when: {edtf: maj 2017, text: maj 2017}}]\n",
        [
            ("4:8 C210 'forår 2018' is not written as EDTF", "write 2018-21"),
            ("5:54 C210 'maj 2017' is not written as EDTF", "write 2017-05"),
        ],
    ),
    "a day that there is not": (
        DEMO,
        START + "began: 2019-02-29\n",
        [("4:8 C210 '2019-02-29' is no date: February 2019 has 28 days", DATE)],
    ),
    "a date that is none": (DEMO, START + "began: once\n", [("4:8 C210 'once' is no date", DATE)]),
    "words of a date that are none": (
        DEMO,
        START + "events: [{id: a, title: A, kind: visit, when: {edtf: 2017, text: [x]}}]\n",
        [
            (
                "4:66 C204 expected text, found a list",
                "write a text; one with a colon, a bracket or a # needs quotes",
            )
        ],
    ),
    "languages of the workspace": (
        "c2c.yaml",
        "languages: [english, en]\n",
        [("1:13 C209 'english' is not a language tag", "use a tag such as da, en or zh")],
    ),
    "accepted findings": (
        "c2c.yaml",
        "accepted: [{rule: X1, subject: Demo, reason: ' '}, {rule: C702}]\n",
        [
            ("1:19 C209 'X1' is not the code of a rule", "use C and three digits; `c2c rule` lists them"),
            ("1:32 C209 'Demo' is not a subject", "write the id of a file, or partnership/action"),
            ("1:46 C205 the text is empty", "write it, or leave the key out"),
            ("1:52 C202 'reason' is missing here", "add reason: …"),
            ("1:52 C202 'subject' is missing here", "add subject: …"),
        ],
    ),
}


@pytest.mark.parametrize("name", MISFITS)
def test_what_does_not_fit_is_told_in_words(name: str, workspace: Build):
    path, text, expected = MISFITS[name]

    found = check(workspace({path: text})).findings

    assert [
        (f"{each.span.line}:{each.span.column} {each.code} {each.message}", each.help) for each in found
    ] == expected
    assert {each.span.path for each in found} == {path}


def test_an_unknown_key_a_bad_status_and_a_backwards_date_are_told_in_one_run(workspace: Build):
    text = demo(
        "began: 2017\nended: {on: 2007, reason: not_renewed}",
        """
- {id: Lunch, title: Lunch}
- {id: dinner, titel: Dinner}
- id: visit
  title: Visit
  when: 2019
  status:
    - {on: 2019-12, is: partialy}
    - {on: 2020-12, is: done, evidence: [{source: case-study}]}
    - {on: 2018-12, is: partly_done, reason: postponed}
    - {is: open}
- {id: visit, title: Visit, same_as: [lunch], proposed_by: wuxi}
""",
    )

    assert [str(each).removeprefix(f"{DEMO}:") for each in check(workspace({DEMO: text})).findings] == [
        "5:13: error C401 the end 2007 is before the beginning 2017",
        "13:18: error C209 'Lunch' is not an id",
        "14:13: error C202 'title' is missing here",
        "14:26: error C201 'titel' is not a key here",
        "19:35: error C203 'partialy' is not a status",
        "21:22: error C402 partly done as of 2018-12, but planned for 2019",
        "22:17: error C403 this status has no date, so it is not counted",
        "23:18: error C304 the id 'visit' is taken: it stands twice among the actions",
        "23:32: warning C701 'visit' has the same title as 'visit'",
        "23:70: error C305 there is no city 'wuxi'",
    ]


def test_nothing_is_said_of_what_stands_in_for_something_missing(workspace: Build):
    files = {
        DEMO: "agreements: [{kind: mou, parties: [lyon]}, {kind: renewal}]\nfocus_areas:\n"
        "- efforts:\n  - actions:\n    - status: [{on: 2019, is: done}]\n    - note: {en: A note}\n",
        WUXI: "members: [{city: lyon}]\nsummary: {en: A city}\n",
    }

    found = check(workspace(files)).findings

    assert {each.code for each in found} == {"C202", "C502", "C702"}
    assert [str(each) for each in found if each.code != "C202"] == [
        f"{WUXI}:2:1: warning C702 the text under 'summary' has no da or zh",
        f"{DEMO}:5:31: note C502 'unnamed' is done, and nothing shows it",
        f"{DEMO}:6:7: warning C702 the text under 'note' has no da or zh",
    ]


def test_more_than_can_be_read_at_a_sitting_is_cut_with_a_note(workspace: Build):
    few = (
        START
        + "".join(f"k{n}: x\n" for n in range(MAX_PROBLEMS + 1))
        + "began: 2017\nended: {on: 2007, reason: other}\n"
    )
    many = (
        START + "".join(f"k{n}: x\n" for n in range(2000)) + "began: 2017\nended: {on: 2007, reason: other}\n"
    )

    found = [check(workspace({DEMO: text})).findings for text in (few, many)]

    codes = [[each.code for each in each_found] for each_found in found]
    assert codes[0] == ["C201"] * MAX_PROBLEMS + ["C211", "C401"]
    assert codes[1] == ["C201"] * MAX_PROBLEMS + ["C211"]
    [note] = [each for each in found[0] if each.code == "C211"]
    assert (note.span.line, note.severity) == (4 + MAX_PROBLEMS, "note")


def test_a_text_in_too_many_wrong_languages_ends_with_a_note(workspace: Build):
    text = START + "note: {" + ", ".join(f"K{n}: x" for n in range(20)) + "}\n"

    codes = [each.code for each in check(workspace({DEMO: text})).findings]

    assert codes[0] == codes[-2] == "C206"
    assert codes[-1] == "C211"


def test_loading_changes_nothing_of_the_data():
    source = Source.parse("titel: x\nparties: [a, B, c]\nagreements: [{id: A}, {id: b, kind: mou}]\n")
    before = repr(source.data)

    loaded = load(Partnership, source.data)

    assert repr(source.data) == before
    assert loaded.record is None
    assert isinstance(loaded.rest, Partnership)
    assert [agreement.id for agreement in loaded.rest.agreements] == ["b"]
    assert loaded.rest.parties == ("a", "c")
    assert loaded.original(("agreements", 0, "id")) == ("agreements", 1, "id")
    assert loaded.original(("parties", 1)) == ("parties", 2)
    assert loaded.original(("title",)) == ("title",)


def test_of_a_file_that_is_no_mapping_nothing_is_left():
    loaded = load(Partnership, ["x"])

    assert (loaded.record, loaded.rest) == (None, None)
