"""What a rule is: one function with a code, a severity and a manual, listed in the table of `c2c.rules`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import cleandoc
from typing import Generic, NamedTuple, TypeVar

from c2c.diagnostics import Route, Severity
from c2c.guidebook.book import Guidebook
from c2c.history.comparing import Change, Pair
from c2c.model.city import City
from c2c.model.guidebook import Chapter
from c2c.model.partnership import Partnership, Place
from c2c.rules.walk import Found
from c2c.source import Problem

F = TypeVar("F", bound=Callable[..., object])
F_co = TypeVar("F_co", bound=Callable[..., object], covariant=True)


@dataclass(frozen=True)
class Rule(Generic[F_co]):
    """A rule. Its name is its function's, and the function's docstring is its manual.

    `of_absence` marks a rule that says that something is missing: where a part of the file could not be read, that
    may stand there. Such a rule's flags say `within` what it would have to be.
    """

    code: str
    severity: Severity
    check: F_co
    of_absence: bool = False

    @cached_property
    def name(self) -> str:
        """The name, such as duplicate-key."""
        return self.check.__name__.replace("_", "-")

    @cached_property
    def manual(self) -> str:
        """The manual page: a sentence, why, and a bad and a good example."""
        return cleandoc(self.check.__doc__ or "")


def rule(code: str, severity: Severity = Severity.ERROR, of_absence: bool = False) -> Callable[[F], Rule[F]]:
    """Make a rule of a function."""
    return lambda check: Rule(code, severity, check, of_absence)


class Said(NamedTuple):
    """How a rule words a problem: what is, and how to mend it."""

    message: str
    help: str = ""


class Flag(NamedTuple):
    """What a rule has to say about the value at a route, or about its key.

    If something is missing, it is missing `within` a part of the record; () is all of it.
    """

    route: Route
    message: str
    help: str = ""
    on_key: bool = False
    within: Route = ()


class Known(NamedTuple):
    """What a rule may know beside its record: the workspace's languages, the ids that there are, and who is whose member.

    `languages` is empty if c2c.yaml has some that cannot be read. `members` has every association with the ids of its
    members; whether a city of `unsure` has any cannot be read. `book` is the guidebook with what the workspace adds.
    """

    languages: tuple[str, ...]
    cities: frozenset[str]
    partnerships: frozenset[str]
    sources: frozenset[str]
    members: Mapping[str, frozenset[str]]
    unsure: frozenset[str] = frozenset()
    book: Guidebook = Guidebook()


class PartnershipCase(NamedTuple):
    """A partnership before the rules: its id, the record, its actions in order, and what is known around it.

    `found` has the texts and the sources of the record, which several rules look through.
    """

    id: str
    record: Partnership
    actions: tuple[Place, ...]
    known: Known
    found: Found


class ChapterCase(NamedTuple):
    """A chapter of a workspace's guidebook before the rules; its id is the chapter's name."""

    id: str
    record: Chapter
    known: Known
    found: Found


class CityCase(NamedTuple):
    """A city before the rules."""

    id: str
    record: City
    known: Known
    found: Found


class ChangeCase(NamedTuple):
    """A file before the rules that compare: its things as they were and as they are, and what changed."""

    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]


Wording = Callable[[Problem], Said]
PartnershipCheck = Callable[[PartnershipCase], Iterator[Flag]]
ChapterCheck = Callable[[ChapterCase], Iterator[Flag]]
ChangeCheck = Callable[[ChangeCase], Iterator[Flag]]
CityCheck = Callable[[CityCase], Iterator[Flag]]
