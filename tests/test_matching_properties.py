"""Matching: what holds for any weights, any answers and any of many made-up workspaces."""

from hypothesis import given, settings
from hypothesis import strategies as some

from c2c.matching.answers import Answer
from c2c.matching.criteria import CRITERIA, Asked
from c2c.matching.match import Wanted
from c2c.matching.scoring import rank, score, shares
from c2c.vocab import Verdict
from matching_world import CITIES, IDS, SAYS, TIES, ask, known, one, ranked

VERDICTS = some.lists(some.sampled_from(list(Verdict)), min_size=1, max_size=12)
WEIGHTS = some.sampled_from([0.1, 0.5, 1, 2, 3.3])


@given(VERDICTS, some.data())
def test_the_range_contains_the_score_of_any_completion(verdicts: list[Verdict], data: some.DataObject):
    weights = shares(data.draw(some.lists(WEIGHTS, min_size=len(verdicts), max_size=len(verdicts))))
    answers = some.sampled_from([Verdict.YES, Verdict.NO])
    completed = [data.draw(answers) if each is Verdict.UNKNOWN else each for each in verdicts]
    whole, part = score(weights, completed), score(weights, verdicts)

    assert part.low <= whole.low == whole.high <= part.high
    assert part.known is None or part.low <= part.known <= part.high


@given(VERDICTS, some.data())
def test_one_answer_that_is_better_never_lowers_and_one_that_is_worse_never_raises(
    verdicts: list[Verdict], data: some.DataObject
):
    weights = shares(data.draw(some.lists(WEIGHTS, min_size=len(verdicts), max_size=len(verdicts))))
    number = data.draw(some.integers(0, len(verdicts) - 1))
    leads = data.draw(some.booleans())
    lead = ask("shared-history", "amt", "cheng", known()).evidence if leads else ()
    orders = [
        rank(
            weights,
            [Answer(each, leads=lead) for each in (*verdicts[:number], verdict, *verdicts[number + 1 :])],
        )
        for verdict in (Verdict.NO, Verdict.UNKNOWN, Verdict.YES)
    ]

    assert orders[0] < orders[1] < orders[2]


FAVOURABLE = {
    "strengths": "strengths: [{id: x, title: X}]",
    "strategies": "strategies: [{id: x, title: X, areas: [industry], countries: [NL, DE]}]",
    "programmes": "programmes: [urban-eu-china]",
    "participants": """participants:
  - {id: x, title: X, sector: industry, areas: [industry]}
  - {id: y, title: Y, sector: academia}""",
    "seeks": "seeks: [{id: x, title: X, areas: [industry, culture]}]",
    "ideas": "ideas: [{id: x, title: X, areas: [industry]}]",
    "answers": "answers:\n"
    + "\n".join(
        f"  - {{criterion: {id}, answer: yes, on: 2020-05}}"
        for id in IDS
        if CRITERIA[id].asked is not Asked.PAIR
    ),
}
NEW_TIES = (
    "title: X\nparties: [amt, {}]\nkind: mou\nbegan: 2019",
    "title: X\nparties: [amt, {}]\nareas: [industry]\nprogrammes: [urban-eu-china]",
    "title: X\nparties: [amt, {}]\nevents: [{{id: v, title: V, when: 2019, kind: visit}}]",
)
MORE_TIES = {
    "cheng-shi": "title: C and S\nparties: [cheng, shi]\nkind: mou\nbegan: 2010",
    "amt-shi": "title: A and S\nparties: [amt, shi]\nkind: mou\nbegan: 2011",
    "amt-cheng-again": "title: A and C\nparties: [amt, cheng]\nkind: mou\nbegan: 2020",
    "amt-ring": "title: A and R\nparties: [amt, ring]\nbegan: 2012",
}
"""A way to one may lead through another, and what an association did counts for its members."""
RING = "names: Ring\nkind: association\ncountry: CN\nmembers: [{}]"
CHINESE = ("shi", "cheng", "qu", "sheng")
CANDIDATES = (*CHINESE, "ring")


@some.composite
def worlds(draw: some.DrawFn) -> tuple[dict[str, str], dict[str, str]]:
    """Some of the cities with some of what speaks for them or against them, and some of the ties."""
    cities = dict(CITIES)
    for id in CHINESE:
        bare = "\n".join(CITIES[id].splitlines()[:3])
        names = draw(
            some.lists(some.sampled_from(sorted(set(FAVOURABLE) - {"answers"})), unique=True, max_size=3)
        )
        noes = draw(
            some.lists(
                some.sampled_from([id for id in IDS if CRITERIA[id].asked is not Asked.PAIR]),
                unique=True,
                max_size=2,
            )
        )
        lines = [FAVOURABLE[name] for name in names]
        lines += (
            ["answers:", *(f"  - {{criterion: {each}, answer: no, on: 2019}}" for each in noes)]
            if noes
            else []
        )
        cities[id] = "\n".join([bare, *lines])
    members = draw(some.lists(some.sampled_from(CHINESE), unique=True))
    cities["ring"] = RING.format(", ".join(f"{{city: {each}}}" for each in members))
    ties = {**TIES, **MORE_TIES}
    ids = draw(some.lists(some.sampled_from(sorted(ties)), unique=True))
    return cities, {id: ties[id] for id in ids}


WANTED = Wanted(countries=frozenset({"CN"}))


@settings(deadline=None, max_examples=30)
@given(worlds(), some.sampled_from(CANDIDATES), some.data())
def test_favourable_evidence_never_lowers_a_place(world, id: str, data: some.DataObject):
    cities, ties = world
    before = one(ranked("amt", known(cities, ties), WANTED), id).place
    names = [name for name in FAVOURABLE if f"{name}:" not in cities[id]]
    new = data.draw(some.sampled_from([*NEW_TIES, *(FAVOURABLE[name] for name in names)]))
    if new in NEW_TIES:
        ties = {**ties, "new": new.format(id)}
    else:
        cities = {**cities, id: f"{cities[id]}\n{new}"}

    assert one(ranked("amt", known(cities, ties), WANTED), id).place <= before


@settings(deadline=None, max_examples=30)
@given(worlds(), some.sampled_from(CANDIDATES), some.sampled_from(IDS))
def test_an_unknown_that_becomes_a_no_never_raises_a_place(world, id: str, criterion: str):
    cities, ties = world
    before = one(ranked("amt", known(cities, ties), WANTED), id)
    number = IDS.index(criterion)
    if before.answers[number].verdict is not Verdict.UNKNOWN or "answers:" in cities[id]:
        return
    about = ", about: amt" if CRITERIA[criterion].asked is not Asked.CANDIDATE else ""
    cities = {**cities, id: f"{cities[id]}\n{SAYS.format(criterion, 'no', about)}"}
    after = one(ranked("amt", known(cities, ties), WANTED), id)

    assert after.answers[number].verdict is Verdict.NO
    assert after.place >= before.place


@settings(deadline=None, max_examples=20)
@given(worlds(), some.sampled_from(CHINESE), some.data())
def test_what_an_answer_would_change_is_what_it_changes(world, id: str, data: some.DataObject):
    cities, ties = world
    found = one(ranked("amt", known(cities, ties), WANTED), id)
    open_ = [
        n for n, change in enumerate(found.changes) if change and CRITERIA[IDS[n]].asked is Asked.CANDIDATE
    ]
    if not open_ or "answers:" in cities[id]:
        return
    number = data.draw(some.sampled_from(open_))
    change = found.changes[number]
    assert change is not None
    for word, place in (("yes", change.yes), ("no", change.no)):
        said = {**cities, id: f"{cities[id]}\n{SAYS.format(IDS[number], word, '')}"}
        assert one(ranked("amt", known(said, ties), WANTED), id).place == place


@settings(deadline=None, max_examples=20)
@given(worlds(), some.randoms())
def test_the_order_of_the_files_does_not_matter(world, dice):
    cities, ties = world
    for id in ("shi", "cheng"):  # evidence of one criterion in several files
        ties = {**ties, **{f"x{number}-{id}": text.format(id) for number, text in enumerate(NEW_TIES)}}
    mixed = (list(cities.items()), list(ties.items()))
    for each in mixed:
        dice.shuffle(each)
    first, second = (ranked("amt", known(*each)) for each in ((cities, ties), map(dict, mixed)))

    assert first.candidates == second.candidates


@settings(deadline=None, max_examples=20)
@given(
    worlds(),
    some.sampled_from(("amt", "bach", "upland")),
    some.sampled_from(CANDIDATES),
    some.sampled_from(IDS),
)
def test_what_is_asked_of_two_is_the_same_from_both_sides(world, west: str, east: str, criterion: str):
    world = known(*world)
    if CRITERIA[criterion].asked is not Asked.CANDIDATE:
        assert ask(criterion, west, east, world) == ask(criterion, east, west, world)
