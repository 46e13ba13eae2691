"""Possible partners of a city, as JSON; docs/json.md has the keys."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from c2c.export.document import Json, print_document
from c2c.matching.answers import Answer
from c2c.matching.facts import Evidence
from c2c.matching.match import Asked, Candidate, Change, Matches
from c2c.matching.saying import named, path, place, said
from c2c.saying import Speaker

DIGITS = 4
"""A score is an exact fraction; so many digits of it are given."""


def print_match(found: Matches, speaker: Speaker, limit: int | None, left_out: Iterable[str]) -> None:
    """Print one JSON document."""
    head: Json = {
        "as_of": found.known.as_of.isoformat(),
        "city": found.city,
        "criteria": found.set,
        "asked": [_asked(each, speaker) for each in found.asked],
        "considered": found.of,
        "unknown": _number(found.unknown),
    }
    print_document(head, ("candidates", _candidates(found, speaker, limit)), ("left_out", left_out))


def _candidates(found: Matches, speaker: Speaker, limit: int | None) -> Iterator[Json]:
    return (_candidate(each, found, speaker) for each in found.candidates[:limit])


def _asked(asked: Asked, speaker: Speaker) -> Json:
    return {
        "criterion": asked.entry.id if asked.entry else None,
        "group": asked.entry.group if asked.entry else None,
        "title": speaker.text(asked.title).text,
        "weight": _number(asked.share),
    }


def _candidate(candidate: Candidate, found: Matches, speaker: Speaker) -> Json:
    city, score = found.known.cities[candidate.id], candidate.score
    return {
        "city": candidate.id,
        "name": named(candidate.id, found.known, speaker),
        "kind": city.kind.value,
        "country": city.country,
        "looking": city.looking,
        "place": candidate.place,
        "score": {
            "low": _number(score.low),
            "known": None if score.known is None else _number(score.known),
            "high": _number(score.high),
        },
        "partnerships": [{"id": tie.id, "ended": tie.ended} for tie in candidate.ties],
        "fits": list(candidate.fits),
        "ways": [{"stops": list(way.stops), "partnerships": list(way.ties)} for way in candidate.ways],
        "answers": [
            _answer(*each, found, speaker)
            for each in zip(found.asked, candidate.answers, candidate.changes, strict=True)
        ],
    }


def _answer(asked: Asked, answer: Answer, change: Change | None, found: Matches, speaker: Speaker) -> Json:
    return {
        "criterion": asked.entry.id if asked.entry else None,
        "answer": answer.verdict.value,
        "said": answer.is_said,
        "evidence": [_evidence(each, found, speaker) for each in answer.evidence],
        "leads": [_evidence(each, found, speaker) for each in answer.leads],
        "ask": list(answer.ask),
        "place_if": change._asdict() if change else None,
    }


def _evidence(evidence: Evidence, found: Matches, speaker: Speaker) -> Json:
    return {
        "path": path(evidence),
        "place": place(evidence),
        "id": evidence.id or None,
        "title": said(evidence, found.known, speaker),
        "on": evidence.on.text if evidence.on else None,
        "sources": list(evidence.sources),
    }


def _number(share: Fraction) -> float:
    return round(float(share), DIGITS)
