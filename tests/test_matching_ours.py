"""Matching: what our own data says."""

from datetime import date
from pathlib import Path

import pytest

from c2c.guidebook.book import Guidebook
from c2c.matching.facts import tie_of
from c2c.matching.known import Known
from c2c.matching.match import Matches, Wanted, asked_by_set, matches
from c2c.model.city import City
from c2c.model.partnership import Partnership
from c2c.vocab import Verdict
from c2c.workspace import CITY, PARTNERSHIP, Workspace
from matching_world import IDS, one, ranked
from running import ROOT


@pytest.fixture(scope="module")
def ours() -> Known:
    space = Workspace.open(ROOT)
    day = date(2026, 11, 1)
    cities = {file.entry.id: file.record for file in space.files(CITY) if isinstance(file.record, City)}
    ties = [
        tie_of(file.entry.id, file.record, day)
        for file in space.files(PARTNERSHIP)
        if isinstance(file.record, Partnership)
    ]
    return Known(cities, ties, Guidebook(space), day)


def answered(found: Matches, id: str) -> dict[str, Verdict]:
    return {
        asked.entry.id: each.verdict
        for asked, each in zip(found.asked, one(found, id).answers, strict=True)
        if asked.entry
    }


def test_terrassa_gets_chinese_cities_that_work_on_industry_first(ours: Known):
    found = ranked("terrassa", ours)
    top = found.candidates[:5]

    assert all(ours.countries(each.id) == {"CN"} for each in found.candidates)
    assert all(answered(found, each.id)["shared-aims"] is Verdict.YES for each in top)
    assert {"haiyan", "foshan"} <= {each.id for each in top}
    assert all(one(found, id).fits == ("industry",) for id in ("haiyan", "foshan"))
    assert one(found, "foshan").place < one(found, "deyang").place  # of Deyang we know next to nothing
    assert one(found, "deyang").score.high == 1  # and nothing speaks against it


def test_terrassa_by_its_own_criteria_gets_those_that_fit_its_industry(ours: Known):
    chosen = next(each for each in ours.book.sets if each.id == "terrassa")
    found = matches("terrassa", "terrassa", asked_by_set(chosen, ours), ours, Wanted())

    assert {"haiyan", "foshan"} <= {each.id for each in found.candidates if each.place == 1}
    assert all(each.fits == ("industry",) for each in found.candidates if each.place == 1)


@pytest.mark.parametrize("id", ["binhai", "deyang"])
def test_binhai_and_deyang_get_european_cities_that_are_open_and_terrassa_among_the_first(
    ours: Known, id: str
):
    found = ranked(id, ours)
    top = found.candidates[:5]

    assert not any("CN" in ours.countries(each.id) for each in found.candidates)
    for each in top:
        told = answered(found, each.id)
        assert (told["official-voice"], told["join-platform"], told["peer-activities"]) == (
            "yes",
            "yes",
            "yes",
        )
    assert one(found, "terrassa").place <= 6
    assert "agreement-in-hand" in {
        asked.entry.id
        for asked, each in zip(found.asked, one(found, "terrassa").answers, strict=True)
        if asked.entry and {lead.route for lead in each.leads} >= {("looking",)}
    }


def test_deyang_is_reached_through_its_province_and_binhai_through_tianjin(ours: Known):
    deyang, binhai = ranked("deyang", ours), ranked("binhai", ours)

    for id in ("bonn", "essen", "muenster"):
        assert ("deyang", "sichuan", "north-rhine-westphalia", id) in [
            way.stops for way in one(deyang, id).ways
        ]
    for id in ("groningen", "manchester"):
        assert ("binhai", "tianjin", id) in [way.stops for way in one(binhai, id).ways]


def test_muenster_comes_to_dalian_through_enschede(ours: Known):
    dalian = one(ranked("muenster", ours), "dalian")

    assert dalian.place == 2  # after Beijing, of which more is on record
    history = dalian.answers[IDS.index("shared-history")]
    assert (history.verdict, [each.file for each in history.leads]) == (
        "unknown",  # so far there are talks
        ["muenster-dalian", "muenster-enschede-dalian"],
    )
    assert [(way.stops, way.ties) for way in dalian.ways] == [
        (("muenster", "enschede", "dalian"), ("muenster-enschede-dalian", "enschede-dalian"))
    ]


def test_bonn_gets_chengdu_by_the_twelve_and_by_its_own_criteria_none_that_scores_more(ours: Known):
    own = asked_by_set(next(each for each in ours.book.sets if each.id == "bonn"), ours)

    assert ranked("bonn", ours).candidates[0].id == "chengdu"
    by_own = matches("bonn", "bonn", own, ours, Wanted())
    assert one(by_own, "chengdu").score == max(each.score for each in by_own.candidates)


def test_an_ended_partnership_speaks_against_an_agreement(ours: Known):
    found = ranked("ballerup", ours)

    assert answered(found, "wuxi")["shared-history"] is Verdict.YES
    assert answered(found, "wuxi")["agreement-in-hand"] is Verdict.NO


def test_most_answers_on_our_data_are_unknown_and_no_answer_is_a_no_without_evidence(ours: Known):
    for id in ("terrassa", "binhai", "deyang"):
        found = ranked(id, ours)
        assert found.unknown > 0.6
        for each in found.candidates:
            assert all(answer.evidence for answer in each.answers if answer.verdict is not Verdict.UNKNOWN)


def test_the_page_of_the_docs_names_every_criterion():
    page = (Path(ROOT) / "docs" / "matching.md").read_text(encoding="utf-8")

    assert [id for id in IDS if f"`{id}`" not in page] == []
