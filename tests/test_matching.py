"""Matching: what is known by hand in a small made-up workspace."""

from collections.abc import Sequence
from datetime import date

import pytest

from c2c.matching.criteria import CRITERIA
from c2c.matching.match import Wanted, asked_by_set, matches
from matching_world import BOOK, CITIES, IDS, SAYS, TIES, ask, known, one, ranked, verdict, with_lines


def test_every_criterion_of_the_guidebook_has_a_function():
    assert set(CRITERIA) == set(IDS)


@pytest.mark.parametrize(
    ("criterion", "candidate", "expected"),
    [
        ("official-voice", "shi", "yes"),
        ("official-voice", "ring", "unknown"),  # nothing says that it may speak for its members
        ("official-voice", "gone", "no"),
        ("helix-cooperation", "shi", "yes"),
        ("helix-cooperation", "cheng", "unknown"),
        ("critical-mass", "shi", "unknown"),  # who takes part is known, their weight is not
        ("international-strategy", "shi", "unknown"),
        ("shared-history", "cheng", "yes"),  # it has ended, and was
        ("shared-history", "shi", "unknown"),
        ("agreement-in-hand", "cheng", "no"),
        ("agreement-in-hand", "shi", "unknown"),
        ("shared-aims", "cheng", "yes"),  # amt seeks what cheng has an idea for
        ("shared-aims", "shi", "unknown"),
        ("platform-agenda", "cheng", "unknown"),
        ("reference-city", "shi", "unknown"),
        ("peer-activities", "shi", "yes"),  # both look for a partner
        ("peer-activities", "cheng", "unknown"),
        ("host-project", "cheng", "unknown"),  # an idea is no offer
        ("host-project", "shi", "unknown"),
        ("join-platform", "shi", "unknown"),
    ],
)
def test_what_the_record_says(criterion: str, candidate: str, expected: str):
    assert verdict(criterion, "amt", candidate) == expected


def test_a_strategy_counts_if_it_names_a_country_of_the_other_side():
    strategy = "strategies: [{{id: s, title: S, countries: [{}]}}]"
    answers = [
        ask("international-strategy", "amt", "shi", known(with_lines("shi", strategy.format(code))))
        for code in ("NL", "CN", "US")
    ]

    assert [each.verdict for each in answers] == ["yes", "unknown", "unknown"]
    assert [each.id for each in answers[1].leads] == ["s"]


def test_a_strategy_counts_from_when_it_was_adopted():
    strategy = "strategies: [{{id: s, title: S, adopted: {}, countries: [NL]}}]"
    answers = [
        ask("international-strategy", "amt", "shi", known(with_lines("shi", strategy.format(adopted))))
        for adopted in ("2020-06", "2020-07")
    ]

    assert [(each.verdict, each.leads) for each in answers] == [("yes", ()), ("unknown", ())]


def test_a_lapsed_agreement_is_a_lead_and_talks_are_an_intention():
    paper = (
        "title: A and S\nparties: [amt, shi]\nbegan: 2010\nagreements: [{id: p, kind: mou, valid: 2010/2015}]"
    )
    talks = "title: A and S\nparties: [amt, shi]\nexpectations: [{id: mou, title: An MoU}]"

    lapsed = ask("agreement-in-hand", "amt", "shi", known(ties={**TIES, "amt-shi": paper}))
    assert (lapsed.verdict, next(each.id for each in lapsed.leads)) == ("unknown", "p")
    assert verdict("agreement-in-hand", "amt", "shi", ties={"amt-shi": talks}) == "yes"
    assert verdict("shared-history", "amt", "shi", ties={"amt-shi": talks}) == "unknown"
    assert (
        ask(
            "agreement-in-hand", "amt", "shi", known(ties={**TIES, "amt-shi": paper}, as_of=date(2014, 1, 1))
        ).verdict
        == "yes"
    )


def test_one_city_to_learn_from_is_enough_and_both_must_be_open_to_exchange():
    model = known(with_lines("cheng", "strengths: [{id: s, title: S}]"))

    assert ask("reference-city", "amt", "cheng", model).verdict == "yes"
    assert ask("reference-city", "cheng", "shi", model).verdict == "yes"
    assert ask("peer-activities", "amt", "cheng", model).ask == ("cheng",)


def test_evidence_says_where_it_stands():
    evidence = ask("shared-history", "amt", "cheng", known()).evidence[0]

    assert (evidence.kind, evidence.file, evidence.route, str(evidence.on)) == (
        "partnership",
        "amt-cheng",
        ("began",),
        "2005",
    )


TALKS = "title: A and S\nparties: [amt, shi]\nkind: mou\nprogrammes: [urban-eu-china]"
ACTION = "focus_areas: [{id: f, title: F, efforts: [{id: e, title: E, actions: [{id: a, title: A%s}]}]}]"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("areas: [culture]", None),
        ("began: 2019", ("began",)),
        ("began: 2021", None),
        ("agreements: [{id: p, kind: mou, signed: 2019}]", ("agreements", 0)),
        ("agreements: [{id: p, kind: mou, signed: 2021}]", None),
        ("events: [{id: v, title: V, when: 2019, kind: visit}]", ("events", 0)),
        ("events: [{id: v, title: V, when: 2021, kind: visit}]", None),
        ("events: [{id: v, title: V, when: 2019, kind: decision}]", None),  # of one council
        ("achievements: [{id: r, title: R, when: 2019}]", ("achievements", 0)),
        (ACTION % "", None),
        (ACTION % ", status: [{on: 2019, is: done}]", ("focus_areas", 0, "efforts", 0, "actions", 0)),
        (ACTION % ", status: [{on: 2021, is: done}]", None),
        (ACTION % ", status: [{on: 2019, is: not_done}]", None),
    ],
)
def test_history_is_what_has_happened_and_a_file_of_the_two_is_a_lead(line: str, expected: object):
    found = ask("shared-history", "amt", "shi", known(ties={"amt-shi": f"{TALKS}\n{line}"}))

    if expected:
        assert (found.verdict, [each.route for each in found.evidence]) == ("yes", [expected])
    else:
        leads = [] if line == "began: 2021" else [("amt-shi", ())]
        assert (found.verdict, [(each.file, each.route) for each in found.leads]) == ("unknown", leads)


def test_what_two_of_three_did_is_no_history_of_the_third():
    three = "title: T\nparties: [amt, bach, shi]\n{}"
    paper = three.format("agreements: [{id: p, kind: mou, signed: 2019, parties: [bach, shi]}]")
    visit = three.format(
        "events: [{id: v, title: V, when: 2019, kind: visit, host: shi, guests: [bach]}]\n"
        "achievements: [{id: r, title: R}]"
    )

    assert ask("shared-history", "bach", "shi", known(ties={"t": paper})).verdict == "yes"
    assert ask("shared-history", "amt", "shi", known(ties={"t": paper})).verdict == "unknown"
    routes = [
        [each.route for each in ask("shared-history", one, "shi", known(ties={"t": visit})).evidence]
        for one in ("bach", "amt")
    ]
    assert routes == [[("events", 0), ("achievements", 0)], [("achievements", 0)]]


def test_an_idea_for_a_project_points_to_a_host_and_only_the_city_says_that_it_is_one():
    found = ask("host-project", "amt", "cheng", known())

    assert ([each.id for each in found.leads], found.ask) == (["park"], ("amt", "cheng"))
    told = known(with_lines("cheng", SAYS.format("host-project", "yes", "")))
    assert ask("host-project", "amt", "cheng", told).verdict == "yes"


def test_the_whole_order_by_hand():
    found = ranked("amt", known())

    # of twelve: shi has 3 yes (voice, helix, peers) and no no; cheng 3 yes (voice, history, aims) and 1 no (an agreement that
    # ended); of qu and its province only the voice is known, and of the ring nothing: what its member did is not its own
    assert [
        (each.place, each.id, float(each.score.low * 12), float(each.score.high * 12))
        for each in found.candidates
    ] == [
        (1, "shi", 3, 12),
        (2, "cheng", 3, 11),
        (3, "qu", 1, 12),
        (3, "sheng", 1, 12),
        (5, "ring", 0, 12),
    ]


def test_a_tie_that_adds_nothing_puts_nobody_before_its_candidate():
    bare = {**CITIES, "shi": CITIES["qu"].replace("Qu", "Shi"), "cheng": CITIES["qu"].replace("Qu", "Cheng")}
    mou = "title: T\nparties: [{}, {}]\nkind: mou\nbegan: 2010"
    pairs = (("amt", "cheng"), ("amt", "shi"), ("cheng", "shi"))
    ties = {f"{one}-{other}": mou.format(one, other) for one, other in pairs}
    again = {**ties, "amt-cheng-again": mou.format("amt", "cheng")}

    for world in (known(bare, ties), known(bare, again)):
        assert [one(ranked("amt", world), id).place for id in ("cheng", "shi")] == [1, 1]


def test_what_members_have_is_not_their_association_s():
    members = "names: Ring\nkind: association\nmembers: [{city: cheng}, {city: shi}, {city: qu}]"
    found = ranked("amt", known({**CITIES, "ring": members}))

    assert one(found, "ring").place == len(found.candidates)
    assert one(found, "ring").score.low == 0


def test_a_way_through_a_third_city_and_through_the_region():
    found = ranked("amt", known())

    assert [(way.stops, way.ties) for way in one(found, "shi").ways] == [
        (("amt", "bach", "shi"), ("amt-bach", "bach-shi"))
    ]
    assert [(way.stops, way.ties) for way in one(found, "qu").ways] == [
        (("amt", "upland", "sheng", "qu"), (None, "upland-sheng", None))
    ]
    assert [way.stops for way in one(ranked("amt", known(ties={})), "shi").ways] == []


def test_an_association_and_its_members_count_as_each_other():
    treaty = "title: T\nparties: [amt, ring]\nkind: mou\nbegan: 2010"
    world = known(ties={**TIES, "amt-ring": treaty})

    assert ask("official-voice", "amt", "ring", world).verdict == "yes"
    assert ask("agreement-in-hand", "amt", "cheng", world).verdict == "yes"
    assert {"ring", "cheng"}.isdisjoint(
        each.id for each in ranked("cheng", world, Wanted(same_country=True)).candidates
    )
    late = {**CITIES, "ring": "names: Ring\nkind: association\nmembers: [{city: cheng, left: 2009}]"}
    assert ask("shared-history", "amt", "cheng", known(late, {"amt-ring": treaty})).verdict == "unknown"


def test_who_is_a_candidate():
    world = known()

    def ids(wanted: Wanted) -> set[str]:
        return {each.id for each in ranked("amt", world, wanted).candidates}

    assert ids(Wanted()) == {"shi", "cheng", "qu", "sheng", "ring"}  # one tie with a neighbour opens no side
    assert ids(Wanted(countries=frozenset({"CN"}))) == {"shi", "cheng", "qu", "sheng", "ring"}
    assert ids(Wanted(countries=frozenset({"NL"}))) == {"bach"}
    assert "upland" in ids(Wanted(same_country=True))
    assert "bach" not in ids(Wanted(countries=frozenset({"NL"}), new=True))
    assert "cheng" in ids(Wanted(new=True))  # that has ended


# -- what a city says itself


def test_an_answer_of_the_city_wins_over_the_record():
    world = known(with_lines("shi", SAYS.format("helix-cooperation", "no", ", on: 2019")))
    found = ask("helix-cooperation", "amt", "shi", world)

    assert (found.verdict, found.is_said, found.evidence[0].route) == ("no", True, ("answers", 0))


def test_the_newest_answer_counts_and_two_of_a_day_that_differ_are_unknown():
    def told(*answers: tuple[str, str]) -> str:
        lines = [f"  - {{criterion: join-platform, answer: {word}{on}}}" for word, on in answers]
        told: str = ask("join-platform", "amt", "shi", known(with_lines("shi", "answers:", *lines))).verdict
        return told

    assert told(("no", ", on: 2018"), ("yes", ", on: 2019")) == "yes"
    assert told(("yes", ", on: 2019"), ("no", ", on: 2018")) == "yes"
    assert told(("no", ""), ("yes", ", on: 2001")) == "yes"
    assert told(("yes", ", on: 2019"), ("no", ", on: 2019-12")) == "unknown"
    assert told(("no", ", on: 2030")) == "unknown"  # that is to come


def test_an_answer_about_two_counts_from_either_side():
    about = with_lines("shi", SAYS.format("shared-aims", "yes", ", about: amt"))

    assert ask("shared-aims", "amt", "shi", known(about)).verdict == "yes"
    assert ask("shared-aims", "shi", "amt", known(about)).verdict == "yes"
    assert ask("shared-aims", "bach", "shi", known(about)).verdict == "unknown"


def test_where_one_of_two_is_enough_both_must_say_no_for_a_no():
    shi = with_lines("shi", SAYS.format("host-project", "no", ""))
    both = {**shi, "amt": f"{CITIES['amt']}\n{SAYS.format('host-project', 'no', '')}"}

    assert ask("host-project", "amt", "shi", known(shi)).verdict == "unknown"
    assert ask("host-project", "amt", "shi", known(shi)).ask == ("amt",)
    assert ask("host-project", "amt", "shi", known(both)).verdict == "no"
    cheng = {**shi, "cheng": f"{CITIES['cheng']}\n{SAYS.format('host-project', 'yes', '')}"}
    assert ask("host-project", "cheng", "shi", known(cheng)).verdict == "yes"


# -- sets


def test_a_set_weighs_its_own_criteria_and_leaves_unanswered_what_means_none_of_ours():
    world = known()
    terrassa = next(each for each in BOOK.sets if each.id == "terrassa")
    asked = asked_by_set(terrassa, world)
    found = matches("amt", "terrassa", asked, world, Wanted())

    assert [float(each.share) for each in asked] == pytest.approx([2 / 3, 1 / 3])
    cheng = one(found, "cheng")
    assert [each.verdict for each in cheng.answers] == ["yes", "unknown"]
    assert (float(cheng.score.low), float(cheng.score.high)) == pytest.approx((2 / 3, 1))
    assert found.candidates[0].id == "cheng"


@pytest.mark.parametrize("set", BOOK.sets, ids=lambda each: each.id)
def test_a_shipped_set_names_criteria_that_there_are(set):
    assert {each.criterion for each in set.criteria} - {None} <= set_of(IDS)
    assert any(each.criterion for each in set.criteria)


def set_of(words: Sequence[str]) -> frozenset[str]:
    return frozenset(words)
