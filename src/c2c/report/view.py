"""The view of a report: all that its templates see, as plain data."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from c2c.guidebook.book import Guidebook
from c2c.model.city import City
from c2c.model.document import Document
from c2c.model.partnership import Partnership
from c2c.model.text import UNDETERMINED, Text
from c2c.report.actions import ActionViews, evidence, markers
from c2c.report.ideas import Origins
from c2c.report.indicators import indicators_view
from c2c.report.outcomes import Numbers
from c2c.report.people import Periods, names_of, people_view
from c2c.report.plain import Plain, View, Writer
from c2c.report.record import record_view
from c2c.report.way import guidebook_view, way_view
from c2c.report.year import Promises, changes, due_in, promises
from c2c.saying import Speaker, label
from c2c.standing import Overview, Standing, age, began_in_some_year, has_come, is_waited_for, overview
from c2c.standing import areas as areas_of
from c2c.vocab import Status

if TYPE_CHECKING:
    from c2c.report.platform import Told


class Question(NamedTuple):
    """What a report is asked: the year, and the day as of which things count (the year's last, if nobody says)."""

    year: int
    as_of: date

    @property
    def before(self) -> date:
        """The last day of the year before."""
        return date(self.year - 1, 12, 31)


class Surroundings(NamedTuple):
    """What a partnership's report needs beside the partnership."""

    title: Text
    cities: Mapping[str, City]
    documents: Mapping[str, Document]
    book: Guidebook
    periods: Periods = Periods()
    origins: Origins = Origins()


class Page(NamedTuple):
    """A partnership's view, or for the report of a platform what that needs of it, and a view where it has news.

    Of a page whose part is written already, the view has id, title and that part.
    """

    view: View | None
    told: "Told | None" = None


def page(
    question: Question,
    id: str,
    partnership: Partnership,
    around: Surroundings,
    speaker: Speaker,
    is_platform: bool,
) -> Page:
    """The page of a partnership; of a platform, without a view where it has nothing to say about the year."""
    now = overview(id, partnership, question.as_of)
    view = partnership_view(question, now, around, speaker)
    if not is_platform:
        return Page(view)
    from c2c.report.platform import told

    of_platform = told(view, question.year, now, around.origins, around.periods, Writer(speaker, {}))
    return Page(view if of_platform.speaks else None, of_platform)


def written(page: Page, write: Callable[[View], str]) -> Page:
    """The page with its part written, and without what that was made of."""
    if page.view is None:
        return page
    return page._replace(view={**{key: page.view[key] for key in ("id", "title")}, "part": write(page.view)})


def frame_view(question: Question, around: Surroundings, speaker: Speaker, alone: bool) -> View:
    """What the report is about, apart from the partnerships. `alone` says that it is about one and nothing else."""
    writer = Writer(speaker, {})
    return {
        "lang": speaker.language.code,
        "title": writer.text(around.title),
        "year": question.year,
        "as_of": _day(question.as_of, speaker),
        "before": _day(question.before, speaker),
        "alone": alone,
    }


def report_view(
    question: Question,
    pages: Sequence[Page],
    around: Surroundings,
    speaker: Speaker,
    alone: bool,
    is_platform: bool = False,
) -> View:
    """The view of a report over some partnerships, or over a platform, which is all of them."""
    writer = Writer(speaker, {})
    return {
        **frame_view(question, around, speaker, alone and bool(pages)),
        "platform": _platform_view(question, pages, around, writer) if is_platform else None,
        "partnerships": [each.view for each in pages if each.view is not None],
        "guidebook": guidebook_view(around.book, writer),
    }


def _platform_view(question: Question, pages: Iterable[Page], around: Surroundings, writer: Writer) -> View:
    from c2c.report.platform import platform_view  # what a report on one partnership need not wait for

    told = [each.told for each in pages if each.told is not None]
    return platform_view(told, around.book, question.as_of, writer)


def partnership_view(question: Question, now: Overview, around: Surroundings, speaker: Speaker) -> View:
    """The view of one partnership in a year, as it stood at the end. docs/templates.md lists its keys."""
    id, partnership = now.id, now.partnership
    writer = Writer(speaker, around.documents)
    before = overview(id, partnership, question.before)
    actions = ActionViews(now, around.cities, around.origins, writer)
    numbers = Numbers(partnership, writer.language)
    areas = _focus_areas(now, actions, numbers, writer)
    view: View = {
        "id": id,
        "title": writer.text(partnership.title),
        "summary": writer.text(partnership.summary),
        "kind": label(partnership.kind, speaker.language) if partnership.kind else "",
        "parties": [
            _party(party, around.cities, writer) | _membership(party, now, writer)
            for party in partnership.parties
        ],
        "began": writer.date(partnership.began),
        "ended": _ending(now, writer),
        "step": _step(now, around.book, writer),
        "age": age(now),
        "age_is_least": began_in_some_year(partnership),
        "areas": [writer.text(around.book.title("areas", id)) for id in areas_of(partnership)],
        "way": way_view(partnership, question.as_of, around.book, writer),
        "updated": writer.date(now.updated),
        "updated_before": writer.date(before.updated),
        "legend": _legend(partnership, writer),
        **numbers.tally(now.standings),
        "twice": len(now.standings) - len(now.distinct),
        "for_whom": sum(bool(each.action.beneficiaries) for each in now.standings),
        "overdue": now.overdue,
        "focus_areas": areas,
        "rows": _rows(areas),
        "part": "",
    }
    view |= _year_view(question, before, now, actions, numbers, writer)
    view |= record_view(question.year, now, around.book, around.origins, writer)
    view["people"] = people_view(now, around.cities, around.book, around.periods, writer)
    view["indicators"] = indicators_view(
        now, question.year, names_of(around.cities, writer), around.book, writer
    )
    view["sources"] = writer.cited()
    return view


def _year_view(
    question: Question,
    before: Overview,
    now: Overview,
    actions: ActionViews,
    numbers: Numbers,
    writer: Writer,
) -> View:
    """What the year was to bring, what it brought, and what is next."""
    kinds: Mapping[Status, list[Standing]] = {status: [] for status in Status}
    for each in now.standings:
        kinds[each.status].append(each)
    done = kinds[Status.DONE]
    return {
        "promises": _promises(promises(question.year, before, now), actions, numbers),
        "delivered": actions.all(each for each in done if evidence(each)),
        "unproven": actions.all(each for each in done if not evidence(each)),
        "partly": actions.all(kinds[Status.PARTLY_DONE]),
        "dropped": actions.all(kinds[Status.NOT_DONE]),
        "unclear": actions.all(kinds[Status.UNCLEAR]),
        "open": actions.all(each for each in kinds[Status.OPEN] if each.record is not None),
        "unreported": actions.all(each for each in kinds[Status.OPEN] if each.record is None),
        "waiting": actions.all(each for each in now.standings if is_waited_for(each)),
        "changes": _changes(before, now, actions, writer),
        "next": _next(question.year + 1, now, actions),
    }


def _promises(planned: Promises, actions: ActionViews, numbers: Numbers) -> View:
    """The promises of the year, by how the plan names them, and all together."""
    plans: list[Plain] = [
        {"plan": name, **numbers.tally(standings), "actions": actions.all(standings)}
        for name, standings in zip(Promises._fields, planned, strict=True)
    ]
    return {"plans": plans, **numbers.tally(planned.all)}


def _changes(before: Overview, now: Overview, actions: ActionViews, writer: Writer) -> list[Plain]:
    """What changed since the year before, grouped by what became of what: {"before", "after", "status", "n", "actions"}."""
    groups: dict[tuple[Status | None, Status], list[Standing]] = {}
    for change in changes(before, now):
        groups.setdefault((change.before, change.after.status), []).append(change.after)
    order = (None, *Status)
    return [
        {
            "before": label(was, writer.language) if was else "",
            "after": label(became, writer.language),
            "status": became.value,
            "n": len(standings),
            "actions": actions.all(standings),
        }
        for was in order
        for became in Status
        if (standings := groups.get((was, became)))
    ]


def _next(year: int, now: Overview, actions: ActionViews) -> View:
    """What is promised for the year after, what was and is put off, and what is still pending without a date in it."""
    due = due_in(year, now.standings)
    planned = promises(year, now, now)
    dated = {each.action.id for each in due}
    return {
        "year": year,
        "actions": actions.all(due),
        "away": actions.all(each for each in planned.dated if each.action.id not in dated),
        "running": actions.all(each for each in planned.running if each.pending),
        "carried": actions.all(each for each in planned.earlier if each.pending),
    }


def _focus_areas(now: Overview, actions: ActionViews, numbers: Numbers, writer: Writer) -> list[Plain]:
    """Focus areas with their efforts and actions, in the file's order."""
    standings = iter(now.standings)
    found: list[Plain] = []
    for area in now.partnership.focus_areas:
        inside: list[Standing] = []
        efforts: list[Plain] = []
        for effort in area.efforts:
            own = [next(standings) for _ in effort.actions]
            inside += own
            efforts.append(
                {
                    "id": effort.id,
                    "title": writer.text(effort.title),
                    **numbers.count(own),
                    "actions": actions.all(own),
                }
            )
        found.append(
            {
                "id": area.id,
                "title": writer.text(area.title),
                "period": writer.date(area.period.edtf if area.period else None),
                **numbers.count(inside),
                "efforts": efforts,
                "cited": writer.cite(area.sources),
            }
        )
    return found


def _rows(areas: Iterable[Plain]) -> list[Plain]:
    """The sheet's rows: the first efforts of all focus areas, the second ones, and so on; None where there is none."""
    columns = [
        efforts for area in areas if isinstance(area, dict) and isinstance(efforts := area["efforts"], list)
    ]
    return [list(row) for row in zip_longest(*columns)]


def _party(id: str, cities: Mapping[str, City], writer: Writer) -> View:
    city = cities.get(id)
    if city is None:
        return {
            "id": id,
            "name": {"text": id, "lang": UNDETERMINED},
            "country": "",
            "kind": "",
            "members": [],
        }
    members = [
        cities[each.city].names if each.city in cities else Text({UNDETERMINED: each.city})
        for each in city.members
    ]
    return {
        "id": id,
        "name": writer.text(city.names),
        "country": writer.language.country(city.country) if city.country else "",
        "kind": label(city.kind, writer.language),
        "members": writer.texts(members),
    }


def _membership(party: str, now: Overview, writer: Writer) -> View:
    """When a party joined or left, if that had come and is not when the partnership began or ended."""
    member = next((each for each in now.partnership.membership if each.city == party), None)
    dates = {"joined": member.joined, "left": member.left} if member else {}
    return {
        name: writer.date(dates.get(name)) if has_come(dates.get(name), now.as_of) else ""
        for name in ("joined", "left")
    }


def _ending(now: Overview, writer: Writer) -> View | None:
    ended = now.partnership.ended
    if ended is None or not now.has_ended:
        return None
    return {
        "on": writer.date(ended.on),
        "reason": label(ended.reason, writer.language),
        "note": writer.text(ended.note),
        "cited": writer.cite(ended.sources),
    }


def _step(now: Overview, book: Guidebook, writer: Writer) -> View | None:
    if now.declared is None:
        return None
    return {
        "step": now.declared.step,
        "word": writer.text(book.title("steps", now.declared.step)),
        "loop": writer.text(book.title("loops", now.declared.loop)),
        "since": writer.date(now.declared.on),
        "note": writer.text(now.declared.note),
    }


def _legend(partnership: Partnership, writer: Writer) -> list[Plain]:
    """Every status with its word, and its marker where the legend has one."""
    signs = markers(partnership)
    return [
        {"status": status.value, "word": label(status, writer.language), "marker": signs.get(status, "")}
        for status in Status
    ]


def _day(day: date, speaker: Speaker) -> View:
    from c2c.dates import parse

    return {"date": day.isoformat(), "text": speaker.date(parse(day.isoformat()))}
