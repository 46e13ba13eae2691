"""Rules about what a city answers to the criteria for choosing a partner, and about the weights of a set of them."""

from collections.abc import Iterator

from c2c.matching.criteria import Asked, criterion_of
from c2c.model.reference import CriteriaSet
from c2c.rules.base import ChapterCase, CityCase, Flag, rule
from c2c.spelling import did_you_mean


@rule("C317", of_absence=True)
def answer_about_wrong_city(case: CityCase) -> Iterator[Flag]:
    """An answer to a criterion about two cities says in `about` which the other one is; any other answer has no `about`.

    `c2c guide criteria` says of what each criterion is asked. Where one of two cities is enough, or each of the two must be
    so, a city can also answer for itself alone.

    Bad:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: FR
        answers: [{criterion: shared-history, answer: yes, about: lyonn}]

    Good:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: FR
        answers: [{criterion: shared-history, answer: yes, about: lyon}]
    """
    entries = {each.id: each for each in case.known.book.criteria} if case.record.answers else {}
    for i, each in enumerate(case.record.answers):
        route, entry = ("answers", i), entries.get(each.criterion)
        asked = criterion_of(entry.id, entry.about).asked if entry else None
        if each.about is None:
            if asked is Asked.PAIR:
                message = f"'{each.criterion}' is about two cities, and the other one is not named"
                yield Flag(route, message, "add about: and the id of the other city", within=route)
        elif asked is Asked.CANDIDATE:
            message = f"'{each.criterion}' is about one city, and this file is about '{case.id}'"
            help = f"take about: out, or write the answer into data/cities/{each.about}.yaml"
            yield Flag((*route, "about"), message, help, within=route)
        elif each.about == case.id:
            yield Flag((*route, "about"), "that is this city itself", "name the other city", within=route)
        elif each.about not in case.known.cities:
            hint = did_you_mean(each.about, case.known.cities) or f"add data/cities/{each.about}.yaml"
            yield Flag((*route, "about"), f"there is no city '{each.about}'", hint, within=route)


@rule("C318")
def two_answers_at_once(case: CityCase) -> Iterator[Flag]:
    """A city does not answer a question in two ways on one day: then nobody knows which holds, and c2c counts neither.

    Bad:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: FR
        answers:
          - {criterion: join-platform, answer: yes, on: 2019}
          - {criterion: join-platform, answer: no, on: 2019}

    Good:

        # data/cities/ring.yaml
        names: The Ring
        kind: city
        country: FR
        answers:
          - {criterion: join-platform, answer: yes, on: 2018}
          - {criterion: join-platform, answer: no, on: 2019}
    """
    said: dict[object, object] = {}
    for i, each in enumerate(case.record.answers):
        of = (each.criterion, each.about, each.on.latest if each.on else None)
        if said.setdefault(of, each.answer) != each.answer:
            message = f"'{each.criterion}' is answered with {said[of]} and with {each.answer} on one day"
            yield Flag(
                ("answers", i, "answer"), message, "keep the one that holds, or say on: when each was so"
            )


@rule("C319")
def weighs_nothing(case: ChapterCase) -> Iterator[Flag]:
    """A criterion of a set weighs something: a number above zero. `c2c match` leaves out one that does not.

    Bad:

        # data/guidebook/sets.yaml
        items: [{id: lyon, title: What Lyon asks, criteria: [{title: Shared aims, criterion: shared-aims, weight: 0}]}]

    Good:

        # data/guidebook/sets.yaml
        items: [{id: lyon, title: What Lyon asks, criteria: [{title: Shared aims, criterion: shared-aims, weight: 2}]}]
    """
    for i, item in enumerate(case.record.items):
        for j, own in enumerate(item.criteria if isinstance(item, CriteriaSet) else ()):
            if own.weight is not None and own.weight <= 0:
                route = ("items", i, "criteria", j, "weight")
                yield Flag(
                    route, f"a weight of {own.weight} is none", "give a number above zero, or take it out"
                )
