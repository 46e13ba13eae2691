"""docs/templates.md lists every key of the view, and every template."""

import re
from datetime import date
from typing import Any

import pytest

from c2c.guidebook.book import Guidebook
from c2c.language import Language
from c2c.learning.account import account
from c2c.model.experience import FactorRating
from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.report.learning import learning_view
from c2c.report.plain import Writer
from c2c.report.view import Question
from c2c.resources import templates
from c2c.saying import Speaker
from c2c.standing import overview
from c2c.vocab import Degree
from reporting import ROOT, seen
from sheet import SHEET

PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


def _documented() -> dict[str, set[str]]:
    """The keys of every table under a heading of the third level."""
    found = {}
    for section in PAGE.split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        keys = [row.split("|")[1] for row in body.split("\n") if row.startswith("| `")]
        found[heading] = {key for cell in keys for key in re.findall(r"`(\w+)`", cell)}
    return found


def _things() -> dict[str, list[Any]]:
    """Examples of everything, from the reports of two years."""
    views: list[Any] = [seen(SHEET), seen(SHEET, question=Question(2020, date(2020, 12, 31)))]
    partnerships = [p for view in views for p in view["partnerships"]]
    ways = [p["way"] for p in partnerships]
    areas = [area for p in partnerships for area in p["focus_areas"]]
    efforts = [effort for area in areas for effort in area["efforts"]]
    actions = [action for effort in efforts for action in effort["actions"]]

    platform: Any = seen(ROOT, together=True)["platform"]

    def every(key: str) -> list[Any]:
        return [each for p in partnerships for each in p[key]]

    return {
        "Report": views,
        "Partnership": partnerships,
        "Way": ways,
        "People": [p["people"] for p in partnerships],
        "Step": [step for way in ways for step in way["steps"]],
        "Platform": [platform],
        "Learned": [platform["learned"]],
        "Profile": [_profile()],
        "Guidebook": [view["guidebook"] for view in views],
        "Action": actions,
        "Promises": [p["promises"] for p in partnerships],
        "Next": [p["next"] for p in partnerships],
        "Change": every("changes"),
        "Count": every("counts"),
        "Outcome": every("outcomes"),
        "Focus area": areas,
        "Effort": efforts,
        "Party": every("parties"),
        "Evidence": [each for action in actions for each in action["evidence"]],
        "Citation": [each for area in areas for each in area["cited"]],
        "Source": every("sources"),
        "Agreement": every("agreements"),
        "Event": every("events"),
        "Obstacle": every("obstacles"),
        "Evaluation": every("evaluations"),
        "Achievement": every("achievements"),
        "Participant": [each for group in every("participants") for each in group["participants"]],
        "Fact": every("facts"),
        "Indicator": every("indicators"),
    }


def _profile() -> Any:
    """No source of ours rates a success factor."""
    record = Partnership.model_construct(
        title=Text({"en": "Demo"}),
        factors=(FactorRating(factor="funding", rating=Degree.FAIR),),
    )
    found = account(overview("demo", record, date(2019, 12, 31)), Guidebook())
    return learning_view(found, Guidebook(), Writer(Speaker(Language("en"), ("en",)), {}))["profile"]


def test_every_thing_has_its_section() -> None:
    assert set(_documented()) == set(_things())


@pytest.mark.parametrize("heading", _documented())
def test_a_section_lists_the_keys_that_there_are(heading: str) -> None:
    things = _things()[heading]

    assert things
    for thing in things:
        assert set(thing) == _documented()[heading]


def test_every_template_is_named() -> None:
    for path in templates().iterdir():
        assert f"`{path.name}`" in PAGE
