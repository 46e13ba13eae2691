"""Data → record, with a problem for each thing that does not fit, and what is left of the record without them."""

from collections.abc import Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Final, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from c2c.diagnostics import Route
from c2c.model.base import Record
from c2c.model.marker import Markers
from c2c.source import MAX_PROBLEMS, Data, Problem, item_at, value_at
from c2c.source.text import START

_MAX_MISFITS: Final = 1000
"""Of how many things that do not fit the rest is still worth having; a wrong file has more."""

_ROUNDS: Final = 6
"""How often what does not fit is cut out: a value, then the record that cannot be without it, and so on outwards."""

_STAND_INS: Final[Mapping[str | int, str]] = {"title": "…", "names": "…", "id": "unnamed"}
_STAND_INS_AT_THE_TOP: Final[Mapping[str | int, str]] = {"country": "XX", "parties": "unnamed"}
"""What stands for a key that is missing, so that what hangs on it is not lost; nothing is ever said about it."""

_KINDS: Final[Mapping[str, str]] = {
    "extra_forbidden": "unknown_key",
    "missing": "missing_key",
    "enum": "not_in_list",
    "string_pattern_mismatch": "not_an_id",
    "string_too_long": "not_an_id",
    "too_short": "wrong_shape",
    "not_true_or_false": "not_a_number",
    "not_a_text": "wrong_shape",
}
_SAME: Final = frozenset(
    ("unknown_key", "missing_key", "empty_text", "not_a_language", "not_a_number", "not_a_url", "not_a_date")
)
_EXPECTED: Final[Mapping[str, str]] = {
    "tuple_type": "a list",
    "string_type": "text",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "too_short": "a list that is not empty",
    "not_a_text": "text, or a mapping of language to text",
}

_WORDS: Final[Mapping[str, str]] = {
    "enum": "a word",
    "not_a_number": "a number",
    "not_true_or_false": "true or false",
    "not_a_url": "an address",
    "not_a_date": "a date",
}
"""What is written as a text, and what to call it where something of another shape stands."""

R = TypeVar("R", bound=Record)


class Loaded(NamedTuple):
    """What data gave: the record if all fits; else the problems, and the record that is left without what they name.

    `cut` is the data of the rest and, for each list in it by identity, the numbers that its items have in the file.
    """

    record: Record | None
    problems: tuple[Problem, ...] = ()
    rest: Record | None = None
    cut: tuple[Data, Mapping[int, list[int]]] | None = None

    def original(self, route: Route) -> Route:
        """The route in the file of a route in the rest."""
        return route if self.cut is None else _original(route, *self.cut)


def load(model: type[R], data: Data) -> Loaded:
    """The record of a file's data. Never raises for bad data; `data` is not changed."""
    try:
        return Loaded(_validate(model, data))
    except ValidationError as error:
        details = _true(data, error)
    problems = [_problem(model, data, detail) for detail in details[: MAX_PROBLEMS + 1]]
    rest, cut = None, None
    if len(details) <= _MAX_MISFITS:
        rest, cut, more = _salvage(model, data, details)
        problems += more
    if len(problems) > MAX_PROBLEMS:
        problems[MAX_PROBLEMS:] = [Problem("too_many", START, problems[MAX_PROBLEMS].route)]
    return Loaded(None, tuple(problems), rest, cut)


def type_at(model: object, route: Route) -> object:
    """The type that the model has for a route: follows fields, tuples and mappings, through unions with None."""
    at = _bare(model)
    for part in route:
        if isinstance(at, type) and issubclass(at, BaseModel):
            fields = {field.alias or name: field.annotation for name, field in at.model_fields.items()}
            at = _bare(fields.get(str(part)))
        else:
            arguments = get_args(at)
            at = _bare(arguments[1] if get_origin(at) is dict else arguments[0]) if arguments else None
    return at


def _validate(model: type[R], data: Data) -> R:
    legend = data.get("legend") if isinstance(data, dict) else None
    return model.model_validate(data, context=Markers(legend) if isinstance(legend, dict) else None)


def _true(data: Data, error: ValidationError) -> list[ErrorDetails]:
    """What does not fit; a list whose items do not fit is not called too short."""
    details = error.errors(include_input=False, include_url=False)
    return [
        detail for detail in details if detail["type"] != "too_short" or not value_at(data, detail["loc"])
    ]


def _problem(model: type[Record], data: Data, detail: ErrorDetails) -> Problem:
    route = _route(data, detail)
    value = value_at(data, route)
    kind = _KINDS.get(detail["type"], detail["type"] if detail["type"] in _SAME else "wrong_shape")
    if (
        detail["type"] in _WORDS
        and not isinstance(value, str)
        and (value is not None or kind != "not_in_list")
    ):
        kind = "wrong_shape"
    facts = {key: str(said) for key, said in detail.get("ctx", {}).items() if key != "at"}
    facts["value"] = value[:80] if isinstance(value, str) else ""
    if kind in ("unknown_key", "missing_key"):
        facts.setdefault("key", str(route[-1]) if route else "")
    if kind == "unknown_key":
        facts.setdefault("known", ", ".join(_known_keys(model, route[:-1])))
    if kind in ("not_in_list", "missing_key"):
        facts["known"] = ", ".join(_choices(model, route))
    if kind == "wrong_shape":
        facts["expected"] = _EXPECTED.get(detail["type"]) or _WORDS.get(detail["type"], "something else")
        facts["found"] = _shape(value)
    return Problem(kind, START, route, facts)


def _route(data: Data, detail: ErrorDetails) -> Route:
    """Where in the data something does not fit: a text may stand where the model has a mapping with a text in it."""
    at = detail.get("ctx", {}).get("at")
    said = detail["loc"] if at is None else (*detail["loc"], str(at))
    for length, part in enumerate(said):
        if not isinstance(data, dict | list):
            return said[:length]
        data = item_at(data, part)
    return said


def _original(route: Route, data: Data, kept: Mapping[int, list[int]]) -> Route:
    parts: list[str | int] = []
    for part in route:
        parts.append(kept[id(data)][part] if isinstance(data, list) and isinstance(part, int) else part)
        data = item_at(data, part)
    return tuple(parts)


def _shape(value: Data) -> str:
    if value is None:
        return "nothing"
    return (
        {"str": "text", "list": "a list", "dict": "a mapping"}[type(value).__name__]
        if value
        else "nothing in it"
    )


def _known_keys(model: type[Record], route: Route) -> list[str]:
    """The keys of the mapping at a route."""
    at = type_at(model, route)
    if not (isinstance(at, type) and issubclass(at, BaseModel)):
        return []
    return [field.alias or name for name, field in at.model_fields.items()]


def _choices(model: type[Record], route: Route) -> list[str]:
    """The words of the closed list at a route."""
    at = type_at(model, route)
    return [str(member.value) for member in at] if isinstance(at, type) and issubclass(at, Enum) else []


def _bare(annotation: object) -> object:
    """The annotation without None and without what Annotated adds."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(argument for argument in get_args(annotation) if argument is not type(None))
        else:
            return annotation


def _salvage(
    model: type[R], data: Data, details: list[ErrorDetails]
) -> tuple[R | None, tuple[Data, Mapping[int, list[int]]] | None, list[Problem]]:
    """What is left of the record without the values that do not fit, so that the rules can still speak of the rest.

    A validator stops at the first thing that is wrong: what it finds when that is cut out is told too.
    """
    kept: dict[int, list[int]] = {}
    rest = _copy(data, kept)
    more: list[Problem] = []
    for _ in range(_ROUNDS):
        for route, stand_in in _last_first(model, rest, details):
            if stand_in is None:
                _cut(rest, route, kept)
            else:
                _put(rest, route, stand_in, kept)
        try:
            return _validate(model, rest), (rest, kept), more
        except ValidationError as error:
            details = error.errors(include_input=False, include_url=False)
        problems = [_problem(model, rest, detail) for detail in details if "at" in detail.get("ctx", {})]
        more += [problem._replace(route=_original(problem.route or (), rest, kept)) for problem in problems]
    if more:
        more.append(Problem("too_many", START, more[-1].route))
    return None, None, more


def _copy(value: Data, kept: dict[int, list[int]]) -> Data:
    if isinstance(value, dict):
        return {key: _copy(item, kept) for key, item in value.items()}
    if isinstance(value, list):
        copy = [_copy(item, kept) for item in value]
        kept[id(copy)] = list(range(len(copy)))
        return copy
    return value


def _last_first(
    model: type[Record], data: Data, details: list[ErrorDetails]
) -> list[tuple[Route, str | None]]:
    """What to cut, and what to put where something is missing; of a list the later items first, so that numbers stay.

    Where nothing can stand for what is missing, its mapping is cut.
    """
    todo: dict[Route, str | None] = {}
    for detail in details:
        route = _route(data, detail)
        stand_in = _stand_in(model, route) if detail["type"] == "missing" else None
        todo[route[:-1] if detail["type"] == "missing" and stand_in is None else route] = stand_in
    return sorted(
        todo.items(), key=lambda item: [(isinstance(part, int), part) for part in item[0]], reverse=True
    )


def _stand_in(model: type[Record], route: Route) -> str | None:
    if len(route) == 1 and route[0] in _STAND_INS_AT_THE_TOP:
        return _STAND_INS_AT_THE_TOP[route[0]]
    if route == ("kind",):
        return _choices(model, route)[0]
    return _STAND_INS.get(route[-1])


def _put(data: Data, route: Route, stand_in: str, kept: dict[int, list[int]]) -> None:
    holder = value_at(data, route[:-1])
    if isinstance(holder, dict):
        value: Data = stand_in
        if route == ("parties",):
            value = [stand_in]
            kept[id(value)] = [0]
        holder[str(route[-1])] = value


def _cut(data: Data, route: Route, kept: dict[int, list[int]]) -> None:
    """Take the value at a route out of its list or mapping; does nothing where there is none."""
    if not route:
        return
    holder = value_at(data, route[:-1])
    part = route[-1]
    if isinstance(holder, dict) and isinstance(part, str):
        holder.pop(part, None)
    elif isinstance(holder, list) and isinstance(part, int) and part < len(holder):
        del holder[part]
        del kept[id(holder)][part]
