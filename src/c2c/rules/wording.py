"""Rules about texts: said in every language of the workspace, and no two actions with one title."""

from collections.abc import Iterator

from c2c.diagnostics import Severity
from c2c.model.partnership import Action
from c2c.rules.base import ChapterCase, CityCase, Flag, PartnershipCase, rule


@rule("C701", Severity.WARNING)
def duplicate_title(case: PartnershipCase) -> Iterator[Flag]:
    """Two actions of a partnership with the same title are the same (`same_as` says so) or get different titles.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - {id: visits, title: Visits, actions: [{id: lunch, title: Lunch}, {id: lunch-again, title: lunch}]}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        focus_areas:
          - id: all
            title: All
            efforts:
              - id: visits
                title: Visits
                actions: [{id: lunch, title: Lunch}, {id: late, title: Lunch, same_as: [lunch]}]
    """
    first: dict[tuple[str, str], int] = {}
    told = set()
    for number, place in enumerate(case.actions):
        for language, title in place.action.title.by_language.items():
            earlier = first.setdefault((language, title.casefold().strip()), number)
            if earlier == number or number in told:
                continue
            other = case.actions[earlier].action
            if _names(case.id, place.action, other) or _names(case.id, other, place.action):
                continue
            told.add(number)
            message = f"'{place.action.id}' has the same title as '{other.id}'"
            help = f"if they are one, add same_as: [{other.id}]; if not, tell them apart in the title"
            yield Flag((*place.route, "title"), message, help)


def _names(partnership: str, action: Action, other: Action) -> bool:
    linked = (*action.same_as, *([action.like] if action.like else []))
    return any(name.removeprefix(f"{partnership}/") == other.id for name in linked)


@rule("C702", Severity.WARNING, of_absence=True)
def language_missing(case: PartnershipCase | CityCase | ChapterCase) -> Iterator[Flag]:
    """A text that is given by language is given in every language of the workspace (`languages` in c2c.yaml).

    A report falls back to another language and marks it. A plain text, without languages, stands in all of them.

    Bad:

        title: {da: Eksempel}
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: {da: Eksempel, en: Demo, zh: 示例}
        parties: [lyon, graz]
        kind: twinning
    """
    languages = case.known.languages
    wanted = frozenset(languages)
    for route, text in case.found.texts:
        if text.by_language.keys() >= wanted:
            continue
        missing = text.missing(languages)
        if missing:
            what = next(part for part in reversed(route) if isinstance(part, str))
            *others, last = missing
            where = f"{', '.join(others)} or {last}" if others else last
            message = f"the text under '{what}' has no {where}"
            yield Flag(route, message, f"add {missing[0]}: …", on_key=True, within=route)
