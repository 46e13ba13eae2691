"""Make a workspace of partnerships that nobody has, for measuring: `generate.py DIR --partnerships 1000`.

The same seed gives the same bytes. A partnership has about 30 actions in about 7 kB, three languages, dates of every
coarseness, notes, statuses, reasons and evidence; `c2c validate` finds no error and no warning. Every city is made up.
"""

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from words import (
    BENEFICIARIES,
    EAST,
    FOCUS_AREAS,
    FORMS,
    FURTHER_EAST,
    FURTHER_WEST,
    NOTES,
    OBSTACLES,
    OFFICES,
    REASONS,
    SOURCES,
    TOPICS,
    WEST,
    Words,
)

ACTIONS = (26, 32)
"""The fewest and the most actions of a partnership."""

_OFTEN = 600
"""As many cities as most measurements have at most."""

_PLAIN = re.compile(r"[^\W\d_][^:#,\[\]{}&*!|>'\"%@`?\n]*[^\s:#,\[\]{}&*!|>'\"%@`?]")
_LINE = 100  # characters; what is longer is written as a block


class Place(NamedTuple):
    """A made-up city: its id, its name by language, where it is."""

    id: str
    name: Words
    country: str


def main() -> None:
    """Write the workspace that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="where to write it; made if it is not there")
    parser.add_argument("--partnerships", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", default="c2c", help="another seed gives other data of the same kind")
    parser.add_argument(
        "--cities",
        type=int,
        metavar="N",
        help="at most 700 [default: as many as partnerships, and at least 20]",
    )
    parser.add_argument(
        "--unproven",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="how many of the done actions show no evidence: a note",
    )
    given = parser.parse_args()
    generate(given.folder, given.partnerships, given.seed, given.cities, given.unproven)


def generate(
    folder: Path, partnerships: int, seed: str = "c2c", cities: int | None = None, unproven: float = 0.0
) -> None:
    """Write a workspace. `unproven` is the share of done actions without evidence, each of which c2c notes."""
    for kind in ("cities", "partnerships", "sources"):
        (folder / "data" / kind).mkdir(parents=True, exist_ok=True)
    _write(
        folder / "c2c.yaml", "title: {da: Målinger, en: Measurements, zh: 测量}\nlanguages: [en, da, zh]\n"
    )
    west, east = places(cities or max(20, min(600, partnerships)))
    for place in (*west, *east):
        _write(
            folder / "data" / "cities" / f"{place.id}.yaml", city(place, random.Random(f"{seed} {place.id}"))
        )
    for id, title in SOURCES.items():
        _write(folder / "data" / "sources" / f"{id}.yaml", source(id, title))
    for parties in pairs(west, east, partnerships, seed):
        id = _id(parties)
        one = Partnership(parties, random.Random(f"{seed} {id}"), unproven)
        _write(folder / "data" / "partnerships" / f"{id}.yaml", "\n".join(one.lines()) + "\n")


def places(number: int) -> tuple[list[Place], list[Place]]:
    """So many cities, half of them in the West and half in the East; 700 at most."""
    further = ((), ()) if number <= _OFTEN else (FURTHER_WEST, FURTHER_EAST)
    west = [
        Place(_slug(a + b), Words(a + b, a + b, x + y), country)
        for a, x in (*WEST[0], *further[0])
        for b, y, country in WEST[1]
    ]
    east = [
        Place(_slug(a + b), Words(a + b, a + b, x + y), "CN")
        for a, x in (*EAST[0], *further[1])
        for b, y in EAST[1]
    ]
    return _spread(west, number // 2), _spread(east, number // 2)


def pairs(west: list[Place], east: list[Place], number: int, seed: str) -> Iterator[tuple[Place, ...]]:
    """So many different pairs of a western and an eastern city; every tenth has a third party."""
    dice = random.Random(f"{seed} pairs")
    chosen = sorted(dice.sample(range(len(west) * len(east)), number))
    for count, code in enumerate(chosen):
        parties = [west[code // len(east)], east[code % len(east)]]
        if count % 10 == 9:
            parties.insert(1, west[(code // len(east) + 1) % len(west)])
        yield tuple(parties)


def city(place: Place, dice: random.Random) -> str:
    """A city's file."""
    kind = dice.choice(("city", "municipality", "district"))
    population = dice.randrange(20, 900) * 1000
    lines = [
        f"names: {_flow(place.name)}",
        f"kind: {kind}",
        f"country: {place.country}",
        f"coordinates: {{lat: {dice.uniform(25, 60):.2f}, lon: {dice.uniform(5, 120):.2f}}}",
        "facts:",
        "  - id: population",
        "    title: {da: Indbyggere, en: Inhabitants, zh: 人口}",
        f"    quantity: {{value: {population}, bound: about}}",
        f"    on: {dice.randrange(2012, 2020)}",
        f"    sources: [{dice.choice(list(SOURCES))}]",
    ]
    return "\n".join(lines) + "\n"


def source(id: str, title: Words) -> str:
    """A source's file."""
    address = f"https://example.org/sources/{id}"
    return (
        f"title: {_flow(title)}\npublisher: Example Press\npublished: 2019-11\nurl: {address}\nlanguage: en\n"
    )


class Partnership:
    """One partnership, line by line. Its dice decide everything, so that it does not depend on the others."""

    def __init__(self, parties: tuple[Place, ...], dice: random.Random, unproven: float) -> None:
        self.parties = parties
        self.dice = dice
        self.unproven = unproven
        self.began = dice.randrange(2005, 2016)
        self.signs = dice.random() < 0.2  # statuses written as markers, as in a sheet
        ideas = [(form, topic) for form in FORMS for topic in TOPICS]
        self.ideas = iter(dice.sample(ideas, ACTIONS[1]))
        self.ids: list[str] = []

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        names = [place.name for place in self.parties]
        title = Words(
            *(
                f"{' og '.join(n.da for n in names)}",
                " and ".join(n.en for n in names),
                "与".join(n.zh for n in names),
            )
        )
        yield f"# {title.en}: the newest status record of an action stands last."
        yield f"title: {_flow(title)}"
        yield f"parties: [{', '.join(place.id for place in self.parties)}]"
        yield f"kind: {self.dice.choice(('twinning', 'friendship_city', 'partnership_agreement', 'mou'))}"
        yield f"began: {self.began}"
        if self.signs:
            yield 'legend: {"√": done, "(√)": partly_done, "%": not_done}'
        yield "agreements:"
        yield f"- {{id: agreement-{self.began}, kind: partnership_agreement, signed: {self.began}, sources: [{self._source()}]}}"
        yield f"- {{id: renewal-2017, kind: renewal, signed: 2017-05, valid: 2017-05/2021, renews: agreement-{self.began}}}"
        yield "evaluations:"
        yield f"- {{id: review-2016, title: {_flow(Words('Status 2016', 'Review of 2016', '2016年回顾'))}, on: 2016-12}}"
        yield "narrative:"
        yield f"- {{loop: continual_improvement, step: {self.dice.choice(('plan', 'do', 'measure', 'act'))}, on: 2019-12}}"
        yield from self._focus_areas()
        yield from self._rest()

    def _focus_areas(self) -> Iterator[str]:
        number = self.dice.randint(*ACTIONS)
        yield "focus_areas:"
        chosen = self.dice.sample(list(FOCUS_AREAS.items()), 3)
        for (area, title), share in zip(
            chosen, (number // 3, number // 3, number - 2 * (number // 3)), strict=True
        ):
            yield f"- id: {area}"
            yield f"  title: {_flow(title)}"
            yield "  period: 2017/2020"
            yield "  efforts:"
            for part, count in enumerate((share // 2, share - share // 2), start=1):
                topic = self.dice.choice(list(TOPICS.values()))
                yield f"  - id: {area}-{part}"
                yield f"    title: {_flow(Words(f'Om {topic.da}', f'On {topic.en}', f'{topic.zh}方面'))}"
                yield "    actions:"
                for _ in range(count):
                    yield from self._action()

    def _action(self) -> Iterator[str]:
        dice = self.dice
        form, topic = next(self.ideas)
        title = Words(
            *(pattern.format(words) for pattern, words in zip(FORMS[form], TOPICS[topic], strict=True))
        )
        id = f"{form}-{topic}"
        yield f"    - id: {id}"
        yield from _text("title", title, 6)
        if dice.random() < 0.9:
            edtf, words = when(dice.randrange(2017, 2020), dice)
            yield (
                f"      when: {{edtf: {_quoted(edtf)}, text: {_scalar(words)}}}"
                if words
                else f"      when: {_quoted(edtf)}"
            )
        if dice.random() < 0.2:
            yield f"      kind: {dice.choice(('visit', 'event', 'project', 'exchange', 'publication', 'network'))}"
        if dice.random() < 0.06:
            yield from _text("note", dice.choice(NOTES), 6)
        if dice.random() < 0.06:
            yield f"      responsible: [{{party: {self.parties[0].id}, role: {_flow(dice.choice(OFFICES))}}}]"
        if dice.random() < 0.06:
            yield f"      beneficiaries: [{_flow(dice.choice(BENEFICIARIES))}]"
        if self.ids and dice.random() < 0.05:
            yield f"      same_as: [{dice.choice(self.ids)}]"
        self.ids.append(id)
        yield from self._statuses()

    def _statuses(self) -> Iterator[str]:
        """No record, one, or two: what stood in 2018 and what stands now."""
        dice = self.dice
        if dice.random() < 0.35:
            return
        status = dice.choices(("done", "partly_done", "not_done", "open"), (74, 10, 8, 8))[0]
        before = "{on: 2018-12, is: unclear}, " if dice.random() < 0.05 else ""
        word = _SIGNS.get(status, status) if self.signs else status
        if status == "done":
            yield f"      status: [{before}{{on: 2020-12, is: {word}{self._evidence()}}}]"
        elif status == "open":
            waiting = f"{{party: {self.parties[-1].id}, since: 2019-09}}"
            yield f"      status: [{before}{{on: 2019-12, is: open, waiting_for: {waiting}}}]"
        elif dice.random() < 0.4:
            yield "      status:"
            yield "      - on: 2020-12"
            yield f"        is: {word}"
            yield from _text("note", dice.choice(NOTES), 8)
        else:
            moved = ", postponed_to: 2021" if status == "partly_done" else ""
            yield f"      status: [{before}{{on: 2020-12, is: {word}, reason: {dice.choice(REASONS)}{moved}}}]"

    def _evidence(self) -> str:
        chance = self.dice.random()
        if chance < self.unproven:
            return ""
        if chance < self.unproven + (1 - self.unproven) * 3 / 4:
            return f", evidence: [{{source: {self._source()}}}]"
        return f", evidence: [{{url: https://example.org/{self.dice.randrange(10**4)}}}]"

    def _rest(self) -> Iterator[str]:
        dice = self.dice
        yield "events:"
        yield "- id: anniversary"
        yield "  title: {da: Fejring af aftalen, en: Celebration of the agreement, zh: 协议庆祝活动}"
        yield f"  when: 2018-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        yield "  kind: celebration"
        yield f"  attendance: {{value: {dice.randrange(4, 40)}0, bound: about}}"
        yield "obstacles:"
        yield f"- {{id: distance, title: {_flow(dice.choice(OBSTACLES))}, challenge: distance, step: do, since: 2018}}"
        yield "factors:"
        for factor in ("champions", "regular-contact", "funding"):
            yield f"- {{factor: {factor}, rating: {dice.choice(('absent', 'weak', 'fair', 'strong'))}, on: 2019}}"
        yield f"sources: [{self._source()}]"
        yield from self._kpis()

    def _kpis(self) -> Iterator[str]:
        """Of every third partnership some years of two indicators, and what is aimed at."""
        dice = self.dice
        if dice.random() < 2 / 3:
            return
        yield "kpis:"
        for id in dice.sample(("high-level-visits", "foreign-students", "joint-projects", "visitors"), 2):
            for year in range(2016, 2020):
                yield f"- {{kpi: {id}, period: {year}, value: {dice.randrange(1, 60)}, sources: [{self._source()}]}}"
            yield f"- {{kpi: {id}, period: 2020, value: {dice.randrange(30, 80)}, kind: target}}"

    def _source(self) -> str:
        return self.dice.choice(list(SOURCES))


def when(year: int, dice: random.Random) -> tuple[str, str]:
    """A date of the year, as coarse as it comes, and sometimes the words of the sheet (in Danish)."""
    month = dice.randrange(1, 13)
    name = _MONTHS[month - 1]
    edtf, words = dice.choices(
        (
            (f"{year}", f"{year}"),
            (f"{year}-{month:02}", f"{name} {year}"),
            (f"{year}-{month:02}-{dice.randrange(1, 29):02}", ""),
            (f"{year}-{dice.randrange(21, 25)}", f"sæsonen {year}"),
            (f"{year}-{dice.randrange(33, 37)}", ""),
            (f"{year}-{dice.randrange(37, 40)}", f"medio {year}"),
            (f"{year}-{dice.choice((40, 41))}", f"halvår {year}"),
            (f"{year}?", f"evt. {year}"),
            (f"{year}-{month:02}~", f"ca. {name} {year}"),
            (f"{year}/{year + 2}", f"{year}-{year + 2}"),
            (f"{year}-{month:02}/..", f"fra {name} {year}"),
            (f"[{year},{year + 1}]", f"{year} eller {year + 1}"),
            (f"{{{year}-{month:02},{year + 1}?}}", f"{name} {year} (evt. {year + 1})"),
            (f"{year}-XX-XX", ""),
        ),
        (14, 26, 12, 8, 4, 6, 4, 6, 4, 6, 3, 3, 3, 1),
    )[0]
    return edtf, words if dice.random() < 0.25 else ""


_MONTHS = ("jan", "feb", "marts", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")
_SIGNS = {"done": '"√"', "partly_done": '"(√)"', "not_done": '"%"'}


def _text(key: str, words: Words, indent: int) -> Iterator[str]:
    """A text in three languages: on one line if it fits, else on four."""
    line = f"{' ' * indent}{key}: {_flow(words)}"
    if len(line) <= _LINE:
        yield line
        return
    yield f"{' ' * indent}{key}:"
    for language, text in words._asdict().items():
        yield f"{' ' * (indent + 2)}{language}: {_scalar(text)}"


def _flow(words: Words) -> str:
    return f"{{{', '.join(f'{language}: {_scalar(text)}' for language, text in words._asdict().items())}}}"


def _scalar(text: str) -> str:
    """The text as YAML, in quotes if it needs them."""
    return text if _PLAIN.fullmatch(text) else f'"{text}"'


def _quoted(edtf: str) -> str:
    return f'"{edtf}"' if edtf[0] in "[{" else edtf


def _id(parties: tuple[Place, ...]) -> str:
    return f"{parties[0].id}-{parties[-1].id}"


def _slug(name: str) -> str:
    return (
        name.lower()
        .replace("æ", "ae")
        .replace("ø", "oe")
        .replace("å", "aa")
        .replace("ü", "ue")
        .replace("ö", "oe")
    )


def _spread(places: list[Place], number: int) -> list[Place]:
    """So many of them, from all over the list."""
    return [places[i * len(places) // number] for i in range(number)]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
