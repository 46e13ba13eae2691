"""The files of a new workspace: which there are, in whose language, and what is put in for the names in @…@."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from c2c.edit.form import in_flow, quoted, scalar
from c2c.resources import starter
from c2c.saying.markdown import escape_inside
from c2c.starter.forms import for_gitlab

LANGUAGES: Final = ("en", "da", "zh")
"""The languages that the files are in; English is what others get."""
HOSTS: Final = ("github", "gitlab")
_TITLES: Final = {"da": "Vores bysamarbejder", "en": "Our city partnerships", "zh": "我们的城市合作"}
_LINE_FOR: Final = re.compile(r"(#|<!--)\[(\w+)\](?:-->)?")
"""How a line begins that is only for a part or a language: `#[da] ` stays a comment, `<!--[github]-->` goes."""
_WORD: Final = re.compile(r" *(da|en|zh): ")
"""A line of the sample with a text in a language."""


class Wanted(NamedTuple):
    """What somebody wants of a new workspace. `requirement` is what pip installs c2c from, in the checks."""

    languages: tuple[str, ...]
    title: str | None
    requirement: str
    hosts: frozenset[str]
    has_sample: bool


def files(wanted: Wanted) -> dict[str, str]:
    """The text of every file by its name from the root, in order."""
    language = next((each for each in wanted.languages if each in LANGUAGES), LANGUAGES[0])
    made = {
        name: _filled(_only(text, _marks(wanted, language)), wanted, language)
        for part in _parts(wanted, language)
        for name, text in _read(starter() / part)
    }
    forms = dict(_read(starter() / language / "github"))
    if "gitlab" in wanted.hosts:
        made |= for_gitlab(forms)
    return {
        name: _in_languages(made[name], wanted) if name.startswith("data/") else made[name]
        for name in sorted(made)
    }


def _parts(wanted: Wanted, language: str) -> Iterator[str]:
    """The folders that the files stand in; the forms of GitLab are made from those of GitHub."""
    yield "always"
    yield f"{language}/always"
    if wanted.has_sample:
        yield "sample"
    yield from sorted(wanted.hosts)
    if "github" in wanted.hosts:
        yield f"{language}/github"


def _marks(wanted: Wanted, language: str) -> set[str]:
    """What lines are kept for."""
    kept = {language, *wanted.hosts}
    kept |= {"sample"} if wanted.has_sample else set()
    return kept | ({"hosted"} if wanted.hosts else set())


def _read(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder: its name from there, and its text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def _only(text: str, marks: set[str]) -> str:
    """The text without the lines that are for other parts or languages."""
    lines = []
    for line in text.splitlines(keepends=True):
        found = _LINE_FOR.match(line)
        if not found:
            lines.append(line)
        elif found[2] in marks:
            lines.append(line[found.end() :] if found[1] != "#" else f"#{line[found.end() :]}")
    return "".join(lines)


def _in_languages(text: str, wanted: Wanted) -> str:
    """The text with its words in the languages of the workspace, and no others."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not (at := _WORD.match(line)) or at[1] in wanted.languages)


def _filled(text: str, wanted: Wanted, language: str) -> str:
    """The text with every @name@ filled in, once, in the form that its place needs: in quotes it is YAML, else Markdown."""
    values = _values(wanted, language)
    names = "|".join(map(re.escape, values))
    return re.sub(names, lambda found: values[found[0]], text)


def _values(wanted: Wanted, language: str) -> Mapping[str, str]:
    from shlex import quote

    titles = {each: _TITLES[each] for each in wanted.languages if each in _TITLES}
    return {
        '"@title@"': scalar(wanted.title) if wanted.title else in_flow(titles or _TITLES["en"]),
        "@title@": escape_inside(wanted.title or _TITLES[language]),
        '["@languages@"]': in_flow(wanted.languages),
        '"@from@"': quoted(wanted.requirement, '"', in_flow=False),
        "@partnership@": "example-hill-harbour" if wanted.has_sample else "PARTNERSHIP",
        "@action@": "joint-exhibition" if wanted.has_sample else "ACTION",
        "@install@": f"pipx install {quote(wanted.requirement)}",
    }
