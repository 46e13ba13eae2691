"""The rules, all of them, in one table. To add one: write a function with its manual, and name it here."""

from typing import Any, Final

from c2c.rules import (
    agreements,
    answers,
    dates,
    experience,
    files,
    guidebook,
    narrative,
    origins,
    privacy,
    references,
    settings,
    shape,
    status,
    syntax,
    transitions,
    wording,
)
from c2c.rules.base import ChangeCheck, ChapterCheck, CityCheck, PartnershipCheck, Rule, Wording

READING: Final[tuple[Rule[Wording], ...]] = (
    files.unreadable,
    files.not_a_file,
    files.too_large,
    files.not_utf8,
    files.not_read,
    files.bad_file_name,
    files.names_differ_by_case,
    files.id_is_not_the_file_name,
    syntax.syntax,
    syntax.duplicate_key,
    syntax.anchor,
    syntax.alias,
    syntax.tag,
    syntax.merge_key,
    syntax.second_document,
    syntax.directive,
    syntax.bad_key,
    syntax.too_deep,
    syntax.forbidden_character,
    syntax.not_nfc,
    syntax.conflict_marker,
    syntax.cut_by_comment,
    syntax.empty_file,
    syntax.not_a_mapping,
    shape.unknown_key,
    shape.missing_key,
    shape.not_in_list,
    shape.wrong_shape,
    shape.empty_text,
    shape.not_a_language,
    shape.not_a_number,
    shape.not_a_url,
    shape.not_an_id,
    shape.not_a_date,
    shape.too_many,
    settings.accepts_nothing,
    settings.accepts_unknown_rule,
)
"""They word what reading a file found; the problem's kind is the function's name."""

PARTNERSHIP: Final[tuple[Rule[PartnershipCheck], ...]] = (
    references.unknown_city,
    references.unknown_source,
    references.unknown_action,
    references.duplicate_id,
    references.not_a_party,
    references.unknown_successor,
    references.party_twice,
    origins.unknown_origin,
    origins.origin_in_a_circle,
    origins.unknown_idea,
    origins.dropped_idea_became_an_action,
    origins.two_turns_at_once,
    origins.dropped_without_reason,
    guidebook.unknown_guidebook_item,
    guidebook.value_of_wrong_kind,
    experience.rated_twice_at_once,
    experience.nothing_was_changed,
    experience.two_values_at_once,
    dates.dates_run_backwards,
    dates.status_too_early,
    dates.status_without_date,
    status.no_reason,
    status.done_without_evidence,
    status.marker_not_in_legend,
    status.unclear_status,
    status.two_statuses_at_once,
    agreements.agreement_chain_does_not_link,
    narrative.step_not_in_loop,
    narrative.declared_past_evidence,
    narrative.agreement_without_plan,
    narrative.plan_without_dates,
    narrative.done_without_measuring,
    narrative.measured_without_acting,
    narrative.loop_past_due,
    narrative.closing_review_missing,
    wording.duplicate_title,
    wording.language_missing,
)

CITY: Final[tuple[Rule[CityCheck], ...]] = (
    references.unknown_source,
    references.duplicate_id,
    references.member_is_no_city,
    references.country_missing,
    references.off_the_globe,
    guidebook.unknown_guidebook_item,
    answers.answer_about_wrong_city,
    answers.two_answers_at_once,
    origins.two_turns_at_once,
    origins.dropped_without_reason,
    dates.dates_run_backwards,
    dates.status_without_date,
    narrative.step_not_in_loop,
    narrative.declared_past_evidence,
    wording.language_missing,
)

CHAPTER: Final[tuple[Rule[ChapterCheck], ...]] = (
    references.unknown_source,
    references.duplicate_id,
    guidebook.unknown_guidebook_item,
    guidebook.item_without_title,
    guidebook.item_without_place,
    guidebook.unknown_proof,
    guidebook.area_within_itself,
    answers.weighs_nothing,
    wording.language_missing,
)

CHANGE: Final[tuple[Rule[ChangeCheck], ...]] = (
    transitions.record_deleted,
    transitions.id_renamed,
    transitions.done_taken_back,
    transitions.past_year_rewritten,
)
"""They are asked of a change, where there is something to compare with."""

TEXT: Final = (privacy.personal_data,)

_ALL: Final[tuple[Rule[Any], ...]] = (*READING, *PARTNERSHIP, *CITY, *CHAPTER, *CHANGE, *TEXT)

RULES: Final[tuple[Rule[Any], ...]] = tuple(sorted(dict.fromkeys(_ALL), key=lambda rule: rule.code))
"""Every rule once, in the order of the codes."""
