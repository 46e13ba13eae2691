"""The forms of GitHub as templates of GitLab, which has no forms: the same questions, as headings in Markdown."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from c2c.source import Data, Source

_FORMS: Final = ".github/ISSUE_TEMPLATE/"
_REQUEST: Final = ".github/pull_request_template.md"


def for_gitlab(files: Mapping[str, str]) -> dict[str, str]:
    """The templates of GitLab that ask what the forms of GitHub ask, by name."""
    made = {".gitlab/merge_request_templates/Default.md": files[_REQUEST]}
    for name, text in files.items():
        if name.startswith(_FORMS):
            made[f".gitlab/issue_templates/{PurePosixPath(name).stem}.md"] = "".join(_template(text, name))
    return made


def _template(text: str, name: str) -> Iterator[str]:
    """A form in Markdown: what is not to be read in the issue stands in comments."""
    form = _mapping(Source.parse(text, name).data)
    yield f"<!-- {form['description']} -->\n"
    for field in _list(form["body"]):
        says = _mapping(_mapping(field)["attributes"])
        if "value" in says:
            yield f"<!-- {says['value']} -->\n"
            continue
        yield f"\n### {says['label']}\n\n"
        if "description" in says:
            yield f"<!-- {says['description']} -->\n"
        for option in _list(says.get("options", [])):
            yield f"- [ ] {option}\n"


def _mapping(data: Data) -> Mapping[str, Data]:
    assert isinstance(data, dict)
    return data


def _list(data: Data) -> list[Data]:
    assert isinstance(data, list)
    return data
