"""What was found, as JSON; docs/json.md has the keys."""

from collections.abc import Iterable, Sequence
from datetime import date

from c2c.export.document import Json, print_document
from c2c.origins import whole_id
from c2c.search.excerpt import Excerpt
from c2c.search.hits import Hit


def print_found(
    words: Sequence[str], as_of: date, found: Sequence[Hit], limit: int | None, left_out: Iterable[str]
) -> None:
    """Print {"schema_version", "words", "as_of", "total", "found", "left_out"}, the best first."""
    head = {"words": list(words), "as_of": as_of.isoformat(), "total": len(found)}
    print_document(head, ("found", map(_hit, found[:limit])), ("left_out", left_out))


def _hit(hit: Hit) -> Json:
    return {
        "kind": hit.kind,
        "partnership": None if hit.is_city else hit.holder,
        "city": hit.holder if hit.is_city else None,
        "id": hit.id,
        "title": hit.title.text,
        "language": hit.language,
        "matches": _matches(hit.title),
        "places": [
            {
                "field": place.field,
                "language": place.language,
                "text": place.said.text,
                "matches": _matches(place.said),
            }
            for place in hit.places
        ],
        "areas": list(hit.areas),
        "status": hit.status.value if hit.status else None,
        "evidence": hit.evidence,
        "like": whole_id(hit.holder, hit.like) if hit.like else None,
        "taken_up": list(hit.taken_up),
    }


def _matches(said: Excerpt) -> list[Json]:
    return [{"start": start, "end": end} for start, end in said.matches]
