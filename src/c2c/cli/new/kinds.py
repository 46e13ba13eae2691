"""What `c2c new` can make, all of it, in one table: a model, and where its records stand."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from c2c.model.base import Record


class Kind(NamedTuple):
    """A kind of record. `list` is the key of the list that has it; without one, it is a file of the folder.

    `within` is what the list stands in, if that is not the file itself: an effort has actions. `fixed` is what every such
    record says, `named_by` the fields that an id is made from.
    """

    name: str
    module: str
    model_name: str
    help: str
    list: str = ""
    folder: str = ""
    within: str = ""
    fixed: Mapping[str, str] = MappingProxyType({})
    named_by: tuple[str, ...] = ("title",)

    @property
    def model(self) -> "type[Record]":
        """The model. It is loaded when it is asked for: that costs more than all the rest."""
        model: type[Record] = getattr(import_module(f"c2c.model.{self.module}"), self.model_name)
        return model


_IN_LANGUAGES: Final = "A text is given once: TEXT; or once in each language: da=TEXT, en=TEXT."

KINDS: Final = (
    Kind(
        "city",
        "city",
        "City",
        f"Add a city, as a file of its own.\n\n{_IN_LANGUAGES}",
        folder="cities",
        named_by=("names",),
    ),
    Kind(
        "partnership",
        "partnership",
        "Partnership",
        f"Add a partnership, as a file of its own.\n\nIts id is those of its parties, or --id. {_IN_LANGUAGES}",
        folder="partnerships",
        named_by=("parties",),
    ),
    Kind(
        "source",
        "document",
        "Document",
        f"Add a source that facts can come from, as a file of its own.\n\n{_IN_LANGUAGES}",
        folder="sources",
    ),
    Kind(
        "focus-area",
        "partnership",
        "FocusArea",
        f"Add a focus area to a partnership.\n\n{_IN_LANGUAGES}",
        list="focus_areas",
    ),
    Kind(
        "effort",
        "partnership",
        "Effort",
        f"Add an effort to a focus area.\n\n{_IN_LANGUAGES}",
        list="efforts",
        within="focus_area",
    ),
    Kind(
        "action",
        "partnership",
        "Action",
        "Add an action to an effort of a partnership.\n\n"
        "With --like or --idea it takes over title, kind and areas from an action elsewhere or an idea, and says so; how "
        f"that stands, dates and people stay there. {_IN_LANGUAGES}",
        list="actions",
        within="effort",
    ),
    Kind(
        "agreement",
        "partnership",
        "Agreement",
        f"Add an agreement to a partnership.\n\n{_IN_LANGUAGES}",
        list="agreements",
        named_by=("title", "kind", "signed", "valid"),
    ),
    Kind(
        "visit",
        "happening",
        "Event",
        f"Add a visit to the events of a partnership or a city.\n\n{_IN_LANGUAGES}",
        list="events",
        fixed=MappingProxyType({"kind": "visit"}),
    ),
    Kind(
        "contact",
        "experience",
        "Contact",
        f"Add a contact to a partnership: who speaks for a party, by role.\n\n{_IN_LANGUAGES}",
        list="contacts",
        named_by=("role",),
    ),
    Kind(
        "participant",
        "experience",
        "Participant",
        f"Add somebody who takes part beside the parties, to a partnership or a city.\n\n{_IN_LANGUAGES}",
        list="participants",
    ),
    Kind(
        "evaluation",
        "experience",
        "Evaluation",
        f"Add an evaluation to a partnership or a city.\n\n{_IN_LANGUAGES}",
        list="evaluations",
    ),
    Kind(
        "kpi-value",
        "experience",
        "KpiValue",
        "Add what an indicator was in a period to a partnership.\n\n"
        f"A quantitative one has a --value, a qualitative one a --statement. {_IN_LANGUAGES}",
        list="kpis",
    ),
    Kind(
        "obstacle",
        "experience",
        "Obstacle",
        "Add an obstacle to a partnership: what stands in the way, what was changed because of it, what that did.\n\n"
        f"{_IN_LANGUAGES}",
        list="obstacles",
    ),
    Kind(
        "factor",
        "experience",
        "FactorRating",
        f"Add to a partnership how far a success factor is there, in somebody's judgement.\n\n{_IN_LANGUAGES}",
        list="factors",
    ),
    Kind(
        "idea",
        "experience",
        "Idea",
        f"Add an idea to a partnership or a city.\n\n{_IN_LANGUAGES}",
        list="ideas",
    ),
)
