"""Where a record is in the narrative, as JSON; docs/json.md has the keys."""

from c2c.diagnostics import Route
from c2c.export.document import Json, print_document
from c2c.model.partnership import Partnership
from c2c.model.text import Text
from c2c.narrative.conflicts import Conflict, conflicts
from c2c.narrative.evidence import Proof
from c2c.narrative.progress import Progress, Shown
from c2c.narrative.saying import conflict_said
from c2c.saying import Speaker, label
from c2c.workspace import File


def print_step(id: str, progress: Progress, speaker: Speaker, file: File) -> None:
    """Print one JSON document."""
    at = progress.declared
    head: Json = {
        "as_of": progress.case.as_of.isoformat(),
        "partnership": id if isinstance(progress.case.record, Partnership) else None,
        "city": None if isinstance(progress.case.record, Partnership) else id,
        "loop": at.loop if at else None,
        "declared": at.step if at else None,
        "on": at.on.text if at else None,
        "supported": progress.supported.id if progress.supported else None,
        "steps": [step.id for step in progress.steps],
        "next": [each.id for each in progress.next],
    }
    print_document(
        head,
        ("outcomes", [_outcome(each, speaker, file) for each in progress.outcomes]),
        ("conflicts", [_conflict(each, progress, speaker, file) for each in conflicts(progress)]),
    )


def _outcome(shown: Shown, speaker: Speaker, file: File) -> Json:
    outcome = shown.outcome
    return {
        "id": outcome.id,
        "step": outcome.step,
        "title": speaker.text(outcome.title).text if outcome.title else outcome.id,
        "state": shown.state.value,
        "evidence": [_proof(each, speaker, file) for each in shown.proofs],
        "note": speaker.text(shown.said.note).text if shown.said and shown.said.note else None,
        "sources": [each.source for each in shown.said.sources] if shown.said else [],
    }


def _proof(proof: Proof, speaker: Speaker, file: File) -> Json:
    what = proof.what
    return {
        "kind": str(proof.route[0]),
        "id": proof.id,
        "title": speaker.text(what).text if isinstance(what, Text) else label(what, speaker.language),
        "on": proof.on.text if proof.on else None,
        "line": _line(file, proof.route),
    }


def _conflict(conflict: Conflict, progress: Progress, speaker: Speaker, file: File) -> Json:
    message, help = conflict_said(conflict, progress.book, speaker)
    return {"kind": conflict.kind, "message": message, "help": help, "line": _line(file, conflict.route)}


def _line(file: File, route: Route) -> int:
    return file.span(route).line
