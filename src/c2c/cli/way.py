"""The way through the narrative in the terminal: the loop as a line, outcomes with their evidence, and what is next."""

from collections.abc import Iterator
from typing import Final

from c2c.cli.terminal import Screen
from c2c.dates import parse
from c2c.model.city import City
from c2c.model.guidebook import Step
from c2c.model.text import Text, one_line
from c2c.narrative.conflicts import conflicts
from c2c.narrative.evidence import Proof
from c2c.narrative.progress import Progress, Shown
from c2c.narrative.saying import conflict_said
from c2c.saying import Speaker, label
from c2c.vocab import State

SHOWN_PROOFS: Final = 3
"""How many things that show an outcome are named; of the others it is said how many they are."""

_STYLES: Final = {State.EVIDENCED: "green", State.MISSING: "red", State.UNKNOWN: "cyan"}


def print_way(id: str, progress: Progress, speaker: Speaker) -> None:
    """Print where a record is in the narrative."""
    _Way(id, progress, speaker).print()


class _Way:
    """One record's way, and what its lines share."""

    def __init__(self, id: str, progress: Progress, speaker: Speaker) -> None:
        self.screen, self.id, self.progress, self.speaker = Screen(), id, progress, speaker
        self.say = speaker.language.say

    def print(self) -> None:
        """Print the head, the line of steps, the outcomes, what does not fit, and what is next."""
        self._print_head()
        for step in self.progress.steps:
            self.screen.line()
            self._print_step(step)
        self._print_conflicts()
        self._print_next()

    def _print_head(self) -> None:
        progress, say = self.progress, self.say
        record = progress.case.record
        title = record.names if isinstance(record, City) else record.title
        self.screen.line((self._text(title), "bold"), f"  {self.id}")
        facts = [say("as of {day}", day=self.speaker.date(parse(progress.case.as_of.isoformat())))]
        at = progress.declared
        if at is None:
            facts.append(say("no step is declared"))
        else:
            loop, step = self._title("loops", at.loop), self._title("steps", at.step)
            facts += [loop, say("step {step} since {date}", step=step, date=self.speaker.date(at.on))]
        if progress.supported:
            facts.append(say("evidence up to {step}", step=self._title("steps", progress.supported.id)))
        else:
            facts.append(say("no evidence for its first step"))
        self.screen.line(" · ".join(facts))
        if at is not None and at.note:
            self.screen.line(self._text(at.note))
        self.screen.line()
        self.screen.line(self._way(), hang=2)
        if isinstance(record, City) and record.ad_hoc:
            self.screen.line(say("It works without agreements, and means to: none is missed."))

    def _way(self) -> str:
        """The loop as a line: the declared step in brackets, each with how many of its outcomes are shown."""
        told = []
        for number, step in enumerate(self.progress.steps):
            outcomes = self.progress.of(step)
            shown = sum(each.state is State.EVIDENCED for each in outcomes)
            words = self.say(
                "{step} {n}/{all}", step=self._title("steps", step.id), n=shown, all=len(outcomes)
            )
            told.append(f"[{words}]" if number == self.progress.here else words)
        return " → ".join([*(self.screen.kept(each) for each in told), "↺"])

    def _print_step(self, step: Step) -> None:
        here = self.progress.here is not None and self.progress.steps[self.progress.here] is step
        mark = self.say("{step}, where it is", step=self._title("steps", step.id)) if here else ""
        self.screen.line((mark or self._title("steps", step.id), "bold"))
        for each in self.progress.of(step):
            state = label(each.state, self.speaker.language)
            title = self._text(each.outcome.title) if each.outcome.title else each.outcome.id
            self.screen.line(
                f"{self.say('{head}: ', head=title)}", (state, _STYLES[each.state]), indent=2, hang=2
            )
            for line in self._shown(each):
                self.screen.line(line, indent=6, hang=2)

    def _shown(self, each: Shown) -> Iterator[str]:
        """What shows an outcome, the first few of it."""
        if each.said is not None:
            cited = ", ".join(dict.fromkeys(ref.source for ref in each.said.sources))
            note = self._text(each.said.note) if each.said.note else self.say("said in the record")
            yield f"{note} [{cited}]" if cited else note
        for proof in each.proofs[:SHOWN_PROOFS]:
            yield self._proof(proof)
        more = len(each.proofs) - SHOWN_PROOFS
        if more > 0:
            yield self.speaker.language.count("and {n} more", "and {n} more", more)

    def _proof(self, proof: Proof) -> str:
        what = proof.what
        if proof.route[0] == "programmes":
            what = self.progress.book.title("programmes", proof.id)
        words = self._text(what) if isinstance(what, Text) else label(what, self.speaker.language)
        when = self.say(" ({text})", text=self.speaker.date(proof.on)) if proof.on else ""
        return f"{words}{when}"

    def _print_conflicts(self) -> None:
        found = conflicts(self.progress)
        if found:
            self.screen.line()
            self.screen.line((self.say("What does not fit"), "bold"))
        for each in found:
            message, help = conflict_said(each, self.progress.book, self.speaker)
            self.screen.line(message, indent=2, hang=2)
            self.screen.line(help, indent=6, hang=2)

    def _print_next(self) -> None:
        step = self.progress.current
        asked = [text for text in (step.question, step.advice) if text is not None] if step else []
        if step is None or not (asked or self.progress.next):
            return
        self.screen.line()
        head = self.say("What to do next, at {step}", step=self._title("steps", step.id))
        self.screen.line((head, "bold"))
        for text in asked:
            self.screen.line(self._text(text), indent=2)
        for each in self.progress.next:
            title = self._text(each.title) if each.title else each.id
            told = self._text(each.text) if each.text else ""
            head = self.say("{head}: ", head=title) if told else title
            self.screen.line(f"- {head}{told}", indent=2, hang=2)

    def _title(self, chapter: str, id: str) -> str:
        return self._text(self.progress.book.title(chapter, id))

    def _text(self, text: Text) -> str:
        return one_line(self.speaker.text(text).text)
