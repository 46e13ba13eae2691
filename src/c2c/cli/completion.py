"""What the shell can complete beside commands and options: ids of the workspace that one stands in, and closed words.

A shell that completes is no place for complaints: where there is nothing to offer, nothing is said. It waits for the
answer, so files are listed and at most one of the data is read, without its model. And zsh evaluates what it is given,
so nothing but plain words is offered, whatever files are called.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import typer

if TYPE_CHECKING:
    from c2c.source import Data

Complete: TypeAlias = Callable[[typer.Context, str], list[str]]
Find: TypeAlias = Callable[[typer.Context, str], Iterable[str]]

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/-]*", re.ASCII)
_NO_COUNTRIES: Final = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ"))
"""What CLDR names beside countries, by codes that ISO 3166 keeps free or reserves."""
_FOLDERS: Final = ("partnerships", "cities", "sources", "guidebook")


def offering(find: Find) -> Complete:
    """A completion with what is found for a word that has been begun."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        # a home folder that cannot be told is a RuntimeError, a path with a NUL in it a ValueError
        with suppress(OSError, RuntimeError, ValueError):
            found = find(context, incomplete)
            fitting = {each for each in found if each.startswith(incomplete) and _PLAIN.fullmatch(each)}
            return sorted(fitting)
        return []

    return complete


def ids(*folders: str) -> Complete:
    """The ids of some folders of data/."""
    return offering(lambda context, incomplete: _ids(_root(context), *folders))


def words(*those: str) -> Complete:
    """Words that are the same everywhere."""
    return offering(lambda context, incomplete: those)


def items(*chapters: str) -> Complete:
    """The ids of some chapters of the guidebook, with those of the workspace."""
    return offering(lambda context, incomplete: _items(_root(context), *chapters))


def _with_actions(*folders: str) -> Complete:
    """The ids of some folders; where one partnership is meant, its actions, too."""

    def find(context: typer.Context, incomplete: str) -> Iterator[str]:
        root = _root(context)
        begun, slash, _ = incomplete.partition("/")
        partnerships = [id for id in _ids(root, "partnerships") if id.startswith(begun)]
        if not slash:
            yield from _ids(root, *folders)
        if slash or len(partnerships) == 1:
            for id in partnerships:
                if id == begun or not slash:
                    yield from (f"{id}/{action}" for action in _actions(_data(root, f"partnerships/{id}")))

    return offering(find)


def _find_ideas(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The ideas of the partnership that is named; where a place is begun, its ideas too."""
    root, named = _root(context), _place(context)
    begun, slash, _ = incomplete.partition("/")
    if slash:
        yield from (f"{begun}/{idea}" for idea in _ideas(_record(root, begun)))
    elif named:
        yield from _ideas(_record(root, named))


def _find_reportable(context: typer.Context, incomplete: str) -> Iterator[str]:
    """What `c2c set` reports on: the actions of partnerships, and ideas of theirs and of cities."""
    begun, slash, _ = incomplete.partition("/")
    if not slash:
        yield from actions(context, incomplete)
        return
    record = _record(_root(context), begun)
    yield from (f"{begun}/{id}" for id in (*_actions(record), *_ideas(record)))


def _find_efforts(context: typer.Context, incomplete: str) -> Iterator[str]:
    id = _place(context)
    for area in _list(_data(_root(context), f"partnerships/{id}"), "focus_areas") if id else ():
        yield from _each(_list(area, "efforts"), "id")


def _find_topics(context: typer.Context, incomplete: str) -> Iterator[str]:
    from c2c.vocab import CHAPTERS

    yield from (*CHAPTERS, "search")
    yield from _items(_root(context), *CHAPTERS)


def _find_schemas(context: typer.Context, incomplete: str) -> Iterator[str]:
    from c2c.vocab import CHAPTERS

    yield from ("city", "partnership", "source", "workspace", *(f"guidebook/{name}" for name in CHAPTERS))


def _find_rules(context: typer.Context, incomplete: str) -> Iterator[str]:
    from c2c.rules import RULES

    yield from (rule.code for rule in RULES)
    if incomplete:  # the names only for who has begun one
        yield from (rule.name for rule in RULES)


def _find_countries(context: typer.Context, incomplete: str) -> Iterator[str]:
    from babel import Locale

    codes = map(str, Locale("en").territories)
    yield from (code for code in codes if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRIES)


def _listed(module: str, name: str) -> Complete:
    """The words of a list or a table by its module and its name there: it is imported when it is asked for."""

    def find(context: typer.Context, incomplete: str) -> Iterator[str]:
        listed: Iterable[str] = getattr(import_module(module), name)
        yield from map(str, listed)

    return offering(find)


def words_of(*lists: str) -> Complete:
    """The words of several closed lists."""
    each = [_listed("c2c.vocab", name) for name in lists]
    return offering(lambda context, incomplete: (word for one in each for word in one(context, incomplete)))


def _find_languages(context: typer.Context, incomplete: str) -> Iterable[str]:
    from c2c.language import known

    return known()


actions = _with_actions("partnerships")
everything = _with_actions("partnerships", "cities", "sources")
efforts = offering(_find_efforts)
ideas = offering(_find_ideas)
reportable = offering(_find_reportable)
topics = offering(_find_topics)
schemas = offering(_find_schemas)
rules = offering(_find_rules)
countries = offering(_find_countries)
languages = offering(_find_languages)
searched = words("action", "idea", "lesson", "achievement", "obstacle", "event")
orders = _listed("c2c.standing", "ORDERS")
layouts = _listed("c2c.report.templates", "LAYOUTS")
forms_of_reports = _listed("c2c.report.templates", "FORMATS")
forms_of_findings = _listed("c2c.export.findings", "FORMATS")
statuses = _listed("c2c.vocab", "Status")
stages = _listed("c2c.vocab", "IdeaStage")
statuses_to_set = words_of("Status", "IdeaStatus")
reasons = _listed("c2c.vocab", "Reason")
kinds_of_city = _listed("c2c.vocab", "CityKind")
kinds_of_partnership = _listed("c2c.vocab", "PartnershipKind")
kinds_of_agreement = _listed("c2c.vocab", "AgreementKind")
topics_of_learning = _listed("c2c.vocab", "Topic")


def _place(context: typer.Context) -> str | None:
    """The partnership or city that is named on the line."""
    # behind an option that lacks its value, arguments are not told apart yet
    named: str | None = context.params.get("partnership") or context.params.get("place")
    return named or next(iter(context.args), None)


def _root(context: typer.Context) -> Path | None:
    """The root of the workspace: the folder that is named or stood in, or the nearest above it that is one."""
    named = context.params.get("root") or context.find_root().params.get("root") or ""
    start = Path(named).expanduser().absolute()
    return next((folder for folder in (start, *start.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    return (folder / "c2c.yaml").is_file() or any((folder / "data" / name).is_dir() for name in _FOLDERS)


def _ids(root: Path | None, *folders: str) -> Iterator[str]:
    """The names of the files; none is opened."""
    for folder in folders if root else ():
        with suppress(OSError), os.scandir(f"{root}/data/{folder}") as found:
            yield from (each.name[:-5] for each in found if each.name.endswith(".yaml"))


def _record(root: Path | None, id: str) -> "Data":
    """The data of a partnership; of a city, if there is no such partnership."""
    return _data(root, f"partnerships/{id}") or _data(root, f"cities/{id}")


def _actions(record: "Data") -> Iterator[str]:
    for area in _list(record, "focus_areas"):
        for effort in _list(area, "efforts"):
            yield from _each(_list(effort, "actions"), "id")


def _ideas(record: "Data") -> Iterator[str]:
    return _each(_list(record, "ideas"), "id")


def _items(root: Path | None, *chapters: str) -> Iterator[str]:
    from c2c.resources import guidebook
    from c2c.source import Source

    for chapter in chapters:
        yield from _each(_list(Source.load(guidebook(chapter), chapter).data, "items"), "id")
        yield from _each(_list(_data(root, f"guidebook/{chapter}"), "items"), "id")


def _data(root: Path | None, name: str) -> "Data":
    """The data of a file as far as it can be read; its model would cost more than it is worth here."""
    from c2c.source import Source

    return Source.load(root / "data" / f"{name}.yaml", name).data if root else None


def _list(data: "Data", key: str) -> "list[Data]":
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def _each(listed: "list[Data]", key: str) -> Iterator[str]:
    found = (each.get(key) for each in listed if isinstance(each, dict))
    yield from (each for each in found if isinstance(each, str))
