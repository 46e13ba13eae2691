"""The JSON Schemas and c2c agree: every example fits both, and nothing is refused that c2c accepts."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter

from c2c.export.schema import KINDS, schema
from c2c.model.loading import load
from c2c.model.manual import manual
from c2c.model.partnership import Partnership, StatusRecord
from c2c.source import Data
from c2c.source.reader import read
from sample import full


def fields(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema describes."""
    made: Any = schema(name)
    records = {"": made, **made["definitions"]}
    for where, record in records.items():
        for key, said in record.get("properties", {}).items():
            yield f"{where}.{key}", said


@pytest.mark.parametrize("name", KINDS)
def test_every_key_says_what_it_means_and_gives_an_example_that_fits(name: str):
    made: Any = schema(name)
    assert made["description"]

    for where, said in fields(name):
        if where.startswith("legend"):
            continue
        assert re.fullmatch(r"[A-Z].*\.", said["description"]), where
        assert said["examples"], where
        for example in said["examples"]:
            of_field = {**said, "definitions": made["definitions"]}
            assert list(Draft7Validator(of_field).iter_errors(example)) == [], where


@pytest.mark.parametrize("name", KINDS)
def test_c2c_takes_its_own_examples(name: str):
    model = KINDS[name].model
    data = full(model)

    assert load(model, data).problems == ()
    assert list(Draft7Validator(schema(name)).iter_errors(as_yaml(data))) == []


def test_every_example_of_a_key_is_one_for_c2c():
    for model in (Partnership, StatusRecord):
        for name, field in model.model_fields.items():
            if name == "is_":
                continue  # what a marker is, its record says
            for written in manual(model)[field.alias or name].written:
                adapter: TypeAdapter[object] = TypeAdapter(model.__annotations__[name])
                adapter.validate_python(read(written).data)


def as_yaml(data: Data) -> Any:
    """What YAML 1.2 makes of plain scalars."""
    if isinstance(data, dict):
        return {key: as_yaml(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_yaml(value) for value in data]
    if data in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return str(data).lower() == "true"
    if isinstance(data, str) and re.fullmatch(r"[-+]?[0-9]+", data, re.ASCII):
        return int(data)
    if isinstance(data, str) and re.fullmatch(
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", data, re.ASCII
    ):
        return float(data)
    return data


def places(data: Data, route: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The route to everything in the data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*route, key)
        yield from places(value, (*route, key))


SCALARS = [
    *(
        "",
        " ",
        "x",
        "X",
        "a-b",
        "A b",
        "a_b",
        "-",
        "√",
        "(√)",
        "%",
        "✓",
        "?",
        "_",
        "½",
        "done",
        "√ done",
        "ok",
        "plus",
        "é",
    ),
    *(
        "2019",
        "0999",
        "10000",
        "0",
        "-5",
        "3.5",
        ".5",
        "1e3",
        "2019-12",
        "2019-13",
        "2019-12-01",
        "2019-02-30",
        "2019-24",
    ),
    *(
        "2019-XX",
        "201X",
        "2019?",
        "2017/2020",
        "2017/..",
        "/2020",
        "../2020",
        "/",
        "..",
        "[2018,2019]",
        "{2018..2020, 2022}",
    ),
    *(
        "[2018",
        "spring 2018",
        "true",
        "False",
        "yes",
        "no",
        "NO",
        "DK",
        "dk",
        "P1Y",
        "P6M",
        "P0Y",
        "https://a.b/",
        "a.b",
    ),
    *(
        "mailto:a@b",
        "HTTP://x",
        "javascript:1",
        "Q1",
        "C503",
        "lyon/graz",
        "twinning",
        "mou",
        "\u3000",
        "a" * 81,
    ),
]
VALUES = st.one_of(
    st.sampled_from(SCALARS),
    st.text(max_size=6),
    st.none(),
    st.sampled_from(
        [[], {}, ["a"], {"da": "x"}, {"edtf": "2019"}, {"source": "a"}, {"x": "done"}, {"no": ""}]
    ),
)


@pytest.mark.parametrize(
    "name", ["partnership", "city", "source", "workspace", "guidebook/loops", "guidebook/sets"]
)
def test_nothing_is_refused_that_c2c_accepts(name: str):
    model = KINDS[name].model
    whole = full(model)
    validator = Draft7Validator(schema(name))
    routes = list(places(whole))

    @given(st.sampled_from(routes), VALUES)
    def holds(route: tuple[str | int, ...], value: Data) -> None:
        data = deepcopy(whole)
        holder: Any = data
        for part in route[:-1]:
            holder = holder[part]
        holder[route[-1]] = value
        if load(model, data).problems == ():
            assert list(validator.iter_errors(as_yaml(data))) == []
            assert list(validator.iter_errors(data)) == []  # as if all of it were in quotes

    holds()
