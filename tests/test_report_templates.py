"""A workspace's own templates: they take the place of built-in ones, and can do no harm."""

import sys
from pathlib import Path

import pytest

from c2c.errors import TemplateError
from c2c.language import Language
from c2c.report import bounded, rendering
from c2c.report.plain import View
from c2c.report.templates import Templates, templates_of
from c2c.resources import templates as builtin_folder
from reporting import ROOT, partnership, seen, told, workspace
from sheet import SHEET


def _with(root: Path, **templates: str) -> Path:
    workspace(root, a=partnership("{id: one, title: One}"))
    folder = root / "templates"
    folder.mkdir()
    for name, text in templates.items():
        (folder / f"{name}.j2").write_text(text, encoding="utf-8")
    return root


def _refused(root: Path, form: str = "html") -> str:
    with pytest.raises(TemplateError) as refusal:
        told(root, form=form)
    return str(refusal.value)


def test_a_template_of_the_workspace_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    root = _with(
        tmp_path, **{"story.md": "{% for p in partnerships %}{{ p.title|text }}: {{ p.total }}{% endfor %}\n"}
    )

    assert told(root, form="md") == "Lyon and Graz: 1\n"
    assert told(root, form="html").startswith("<!DOCTYPE html>")


def test_a_template_can_change_one_piece_and_leave_the_rest(tmp_path: Path) -> None:
    page = (
        (builtin_folder() / "page.html.j2")
        .read_text("utf-8")
        .replace("<footer>", "<footer>\n<p>Town hall</p>")
    )
    root = _with(tmp_path, **{"page.html": page})

    assert told(root).replace("<p>Town hall</p>\n", "") == told(workspace(tmp_path / "plain", a=_text(root)))


def _text(root: Path) -> str:
    return (root / "data/partnerships/a.yaml").read_text("utf-8")


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_text_that_is_not_there_is_written_as_nothing(tmp_path: Path, form: str) -> None:
    template = "[{{ partnerships[0].summary|text }}]{{ partnerships[0].title|text }}\n"

    assert told(_with(tmp_path, **{f"story.{form}": template}), form=form) == "[]Lyon and Graz\n"
    name = f"story.{form}.j2"
    assert rendering.render(name, {name: "[{{ none|text }}]\n"}, {}, Language("en")) == "[]\n"


def test_a_style_sheet_that_ends_before_its_end_is_refused(tmp_path: Path) -> None:
    root = _with(tmp_path)
    (root / "templates" / "report.css").write_text("p { color: black } </style><script>")

    assert _refused(root) == "templates/report.css: a style sheet cannot hold '</'"
    with pytest.raises(rendering.Broken, match="a style sheet cannot hold '</'"):
        rendering.render("a.html.j2", {"a.html.j2": "", "report.css": "</style>"}, {}, Language("en"))


def test_a_style_sheet_of_its_own_is_let_in_by_its_hash(tmp_path: Path) -> None:
    root = _with(tmp_path)
    (root / "templates" / "report.css").write_text("p { color: black }")

    page = told(root)

    assert "<style>p { color: black }</style>" in page
    assert "style-src &#39;sha256-X" in page or "style-src 'sha256-" in page


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ partnerships.__class__ }}", "unsafe"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ _.__globals__ }}", "unsafe"),
        ("{{ partnerships.append(1) }}", "unsafe"),
        ("{{ self.__init__.__globals__ }}", ""),
        ("{{ '{0.__class__}'.format(1) }}", "unsafe"),
        ("{{ title|safe }}", "No filter named 'safe'"),
        ("{{ lipsum() }}", "'lipsum' is undefined"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ partnerships[0].nothing }}", "has no attribute 'nothing'"),
        ("{% for %}", "story.html.j2:1"),
        (
            "one\n{% autoescape false %}{% endautoescape %}",
            "story.html.j2:2: escaping cannot be switched off",
        ),
        ("{% include '../c2c.yaml' %}", "there is no template '../c2c.yaml'"),
        ("{% include '/etc/passwd' %}", "there is no template '/etc/passwd'"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% for a in range(100000000) %}{% endfor %}", "Range too big"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
        ("{{ " + "(" * 200 + "1" + ")" * 200 + " }}", ""),
    ],
)
def test_a_template_that_reaches_too_far_is_refused_in_a_sentence(template: str, said: str) -> None:
    with pytest.raises(rendering.Broken) as refusal:
        rendering.render("story.html.j2", {"story.html.j2": template}, seen(SHEET), Language("en"))

    assert str(refusal.value).startswith("story.html.j2")
    assert said in str(refusal.value)


def test_the_refusal_names_the_file_and_the_line(tmp_path: Path) -> None:
    root = _with(tmp_path, **{"story.html": "one\ntwo\n{{ nothing }}\n"})

    assert _refused(root) == "templates/story.html.j2:3: 'nothing' is undefined"


@pytest.mark.slow
@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 10000000000 }}",
    ],
    ids=["time", "memory"],
)
def test_a_template_that_does_not_end_is_ended(template: str) -> None:
    templates = Templates({"story.md.j2": template}, ("story.md.j2",))

    with pytest.raises(TemplateError, match="need more than 2 seconds or 512 MB"):
        bounded.render("story.md.j2", templates, {}, Language("en"), seconds=2)


def test_links_are_not_followed(tmp_path: Path) -> None:
    root = _with(tmp_path)
    (root / "templates" / "story.html.j2").symlink_to("/etc/passwd")
    assert "templates/story.html.j2 cannot be read" in _refused(root)

    other = workspace(tmp_path / "other", a=partnership("{id: one, title: One}"))
    (other / "templates").symlink_to(tmp_path / "templates")
    assert "templates/ is a symbolic link" in _refused(other)


def test_a_template_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    root = _with(tmp_path)
    (root / "templates" / "story.html.j2").write_bytes(b"\xff\xfe")

    assert _refused(root) == "templates/story.html.j2 is not UTF-8 text"


def test_a_folder_of_templates_that_is_the_built_in_one_is_trusted() -> None:
    assert templates_of(ROOT).own == ()


def test_a_sandboxed_template_gives_what_a_trusted_one_gives() -> None:
    texts, view, language = templates_of(ROOT).texts, seen(SHEET), Language("en")

    for name in ("story.html.j2", "story.md.j2", "matrix.html.j2", "matrix.md.j2"):
        plain = rendering.render(name, texts, view, language, trusted=False)
        assert plain == rendering.render(name, texts, view, language, trusted=True)


@pytest.mark.parametrize(
    "text",
    [
        "{% macro m(x) %}{{ caller() }}{{ x }}{% endmacro %}{% call m(v.a) %}*{% endcall %}",
        "{% macro m(x, y) %}{{ x }}{{ y }}{% endmacro %}{{ m(**{'x': 1, 'y': v.a}) }}{{ m(*[1, 2]) }}",
        "{% macro m(class) %}{{ class }}{% endmacro %}{{ m(class=v.a) }}",
        "{% for x in v.b %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{{ _('{n} of *', n=v.a) }}{{ v.a|upper }}{{ v['a'] }}{{ v.n + 1 }}{{ v.none }}",
    ],
)
@pytest.mark.parametrize("name", ["a.md.j2", "a.html.j2"])
def test_built_in_templates_are_compiled_to_what_jinja_gives(name: str, text: str) -> None:
    view: View = {"v": {"a": "<*a*>", "b": ["*", "<b>"], "n": 1, "none": None}}
    both = [
        rendering.render(name, {name: text}, view, Language("en"), trusted=each) for each in (True, False)
    ]

    assert both[0] == both[1]
    assert "*" in both[0]


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("c2c.kept.cache_from_source", lambda path: str(tmp_path / "kept.pyc"))
    text = rendering.render("a.md.j2", {"a.md.j2": "{{ 1 + 1 }}"}, {}, Language("en"), trusted=True)
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns

    assert text == "2\n"
    assert rendering.render("a.md.j2", {"a.md.j2": "{{ 1 + 1 }}"}, {}, Language("en"), trusted=True) == "2\n"
    assert kept.stat().st_mtime_ns == before
    assert rendering.render("a.md.j2", {"a.md.j2": "{{ 2 + 2 }}"}, {}, Language("en"), trusted=True) == "4\n"
    kept.write_bytes(b"nonsense")
    assert rendering.render("a.md.j2", {"a.md.j2": "{{ 2 + 3 }}"}, {}, Language("en"), trusted=True) == "5\n"
