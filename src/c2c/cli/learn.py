"""c2c learn: what partnerships have learned, and what others can take up."""

from typing import TYPE_CHECKING, Annotated

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
    speaker,
    workspace,
)
from c2c.errors import BadOption

if TYPE_CHECKING:
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook
    from c2c.saying import Speaker
    from c2c.vocab import Topic


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
    from c2c.cli.asked import Asked
    from c2c.guidebook.book import Guidebook

    space = workspace(context, root, rev)
    voice, today = speaker(space, lang), day(as_of)
    topics = _topics(topic, is_one=partnership is not None)
    wanted = Wanted(city, area, country, kind, step, programme)
    asked = Asked(space, today, partnership, wanted)
    (_all if partnership is None else _one)(asked, Guidebook(space), topics, voice, json)
    asked.say_left_out()


def _topics(topic: str | None, is_one: bool) -> "tuple[Topic, ...]":
    """The topics that are asked for. Raises Unknown, BadOption."""
    from c2c.learning.telling import OF_ONE
    from c2c.vocab import Topic

    check_word("topic", topic, Topic)
    chosen = tuple(Topic) if topic is None else (Topic(topic),)
    if is_one and topic is not None and topic not in OF_ONE:
        raise BadOption(f"--topic {topic} is asked of several partnerships", "leave the partnership out")
    return tuple(each for each in chosen if not is_one or each in OF_ONE)


def _all(
    asked: "Asked", book: "Guidebook", topics: "tuple[Topic, ...]", voice: "Speaker", json: bool
) -> None:
    """What all of them have to teach together."""
    from c2c.learning.portfolio import learned
    from c2c.learning.taught import taught

    found = learned(asked.each(taught), book)
    if json:
        from c2c.export.learn import print_learned

        print_learned(found, topics, asked.today, voice, asked.reading.left_out)
    else:
        from c2c.cli.learned import print_learned as print_page
        from c2c.learning.saying import sections

        print_page(found, sections(found, book, voice, topics), asked.today, voice)


def _one(
    asked: "Asked", book: "Guidebook", topics: "tuple[Topic, ...]", voice: "Speaker", json: bool
) -> None:
    """What one of them has learned; nothing, if the filters leave it out or it cannot be read."""
    from c2c.learning.account import account

    found = asked.each(lambda seen: account(seen, book))
    if json:
        from c2c.export.learn import print_accounts

        print_accounts(found, topics, asked.today, voice, asked.reading.left_out)
    else:
        from c2c.cli.learned import print_account
        from c2c.learning.telling import account_sections

        for each in found:
            print_account(each, account_sections(each, book, voice, topics), voice)
