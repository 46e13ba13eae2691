"""A view and a template become text. Templates see plain data only; a workspace's own ones are sandboxed as well."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import markupsafe
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from c2c.language import DEFAULT, Language
from c2c.model.text import UNDETERMINED
from c2c.report.compiled import Compiled, Direct
from c2c.report.drawing import drawing
from c2c.report.phrases import Escape, phrases
from c2c.report.plain import View
from c2c.saying import markdown

LINKED: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\]+", re.IGNORECASE)
"""An address that a report may link to."""

_UNWANTED_GLOBALS: Final = ("lipsum", "cycler", "joiner")
_UNWANTED_FILTERS: Final = ("safe", "pprint", "xmlattr", "tojson", "filesizeformat", "urlize")
_AUTOESCAPE: Final = re.compile(r"\{%[-+]?\s*autoescape\b")
_FULL_WIDTH: Final = "。，、；：？！）"
_AFTER_FULL_WIDTH: Final = re.compile(
    r"(?<=[。，、；：？！）]) +(?=\S)|(?<=。</a>) +(?=\S)|(?<=。</strong>) +(?=\S)"
)
"""The space between two sentences, where the sign before it brings its own."""
_FAILURES: Final = (
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,  # Python's, for blocks nested too deeply
    TypeError,
    ValueError,
)


class Broken(Exception):
    """A template that does not render; says in which file and line as far as is known."""


class Trusted(Environment):
    """For the built-in templates. `written` makes markup of a value, for the format."""

    code_generator_class = Direct
    written: Callable[[object], Markup]


class Sandboxed(ImmutableSandboxedEnvironment):
    """For a workspace's own templates: no attribute that leads to code, no method that changes a value."""


def render(
    name: str, templates: Mapping[str, str], view: View, language: Language, trusted: bool = False
) -> str:
    """The text that the template `name` makes of a view. Raises Broken.

    Every text is escaped for the format, which the name says: story.html.j2, story.md.j2.
    """
    is_markdown = name.endswith(".md.j2")
    try:
        environment = _environment(Trusted if trusted else Sandboxed, templates, language, is_markdown)
        text = environment.get_template(name).render(view)
    except TemplateSyntaxError as error:
        raise Broken(f"{error.name or name}:{error.lineno}: {error.message}") from None
    except TemplateNotFound as error:
        raise Broken(f"{name}: there is no template '{error.message}'") from None
    except _FAILURES as error:
        raise Broken(f"{_where(error, name)}: {str(error) or type(error).__name__}") from None
    if any(sign in text for sign in _FULL_WIDTH):
        text = _AFTER_FULL_WIDTH.sub("", text)
    return markdown.tidy(text) if is_markdown else text


def part(
    name: str, form: str, templates: Mapping[str, str], frame: View, language: Language
) -> Callable[[View], str]:
    """What writes the part of one partnership by the built-in templates: the macro `name` of NAME.FORM.j2."""
    environment = _environment(Trusted, templates, language, form == "md")
    macro: Callable[[View], str] = getattr(
        environment.get_template(f"{name}.{form}.j2").make_module(frame), name
    )
    return macro


def compile_ahead(templates: Mapping[str, str]) -> None:
    """Compile the built-in templates now, so that not even the first report has to."""
    for name in templates:
        if name.endswith(".j2"):
            _environment(Trusted, templates, Language(DEFAULT), name.endswith(".md.j2")).get_template(name)


def _environment(
    kind: type[Environment], templates: Mapping[str, str], language: Language, is_markdown: bool
) -> Environment:
    escape: Escape = markdown.escaped if is_markdown else markupsafe.escape
    environment = kind(
        loader=DictLoader(_checked(templates)),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_for_markdown if is_markdown else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        bytecode_cache=Compiled(__file__, markdown.__file__) if kind is Trusted else None,
    )
    if isinstance(environment, Trusted):
        environment.written = _markdown_written if is_markdown else _html_written
    for name in _UNWANTED_GLOBALS:
        environment.globals.pop(name, None)
    for name in _UNWANTED_FILTERS:
        environment.filters.pop(name, None)
    environment.filters.update(
        e=escape,
        escape=escape,
        forceescape=escape,
        address=_markdown_address if is_markdown else _html_address,
        text=_markdown_text(language.code) if is_markdown else _html_text(language.code),
    )
    environment.globals.update(
        **phrases(language, markdown.escaped_inside if is_markdown else escape),
        **_style(templates),
        **drawing(language),
        number=language.number,
        listed=language.list,
    )
    return environment


def _checked(templates: Mapping[str, str]) -> Mapping[str, str]:
    """The templates, none of which may switch escaping off."""
    for name, text in templates.items():
        found = _AUTOESCAPE.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            raise Broken(f"{name}:{line}: escaping cannot be switched off")
    return templates


def _style(templates: Mapping[str, str]) -> dict[str, str]:
    """The style sheet, and the hash by which the page's Content-Security-Policy lets in it and nothing else."""
    style = templates.get("report.css", "")
    if "</" in style:
        raise Broken("report.css: a style sheet cannot hold '</'")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": Markup(style), "style_hash": f"sha256-{digest}"}


def _html_address(url: object) -> Markup:
    """An address as it stands in an attribute; nothing, if it is none that a report may link to."""
    return markupsafe.escape(url) if isinstance(url, str) and LINKED.fullmatch(url) else Markup()


def _markdown_address(url: object) -> Markup:
    """The same between < and >, where Markdown takes every sign as it is."""
    return Markup(url) if isinstance(url, str) and LINKED.fullmatch(url) else Markup()


def _html_text(page: str) -> Callable[[View | None], Markup]:
    """Writes a text of the view; one in another language than the page's is marked as such."""

    def text(piece: View | None) -> Markup:
        if piece is None:
            return Markup()
        words, lang = _words(str(piece["text"])), piece["lang"]
        if lang in (page, UNDETERMINED):
            return words
        return Markup('<span lang="{}" dir="auto">{}</span>').format(lang, words)

    return text


@lru_cache(maxsize=4096)
def _words(text: str) -> Markup:
    """The text for HTML. No line of it begins as a command of a CI log does, where a report is printed into one."""
    return Markup(str(markupsafe.escape(text)).replace("\n::", "\n&#58;:"))


def _markdown_text(page: str) -> Callable[[View | None], Markup]:
    """The same for Markdown, where the language stands after the text, in brackets."""

    def text(piece: View | None) -> Markup:
        if piece is None:
            return Markup()
        words, lang = markdown.escaped(piece["text"]), piece["lang"]
        return words if lang in (page, UNDETERMINED) else Markup(f"{words} [{lang}]")

    return text


def _html_written(value: object) -> Markup:
    return value if type(value) is Markup else markupsafe.escape(value)


def _markdown_written(value: object) -> Markup:
    return value if type(value) is Markup else markupsafe.escape(_for_markdown(value))


def _for_markdown(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else markdown.escaped(value)


def _where(error: BaseException, name: str) -> str:
    """The template and line where the error came up: its frames are the ones whose file is a template."""
    found = name
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file == "<template>" or file.endswith(".j2"):
            found = f"{trace.tb_frame.f_globals.get('name', name)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found
