"""Rules about what the keys and values of a record may be."""

from c2c.diagnostics import Severity
from c2c.model.text import LANGUAGE
from c2c.rules.base import Said, rule
from c2c.source import Problem
from c2c.spelling import did_you_mean


def _value(problem: Problem) -> str:
    return problem.facts.get("value", "")


@rule("C201")
def unknown_key(problem: Problem) -> Said:
    """Every key is one that the format knows.

    A misspelt key would otherwise be passed over in silence, with all that it says. `docs/format.md` lists the keys.

    Bad:

        titel: Demo
        title: Demo
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    known = problem.facts["known"].split(", ") if problem.facts["known"] else []
    key = problem.facts["key"]
    help = did_you_mean(key, known) or (f"the keys here: {', '.join(known)}" if known else "")
    return Said(f"'{key[:80]}' is not a key here", help)


@rule("C202")
def missing_key(problem: Problem) -> Said:
    """A record has the keys that it cannot be without.

    Bad:

        title: Demo
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
    """
    key, known = problem.facts["key"], problem.facts.get("known")
    return Said(f"'{key}' is missing here", f"add {key}: and one of {known}" if known else f"add {key}: …")


@rule("C203")
def not_in_list(problem: Problem) -> Said:
    """A value of a closed list is one of the list.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twining

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    known = problem.facts["known"].split(", ")
    key, holder = _keys(problem)
    what = "status" if key == "is" or holder == "legend" else key
    article = "an" if what[0] in "aeio" else "a"
    value = _value(problem)
    return Said(f"'{value}' is not {article} {what}" if value else f"{what} is empty", _hint(value, known))


def _keys(problem: Problem) -> tuple[str, str]:
    """The key that the value stands at, and the key around that."""
    keys = ["", "", *(part for part in problem.route or () if isinstance(part, str))]
    return keys[-1], keys[-2]


def _hint(value: str, known: list[str]) -> str:
    hint = did_you_mean(value, known)
    return hint if "one of" in hint else f"{hint} one of {', '.join(known)}".strip()


@rule("C204")
def wrong_shape(problem: Problem) -> Said:
    """A value is a text, a list or a mapping, as its key asks.

    Bad:

        title: Demo
        parties: lyon
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    expected = problem.facts["expected"]
    return Said(f"expected {expected}, found {problem.facts['found']}", _SHAPES.get(expected, ""))


_COARSE = "write it as coarsely as you know it: 2019, 2019-09, 2019-21 (spring), 2019? (perhaps)"
_SHAPES = {
    "a list": "write [a, b], or one item a line, each with a hyphen",
    "a list that is not empty": "write [a, b], or one item a line, each with a hyphen",
    "a mapping of keys to values": "write key: value, one a line, all in one column",
    "text": "write a text; one with a colon, a bracket or a # needs quotes",
    "text, or a mapping of language to text": "write a text, or one for each language: {da: …, en: …}",
    "a number": "write digits and a decimal point only, such as 47000 or 8.5",
    "an address": "begin with https://, http:// or mailto:",
    "a date": _COARSE,
}


@rule("C205")
def empty_text(problem: Problem) -> Said:
    """A text says something. What is not known is left out.

    Bad:

        title: {en: Demo, da: "", zh: 示例}
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: {en: Demo, da: Eksempel, zh: 示例}
        parties: [lyon, graz]
        kind: twinning
    """
    return Said("the text is empty", "write it, or leave the key out")


_LANGUAGES = dict.fromkeys(("danish", "dansk", "丹麦语", "dk"), "da")
_LANGUAGES |= dict.fromkeys(("english", "engelsk", "英语", "gb", "uk"), "en")
_LANGUAGES |= dict.fromkeys(("chinese", "kinesisk", "中文", "cn"), "zh")


@rule("C206")
def not_a_language(problem: Problem) -> Said:
    """A language is a BCP 47 tag, such as da, en, zh or zh-Hans.

    Bad:

        title: {english: Demo, da: Eksempel, zh: 示例}
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: {en: Demo, da: Eksempel, zh: 示例}
        parties: [lyon, graz]
        kind: twinning
    """
    language = problem.facts["language"]
    meant = _LANGUAGES.get(language.lower()) or _tag(language)
    help = f"did you mean '{meant}'?" if meant else "use a tag such as da, en or zh"
    return Said(f"'{language[:80]}' is not a language tag", help)


def _tag(language: str) -> str:
    """The tag with the hyphens and capital letters that it should have; empty, if it is none."""
    first, *others = language.replace("_", "-").split("-")
    tag = "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in others)])
    return tag if LANGUAGE.fullmatch(tag) else ""


@rule("C207")
def not_a_number(problem: Problem) -> Said:
    """A number is written with digits and a decimal point, and a true/false as true or false.

    No thousands separator and no unit: these belong into `unit`, and reports write numbers as each language does.

    Bad:

        # data/cities/wuxi.yaml
        names: Wuxi
        kind: city
        country: CN
        looking: "yes"
        facts: [{id: population, title: Population, quantity: {value: "47,000"}}]

    Good:

        # data/cities/wuxi.yaml
        names: Wuxi
        kind: city
        country: CN
        looking: true
        facts: [{id: population, title: Population, quantity: {value: 47000}}]
    """
    if problem.route and problem.route[-1] == "looking":
        return Said(f"'{_value(problem)}' is neither true nor false", "write true or false")
    return Said(
        f"'{_value(problem)}' is not a number", "write digits and a decimal point only, such as 47000 or 8.5"
    )


@rule("C208")
def not_a_url(problem: Problem) -> Said:
    """An address begins with http://, https:// or mailto:, so that a link in a report is safe to follow.

    Bad:

        # data/sources/sheet.yaml
        title: The sheet
        url: javascript:alert(1)

    Good:

        # data/sources/sheet.yaml
        title: The sheet
        url: https://example.org/sheet
    """
    return Said(
        f"'{_value(problem)}' is not an address that a report can link to",
        "begin with https://, http:// or mailto:",
    )


@rule("C209")
def not_an_id(problem: Problem) -> Said:
    """An id is a slug: small ASCII letters, digits and single hyphens, at most 80; a code has its standard's form.

    A country is two capital letters of ISO 3166-1 (DK, CN), a Wikidata id is Q and digits.

    Bad:

        title: Demo
        parties: [Lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    value = _value(problem)
    key, _ = _keys(problem)
    what, help = _CODES.get(key, ("an id", "use a-z, 0-9 and single hyphens, at most 80"))
    better = slug(value)
    if key not in _CODES and better not in ("", value):
        help = f"did you mean '{better}'?"
    return Said(f"'{value}' is not {what}", help)


_CODES = {
    "country": ("a country code", "use the two capital letters of ISO 3166-1, such as DK or CN"),
    "wikidata": ("a Wikidata id", "use Q and digits, such as Q1748"),
    "languages": ("a language tag", "use a tag such as da, en or zh"),
    "same_as": ("an action", "write the id of the action, or partnership/action"),
    "rule": ("the code of a rule", "use C and three digits; `c2c rule` lists them"),
    "subject": ("a subject", "write the id of a file, or partnership/action"),
}


def slug(name: str) -> str:
    """The id that a name would have; empty, if nothing of it is ASCII."""
    import re
    import unicodedata

    letters = unicodedata.normalize(
        "NFKD", name.replace("ø", "o").replace("Ø", "O").replace("æ", "ae").replace("Æ", "Ae")
    )
    ascii_only = letters.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:80]


@rule("C210")
def not_a_date(problem: Problem) -> Said:
    """A date is EDTF (ISO 8601-2), as coarse as its source has it, and one that the calendar has.

    2019, 2019-09, 2019-09-30, 2019-21 (spring; 22 summer, 23 autumn, 24 winter), 2019-33 (first quarter, to 36),
    2019-38 (medio; 37 primo, 39 ultimo), 2019-40 (first half), 2019? (perhaps), 2019~ (about), 2017/2020,
    2017/.. (open), [2018,2019] (one of them), {2018,2019} (all of them).

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        began: spring 2018

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        began: 2018-21
    """
    meant = problem.facts["meant"]
    return Said(problem.facts["why"], f"write {meant}" if meant else _COARSE)


@rule("C211", Severity.NOTE)
def too_many(problem: Problem) -> Said:
    """Of one file at most 200 findings of a kind are told (20, if the signs of the text are at fault).

    This note stands where the rest begins. Mend the first ones and check again.

    Bad:

        $ (printf 'title: A\\nparties: [lyon, graz]\\nkind: twinning\\n'; seq -f 'k%g: x' 300) > data/partnerships/demo.yaml

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said(
        "there are more findings like these",
        "mend the first ones and check again; one mistake is often the cause",
    )
