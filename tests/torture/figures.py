"""What a harness counts, and the table that it makes."""

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass
class Figures:
    """How often something was tried, and what went wrong.

    Torn: neither old nor new, or not there. Lost: something that was said to be written, or that somebody else saved, is gone.
    Stuck: the next run could not work. Left: files that nobody cleaned away. Tracebacks: Python's instead of a sentence.
    Untold: another exit code than what happened asks for, or no sentence.
    """

    tried: int = 0
    torn: int = 0
    lost: int = 0
    stuck: int = 0
    left: int = 0
    tracebacks: int = 0
    untold: int = 0

    @property
    def wrong(self) -> int:
        """All that went wrong."""
        return self.torn + self.lost + self.stuck + self.left + self.tracebacks + self.untold

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def table(rows: Iterable[tuple[str, Figures]]) -> str:
    """The figures as Markdown: what was done, how often, and what went wrong."""
    names = [field.name for field in fields(Figures)]
    lines = [f"| | {' | '.join(names)} |", f"|---|{'--:|' * len(names)}"]
    for what, figures in rows:
        numbers = " | ".join(f"{getattr(figures, name):,}" for name in names)
        lines.append(f"| {what} | {numbers} |")
    return "\n".join(lines) + "\n"
