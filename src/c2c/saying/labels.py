"""The words of the closed lists, as message ids of the catalogues."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from c2c.language import Language
from c2c.vocab import (
    About,
    ActionKind,
    AgreementKind,
    Bound,
    CityKind,
    Confidence,
    EndReason,
    EventKind,
    Grouped,
    Helix,
    KpiKind,
    Medium,
    PartnershipKind,
    Reason,
    Shown,
    State,
    Status,
    ValueKind,
    Where,
)


def _(message: str) -> str:
    """Marks a message id for the catalogues."""
    return message


_WORDS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Status.DONE, _("done")),
    (Status.PARTLY_DONE, _("partly done")),
    (Status.NOT_DONE, _("not done")),
    (Status.UNCLEAR, _("unclear")),
    (Status.OPEN, _("open")),
    (Reason.WAITING_FOR_COUNTERPART, _("waiting for the other side")),
    (Reason.WAITING_FOR_OTHERS, _("waiting for others")),
    (Reason.POSTPONED, _("postponed")),
    (Reason.POSTPONED_BY_COUNTERPART, _("postponed by the other side")),
    (Reason.NO_LONGER_RELEVANT, _("no longer relevant")),
    (Reason.NO_RESOURCES, _("no resources")),
    (Reason.CONTACT_CHANGED, _("the contact changed")),
    (Reason.PARTNERSHIP_ENDED, _("the partnership ended")),
    (Reason.OTHER, _("another reason")),
    (CityKind.CITY, _("city")),
    (CityKind.MUNICIPALITY, _("municipality")),
    (CityKind.COUNTY, _("county")),
    (CityKind.DISTRICT, _("district")),
    (CityKind.METROPOLITAN_REGION, _("metropolitan region")),
    (CityKind.REGION, _("region")),
    (CityKind.PROVINCE, _("province")),
    (CityKind.ASSOCIATION, _("association")),
    (PartnershipKind.TWINNING, _("twinning")),
    (PartnershipKind.FRIENDSHIP_CITY, _("friendship city")),
    (PartnershipKind.FRIENDLY_COOPERATION, _("friendly cooperation")),
    (PartnershipKind.PARTNERSHIP_AGREEMENT, _("partnership agreement")),
    (PartnershipKind.MOU, _("memorandum of understanding")),
    (PartnershipKind.PROGRAMME_PAIRING, _("pairing of a programme")),
    (PartnershipKind.AD_HOC, _("ad hoc cooperation")),
    (AgreementKind.LETTER_OF_INTENT, _("letter of intent")),
    (AgreementKind.MOU, _("memorandum of understanding")),
    (AgreementKind.CHARTER, _("charter")),
    (AgreementKind.ADDENDUM, _("addendum")),
    (AgreementKind.SISTER_CITY_AGREEMENT, _("sister-city agreement")),
    (AgreementKind.PARTNERSHIP_AGREEMENT, _("partnership agreement")),
    (AgreementKind.RENEWAL, _("renewal")),
    (AgreementKind.COOPERATION_PLAN, _("cooperation plan")),
    (AgreementKind.ACTION_PLAN, _("action plan")),
    (ActionKind.VISIT, _("visit")),
    (ActionKind.EVENT, _("event")),
    (ActionKind.PROJECT, _("project")),
    (ActionKind.EXCHANGE, _("exchange")),
    (ActionKind.PUBLICATION, _("publication")),
    (ActionKind.AGREEMENT, _("agreement")),
    (ActionKind.NETWORK, _("network")),
    (ActionKind.EVALUATION, _("evaluation")),
    (Medium.NEWSPAPER, _("newspapers")),
    (Medium.LIBRARY, _("libraries")),
    (Medium.WEB, _("the web")),
    (Medium.REPORT, _("a report")),
    (Medium.MEETING, _("a meeting")),
    (EventKind.VISIT, _("visit")),
    (EventKind.CELEBRATION, _("celebration")),
    (EventKind.MEETING, _("meeting")),
    (EventKind.CONFERENCE, _("conference")),
    (EventKind.DECISION, _("decision")),
    (EventKind.DEBATE, _("debate")),
    (EventKind.PUBLICATION, _("publication")),
    (EventKind.SIGNING, _("signing")),
    (EventKind.OPENING, _("opening")),
    (EventKind.AWARD, _("award")),
    (EventKind.EXCHANGE, _("exchange")),
    (EventKind.FESTIVAL, _("festival")),
    (EventKind.PROJECT, _("project")),
    (EndReason.NOT_RENEWED, _("not renewed")),
    (EndReason.COMPLETED, _("completed")),
    (EndReason.MERGED, _("merged into another")),
    (EndReason.OTHER, _("another reason")),
    (Helix.GOVERNMENT, _("government")),
    (Helix.INDUSTRY, _("industry")),
    (Helix.ACADEMIA, _("academia")),
    (Helix.CIVIL_SOCIETY, _("civil society")),
    (State.EVIDENCED, _("evidenced")),
    (State.MISSING, _("missing")),
    (State.UNKNOWN, _("unknown")),
    (Shown.EVIDENCED, _("evidenced")),
    (Shown.MISSING, _("missing")),
    (Confidence.STATED, _("stated by the source")),
    (Confidence.DERIVED, _("derived from the source")),
    (Confidence.INFERRED, _("inferred, weakly")),
    (Confidence.DECIDED, _("decided by the workspace")),
    (Where.LOCAL, _("mainly local")),
    (Where.INTERNATIONAL, _("mainly international")),
    (Where.BOTH, _("local and international")),
    (About.CITY, _("a city")),
    (About.PAIR, _("both cities together")),
    (Grouped.CRITERIA, _("criteria")),
    (Grouped.FACTORS, _("success factors")),
    (KpiKind.QUANTITATIVE, _("quantitative")),
    (KpiKind.QUALITATIVE, _("qualitative")),
    (ValueKind.MEASURED, _("measured")),
    (ValueKind.BASELINE, _("the value to compare with")),
    (ValueKind.TARGET, _("aimed at")),
    (Bound.EXACTLY, "{n}"),
    (Bound.ABOUT, _("about {n}")),
    (Bound.AT_LEAST, _("at least {n}")),
    (Bound.AT_MOST, _("up to {n}")),
)

# words of two lists may be spelt alike, and are equal then: the list is part of the key
LABELS: Final[Mapping[tuple[type[StrEnum], str], str]] = {
    (type(word), word.value): said for word, said in _WORDS
}


CHAPTER_TITLES: Final[Mapping[str, str]] = {
    "steps": _("Steps"),
    "elements": _("Elements of the steps"),
    "outcomes": _("Expected outcomes of the steps"),
    "loops": _("Loops through the steps"),
    "phases": _("Phases of the strategy"),
    "groups": _("Groups of criteria and success factors"),
    "criteria": _("Criteria for choosing a partner"),
    "sets": _("Criteria of single cities"),
    "factors": _("Characteristics of successful partnerships"),
    "challenges": _("Challenges"),
    "kpis": _("Key performance indicators"),
    "areas": _("Areas of cooperation"),
    "scopes": _("What to measure"),
    "helix": _("Sectors of the local helix"),
    "stakeholders": _("Kinds of stakeholders"),
    "agreements": _("Kinds of agreements"),
    "programmes": _("Programmes"),
    "documents": _("Where it comes from"),
}
"""The chapters of the guidebook, as message ids."""


def label(word: StrEnum, language: Language) -> str:
    """A word of a closed list in a language."""
    return language.say(LABELS[type(word), word.value])
