"""What data holds stays text, in both formats and both layouts."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from c2c.saying import markdown
from reporting import LAYOUTS, told, workspace

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "](javascript:alert(1))",
    "[x](https://example.org)",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "| x |",
    "-->",
    "<!-- x",
    "`x` ``` ~~~",
    "# a heading #",
    "1. one",
    "2) two",
    "- a list",
    "+ a list",
    "* a list",
    "> a quote",
    "===",
    "---",
    "&lt;b&gt; &#60;",
    "{{ 7*7 }} {% raw %} {# x #}",
    "::warning file=x::y",
    "*a* _b_ ~~c~~ $d$",
    "quotes \" and ' and \\",
    "a" * 3000,
    "שלום עולם مرحبا",
    "C# and a#b and #1",
    "[1]: https://example.org",
    "two\nlines\n\n# and a heading",
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TAGS = frozenset(
    (
        *(
            "a",
            "article",
            "b",
            "body",
            "caption",
            "circle",
            "dd",
            "defs",
            "div",
            "dl",
            "dt",
            "footer",
            "h1",
            "h2",
            "h3",
        ),
        *(
            "h4",
            "head",
            "header",
            "html",
            "li",
            "main",
            "meta",
            "nav",
            "ol",
            "p",
            "section",
            "path",
            "pattern",
            "rect",
            "span",
        ),
        *("strong", "style", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
    )
)


class Reader(HTMLParser):
    """Collects the tags, the text and the addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _value in attrs)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which every text is hostile, in a known language and in another one."""
    root: Path = tmp_path_factory.mktemp("hostile")
    actions = "\n".join(
        f"""          - id: a{i}
            title: {{en: {_q(text)}}}
            note: {{ar: {_q(text)}}}
            beneficiaries: [{_q(text)}]
            status:
              - on: 2019-12
                is: {("done", "partly_done", "not_done", "open")[i % 4]}
                note: {_q(text)}
                waiting_for: {{who: {_q(text)}, since: 2018}}
                evidence: [{{title: {_q(text)}, at: {_q(text)}, url: "https://example.org/a_b*c?x=1&lt=2"}}]"""
        for i, text in enumerate(HOSTILE)
    )
    rest = "\n".join(
        f"""  - {{id: r{i}, title: {_q(text)}, note: {_q(text)}}}""" for i, text in enumerate(HOSTILE)
    )
    text = f"""title: {_q(HOSTILE[0])}
parties: [a, b]
kind: twinning
summary: {_q(HOSTILE[2])}
focus_areas:
  - id: area
    title: {_q("| area | #")}
    efforts:
      - id: effort
        title: {_q("`effort` <b>")}
        actions:
{actions}
obstacles:
{rest}
achievements:
{rest}
facts:
{rest}
doubts:
{rest}
participants:
{rest}
evaluations:
  - {{id: e, title: {_q(HOSTILE[3])}, findings: [{", ".join(map(_q, HOSTILE))}]}}
"""
    workspace(root, p=text)
    return root


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_in_data_becomes_a_tag(hostile: Path, layout: str) -> None:
    page = Reader(told(hostile, layout))

    assert page.tags <= TAGS
    assert not {name for name in page.attributes if name.startswith("on")}
    assert all(link.startswith(("#", "https://example.org/a_b*c?x=1&lt=2")) for link in page.links)
    text = _words("".join(page.texts))
    for each in HOSTILE:
        assert _words(each) in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_in_data_becomes_markdown(hostile: Path, layout: str) -> None:
    tokens = list(_flat(MARKDOWN.parse(told(hostile, layout, "md"))))

    assert {token.type for token in tokens} <= {
        *("inline", "text", "softbreak", "strong_open", "strong_close", "text_special", "list_item_open"),
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "list_item_close"),
        *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
        *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
        *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "link_open", "link_close"),
    }
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert set(links) <= {"https://example.org/a_b*c?x=1&lt=2"}
    text = _words("".join(token.content for token in tokens if token.type in ("text", "text_special")))
    for each in HOSTILE:
        assert "".join(each.split()) in text.replace(" ", "")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_line_of_markdown_is_a_command_to_a_log(hostile: Path, layout: str) -> None:
    lines = told(hostile, layout, "md").splitlines()

    assert not [line for line in lines if line.lstrip().startswith(("::", "##["))]


def test_a_text_in_another_language_is_marked_as_such(hostile: Path) -> None:
    assert '<span lang="ar" dir="auto">שלום עולם مرحبا</span>' in told(hostile)
    assert "שלום עולם مرحبا [ar]" in told(hostile, form="md")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), min_size=1))
def test_any_text_is_itself_after_markdown(text: str) -> None:
    (inline,) = (token for token in MARKDOWN.parse(f"- {markdown.escape(text)} .") if token.type == "inline")

    said = "".join(child.content for child in inline.children or [])
    assert _words(said) == _words(f"{text} .")
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), min_size=1))
def test_any_text_at_the_beginning_of_a_line_is_a_paragraph(text: str) -> None:
    kinds = [token.type for token in MARKDOWN.parse(markdown.escape(text))]

    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])


def _flat(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        found += [token, *_flat(token.children or [])]
    return found
