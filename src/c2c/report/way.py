"""Where a partnership is in the narrative, as a view: the steps of its loop, what shows them, and what is next."""

from datetime import date
from typing import Final

from c2c.guidebook.book import Guidebook
from c2c.model.guidebook import Loop, Step
from c2c.model.partnership import Partnership
from c2c.narrative.conflicts import conflicts
from c2c.narrative.evidence import Case
from c2c.narrative.progress import Progress, progress
from c2c.narrative.saying import conflict_said
from c2c.report.plain import Plain, View, Writer
from c2c.report.wheel import wheel
from c2c.saying import label
from c2c.vocab import State

SOURCE: Final = "cooperation-plans-guidelines"
"""The document that the guidebook is made from."""


def way_view(partnership: Partnership, as_of: date, book: Guidebook, writer: Writer) -> View | None:
    """The way through the narrative; None where nothing is declared and nothing leads to a first step."""
    found = progress(Case(partnership, as_of), book)
    if found.declared is None and found.reach < 0:
        return None
    pieces = wheel(len(book.steps))
    inside = {step.id: number for number, step in enumerate(found.steps)}
    current = found.current
    return {
        "loop": writer.text(book.title("loops", found.declared.loop)) if found.declared else None,
        "declared": found.declared is not None,
        "supported": writer.text(found.supported.title) if found.supported else None,
        "steps": [
            {
                **_step(found, step, inside.get(step.id), writer),
                "number": number,
                "path": piece.path,
                "x": piece.x,
                "y": piece.y,
            }
            for number, (step, piece) in enumerate(zip(book.steps, pieces, strict=True), start=1)
        ],
        "current": writer.text(current.title) if current else None,
        "question": writer.text(current.question) if current else None,
        "advice": writer.text(current.advice) if current else None,
        "next": [writer.text(each.title) for each in found.next],
        "conflicts": [
            dict(zip(("message", "help"), conflict_said(each, book, writer.speaker), strict=True))
            for each in conflicts(found)
        ],
    }


def _step(found: Progress, step: Step, number: int | None, writer: Writer) -> View:
    """A step of the wheel: `place` is declared, reached, in_loop or outside, `number` its own in the loop."""
    expected = tuple(found.expected(step)) if number is not None else ()
    states = [found.states[each.id] for each in expected]
    if number is None:
        place = "outside"
    elif number == found.here:
        place = "declared"
    else:
        place = "reached" if number <= found.reach else "in_loop"
    return {
        "id": step.id,
        "title": writer.text(step.title),
        "place": place,
        "shown": states.count(State.EVIDENCED),
        "all": len(expected),
        "missing": [
            writer.text(each.title)
            for each, state in zip(expected, states, strict=True)
            if state is State.MISSING
        ],
    }


def guidebook_view(book: Guidebook, writer: Writer) -> View:
    """The guidebook's chapter of a report: the steps with their questions, the loops, and what it is taken from."""
    return {
        "steps": [
            {
                "id": step.id,
                "title": writer.text(step.title),
                "question": writer.text(step.question),
                "text": writer.text(step.text),
            }
            for step in book.steps
        ],
        "loops": [_loop(loop, book, writer) for loop in book.loops],
        "source": writer.text(book.title("documents", SOURCE)),
    }


def _loop(loop: Loop, book: Guidebook, writer: Writer) -> Plain:
    return {
        "id": loop.id,
        "title": writer.text(loop.title),
        "steps": [writer.text(book.title("steps", id)) for id in loop.steps],
        "confidence": label(loop.confidence, writer.language) if loop.confidence else "",
    }
