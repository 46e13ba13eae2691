"""The guidebook's chapters: read when they are asked for, with what a workspace adds or says otherwise."""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from c2c.guidebook.titles import Broken, shipped, titles
from c2c.model.guidebook import Area, Chapter, Entry, ExpectedOutcome, Loop, Step, chapter_model
from c2c.model.loading import load
from c2c.model.text import UNDETERMINED, Text
from c2c.workspace import GUIDEBOOK, Workspace

if TYPE_CHECKING:
    from c2c.model.reference import Characteristic, CriteriaSet, Criterion, Element, Group, Kpi, Origin, Phase

E = TypeVar("E", bound=Entry)


class Guidebook:
    """The guidebook of a workspace. An item of the workspace with an id that c2c has changes only what it says.

    Texts are changed language by language, so a workspace can translate; a new id is added behind the others.
    """

    def __init__(self, workspace: Workspace | None = None) -> None:
        self._workspace = workspace
        self._chapters: dict[str, tuple[Entry, ...]] = {}
        self._ids: dict[str, dict[str, None]] = {}
        self._titles: dict[str, Callable[[str], Text]] = {}

    def chapter(self, name: str) -> tuple[Entry, ...]:
        """The items of a chapter, in the guidebook's order."""
        if name not in self._chapters:
            self._chapters[name] = tuple(_joined(_shipped(name).items, self._added(name)))
        return self._chapters[name]

    def ids(self, name: str) -> Collection[str]:
        """The ids of a chapter's items, in order."""
        if name not in self._ids:
            self._ids[name] = dict.fromkeys(entry.id for entry in self.chapter(name))
        return self._ids[name]

    @staticmethod
    def shipped(name: str) -> frozenset[str]:
        """The ids of a chapter that come with c2c."""
        return frozenset(entry.id for entry in _shipped(name).items)

    def entry(self, name: str, id: str) -> Entry | None:
        """An item of a chapter, if there is one of that id."""
        return next((entry for entry in self.chapter(name) if entry.id == id), None)

    def title(self, name: str, id: str) -> Text:
        """The title of an item; its id, where there is no such item or it has no title."""
        if name not in self._titles:
            self._titles[name] = titles(self._workspace, name)
        return self._titles[name](id)

    def _added(self, name: str) -> tuple[Entry, ...]:
        """What the workspace says in a chapter. What cannot be read of it is left out; `validate` says why."""
        files = self._workspace.files(GUIDEBOOK, [name]) if self._workspace else iter(())
        return tuple(item for file in files if isinstance(file.rest, Chapter) for item in file.rest.items)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the narrative, in order."""
        return cast("tuple[Step, ...]", self.chapter("steps"))

    @cached_property
    def elements(self) -> "tuple[Element, ...]":
        """What to work on at the steps."""
        return cast("tuple[Element, ...]", self.chapter("elements"))

    @cached_property
    def outcomes(self) -> tuple[ExpectedOutcome, ...]:
        """What the steps should bring."""
        return cast("tuple[ExpectedOutcome, ...]", self.chapter("outcomes"))

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The loops through the steps."""
        return cast("tuple[Loop, ...]", self.chapter("loops"))

    @cached_property
    def phases(self) -> "tuple[Phase, ...]":
        """The phases of the strategy."""
        return cast("tuple[Phase, ...]", self.chapter("phases"))

    @cached_property
    def groups(self) -> "tuple[Group, ...]":
        """The groups of criteria, and the success factors."""
        return cast("tuple[Group, ...]", self.chapter("groups"))

    @cached_property
    def criteria(self) -> "tuple[Criterion, ...]":
        """The criteria for choosing a city to work with."""
        return cast("tuple[Criterion, ...]", self.chapter("criteria"))

    @cached_property
    def sets(self) -> "tuple[CriteriaSet, ...]":
        """The criteria of single cities."""
        return cast("tuple[CriteriaSet, ...]", self.chapter("sets"))

    @cached_property
    def factors(self) -> "tuple[Characteristic, ...]":
        """The characteristics of the success factors."""
        return cast("tuple[Characteristic, ...]", self.chapter("factors"))

    @cached_property
    def kpis(self) -> "tuple[Kpi, ...]":
        """The key performance indicators."""
        return cast("tuple[Kpi, ...]", self.chapter("kpis"))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas of cooperation."""
        return cast("tuple[Area, ...]", self.chapter("areas"))

    @cached_property
    def documents(self) -> "tuple[Origin, ...]":
        """What the guidebook was taken from."""
        return cast("tuple[Origin, ...]", self.chapter("documents"))

    def loop(self, id: str) -> Loop | None:
        """A loop by its id."""
        return next((loop for loop in self.loops if loop.id == id), None)

    def within(self, area: str) -> frozenset[str]:
        """An area with all that are within it, however deep."""
        found = {area}
        while True:
            more = {each.id for each in self.areas if each.broader in found} - found
            if not more:
                return frozenset(found)
            found |= more


def _shipped(name: str) -> Chapter:
    """A chapter as it ships with c2c; an empty one, if c2c has none. Raises Broken."""
    model, data = chapter_model(name), shipped(name)
    if data is None:
        return model()
    loaded = load(model, data)
    if not isinstance(loaded.record, Chapter):
        raise Broken(name, loaded.problems)
    return loaded.record


def _joined(entries: Iterable[E], added: Iterable[E]) -> list[E]:
    """The items, each with what is said otherwise of it, and the new ones behind them."""
    joined = {entry.id: entry for entry in entries}
    for entry in added:
        known = joined.get(entry.id)
        joined[entry.id] = entry if known is None else _changed(known, entry)
    return list(joined.values())


def _changed(known: E, said: E) -> E:
    changes = {name: _value(getattr(known, name), getattr(said, name)) for name in said.model_fields_set}
    return known.model_copy(update=changes)


def _value(known: object, said: object) -> object:
    """A text is changed language by language; one of no particular language stands in all of them."""
    if isinstance(known, Text) and isinstance(said, Text) and UNDETERMINED not in said.by_language:
        return Text({**known.by_language, **said.by_language})
    return said
