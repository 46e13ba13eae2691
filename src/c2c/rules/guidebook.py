"""Rules about the guidebook: what a record names is in it, and what a workspace adds to it holds together."""

from collections.abc import Iterable, Iterator

from c2c.diagnostics import Route
from c2c.model.city import City
from c2c.model.guidebook import Area, ExpectedOutcome, Loop
from c2c.model.partnership import Partnership
from c2c.model.reference import Characteristic, Criterion
from c2c.narrative.evidence import PROOFS
from c2c.rules.base import ChapterCase, CityCase, Flag, PartnershipCase, rule
from c2c.spelling import did_you_mean
from c2c.vocab import KpiKind

Named = tuple[Route, str, str]
"""Where something is named, the chapter that it should be in, and its id."""

_WHAT = {
    "steps": "step",
    "loops": "loop",
    "areas": "area",
    "programmes": "programme",
    "outcomes": "outcome",
    "groups": "group",
    "criteria": "criterion",
    "kpis": "indicator",
    "factors": "success factor",
    "challenges": "challenge",
    "scopes": "scope",
}
_BELONGS = {
    "outcomes": ("step", "the step that should bring it; `c2c guide steps` lists them"),
    "factors": ("group", "the success factor that it belongs to; `c2c guide groups` lists them"),
}
"""The key without which nothing shows what a record says of an item of a chapter, and how to fill it in."""


@rule("C308")
def unknown_guidebook_item(case: PartnershipCase | CityCase | ChapterCase) -> Iterator[Flag]:
    """What a record names of the guidebook is in it, or in what data/guidebook/ adds to it: areas, steps, criteria, and so on.

    `c2c guide areas` lists the areas, and so on for the other chapters.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        areas: [educatoin]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        areas: [education]
    """
    named = _of_chapter(case) if isinstance(case, ChapterCase) else _of_record(case)
    for route, chapter, id in named:
        known = case.known.book.ids(chapter)
        if id not in known:
            add = f"`c2c guide {chapter}` lists them; data/guidebook/{chapter}.yaml can add to them"
            hint = did_you_mean(id, known)
            yield Flag(
                route, f"the guidebook has no {_WHAT[chapter]} '{id}'", f"{hint}; {add}" if hint else add
            )


def _of_record(case: PartnershipCase | CityCase) -> Iterator[Named]:
    yield from _areas_of_record(case)
    record = case.record
    for i, answer in enumerate(record.answers if isinstance(record, City) else ()):
        yield ("answers", i, "criterion"), "criteria", answer.criterion
    yield from _of_experience(record)
    for i, id in enumerate(record.programmes):
        yield ("programmes", i), "programmes", id
    for i, said in enumerate(record.narrative):
        yield ("narrative", i, "loop"), "loops", said.loop
        yield ("narrative", i, "step"), "steps", said.step
    for i, entry in enumerate(record.outcomes):
        yield ("outcomes", i, "outcome"), "outcomes", entry.outcome
    for i, participant in enumerate(record.participants):
        for j, id in enumerate(participant.steps):
            yield ("participants", i, "steps", j), "steps", id


def _of_experience(record: Partnership | City) -> Iterator[Named]:
    for i, evaluation in enumerate(record.evaluations):
        for j, id in enumerate(evaluation.scopes):
            yield ("evaluations", i, "scopes", j), "scopes", id
    if not isinstance(record, Partnership):
        return
    for i, value in enumerate(record.kpis):
        yield ("kpis", i, "kpi"), "kpis", value.kpi
    for i, rating in enumerate(record.factors):
        yield ("factors", i, "factor"), "factors", rating.factor
    for i, obstacle in enumerate(record.obstacles):
        for name, chapter, named in (
            ("challenge", "challenges", obstacle.challenge),
            ("step", "steps", obstacle.step),
        ):
            if named is not None:
                yield ("obstacles", i, name), chapter, named


def _areas_of_record(case: PartnershipCase | CityCase) -> Iterator[Named]:
    record = case.record
    if isinstance(record, Partnership):
        yield from _areas(("areas",), record.areas)
        for i, agreement in enumerate(record.agreements):
            yield from _areas(("agreements", i, "areas"), agreement.areas)
        for place in case.actions if isinstance(case, PartnershipCase) else ():
            yield from _areas((*place.route, "areas"), place.action.areas)
    else:
        for i, wish in enumerate(record.seeks):
            yield from _areas(("seeks", i, "areas"), wish.areas)
        for i, strategy in enumerate(record.strategies):
            yield from _areas(("strategies", i, "areas"), strategy.areas)
    for name in ("participants", "events", "lessons", "ideas"):
        for i, each in enumerate(getattr(record, name)):
            yield from _areas((name, i, "areas"), each.areas)


def _areas(route: Route, ids: Iterable[str]) -> Iterator[Named]:
    for i, id in enumerate(ids):
        yield (*route, i), "areas", id


def _of_chapter(case: ChapterCase) -> Iterator[Named]:
    for i, item in enumerate(case.record.items):
        for name, chapter in (("step", "steps"), ("group", "groups")):
            if isinstance(id := getattr(item, name, None), str):
                yield ("items", i, name), chapter, id
        if isinstance(item, Loop):
            for j, step in enumerate(item.steps):
                yield ("items", i, "steps", j), "steps", step
        if isinstance(item, Area) and item.broader is not None:
            yield ("items", i, "broader"), "areas", item.broader
        for j, criterion in enumerate(getattr(item, "criteria", ())):
            if criterion.criterion is not None:
                yield ("items", i, "criteria", j, "criterion"), "criteria", criterion.criterion


@rule("C313", of_absence=True)
def value_of_wrong_kind(case: PartnershipCase) -> Iterator[Flag]:
    """A quantitative indicator has a `value`, a number; a qualitative one has a `statement`.

    It has not both: a sentence about a number is its `note`. What is not known is left out: a value that is missing is not zero.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        kpis: [{kpi: high-level-visits, period: 2019, statement: There were several.}]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        kpis: [{kpi: high-level-visits, period: 2019, value: 3}]
    """
    kinds = {each.id: each.kind for each in case.known.book.kpis} if case.record.kpis else {}
    for i, each in enumerate(case.record.kpis):
        route, kind = ("kpis", i), kinds.get(each.kpi)
        wants_value = kind is KpiKind.QUANTITATIVE
        if kind is None and each.value is None and each.statement is None:
            yield Flag(route, f"nothing says what '{each.kpi}' was", "add value: or statement:", within=route)
        elif kind is not None and (each.value if wants_value else each.statement) is None:
            wanted = "value: and a number" if wants_value else "statement: and a sentence"
            yield Flag(
                route,
                f"'{each.kpi}' is {kind}, and has no {wanted[: wanted.index(':')]}",
                f"add {wanted}",
                within=route,
            )
        elif kind is not None and (each.statement if wants_value else each.value) is not None:
            other = "statement" if wants_value else "value"
            message = f"'{each.kpi}' is {kind}, and its {other} would not be shown"
            yield Flag((*route, other), message, "say it under note:")


@rule("C309", of_absence=True)
def item_without_title(case: ChapterCase) -> Iterator[Flag]:
    """A new item of the guidebook has a title. One that c2c has already needs only what is said otherwise of it.

    Bad:

        # data/guidebook/areas.yaml
        items: [{id: bees}]

    Good:

        # data/guidebook/areas.yaml
        items: [{id: bees, title: Bees}, {id: education, text: What we do with schools.}]
    """
    shipped = case.known.book.shipped(case.id)
    for i, item in enumerate(case.record.items):
        if item.title is None and item.id not in shipped:
            message = f"'{item.id}' is new, and has no title"
            close = did_you_mean(item.id, shipped)
            yield Flag(
                ("items", i), message, f"add title:; {close}" if close else "add title:", within=("items", i)
            )


@rule("C323", of_absence=True)
def item_without_place(case: ChapterCase) -> Iterator[Flag]:
    """A new outcome names its step, and a new characteristic its success factor: else nothing shows what records say of it.

    A group of criteria has no characteristics of success factors, and the other way round.

    Bad:

        # data/guidebook/factors.yaml
        items: [{id: shared-hives, title: Hives that both keep}]

    Good:

        # data/guidebook/factors.yaml
        items: [{id: shared-hives, title: Hives that both keep, group: mutual-interests}]
    """
    name, what = _BELONGS.get(case.id, ("", ""))
    shipped = case.known.book.shipped(case.id) if name else frozenset()
    for i, item in enumerate(case.record.items):
        if name and getattr(item, name) is None and item.id not in shipped:
            message = f"'{item.id}' is new, and nothing says where it belongs"
            yield Flag(("items", i), message, f"add {name}: and {what}", within=("items", i))
        elif isinstance(item, Criterion | Characteristic) and item.group is not None:
            yield from _of_other_kind(case, i, item.group)


def _of_other_kind(case: ChapterCase, number: int, id: str) -> Iterator[Flag]:
    """A group that does not group this: one of another kind; for a characteristic also one that does not say of what it is."""
    groups = {each.id: each.of for each in case.known.book.groups}
    of = groups.get(id, case.id)
    if of != case.id and (of is not None or case.id == "factors"):
        fitting = ", ".join(each for each, what in groups.items() if what == case.id)
        help = f"one of {fitting}; a group of your own says of: {case.id} in data/guidebook/groups.yaml"
        yield Flag(("items", number, "group"), f"'{id}' is no group of {case.id}", help)


@rule("C310")
def unknown_proof(case: ChapterCase) -> Iterator[Flag]:
    """What shows an outcome is one of the looks that c2c can take at a record.

    Bad:

        # data/guidebook/outcomes.yaml
        items: [{id: first-areas, shown_by: [agred-areas]}]

    Good:

        # data/guidebook/outcomes.yaml
        items: [{id: first-areas, shown_by: [agreed-areas]}]
    """
    for i, item in enumerate(case.record.items):
        for j, name in enumerate(item.shown_by if isinstance(item, ExpectedOutcome) else ()):
            if name not in PROOFS:
                hint = did_you_mean(name, PROOFS) or f"one of {', '.join(PROOFS)}"
                yield Flag(("items", i, "shown_by", j), f"there is no look '{name}'", hint)


@rule("C311")
def area_within_itself(case: ChapterCase) -> Iterator[Flag]:
    """An area is not within itself, neither at once nor in the end.

    Bad:

        # data/guidebook/areas.yaml
        items: [{id: bees, title: Bees, broader: hives}, {id: hives, title: Hives, broader: bees}]

    Good:

        # data/guidebook/areas.yaml
        items: [{id: bees, title: Bees, broader: hives}, {id: hives, title: Hives, broader: agriculture}]
    """
    broader = {item.id: item.broader for item in case.record.items if isinstance(item, Area)}
    for i, item in enumerate(case.record.items):
        above, seen = broader.get(item.id), {item.id}
        while above is not None and above not in seen:
            seen.add(above)
            above = broader.get(above)
        if above == item.id:
            yield Flag(
                ("items", i, "broader"), f"'{item.id}' is within itself", "take broader: out of one of them"
            )
