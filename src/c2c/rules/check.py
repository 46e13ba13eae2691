"""Check a workspace: every file before every rule, in one run, on as many cores as are worth it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from c2c.diagnostics import Finding, Route, Severity, Span, one_line
from c2c.guidebook.book import Guidebook
from c2c.model.base import SLUG
from c2c.model.city import City
from c2c.model.guidebook import Chapter
from c2c.model.partnership import Partnership
from c2c.rules import CHANGE, CHAPTER, CITY, PARTNERSHIP, READING, RULES, TEXT
from c2c.rules.base import ChapterCase, CityCase, Flag, Known, PartnershipCase, Rule, Said, Wording
from c2c.rules.mentions import Mention, about, mentions
from c2c.rules.shape import slug, too_many
from c2c.rules.walk import walk
from c2c.sharing import shared
from c2c.source import Problem, item_at, value_at
from c2c.vocab import CityKind
from c2c.workspace import CITY as CITIES
from c2c.workspace import CONFIG, Entry, File, Workspace, printable
from c2c.workspace import PARTNERSHIP as PARTNERSHIPS
from c2c.workspace import SOURCE as SOURCES

WORTH_A_PROCESS: Final = 40
"""From how many files on another process pays for its start."""
MAX_FLAGS: Final = 200
"""How often one rule speaks of one file."""

ID: Final = re.compile(SLUG)

_WORDINGS: Final[Mapping[str, Rule[Wording]]] = {rule.check.__name__: rule for rule in READING}
_PARTLY_READ: Final = frozenset(
    rule.code for rule in READING if rule.severity is Severity.ERROR or rule is too_many
)
"""The codes of what keeps rules from seeing all of a file."""
_OF_CHANGES: Final = frozenset(rule.code for rule in CHANGE)
_NOT_AS_SAID: Final = frozenset(("alias", "duplicate_key", "forbidden_character"))
"""Problems of a value that keep it from being what the file says."""


class Checked(NamedTuple):
    """What a check gave: how many files were checked, what is found, and what c2c.yaml accepts of it.

    Of the check of a change, `findings` are those that it brought, `existing` those that were there before.
    """

    files: int
    findings: list[Finding]
    accepted: list[Finding]
    existing: list[Finding] | None = None


def check(workspace: Workspace, names: Iterable[str] | None = None, processes: int = 1) -> Checked:
    """Every finding of the workspace, in the order of places; with `names`, only those of the files so named."""
    known = known_in(workspace)
    wanted = None if names is None else frozenset(names)
    entries = [entry for entry in workspace.entries if wanted is None or entry.name in wanted]
    findings = _of_entries(workspace, known, entries, processes)
    findings += [_worded(problem, Span(name)) for name, problem in _about_names(workspace)]
    config = workspace.config_file if wanted is None or CONFIG in wanted else None
    if config is not None:
        findings += _reading_findings(config)
    kept, accepted = settle(workspace, findings)
    if config is not None:
        kept += _about_accepted(config, workspace, findings, everything=wanted is None)
    if wanted is not None:
        shown = {printable(name) for name in wanted}
        kept = [finding for finding in kept if finding.span.path in shown]
    return Checked(len(entries) + (config is not None), sorted(kept), sorted(accepted))


def known_in(workspace: Workspace) -> Known:
    """What the rules may know of the whole workspace."""
    members, unsure = _members(workspace)
    config = workspace.config_file
    return Known(
        languages=workspace.config.languages if config is None or _has_languages(config) else (),
        cities=frozenset(workspace.ids(CITIES)),
        partnerships=frozenset(workspace.ids(PARTNERSHIPS)),
        sources=frozenset(workspace.ids(SOURCES)),
        members=members,
        unsure=unsure,
        book=Guidebook(workspace),
    )


def _has_languages(config: File) -> bool:
    """Whether the languages are those that c2c.yaml says, or that it says none."""
    says_them = isinstance(config.source.data, dict) and "languages" in config.source.data
    return config.is_complete(("languages",) if says_them else ())


def _members(workspace: Workspace) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The associations with their members, and the cities of which cannot be read whether they have any."""
    members, unsure = {}, set()
    for entry in workspace.entries:
        if entry.kind != CITIES:
            continue
        content = workspace.tree.read(entry.name)
        if not isinstance(content, Problem) and b"association" not in content and b"members" not in content:
            continue  # most cities: to look for the words takes a hundredth of the time of reading the file
        file = workspace.read(entry)
        city = file.rest
        if not (isinstance(city, City) and file.is_complete(("kind",)) and file.is_complete(("members",))):
            unsure.add(entry.id)
        elif city.kind is CityKind.ASSOCIATION:
            members[entry.id] = frozenset(member.city for member in city.members)
    return members, frozenset(unsure)


def check_file(file: File, known: Known) -> tuple[list[Finding], list[Mention]]:
    """What the rules say of one file, and what it says of others."""
    found = list(_reading_findings(file))
    said_of_others: list[Mention] = []
    if isinstance(file.rest, Partnership):
        case = PartnershipCase(file.entry.id, file.rest, tuple(file.rest.places), known, walk(file.rest))
        found += _flagged(file, PARTNERSHIP, case)
        said_of_others = list(mentions(file, case))
    elif isinstance(file.rest, City):
        found += _flagged(file, CITY, CityCase(file.entry.id, file.rest, known, walk(file.rest)))
    elif isinstance(file.rest, Chapter):
        found += _flagged(file, CHAPTER, ChapterCase(file.entry.id, file.rest, known, walk(file.rest)))
    if file.source.data is not None:
        found += _flagged(file, TEXT, file.source)
    return found, said_of_others


C = TypeVar("C")


def _flagged(file: File, rules: Iterable[Rule[Callable[[C], Iterator[Flag]]]], case: C) -> Iterator[Finding]:
    """What the rules say of a case. Of a part that was not read, nothing is said to be missing."""
    of_record = case is not file.source
    is_partial = of_record and (file.loaded.record is None or bool(file.source.lost))
    for rule in rules:
        said = 0
        for flag in rule.check(case):
            route = file.loaded.original(flag.route) if of_record else flag.route
            if is_partial and not _holds(file, rule, flag, route):
                continue
            span = file.source.span(route, flag.on_key)
            if said == MAX_FLAGS:
                yield _worded(Problem("too_many", route=route), span, file)
                break
            yield finding_of(rule, Said(flag.message, flag.help), span, subject_of(file, route))
            said += 1


def _holds(file: File, rule: Rule[Callable[..., object]], flag: Flag, route: Route) -> bool:
    """Whether what a rule says of the rest of a record is true of all of it."""
    if not file.fits(route):
        return False
    return not rule.of_absence or file.is_complete(file.loaded.original(flag.within))


def _reading_findings(file: File) -> Iterator[Finding]:
    """What is wrong with the file's text, and what does not fit the model."""
    source, problems = file.source, file.source.problems
    for problem in problems:
        facts = dict(problem.facts)
        if problem.kind == "duplicate_key":
            facts["first"] = str(source.span(problem.route or (), on_key=True).line)
        yield _worded(problem._replace(facts=facts), Span(source.name, *problem.place), file)
    if source.data is None:
        if not problems:
            yield _worded(Problem("empty_file"), Span(source.name), file)
        return
    if not isinstance(source.data, dict):
        what = "a list" if isinstance(source.data, list) else "a single text"
        yield _worded(Problem("not_a_mapping", facts={"what": what}), source.span(()), file)
        return
    yield from (_worded(problem, span, file) for problem, span in _misfits(file))
    said = source.data.get("id")
    if isinstance(said, str) and said != file.entry.id and file.entry.kind.folder and file.fits(("id",)):
        problem = Problem("id_is_not_the_file_name", facts={"said": said, "name": file.entry.id})
        yield _worded(problem, source.span(("id",)), file)


def _misfits(file: File) -> Iterator[tuple[Problem, Span]]:
    """What does not fit the model, and is not just what a mistake in the text has left of it."""
    source = file.source
    not_as_said = [
        problem.route for problem in source.problems if problem.kind in _NOT_AS_SAID and problem.route
    ]
    for problem in file.loaded.problems:
        route = problem.route or ()
        if any(route[: len(start)] == start for start in not_as_said):
            continue
        if not value_at(source.data, route) and not source.is_complete(route):
            continue
        yield problem, source.span(route, problem.kind == "unknown_key")


def _worded(problem: Problem, span: Span, file: File | None = None) -> Finding:
    rule = _WORDINGS[problem.kind]
    return finding_of(rule, rule.check(problem), span, subject_of(file, problem.route or ()) if file else "")


def finding_of(rule: Rule[Callable[..., object]], said: Said, span: Span, subject: str) -> Finding:
    """What a rule says, as a finding at its place."""
    return Finding(
        span, rule.code, rule.name, rule.severity, one_line(said.message), one_line(said.help), subject
    )


def subject_of(file: File, route: Route) -> str:
    """The record that a route is about: the file's id, and the id of the innermost record that has one."""
    data, inner = file.source.data, ""
    for part in route:
        data = item_at(data, part)
        if isinstance(data, dict) and isinstance(id := data.get("id"), str):
            inner = id
    return one_line(f"{file.entry.id}/{inner}" if inner else file.entry.id)


def _of_entries(workspace: Workspace, known: Known, entries: list[Entry], processes: int) -> list[Finding]:
    """The findings of all files, by one process or several."""
    results = shared(
        lambda entry: check_file(workspace.read(entry), known), entries, processes, WORTH_A_PROCESS
    )
    findings = [finding for found, _ in results for finding in found]
    return findings + list(_about_mentions(workspace, [mention for _, said in results for mention in said]))


def _about_mentions(workspace: Workspace, found: list[Mention]) -> Iterator[Finding]:
    """What files say of others that are not so. Places are looked up for what is wrong, which is hardly ever anything."""
    entries = {entry.name: entry for entry in workspace.entries}
    for mention, rule, flag in about(workspace, found):
        source = workspace.source(entries[mention.file])
        yield finding_of(rule, Said(flag.message, flag.help), source.span(mention.route), mention.action)


def _about_names(workspace: Workspace) -> Iterator[tuple[str, Problem]]:
    """What is wrong with the names of files and folders, before any of them is opened."""
    yield from workspace.strays
    seen: dict[str, Entry] = {}
    for entry in workspace.entries:
        shown = printable(entry.name)
        if not ID.fullmatch(entry.id) or len(entry.id) > 80:
            yield shown, Problem("bad_file_name", facts={"name": entry.id, "better": slug(entry.id)})
        other = seen.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), entry)
        if other is not entry:
            yield shown, Problem("names_differ_by_case", facts={"other": printable(other.name)})


def settle(workspace: Workspace, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Part the findings into those that stand and those that c2c.yaml accepts."""
    entries = {(entry.rule, entry.subject) for entry in workspace.config.accepted}
    kept: list[Finding] = []
    accepted: list[Finding] = []
    for finding in findings:
        matches = finding.severity is not Severity.ERROR and (finding.code, finding.subject) in entries
        (accepted if matches else kept).append(finding)
    return kept, accepted


def _about_accepted(
    config: File, workspace: Workspace, findings: list[Finding], everything: bool
) -> Iterator[Finding]:
    """What is wrong with the entries of c2c.yaml. An entry is only called idle if its file could be read as a whole."""
    severities = {rule.code: rule.severity for rule in RULES}
    used = {(finding.code, finding.subject) for finding in findings}
    partly_read = {finding.subject.split("/")[0] for finding in findings if finding.code in _PARTLY_READ}
    sure = everything and _has_languages(config)
    for i, (code, subject) in enumerate((entry.rule, entry.subject) for entry in workspace.config.accepted):
        span = config.span(("accepted", i, "rule"))
        if code not in severities:
            yield _worded(Problem("accepts_unknown_rule", facts={"rule": code, "why": "is no rule"}), span)
        elif severities[code] is Severity.ERROR:
            why = "finds errors, which are mended, not accepted"
            yield _worded(Problem("accepts_unknown_rule", facts={"rule": code, "why": why}), span)
        elif code in _OF_CHANGES:
            continue  # whether it accepts something is known when there is something to compare with
        elif sure and (code, subject) not in used and subject.split("/")[0] not in partly_read:
            yield _worded(Problem("accepts_nothing", facts={"rule": code, "subject": subject}), span)
