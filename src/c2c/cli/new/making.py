"""Make a new record: read what was given, ask for the rest, write it, and say what is new."""

import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from c2c.cli.aside import tell
from c2c.cli.asking import asked, can_ask
from c2c.cli.editing import Edit, print_difference, unreadable
from c2c.cli.new.fields import Field, fields
from c2c.cli.new.kinds import Kind
from c2c.cli.new.naming import check_id, is_id, suggested
from c2c.cli.new.origin import NOWHERE, Origin, only_one, origin_of
from c2c.cli.new.reading import Around
from c2c.cli.options import check_word
from c2c.diagnostics import Route
from c2c.edit import Value, document, plain, with_item
from c2c.errors import BadOption, Unknown
from c2c.guidebook.book import Guidebook
from c2c.model.base import Record
from c2c.model.city import City
from c2c.model.loading import load
from c2c.model.order import keys_of
from c2c.model.partnership import Effort, FocusArea, Partnership
from c2c.source import value_at
from c2c.vocab import CityKind, KpiKind
from c2c.workspace import CITY, KINDS, PARTNERSHIP, Entry, Workspace

if TYPE_CHECKING:
    from c2c.workspace import File

Given = dict[str, list[str]]


def make_file(space: Workspace, kind: Kind, given: Given, dry_run: bool) -> None:
    """Make a record that is a file of its own; none that is there is overwritten."""
    from c2c.writing import create

    around = Around(space, Guidebook(space), None)
    of_file = next(each for each in KINDS if each.folder == kind.folder)
    item = _item(around, kind, given, f"c2c new {kind.name}")
    id = _id(item, kind, space.ids(of_file), str(item.pop("id", "")))
    name = f"data/{kind.folder}/{id}.yaml"
    text = document(item)
    if dry_run:
        print_difference(name, "", text)
        return
    path = space.root / name
    create(path, text.encode("utf-8"))
    sys.stdout.write(f"{name}:1: {kind.name} {id}\n")
    _say_findings(Workspace.open(space.root), Entry(of_file, id, name))
    tell(f"c2c show {id} shows it whole")


def make_item(space: Workspace, kind: Kind, place: str, given: Given, dry_run: bool) -> None:
    """Make a record in a list of a partnership or a city."""
    entry = _entry(space, kind, place)
    file = space.read(entry)
    if file.record is None:
        raise unreadable(entry)
    around = Around(space, Guidebook(space), file.record)
    usage = f"c2c new {kind.name} {place}"
    inside = _list(file, kind, given, usage)
    origin = _origin(space, place, given)
    item = _item(around, kind, given, usage, origin)
    if "id" in kind.model.model_fields:
        taken = _taken(file, kind, inside.route)
        item = {"id": _id(item, kind, taken, str(item.pop("id", "")), origin.ids), **item}
    edit = Edit(space, entry)  # from here on nobody else writes; what was asked for may have taken long
    inside = _list(edit.file, kind, given, usage)
    if "id" in item:
        check_id(str(item["id"]), _taken(edit.file, kind, inside.route), kind.name)
    number = len(value_at(edit.file.source.data, inside.route) or ())
    by_hand = f"add it by hand, under {kind.list}:"
    if edit.make(lambda source: with_item(source, inside.route, item, inside.following), by_hand, dry_run):
        _say_written(edit, kind, (*inside.route, number), str(item.get("id", "")))


class _List(NamedTuple):
    """Where the list of a record is, and the keys that come after it."""

    route: Route
    following: Sequence[str]


def _entry(space: Workspace, kind: Kind, place: str) -> Entry:
    """The file that a record goes into. Raises Unknown, BadOption."""
    entries = {entry.id: entry for of in (CITY, PARTNERSHIP) for entry in space.entries if entry.kind == of}
    models: dict[object, type[Record]] = {PARTNERSHIP: Partnership, CITY: City}
    if place not in entries:
        raise Unknown("partnership or city", place, entries, "c2c list partnerships names them all")
    entry = entries[place]
    if not kind.within and kind.list not in models[entry.kind].model_fields:
        raise BadOption(
            f"{place} is a city, and has no {kind.list}", "name a partnership: c2c list partnerships"
        )
    if kind.within and entry.kind == CITY:
        raise BadOption(f"{place} is a city, and has no plan", "name a partnership: c2c list partnerships")
    return entry


def _list(file: "File", kind: Kind, given: Given, usage: str) -> _List:
    """The list that a record goes into: of the file, or of the focus area or the effort that is named."""
    record = file.record
    if not kind.within or not isinstance(record, Partnership):
        model = type(record) if record is not None else Partnership
        return _List((kind.list,), _after(model, kind.list))
    holders = dict(_holders(record, kind.within))
    what = kind.within.replace("_", " ")
    if not holders:
        raise BadOption(
            f"{file.entry.id} has no {what} yet", f"c2c new {kind.within.replace('_', '-')} {file.entry.id}"
        )

    def known(name: str) -> str:
        check_word(what, name.strip(), holders)
        return name.strip()

    values = given.get(kind.within) or []
    if len(values) > 1:
        raise BadOption(f"--{kind.within.replace('_', '-')} is given twice", "give it once")
    option = f"--{kind.within.replace('_', '-')}"
    name = known(values[0]) if values else asked(option, list(holders), known, usage)
    given[kind.within] = [name]
    return _List(
        (*holders[name], kind.list), _after(Effort if kind.within == "effort" else FocusArea, kind.list)
    )


def _holders(record: Partnership, what: str) -> "list[tuple[str, Route]]":
    """The focus areas or the efforts of a partnership, with their routes."""
    areas: list[tuple[str, Route]] = [
        (area.id, ("focus_areas", i)) for i, area in enumerate(record.focus_areas)
    ]
    if what == "focus_area":
        return areas
    return [
        (effort.id, (*route, "efforts", j))
        for (_, route), area in zip(areas, record.focus_areas, strict=True)
        for j, effort in enumerate(area.efforts)
    ]


def _after(model: type[Record], key: str) -> Sequence[str]:
    keys = keys_of(model)
    return keys[keys.index(key) + 1 :]


def _origin(space: Workspace, place: str, given: Given) -> Origin:
    """Where a new action comes from; no other record has these options."""
    like, idea = only_one("like", given.get("like")), only_one("idea", given.get("idea"))
    return origin_of(space, place, like, idea)


def _item(around: Around, kind: Kind, given: Given, usage: str, origin: Origin = NOWHERE) -> dict[str, Value]:
    """The record, its keys in the order of the format: what was given, what its origin says, and what is asked for."""
    found: dict[str, Value] = {**kind.fixed, **origin.values}
    for field in fields(kind):
        if field.key == kind.within:
            continue
        values = given.get(field.key)
        if values:
            found[field.key] = _fitting(around, kind, field, values)
        elif field.key not in found and _is_required(around, kind, field, found):
            found[field.key] = _asked(around, kind, field, usage)
    return {key: found[key] for key in keys_of(kind.model) if key in found}


def _asked(around: Around, kind: Kind, field: Field, usage: str) -> Value:
    """What is typed on the question for a field. Raises BadOption where nobody can be asked."""
    option = f"--{field.option}"
    hint = "one or several, with commas between" if field.is_many else field.sort.help.lower()

    def read(answer: str) -> Value:
        several = [each for each in answer.split(",") if each.strip()]
        return _fitting(around, kind, field, several if field.is_many else [answer])

    help = f"{usage} {option} {field.metavar} …"
    return asked(option, field.words, read, help, "" if field.words else hint)


def _is_required(around: Around, kind: Kind, field: Field, found: dict[str, Value]) -> bool:
    """Whether the record needs a field: a place its country, an indicator a value or a statement, as its kind is."""
    if field.key == "country":
        return found.get("kind") != CityKind.ASSOCIATION
    if kind.list == "kpis" and field.key in ("value", "statement"):
        kpi = next((each for each in around.book.kpis if each.id == found.get("kpi")), None)
        wanted = "value" if kpi is not None and kpi.kind is KpiKind.QUANTITATIVE else "statement"
        return kpi is not None and field.key == wanted
    return field.is_required


def _fitting(around: Around, kind: Kind, field: Field, given: list[str]) -> Value:
    """A value that fits the model. Raises BadOption, Unknown."""
    from c2c.rules import READING

    value = field.value(around, given)
    for problem in load(kind.model, {field.key: plain(value)}).problems:
        if problem.route and problem.route[0] == field.key and problem.kind != "missing_key":
            said = next(rule for rule in READING if rule.check.__name__ == problem.kind).check(problem)
            raise BadOption(f"--{field.option}: {said.message}", said.help)
    return value


def _id(
    item: dict[str, Value],
    kind: Kind,
    taken: Collection[str],
    given: str,
    ready: Sequence[str] = (),
) -> str:
    """The id that was given, else the first free one that is ready, else one made from its name. Raises BadOption."""
    if given:
        return check_id(given, taken, kind.name)
    free = (each for each in ready if each not in taken and is_id(each))
    made = next(free, "") or suggested(item, kind.named_by)
    if made:
        if made not in taken or not can_ask():
            return check_id(made, taken, kind.name)
        tell(f"the id '{made}' is taken")
    help = "give one with --id: small letters, digits and single hyphens"
    return asked("--id", (), lambda answer: check_id(answer.strip(), taken, kind.name), help)


def _taken(file: "File", kind: Kind, route: Route) -> list[str]:
    """The ids that a new record cannot have: of an action those of all actions of the file, and so on."""
    if isinstance(file.record, Partnership) and kind.within:
        if kind.list == "actions":
            return [place.action.id for place in file.record.places]
        return [name for name, _ in _holders(file.record, "effort")]
    items = value_at(file.source.data, route)
    return (
        [str(each.get("id")) for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    )


def _say_written(edit: Edit, kind: Kind, route: Route, id: str) -> None:
    """Say what was written and where, what is to say about it, and what comes next."""
    place = edit.entry.id
    written = edit.space.read(edit.entry)
    sys.stdout.write(f"{edit.entry.name}:{written.span(route).line}: {kind.name}{f' {id}' if id else ''}\n")
    edit.say_what_is_new(f"{place}/{id}" if id else place)
    if kind.list == "actions":
        tell(f"c2c set {place}/{id} STATUS --on DATE reports on it")
    else:
        tell(f"c2c show {place} shows it")


def _say_findings(space: Workspace, entry: Entry) -> None:
    """Say what there is to say about a new file."""
    from c2c.rules.check import check_file, known_in

    for each in check_file(space.read(entry), known_in(space))[0]:
        tell(str(each), each.help)
