"""What a partnership's record has beside the actions, as views, as far as it was so by the day of the report."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from c2c.dates import Edtf, parse
from c2c.dates.durations import plus
from c2c.guidebook.book import Guidebook
from c2c.learning.account import account
from c2c.model.experience import Achievement, Participant
from c2c.model.happening import Event, Fact
from c2c.model.partnership import Agreement, Partnership
from c2c.model.text import one_line
from c2c.report.ideas import Origins, ideas_view
from c2c.report.learning import item_view, learning_view
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label
from c2c.standing import Overview
from c2c.vocab import AgreementKind, Helix

_YEAR: Final = re.compile(r"[0-9]{4}")


def record_view(year: int, now: Overview, book: Guidebook, origins: Origins, writer: Writer) -> View:
    """Events of the year, and what there is of the rest; sources are numbered in the order in which it is read."""
    as_of, partnership = now.as_of, now.partnership
    begins = date(year, 1, 1)
    next_begins, next_ends = date(year + 1, 1, 1), date(year + 1, 12, 31)
    known = [each for each in partnership.agreements if _by(each.signed or each.valid, as_of)]
    return {
        "expiring": [
            _agreement(each, partnership, writer) for each in known if _ends_in(each, next_begins, next_ends)
        ],
        "events": [
            _event(each, writer)
            for each in partnership.events
            if each.when.edtf.overlaps(begins, as_of) and _by(each.when.edtf, as_of)
        ],
        **learning_view(account(now, book), book, writer),
        "achievements": [
            _achievement(each, writer)
            for each in partnership.achievements
            if _by(each.when.edtf if each.when else None, as_of)
        ],
        "participants": _participants(partnership.participants, writer),
        "agreements": [_agreement(each, partnership, writer) for each in known],
        "facts": [_fact(each, writer) for each in partnership.facts if _by(each.on, as_of)],
        "lessons": [item_view(each, writer) for each in partnership.lessons if _by(each.on, as_of)],
        "ideas": list(ideas_view(now.id, partnership, as_of, origins, writer)),
        "expectations": [item_view(each, writer) for each in partnership.expectations],
        "doubts": [item_view(each, writer) for each in partnership.doubts if _by(each.on, as_of)],
    }


def _by(edtf: Edtf | None, day: date) -> bool:
    """Whether something of this date had come by a day: it can have begun by then."""
    return edtf is None or edtf.earliest is None or edtf.earliest <= day


def _ends_in(agreement: Agreement, first: date, last: date) -> bool:
    end = agreement.valid.latest if agreement.valid else None
    return end is not None and first <= end <= last


def _agreement(agreement: Agreement, partnership: Partnership, writer: Writer) -> View:
    return {
        "id": agreement.id,
        "kind": label(agreement.kind, writer.language),
        "title": writer.text(agreement.title),
        "signed": writer.date(agreement.signed),
        "valid": writer.date(agreement.valid),
        "renews": _renewed(agreement, partnership, writer),
        "due": _due(agreement, writer),
        "expiry": _expiry(agreement, writer),
        "note": writer.text(agreement.note),
        "cited": writer.cite(agreement.sources),
    }


def _renewed(agreement: Agreement, partnership: Partnership, writer: Writer) -> str:
    """What the agreement that it renews is called: by its title, or by its form and when it was signed or began."""
    renewed = next((each for each in partnership.agreements if each.id == agreement.renews), None)
    if renewed is None:
        return ""
    if renewed.title:
        return one_line(writer.speaker.text(renewed.title).text)
    kind, say = label(renewed.kind, writer.language), writer.language.say
    began = renewed.valid.earliest if renewed.valid else None
    when = renewed.signed or (parse(f"{began.year:04}") if began else None)
    return say("the {kind} of {date}", kind=kind, date=writer.date(when)) if when else kind


def _due(agreement: Agreement, writer: Writer) -> str:
    """By when the agreement is to be renewed, if it is every so often; as coarse as the date of signing."""
    signed = agreement.signed
    if agreement.every is None or signed is None or signed.latest is None:
        return ""
    due = plus(signed.latest, agreement.every).isoformat()
    return writer.date(parse(due[: len(signed.text)] if len(signed.text) in (4, 7) else due))


def _expiry(agreement: Agreement, writer: Writer) -> str:
    """When the agreement expires, as a sentence; nothing if that is not on record."""
    if agreement.valid is None or agreement.valid.latest is None:
        return ""
    end = agreement.valid.text.rpartition("/")[2]
    signed = agreement.signed.text if agreement.signed else ""
    if agreement.kind is AgreementKind.RENEWAL and _YEAR.fullmatch(signed) and _YEAR.fullmatch(end):
        facts = {"signed": writer.date(agreement.signed), "end": writer.date(parse(end))}
        return writer.language.say("The agreement as renewed in {signed} expires in {end}.", **facts)
    what = writer.speaker.text(agreement.title).text if agreement.title else ""
    facts = {
        "agreement": what or label(agreement.kind, writer.language),
        "dates": writer.date(agreement.valid),
    }
    return writer.language.say("An agreement expires: {agreement}, valid {dates}.", **facts)


def _event(event: Event, writer: Writer) -> View:
    return item_view(event, writer) | {
        "kind": label(event.kind, writer.language),
        "when": writer.date(event.when.edtf),
        "attendance": writer.speaker.quantity(event.attendance) if event.attendance else "",
        "url": event.url,
    }


def _achievement(achievement: Achievement, writer: Writer) -> View:
    return item_view(achievement, writer) | {
        "when": writer.date(achievement.when.edtf) if achievement.when else "",
        "beneficiaries": writer.texts(achievement.beneficiaries),
        "evidence": writer.evidence(achievement.evidence),
    }


def _participants(participants: Iterable[Participant], writer: Writer) -> list[Plain]:
    """Who takes part, by sector; the last group is of those whose sector is not on record."""
    groups: dict[Helix | None, list[Plain]] = {sector: [] for sector in (*Helix, None)}
    for each in participants:
        quantity = writer.speaker.quantity(each.quantity) if each.quantity else ""
        groups[each.sector].append(item_view(each, writer) | {"quantity": quantity})
    return [
        {"sector": label(sector, writer.language) if sector else "", "participants": members}
        for sector, members in groups.items()
        if members
    ]


def _fact(fact: Fact, writer: Writer) -> View:
    quantity = writer.speaker.quantity(fact.quantity) if fact.quantity else ""
    return item_view(fact, writer) | {"quantity": quantity, "on": writer.date(fact.on)}
