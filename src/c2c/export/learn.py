"""What partnerships have learned as JSON; docs/json.md has the keys."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from c2c.dates import Edtf
from c2c.export.document import Json, print_document
from c2c.learning.account import Account
from c2c.learning.evaluations import Evaluations
from c2c.learning.factors import Group
from c2c.learning.obstacles import Met, Tally
from c2c.learning.portfolio import AreaTally, Band, Factor, Learned, Part
from c2c.learning.taught import Example
from c2c.model.experience import Evaluation, FactorRating
from c2c.model.text import Text
from c2c.saying import Speaker
from c2c.vocab import Hurdle, Topic

Lists: TypeAlias = Sequence[tuple[str, Iterable[Json]]]


def print_learned(
    found: Learned, topics: Iterable[Topic], as_of: date, speaker: Speaker, left_out: Iterable[str]
) -> None:
    """Print what a portfolio has to teach as one JSON document, with the keys of the topics that are asked for."""
    lists = [each for topic in topics for each in _of_all(found, speaker)[topic]]
    head = {
        "as_of": as_of.isoformat(),
        "partnerships": len(found.all),
        "with_evidence": found.shown.n,
        "evaluated": found.evaluated.n,
    }
    print_document(head, *lists, ("left_out", left_out))


def print_accounts(
    found: Iterable[Account], topics: Iterable[Topic], as_of: date, speaker: Speaker, left_out: Iterable[str]
) -> None:
    """Print what one partnership has learned, with the keys of the topics that are asked for."""
    asked = tuple(topics)
    one = [_account(each, asked, speaker) for each in found]
    print_document({"as_of": as_of.isoformat()}, ("accounts", one), ("left_out", left_out))


def _of_all(found: Learned, speaker: Speaker) -> Mapping[Topic, Lists]:
    met = [each for one in found.all for each in one.obstacles]
    scopes: list[Json] = [{"scope": id, "partnerships": n} for id, n in found.scopes.items()]
    return {
        Topic.EVALUATIONS: (("scopes", scopes),),
        Topic.OBSTACLES: (
            ("challenges", [_tally("challenge", each) for each in found.challenges]),
            ("steps", [_tally("step", each) for each in found.steps]),
            ("obstacles", [_met(each, speaker) for each in met]),
        ),
        Topic.FACTORS: (("factors", map(_factor, found.factors)),),
        Topic.AREAS: (("areas", map(_area, found.areas)),),
        Topic.AGE: (("splits", [_band(split.by, band) for split in found.splits for band in split.bands]),),
        Topic.PRACTICE: (("practice", [_example(each, speaker) for each in found.practice]),),
    }


def _part(part: Part) -> Json:
    return {"n": part.n, "of": part.of}


def _tally(what: str, each: Tally) -> Json:
    return {
        what: each.id,
        "partnerships": sorted(each.partnerships),
        "changed": sorted(each.of(Hurdle.ADJUSTED, Hurdle.EFFECT)),
        "with_effect": sorted(each.of(Hurdle.EFFECT)),
    }


def _met(each: Met, speaker: Speaker) -> Json:
    obstacle = each.obstacle
    return {
        "partnership": each.partnership,
        "id": obstacle.id,
        "title": _text(obstacle.title, speaker),
        "challenge": obstacle.challenge,
        "step": obstacle.step,
        "since": _date(obstacle.since),
        "state": each.state.value,
        "adjustment": None if each.is_open else _text(obstacle.adjustment, speaker),
        "adjusted": None if each.is_open else _date(obstacle.adjusted),
        "effect": _text(obstacle.effect, speaker) if each.state is Hurdle.EFFECT else None,
        "evidence": len(obstacle.evidence) if each.state is Hurdle.EFFECT else 0,
    }


def _factor(each: Factor) -> Json:
    return {
        "factor": each.id,
        "with_evidence": _part(each.shown),
        "without_evidence": _part(each.others),
        "too_few": not each.says_something,
    }


def _area(each: AreaTally) -> Json:
    counts = {status.value: n for status, n in each.counts.items()}
    return {
        "area": each.id,
        "partnerships": each.partnerships,
        "actions": each.actions,
        "counts": counts,
        "done_with_evidence": each.shown,
    }


def _band(by: str, band: Band) -> Json:
    return {"by": by, "from": band.least, "to": band.most, "with_evidence": _part(band.part)}


def _example(each: Example, speaker: Speaker) -> Json:
    return {
        "kind": each.kind.value,
        "partnership": each.partnership,
        "id": each.id,
        "title": _text(each.title, speaker),
        "areas": list(each.areas),
        "beneficiaries": [_text(one, speaker) for one in each.beneficiaries],
        "effect": _text(each.after, speaker),
        "evidence": each.evidence,
    }


def _account(found: Account, topics: tuple[Topic, ...], speaker: Speaker) -> Json:
    told = found.taught
    made: Mapping[Topic, Json] = {
        Topic.EVALUATIONS: _evaluations(found.evaluations, speaker),
        Topic.OBSTACLES: {"obstacles": [_met(each, speaker) for each in told.obstacles]},
        Topic.FACTORS: {"profile": [_group(each) for each in found.profile]},
        Topic.PRACTICE: {"practice": [_example(each, speaker) for each in told.examples]},
    }
    head = {
        "id": told.id,
        "title": _text(told.title, speaker),
        "years": told.years,
        "areas": list(told.areas),
        "kinds": list(told.kinds),
        "results_with_evidence": told.results,
    }
    return head | {key: value for topic in topics for key, value in made[topic].items()}


def _evaluations(found: Evaluations, speaker: Speaker) -> Json:
    return {
        "evaluations": [_evaluation(each, speaker) for each in found.all],
        "scopes": [{"scope": each.id, "evaluations": list(each.evaluations)} for each in found.scopes],
    }


def _evaluation(each: Evaluation, speaker: Speaker) -> Json:
    return {
        "id": each.id,
        "title": _text(each.title, speaker),
        "on": _date(each.on),
        "period": _date(each.period),
        "by": _text(each.by, speaker),
        "scopes": list(each.scopes),
        "findings": [_text(one, speaker) for one in each.findings],
        "decisions": [_text(one, speaker) for one in each.decisions],
        "published": [
            {"medium": one.medium.value, "on": _date(one.on), "url": one.url} for one in each.published
        ],
    }


def _group(each: Group) -> Json:
    return {
        "factor": each.id,
        "rated": len(each.ratings),
        "of": each.of,
        "mean": round(float(each.mean), _DIGITS) if each.mean is not None else None,
        "ratings": [_rating(one) for one in each.ratings],
    }


_DIGITS: Final = 2


def _rating(each: FactorRating) -> Json:
    return {"id": each.factor, "rating": each.rating.value, "on": _date(each.on)}


def _text(text: Text | None, speaker: Speaker) -> str | None:
    return speaker.text(text).text if text else None


def _date(edtf: Edtf | None) -> str | None:
    return edtf.text if edtf else None
