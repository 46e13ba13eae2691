"""What c2c.yaml says: the workspace's title and languages, and the findings that it accepts, each with a reason."""

from typing import Annotated

from pydantic import Field, StringConstraints

from c2c.model.base import Duration, Record, Words
from c2c.model.text import LANGUAGE, Text

Language = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE.pattern}$")]
Subject = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*$")
]


class Accepted(Record):
    """A finding that stays: the rule, what it is about (a file's id, or partnership/action), and why."""

    rule: Annotated[str, StringConstraints(pattern=r"^C[0-9]{3}$")]
    subject: Subject
    reason: Words


class Config(Record):
    """The file c2c.yaml. A workspace without one has these defaults. `stale_after` is how long no news are no matter."""

    title: Text = Text({"und": "c2c"})
    languages: tuple[Language, ...] = Field(default=("en",), min_length=1)
    stale_after: Duration = "P1Y"
    accepted: tuple[Accepted, ...] = ()
