"""By what two records without an id are seen to speak of the same, by the list that holds them."""

from collections.abc import Mapping
from typing import Final

STATEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "answers": ("criterion", "about", "on"),
    "factors": ("factor", "on"),
    "kpis": ("kpi", "period", "kind"),
    "members": ("city",),
    "membership": ("city",),
    "narrative": ("loop", "step", "on"),
    "outcomes": ("outcome",),
    "responsible": ("party",),
    "status": ("on",),
}
"""The lists whose items are one statement each."""

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    **STATEMENTS,
    "evidence": ("source", "url"),
    "published": ("medium", "on"),
    "sources": ("source",),
}
"""These, and the lists of what can be looked up."""
