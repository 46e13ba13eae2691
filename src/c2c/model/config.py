"""What c2c.yaml says: the workspace's title and languages, and the findings that it accepts, each with a reason."""

from typing import Annotated

from pydantic import Field

from c2c.model.base import Duration, Record, Words
from c2c.model.scalars import matching
from c2c.model.text import LANGUAGE, Text

Language = Annotated[str, matching(f"^{LANGUAGE.pattern}$")]
Subject = Annotated[str, matching(r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*$")]


class Accepted(Record):
    """A finding that stays: the rule, what it is about (a file's id, or partnership/action), and why."""

    rule: Annotated[str, matching(r"^C[0-9]{3}$")]
    """The code of the rule: `C503`."""

    subject: Subject
    """What it is about, the id of a file or partnership/action: `lyon-graz/first-visit`."""

    reason: Words
    """Why it stays: `The sheet has no legend for this marker.`."""


class Config(Record):
    """The file c2c.yaml. A workspace without one has these defaults."""

    title: Text = Text({"und": "c2c"})
    """What reports and pages call the workspace: `Our partnerships`,
    `{da: Vore partnerskaber, en: Our partnerships}`.
    """

    languages: tuple[Language, ...] = Field(default=("en",), min_length=1)
    """The languages that its texts are in; the first is what c2c speaks here: `[en, da, zh]`."""

    stale_after: Duration = "P1Y"
    """After how long without news a partnership is stale, in whole years, months or weeks: `P1Y`, `P6M`."""

    confirm_contacts_after: Duration = "P1Y"
    """For how long it is taken for granted that a contact still speaks for their side: `P1Y`."""

    accepted: tuple[Accepted, ...] = ()
    """Findings that stay, each with its reason:
    `[{rule: C503, subject: lyon-graz/first-visit, reason: Nobody knows.}]`.
    """
