"""The repository's data as a whole: every pair that the sources name is there, and everything says where it is from."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from c2c.diagnostics import Severity
from c2c.model.base import Item, Record
from c2c.model.city import City
from c2c.model.partnership import Agreement, Partnership
from c2c.rules.check import check
from c2c.workspace import CITY, PARTNERSHIP, File, Workspace
from running import ROOT, c2c

REPORT = "cooperation-plans-guidelines"

TABLE_1 = """
agioi-anargyroi-kamatero zhengzhou, barcelona chengdu, barnsley liuzhou, bologna guangzhou, burgas shantou, granada kunming,
greater-manchester tianjin, malaga jingyue, mannheim chongqing, nice haikou, prague longyan, reggio-emilia weinan, rome yantai,
verband-region wuhan
"""
TABLE_2 = """
almere shenzhen, amsterdam shenzhen, athens beijing, athens chengdu, athens shanghai, belfast shenyang, birmingham nanjing,
bonn chengdu, bradford qingdao, bristol guangzhou, chartres xian, dresden hangzhou, enschede dalian, espoo shanghai,
essen changzhou, freising weifang, ghent weihai, gothenburg shanghai, groningen tianjin, helsinki beijing, ingolstadt foshan,
le-havre shenyang, leeds hangzhou, leeds xian, leeds-city-region qingdao, manchester tianjin, manchester wuhan,
malmo hong-kong, malmo shenzhen, malmo tangshan, milan beijing, milan chengdu, milan guangzhou, milan shanghai, milan shenzhen,
muenster dalian, nice haikou, nice hangzhou, nice xiamen, nice zhanjiang, nice zhuhai, nuremberg shenzhen, sonderborg haiyan,
turin luoyang, vienna beijing, vienna chengdu, vienna shanghai
"""
NOTE_ON_DENMARK = """
bycirklen wuxi, esbjerg suzhou, aarhus harbin, odense shaoxing, copenhagen beijing, region-midtjylland shanghai,
region-sjaelland zhejiang, region-syddanmark guangdong, skane guangdong, baden-wuerttemberg jiangsu,
north-rhine-westphalia jiangsu, oestergoetland jiangsu, veneto jiangsu, north-brabant jiangsu, hamburg shanghai,
schleswig-holstein zhejiang
"""


def pairs(table: str) -> list[frozenset[str]]:
    return [frozenset(pair.split()) for pair in table.replace("\n", " ").split(",")]


def partnerships() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(c2c("--root", ROOT, "list", "partnerships", "--json").out)[
        "partnerships"
    ]
    return found


FOUND = partnerships()


@pytest.mark.parametrize(
    ("table", "number", "source", "programme"),
    [
        (TABLE_1, 14, REPORT, "iuc"),
        (TABLE_2, 47, REPORT, "urban-eu-china"),
        (NOTE_ON_DENMARK, 16, "jiangsu-background-note", None),
    ],
    ids=["table 1", "table 2", "note"],
)
def test_every_pair_is_there_with_its_source(table: str, number: int, source: str, programme: str | None):
    assert len(pairs(table)) == number
    for pair in pairs(table):
        there = [each for each in FOUND if pair <= set(each["parties"])]
        assert any(
            source in each["sources"] and (programme is None or programme in each["programmes"])
            for each in there
        ), sorted(pair)


def test_a_pair_that_several_sources_name_is_one():
    alone = [frozenset(each["parties"]) for each in FOUND]

    assert len(alone) == len(set(alone))
    nice = next(each for each in FOUND if each["id"] == "nice-haikou")
    assert nice["programmes"] == ["iuc", "urban-eu-china"]


def test_who_looks_for_a_partner_and_who_works_without_agreements():
    cities = json.loads(c2c("--root", ROOT, "list", "cities", "--looking", "--json").out)["cities"]
    ad_hoc = [
        file.entry.id
        for file in Workspace.open(ROOT).files(CITY)
        if isinstance(file.record, City) and file.record.ad_hoc
    ]

    assert [each["id"] for each in cities] == ["binhai", "deyang", "terrassa"]
    assert ad_hoc == ["stockholm"]


def test_a_city_is_found_by_every_name_that_the_sources_give_it():
    names = {
        "wuxi": "Wutshi",
        "malmo": "Malmö",
        "muenster": "Münster",
        "sonderborg": "Sønderborg",
        "aarhus": "Århus",
        "xian": "Xi' an",
    }
    cities = {
        each["id"]: each for each in json.loads(c2c("--root", ROOT, "list", "cities", "--json").out)["cities"]
    }

    for id, name in names.items():
        assert name in [*cities[id]["names"].values(), *cities[id]["aliases"]], id


def test_there_is_nothing_to_mend():
    worse = [str(each) for each in check(Workspace.open(ROOT)).findings if each.severity is not Severity.NOTE]

    assert worse == []


def records(record: Record, sourced: bool) -> Iterator[tuple[Record, bool]]:
    """Every record inside another that can have sources, and whether it or what it stands in has some."""
    sourced = sourced or bool(getattr(record, "sources", ()))
    yield record, sourced
    for value in record.__dict__.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                yield from records(each, sourced)


@pytest.mark.parametrize(
    "file",
    [file for kind in (CITY, PARTNERSHIP) for file in Workspace.open(ROOT).files(kind)],
    ids=lambda file: file.entry.id,
)
def test_every_fact_says_where_it_is_from(file: File):
    assert isinstance(file.record, City | Partnership)
    assert file.record.sources
    for name, value in file.record.__dict__.items():
        for each in value if isinstance(value, tuple) else ():
            if isinstance(each, Item | Agreement):
                lacking = [
                    one for one, has in records(each, False) if isinstance(one, Item | Agreement) and not has
                ]
                assert lacking == [], name


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--area", "education", "--country", "FI"], ["espoo-shanghai"]),
        (["--country", "DK", "--step", "measure"], ["bycirklen-wuxi"]),
        (["--programme", "iuc", "--country", "FR"], ["nice-haikou"]),
        (["--city", "dalian"], ["enschede-dalian", "muenster-dalian", "muenster-enschede-dalian"]),
    ],
)
def test_questions_of_a_coordinator(filters: list[str], ids: list[str]):
    told = json.loads(c2c("--root", ROOT, "list", "partnerships", *filters, "--json").out)

    assert [each["id"] for each in told["partnerships"]] == ids
