"""The closed word lists of the format: each word is what a file says and what every language's output is keyed by."""

from enum import StrEnum


class Status(StrEnum):
    """How an action stands."""

    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_DONE = "not_done"
    UNCLEAR = "unclear"
    OPEN = "open"


class Reason(StrEnum):
    """Why an action is not simply done, as a code that can be counted across partnerships."""

    WAITING_FOR_COUNTERPART = "waiting_for_counterpart"
    WAITING_FOR_OTHERS = "waiting_for_others"
    POSTPONED = "postponed"
    POSTPONED_BY_COUNTERPART = "postponed_by_counterpart"
    NO_LONGER_RELEVANT = "no_longer_relevant"
    NO_RESOURCES = "no_resources"
    CONTACT_CHANGED = "contact_changed"
    PARTNERSHIP_ENDED = "partnership_ended"
    OTHER = "other"


class IdeaStatus(StrEnum):
    """What is said of an idea. That it became an action, the action says."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DROPPED = "dropped"


class IdeaStage(StrEnum):
    """How an idea stands: as its records say, or an action came of it."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTION = "action"
    DROPPED = "dropped"


class CityKind(StrEnum):
    """What kind of place a party is."""

    CITY = "city"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    DISTRICT = "district"
    METROPOLITAN_REGION = "metropolitan_region"
    REGION = "region"
    PROVINCE = "province"
    ASSOCIATION = "association"


class PartnershipKind(StrEnum):
    """The form of a partnership."""

    TWINNING = "twinning"
    FRIENDSHIP_CITY = "friendship_city"
    FRIENDLY_COOPERATION = "friendly_cooperation"
    PARTNERSHIP_AGREEMENT = "partnership_agreement"
    MOU = "mou"
    PROGRAMME_PAIRING = "programme_pairing"
    AD_HOC = "ad_hoc"


class AgreementKind(StrEnum):
    """The kind of paper that the parties signed."""

    LETTER_OF_INTENT = "letter_of_intent"
    MOU = "mou"
    CHARTER = "charter"
    ADDENDUM = "addendum"
    SISTER_CITY_AGREEMENT = "sister_city_agreement"
    PARTNERSHIP_AGREEMENT = "partnership_agreement"
    RENEWAL = "renewal"
    COOPERATION_PLAN = "cooperation_plan"
    ACTION_PLAN = "action_plan"


class ActionKind(StrEnum):
    """What sort of thing an action is."""

    VISIT = "visit"
    EVENT = "event"
    PROJECT = "project"
    EXCHANGE = "exchange"
    PUBLICATION = "publication"
    AGREEMENT = "agreement"
    NETWORK = "network"
    EVALUATION = "evaluation"


class Helix(StrEnum):
    """The four sectors of the local ecosystem."""

    GOVERNMENT = "government"
    INDUSTRY = "industry"
    ACADEMIA = "academia"
    CIVIL_SOCIETY = "civil_society"


class EventKind(StrEnum):
    """What sort of thing happened."""

    VISIT = "visit"
    CELEBRATION = "celebration"
    MEETING = "meeting"
    CONFERENCE = "conference"
    DECISION = "decision"
    DEBATE = "debate"
    PUBLICATION = "publication"
    SIGNING = "signing"
    OPENING = "opening"
    AWARD = "award"
    EXCHANGE = "exchange"
    FESTIVAL = "festival"
    PROJECT = "project"


class Level(StrEnum):
    """On which level a visit was: mayors and councillors, officials and experts, companies, or citizens."""

    HIGH = "high"
    WORKING = "working"
    BUSINESS = "business"
    CITIZENS = "citizens"


class Degree(StrEnum):
    """How far a success factor is there, from not at all to fully; a factor that nobody rated has none of these."""

    ABSENT = "absent"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


class Hurdle(StrEnum):
    """How far an obstacle has come: nothing was changed, something was changed, or the effect of that is on record."""

    OPEN = "open"
    ADJUSTED = "adjusted"
    EFFECT = "effect"


class Practice(StrEnum):
    """What others can take up: a result, an action that is done, a change that had an effect, something learned."""

    ACHIEVEMENT = "achievement"
    ACTION = "action"
    ADJUSTMENT = "adjustment"
    LESSON = "lesson"


class Topic(StrEnum):
    """What can be learned from what is on record."""

    EVALUATIONS = "evaluations"
    OBSTACLES = "obstacles"
    FACTORS = "factors"
    AREAS = "areas"
    AGE = "age"
    PRACTICE = "practice"


class Due(StrEnum):
    """What there is to be done about a partnership, by what makes it due."""

    ACTION_OVERDUE = "action_overdue"
    ACTION_DUE = "action_due"
    AGREEMENT_ENDS = "agreement_ends"
    RENEWAL_DUE = "renewal_due"
    LOOP_PAST_DUE = "loop_past_due"
    REVIEW_DUE = "review_due"
    WAITING = "waiting"
    CONTACT_TO_CONFIRM = "contact_to_confirm"
    CONTACT_WITHOUT_SUCCESSOR = "contact_without_successor"
    VISIT_WITHOUT_FOLLOW_UP = "visit_without_follow_up"


class EndReason(StrEnum):
    """Why a partnership ended."""

    NOT_RENEWED = "not_renewed"
    COMPLETED = "completed"
    MERGED = "merged"
    OTHER = "other"


class Shown(StrEnum):
    """What an explicit entry says of an expected outcome of a step."""

    EVIDENCED = "evidenced"
    MISSING = "missing"


class Confidence(StrEnum):
    """How sure it is that the guidebook's authors meant it so."""

    STATED = "stated"
    DERIVED = "derived"
    INFERRED = "inferred"
    DECIDED = "decided"


class Where(StrEnum):
    """Where the work of a strategy phase is done."""

    LOCAL = "local"
    INTERNATIONAL = "international"
    BOTH = "both"


class About(StrEnum):
    """What a selection criterion is asked of."""

    CITY = "city"
    PAIR = "pair"


class Verdict(StrEnum):
    """How a selection criterion is answered. Unknown is not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Grouped(StrEnum):
    """What a group groups."""

    CRITERIA = "criteria"
    FACTORS = "factors"


class KpiKind(StrEnum):
    """Whether a key performance indicator is a number or a statement."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"


class ValueKind(StrEnum):
    """What a value of an indicator is: measured, what others are compared with, or aimed at."""

    MEASURED = "measured"
    BASELINE = "baseline"
    TARGET = "target"


class Trend(StrEnum):
    """How the newest value of an indicator compares with the one before. Unknown is what bounds and guesses leave open."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"


class Aim(StrEnum):
    """How near a value is to what is aimed at."""

    REACHED = "reached"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


class Differs(StrEnum):
    """In what two values of an indicator differ that are not compared."""

    UNIT = "unit"
    DEFINITION = "definition"
    PERIOD = "period"


class Way(StrEnum):
    """Which way a visit went, seen from a party."""

    RECEIVED = "received"
    PAID = "paid"


class State(StrEnum):
    """Whether an expected outcome is there: shown by the record, looked for and not there, or nobody can say."""

    EVIDENCED = "evidenced"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How exactly a source gives a number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Medium(StrEnum):
    """Where something is published."""

    NEWSPAPER = "newspaper"
    LIBRARY = "library"
    WEB = "web"
    REPORT = "report"
    MEETING = "meeting"


CHAPTERS = (
    "steps",
    "elements",
    "outcomes",
    "loops",
    "phases",
    "groups",
    "criteria",
    "sets",
    "factors",
    "challenges",
    "kpis",
    "areas",
    "scopes",
    "helix",
    "stakeholders",
    "agreements",
    "programmes",
    "documents",
)
"""The chapters of the guidebook, in the order in which it is read. Each is a file of that name."""

DEFAULT_LEGEND: dict[str, Status] = {
    "√": Status.DONE,
    "(√)": Status.PARTLY_DONE,
    "%": Status.NOT_DONE,
}
"""How the municipalities' own sheet writes a status; a partnership's `legend` replaces it."""

LOOKALIKES: dict[str, str] = {
    "✓": "√",
    "✔": "√",
    "☑": "√",
    "✅": "√",
    "🗸": "√",
    "（": "(",
    "）": ")",
    "％": "%",
    "﹪": "%",
    "٪": "%",
}
"""Characters that people take for a marker's; NFKC maps only some of them, so the table is explicit."""


def plain_marker(written: str) -> str:
    """The marker with lookalike characters, variation selectors and inner spaces replaced by the usual ones."""
    usual = "".join(LOOKALIKES.get(character, character) for character in written)
    return usual.replace("\ufe0f", "").replace("\ufe0e", "").replace(" ", "")
