"""Actions as views: how each stands, why, what shows it, and who is waited for."""

from collections.abc import Iterable, Mapping
from typing import Final

from c2c.language import Language
from c2c.model.city import City
from c2c.model.happening import Evidence
from c2c.model.partnership import Partnership, StatusRecord, Waiting
from c2c.model.text import UNDETERMINED, Text
from c2c.report.ideas import Origins
from c2c.report.plain import Plain, View, Writer
from c2c.saying import label, say_count
from c2c.standing import Counts, Overview, Standing, is_waited_for
from c2c.vocab import DEFAULT_LEGEND, Status


def markers(partnership: Partnership) -> dict[Status, str]:
    """The marker of each status that the legend has one for."""
    legend = DEFAULT_LEGEND if partnership.legend is None else partnership.legend
    found: dict[Status, str] = {}
    for marker, status in legend.items():
        found.setdefault(status, marker)
    return found


def counts_view(counts: Counts, signs: Mapping[Status, str], language: Language) -> list[Plain]:
    """Counts by status: {"status", "word", "marker", "n", "said"}, in the order of the statuses."""
    return [
        {
            "status": status.value,
            "word": label(status, language),
            "marker": signs.get(status, ""),
            "n": n,
            "said": say_count(status, n, language),
        }
        for status, n in counts.items()
    ]


def evidence(standing: Standing) -> tuple[Evidence, ...]:
    """What shows how an action stands: the evidence of the record that counts."""
    return standing.record.evidence if standing.record else ()


class ActionViews:
    """The views of one partnership's actions, each made once. docs/templates.md lists their keys."""

    def __init__(
        self, overview: Overview, cities: Mapping[str, City], origins: Origins, writer: Writer
    ) -> None:
        self._id, self._origins = overview.id, origins
        self._signs = markers(overview.partnership)
        self._words = {status: label(status, writer.language) for status in Status}
        self._cities = cities
        self._writer = writer
        self._efforts = {each.action.id: each.place.effort.title for each in overview.standings}
        self._where = {
            id(effort): {"focus_area": writer.text(area.title), "effort": writer.text(effort.title)}
            for area in overview.partnership.focus_areas
            for effort in area.efforts
        }
        self._own_prefix = f"{overview.id}/"
        self._views = {id(each.action): self._view(each) for each in overview.standings}

    def all(self, standings: Iterable[Standing]) -> list[Plain]:
        """The views of some actions, in order."""
        return [self._views[id(each.action)] for each in standings]

    def _view(self, standing: Standing) -> View:
        writer, action, record = self._writer, standing.action, standing.record
        return {
            "id": action.id,
            "title": writer.text(action.title),
            "about": writer.text(action.note),
            **self._where[id(standing.place.effort)],
            "kind": label(action.kind, writer.language) if action.kind else "",
            "when": writer.speaker.date(action.when.edtf) if action.when else "",
            "when_edtf": action.when.edtf.text if action.when else "",
            "when_words": action.when.text if action.when else "",
            "status": standing.status.value,
            "word": self._words[standing.status],
            "marker": self._marker(standing),
            "overdue": standing.overdue,
            "beneficiaries": writer.texts(action.beneficiaries),
            "evidence": writer.evidence(evidence(standing)),
            "also": self._also(action.same_as),
            "like": self._origins.like(self._id, action, writer),
            "idea": self._origins.idea(self._id, action, writer),
            "taken_up": self._origins.taken_up(self._id, action, writer),
            **(self._record(record) if record else _NO_RECORD),
            "waiting": self._waiting(record.waiting_for if record else None)
            if is_waited_for(standing)
            else None,
            "cited": writer.cite((*action.sources, *(record.sources if record else ()))),
        }

    def _marker(self, standing: Standing) -> str:
        if standing.status is Status.UNCLEAR:
            return (standing.record and standing.record.marker) or ""
        return self._signs.get(standing.status, "")

    def _record(self, record: StatusRecord) -> View:
        writer = self._writer
        return {
            "reported": writer.speaker.date(record.on) if record.on else "",
            "reason": label(record.reason, writer.language) if record.reason else "",
            "note": writer.text(record.note),
            "postponed_to": writer.speaker.date(record.postponed_to.edtf) if record.postponed_to else "",
        }

    def _waiting(self, waiting: Waiting | None) -> View:
        """Who is waited for; `who` is None and `since` empty where the record does not say it."""
        if waiting is None:
            return {"who": None, "since": "", "asked": []}
        city = self._cities.get(waiting.party) if waiting.party else None
        who = (
            waiting.who
            or (city.names if city else None)
            or (Text({UNDETERMINED: waiting.party}) if waiting.party else None)
        )
        return {
            "who": self._writer.text(who),
            "since": self._writer.speaker.date(waiting.since),
            "asked": [self._writer.speaker.date(asked) for asked in waiting.asked],
        }

    def _also(self, names: Iterable[str]) -> list[Plain]:
        """Where else the same action stands: the effort's title for one of this partnership, else its name."""
        found: list[Plain] = []
        for name in names:
            effort = self._efforts.get(name.removeprefix(self._own_prefix))
            found.append(self._writer.text(effort) if effort else {"text": name, "lang": UNDETERMINED})
        return found


_NO_RECORD: Final[View] = {"reported": "", "reason": "", "note": None, "postponed_to": ""}
