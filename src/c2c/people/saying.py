"""What there is to say of people in words: gaps of sectors, turnover, and who speaks alone."""

from collections.abc import Callable

from c2c.dates import parse
from c2c.guidebook.book import Guidebook
from c2c.people.contacts import Contacts
from c2c.people.coverage import Gap
from c2c.saying import Speaker, label

Names = Callable[[str], str]
"""What a city is called, by its id."""


def gap_said(gap: Gap, book: Guidebook, speaker: Speaker) -> str:
    """What a sector lacks, as a sentence."""
    say, sector = speaker.language.say, label(gap.sector, speaker.language)
    head = sector[:1].upper() + sector[1:]
    if gap.since is not None:
        return say("{sector}: nobody on record since {date}.", sector=head, date=speaker.date(gap.since))
    if gap.is_unsaid:
        return say("{sector}: takes part, but at which steps is not on record.", sector=head)
    if gap.steps:
        steps = speaker.language.list(speaker.text(book.title("steps", step)).text for step in gap.steps)
        return say("{sector}: nobody on record at {steps}.", sector=head, steps=steps)
    return say("{sector}: nobody on record.", sector=head)


def contacts_said(contacts: Contacts, speaker: Speaker, names: Names) -> list[str]:
    """How often contacts change, where one speaks alone, and where nobody does."""
    say, changes, since = speaker.language.say, *contacts.turnover
    told = [speaker.language.count("{n} contact has left.", "{n} contacts have left.", changes)]
    if since is not None:
        date = speaker.date(parse(since.isoformat()))
        told = [
            speaker.language.count(
                "{n} contact has left since {date}.",
                "{n} contacts have left since {date}.",
                changes,
                date=date,
            )
        ]
    told += [
        say("For {party} one contact speaks, and nobody else.", party=names(each)) for each in contacts.single
    ]
    told += [say("For {party} no contact is on record.", party=names(each)) for each in contacts.nobody]
    return told
