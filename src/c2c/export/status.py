"""How things stand, as JSON; docs/json.md has its keys. Written piece by piece, so that 10,000 partnerships fit."""

from collections.abc import Callable, Iterable
from datetime import date

from c2c.export.document import Json, print_document
from c2c.export.lists import action
from c2c.saying import Speaker
from c2c.standing import Counts, Overview, Standing, count


def print_status(
    overviews: Iterable[Overview],
    as_of: date,
    speaker: Speaker,
    choose: Callable[[Standing], bool] | None,
    left_out: Iterable[str],
) -> None:
    """Print one JSON document. With `choose`, each effort has the actions that are chosen under `items`."""
    told = (partnership(each, speaker, choose) for each in overviews)
    print_document({"as_of": as_of.isoformat()}, ("partnerships", told), ("left_out", left_out))


def partnership(overview: Overview, speaker: Speaker, choose: Callable[[Standing], bool] | None) -> Json:
    """One partnership with its counts, focus areas and efforts."""
    record = overview.partnership
    return {
        "id": overview.id,
        "title": speaker.text(record.title).text,
        "step": overview.declared.step if overview.declared else None,
        "loop": overview.declared.loop if overview.declared else None,
        "began": record.began.text if record.began else None,
        "ended": record.ended.on.text if record.ended and overview.has_ended else None,
        "updated": overview.updated.text if overview.updated else None,
        "actions": len(overview.standings),
        "overdue": overview.overdue,
        "counts": _counts(overview.counts),
        "focus_areas": [
            {
                "id": area.id,
                "title": speaker.text(area.title).text,
                "counts": _counts(count(_in(overview, i, None))),
                "efforts": [
                    {
                        "id": effort.id,
                        "title": speaker.text(effort.title).text,
                        "counts": _counts(count(_in(overview, i, j))),
                        **_items(overview, _in(overview, i, j), speaker, choose),
                    }
                    for j, effort in enumerate(area.efforts)
                ],
            }
            for i, area in enumerate(record.focus_areas)
        ],
    }


def _items(
    overview: Overview, standings: list[Standing], speaker: Speaker, choose: Callable[[Standing], bool] | None
) -> Json:
    """The chosen actions under `items`, if any are asked for."""
    if choose is None:
        return {}
    return {"items": [item(overview, each, speaker) for each in standings if choose(each)]}


def item(overview: Overview, standing: Standing, speaker: Speaker) -> Json:
    """One action, how it stands and why: as `list actions` has it, and more."""
    record = standing.record
    waiting = record.waiting_for if record else None
    return {
        **action(overview.id, standing, speaker),
        "note": speaker.text(record.note).text if record and record.note else None,
        "postponed_to": record.postponed_to.edtf.text if record and record.postponed_to else None,
        "waiting_for": {
            "party": waiting.party,
            "who": speaker.text(waiting.who).text if waiting.who else None,
            "since": waiting.since.text,
            "asked": [each.text for each in waiting.asked],
        }
        if waiting
        else None,
        "evidence": [
            {
                "source": each.source,
                "at": speaker.text(each.at).text if each.at else None,
                "url": each.url,
                "title": speaker.text(each.title).text if each.title else None,
            }
            for each in (record.evidence if record else ())
        ],
    }


def _in(overview: Overview, area: int, effort: int | None) -> list[Standing]:
    """The actions in a focus area, or in one of its efforts, by their numbers in the file."""
    return [
        each
        for each in overview.standings
        if each.place.route[1] == area and (effort is None or each.place.route[3] == effort)
    ]


def _counts(counts: Counts) -> dict[str, int]:
    return {status.value: n for status, n in counts.items()}
