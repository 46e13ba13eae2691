"""c2c learn: what partnerships have learned, and what others can take up."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from c2c.cli.choosing import OfArea, OfCity, OfCountry, OfKind, OfProgramme, OfStep, Wanted
from c2c.cli.completion import ids, topics_of_learning
from c2c.cli.options import (
    AsOf,
    Json,
    Lang,
    Rev,
    Root,
    check_word,
    day,
    known_id,
    processes,
    speaker,
    workspace,
)
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.model.partnership import Partnership
    from c2c.saying import Speaker
    from c2c.standing import Overview
    from c2c.vocab import Topic

T = TypeVar("T")


def learn(
    context: typer.Context,
    partnership: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNERSHIP",
            help="One partnership. [default: all of them together]",
            autocompletion=ids("partnerships"),
        ),
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            "--topic",
            metavar="TOPIC",
            help="Only evaluations, obstacles, factors, areas, age or practice; of one partnership not areas or age.",
            autocompletion=topics_of_learning,
        ),
    ] = None,
    as_of: AsOf = None,
    city: OfCity = None,
    area: OfArea = None,
    country: OfCountry = None,
    kind: OfKind = None,
    step: OfStep = None,
    programme: OfProgramme = None,
    lang: Lang = None,
    json: Json = False,
    rev: Rev = None,
    root: Root = None,
) -> None:
    """Show what can be learned from partnerships.

    What evaluations look at and what nobody looked at; obstacles by challenge and step, and which changes had an effect;
    success factors, areas, age and variety beside evidence of results; good practice to take up.

    Numbers are of what is on record, as n of m. They stand side by side, and do not say what causes what.
    """
    from c2c.cli.reading import Reading
    from c2c.guidebook.book import Guidebook
    from c2c.workspace import PARTNERSHIP

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    chosen = known_id(space, PARTNERSHIP, partnership) if partnership is not None else None
    topics = _topics(topic, is_one=chosen is not None)
    reading = Reading(space)
    wanted = Wanted(city, area, country, kind, step, programme)
    is_wanted = wanted.chooser(reading, today) if wanted != Wanted() else None
    asked = _Asked(reading, Guidebook(space), today, is_wanted)
    if chosen is None:
        _all(asked, topics, voice, json)
    else:
        _one(asked, chosen, topics, voice, json)
    reading.say_left_out()
    if chosen and any(name.startswith(f"data/{PARTNERSHIP.folder}/") for name in reading.left_out):
        raise typer.Exit(1)


class _Asked(NamedTuple):
    """Which partnerships are asked for, and as of when."""

    reading: "Reading"
    book: "Guidebook"
    today: date
    is_wanted: "Callable[[Partnership], bool] | None"

    def overview(self, id: str, record: "Partnership") -> "Overview | None":
        """How a partnership stands, if it is asked for."""
        from c2c.standing import overview

        if self.is_wanted is not None and not self.is_wanted(record):
            return None
        return overview(id, record, self.today)


def _topics(topic: str | None, is_one: bool) -> "tuple[Topic, ...]":
    """The topics that are asked for. Raises Unknown, BadOption."""
    from c2c.learning.telling import OF_ONE
    from c2c.vocab import Topic

    check_word("topic", topic, Topic)
    chosen = tuple(Topic) if topic is None else (Topic(topic),)
    if is_one and topic is not None and topic not in OF_ONE:
        raise BadOption(f"--topic {topic} is asked of several partnerships", "leave the partnership out")
    return tuple(each for each in chosen if not is_one or each in OF_ONE)


def _all(asked: _Asked, topics: "tuple[Topic, ...]", voice: "Speaker", json: bool) -> None:
    """What all of them have to teach together; what each tells is small, and the records are let go."""
    from c2c.learning.portfolio import learned
    from c2c.learning.taught import Taught, taught

    def told(id: str, record: "Partnership") -> Taught | None:
        seen = asked.overview(id, record)
        return taught(seen) if seen is not None else None

    all = asked.reading.tell(told, processes())
    found = learned((each for each in all if each is not None), asked.book)
    if json:
        from c2c.export.learn import print_learned

        print_learned(found, topics, asked.today, voice, asked.reading.left_out)
    else:
        from c2c.cli.learned import print_learned as print_page
        from c2c.learning.saying import sections

        print_page(found, sections(found, asked.book, voice, topics), asked.today, voice)


def _one(asked: _Asked, id: str, topics: "tuple[Topic, ...]", voice: "Speaker", json: bool) -> None:
    """What one of them has learned; nothing, if the filters leave it out or it cannot be read."""
    from c2c.learning.account import account

    seen = [asked.overview(*each) for each in asked.reading.partnerships([id])]
    found = [account(each, asked.book) for each in seen if each is not None]
    if json:
        from c2c.export.learn import print_accounts

        print_accounts(found, topics, asked.today, voice, asked.reading.left_out)
    else:
        from c2c.cli.learned import print_account
        from c2c.learning.telling import account_sections

        for each in found:
            print_account(each, account_sections(each, asked.book, voice, topics), voice)
