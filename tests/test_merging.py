"""Two changes of the same data become one: what does not contradict survives, what does is left to people."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from c2c.history.merging import merged, same, steps
from c2c.source import Data

BASE: Data = {
    "title": {"en": "Demo", "da": "Demo"},
    "areas": ["culture", "health"],
    "focus_areas": [
        {
            "id": "all",
            "title": "All",
            "efforts": [
                {
                    "id": "visits",
                    "title": "Visits",
                    "actions": [
                        {"id": "lunch", "title": "Lunch", "status": [{"on": "2019", "is": "done"}]},
                        {"id": "fair", "title": "Fair", "note": "In the town hall"},
                        {"id": "choir", "title": "Choir"},
                    ],
                }
            ],
        }
    ],
    "sources": ["case-study"],
}


def actions(data: Any) -> list[dict[str, Any]]:
    """The actions of the only effort."""
    found: list[dict[str, Any]] = data["focus_areas"][0]["efforts"][0]["actions"]
    return found


def changed(change) -> Any:
    data = deepcopy(BASE)
    change(data)
    return data


def both(ours: Data, theirs: Data) -> tuple[Any, int]:
    data, left = merged(BASE, ours, theirs)
    return data, len(left)


def test_statuses_of_two_actions_both_survive():
    two: Data = [{"on": "2019", "is": "done"}, {"on": "2020", "is": "done"}]
    ours = changed(lambda data: actions(data)[0].update(status=two))
    theirs = changed(lambda data: actions(data)[1].update(status=[{"on": "2020", "is": "not_done"}]))

    data, left = both(ours, theirs)

    assert not left
    assert actions(data)[0] == actions(ours)[0]
    assert actions(data)[1] == actions(theirs)[1]


def test_new_actions_of_one_effort_both_survive():
    ours = changed(lambda data: actions(data).append({"id": "race", "title": "Race"}))
    theirs = changed(lambda data: actions(data).append({"id": "film", "title": "Film"}))

    data, left = both(ours, theirs)

    assert not left
    assert [each["id"] for each in actions(data)] == ["lunch", "fair", "choir", "race", "film"]


def test_two_statuses_of_one_day_contradict_and_neither_is_mixed_into_the_other():
    ours = changed(lambda data: actions(data)[2].update(status=[{"on": "2020", "is": "done"}]))
    theirs = changed(
        lambda data: actions(data)[2].update(
            status=[{"on": "2020", "is": "not_done", "reason": "no_resources"}]
        )
    )

    data, left = both(ours, theirs)

    assert left == 1
    assert same(data, ours)


def test_what_one_side_changed_and_the_other_took_out_is_left_to_people():
    ours = changed(lambda data: actions(data)[1].update(note="On the square"))
    theirs = changed(lambda data: actions(data).pop(1))

    assert both(ours, theirs) == (ours, 1)
    data, left = both(theirs, ours)
    assert left == 1
    assert same(data, theirs)


def test_what_one_side_took_out_and_the_other_left_alone_is_gone():
    ours = changed(lambda data: data.update(areas=["culture"]))
    theirs = changed(lambda data: data.update(areas=["culture", "health", "sport"]))

    data, left = both(ours, theirs)

    assert not left
    assert data["areas"] == ["culture", "sport"]


def test_the_same_change_on_both_sides_is_one():
    ours = changed(lambda data: actions(data).append({"id": "race", "title": "Race"}))

    assert both(ours, deepcopy(ours)) == (ours, 0)


def test_a_change_of_order_is_no_change():
    theirs = changed(lambda data: actions(data).reverse())
    ours = changed(lambda data: actions(data)[0].update(note="New"))

    assert both(ours, theirs) == (ours, 0)
    data, left = both(theirs, ours)
    assert not left
    assert same(data, ours)


def test_another_word_for_the_same_field_contradicts_and_another_language_does_not():
    ours = changed(lambda data: data["title"].update(en="Lyon and Graz"))
    theirs = changed(lambda data: data["title"].update(en="Graz and Lyon", zh="里昂和格拉茨"))

    data, left = both(ours, theirs)

    assert left == 1
    assert data["title"] == {"en": "Lyon and Graz", "da": "Demo", "zh": "里昂和格拉茨"}


_SLUGS = st.sampled_from(["lunch", "fair", "choir", "race", "film", "walk", "talk"])
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("note"), _SLUGS, st.sampled_from(["one", "two", "three"])),
        st.tuples(st.just("status"), _SLUGS, st.sampled_from(["2018", "2019", "2020", "2021"])),
        st.tuples(st.just("new"), _SLUGS, st.sampled_from(["A", "B"])),
        st.tuples(st.just("gone"), _SLUGS, st.just("")),
        st.tuples(st.just("area"), _SLUGS, st.just("")),
    ),
    max_size=6,
)


def edited(edits: list[tuple[str, str, str]]) -> Any:
    """The base with some edits, as people make them."""
    data: Any = deepcopy(BASE)
    for what, id, words in edits:
        there = next((each for each in actions(data) if each["id"] == id), None)
        if what == "new" and there is None:
            actions(data).append({"id": id, "title": words})
        elif what == "gone" and there is not None:
            actions(data).remove(there)
        elif what == "note" and there is not None:
            there["note"] = words
        elif what == "status" and there is not None:
            there.setdefault("status", []).append({"on": words, "is": "done"})
        elif what == "area":
            data["areas"].append(id)
    return data


@given(_EDITS, _EDITS)
def test_whatever_two_people_do_nothing_that_one_of_them_added_is_lost(mine, yours):
    ours, theirs = edited(mine), edited(yours)

    data, left = merged(BASE, ours, theirs)

    assert not any(step for step in steps(BASE, data, theirs) if not step.contradicts)
    if not left:
        other, none = merged(BASE, theirs, ours)
        assert not none
        assert same(data, other)
        assert not list(steps(BASE, data, ours))
        assert not list(steps(BASE, data, theirs))
    forced, rest = merged(BASE, data, theirs, force=True)
    assert not rest
    new = {each["id"] for each in actions(theirs)} - {each["id"] for each in actions(BASE)}
    assert new <= {each["id"] for each in actions(forced)}


@given(_EDITS)
def test_a_change_of_one_side_is_the_result(mine):
    ours = edited(mine)

    assert same(merged(BASE, ours, BASE)[0], ours)
    assert same(merged(BASE, BASE, ours)[0], ours)


def test_two_ratings_of_one_factor_contradict_only_where_they_are_of_one_day():
    def rated(on: str, rating: str) -> Any:
        return changed(lambda data: data.update(factors=[{"factor": "funding", "rating": rating, "on": on}]))

    data, left = both(rated("2018", "weak"), rated("2019", "strong"))
    assert not left
    assert [each["on"] for each in data["factors"]] == ["2018", "2019"]

    data, left = both(rated("2019", "weak"), rated("2019", "strong"))
    assert left == 1
    assert same(data, rated("2019", "weak"))
