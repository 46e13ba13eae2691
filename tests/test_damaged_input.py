"""Any text, any bytes and any damage give findings or a record; nothing raises."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from building import DEMO, Files, demo
from c2c.model.loading import Loaded, load
from c2c.model.partnership import Partnership
from c2c.rules.base import Known
from c2c.rules.check import check_file
from c2c.source import Problem, Source
from c2c.source.text import decode
from c2c.workspace import PARTNERSHIP, Entry, File, Workspace

Build = Callable[[Files], Workspace]


KNOWN = Known(("en", "da"), frozenset(("lyon", "graz")), frozenset(("demo",)), frozenset(("case-study",)), {})


def assert_checked(content: str | bytes) -> None:
    """Findings or a record, never an exception; and every place lies within the file."""
    text = decode(content) if isinstance(content, bytes) else content
    source = Source(DEMO, "", problems=(text,)) if isinstance(text, Problem) else Source.parse(text, DEMO)
    loaded = Loaded(None) if source.data is None else load(Partnership, source.data)
    file = File(Entry(PARTNERSHIP, "demo", DEMO), source, loaded)
    found, _ = check_file(file, KNOWN)
    assert found or file.record is not None
    lines = (content.decode(errors="replace") if isinstance(content, bytes) else content).split("\n")
    for finding in found:
        span = finding.span
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        assert span.end_column <= len(lines[span.end_line - 1]) + 2
        assert f"{finding.message}{finding.help}{finding.subject}".isprintable()


FULL = (Path(__file__).parents[1] / "data/partnerships/bycirklen-wuxi.yaml").read_text(encoding="utf-8")[
    :6000
]
VALID = demo(
    "legend: {√: done, '%': not_done}\nended: {on: 2020-10, reason: other}\n"
    "agreements:\n  - {id: first, kind: mou, signed: 2007}",
    """
- id: lunch
  title: {en: Lunch, da: Frokost, zh: 午餐}
  when: {edtf: "{2017-05,2018?}", text: maj 2017 (evt. 18?)}
  responsible: [{party: lyon, role: "Mayor's office"}]
  same_as: [demo/dinner]
  status:
    - on: 2019-12
      is: √
      note: |
        Two lines,
        the second.
      evidence: [{source: case-study, url: https://example.org/x}]
- {id: dinner, title: Dinner, same_as: [lunch], status: [{on: 2018, is: "%", reason: postponed}]}
""",
)
PIECES = st.sampled_from(
    [
        *"\n\r\t :-,[]{}()#&*!|>'\"%@`?~<=\\√％",
        *(
            "- ",
            ": ",
            "  ",
            "\n  ",
            "\n- ",
            "<<: ",
            "&a ",
            "*a",
            "!!x ",
            "---\n",
            "...\n",
            "null",
            "id: ",
            "is: ",
        ),
        *("<<<<<<< x\n", "=======\n", ">>>>>>> x\n"),
        *("\\e", "\u202e", "\x00", "\ud800", "\ufeff", "\u2028", "\U0001f600"),
    ]
)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=30).map("".join))
@example("\ud800")
@example("a: b\rc: d\r#e")
@example("\t")
@example("[")
@example("? - ")
@example("--- #0")
@settings(max_examples=500)
def test_any_text_gives_findings_or_a_record(text: str):
    assert_checked(text)


@given(st.binary(max_size=60))
@settings(max_examples=200)
def test_any_bytes_give_findings_or_a_record(content: bytes):
    assert_checked(content)


DAMAGES = st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES | st.just("") | st.text(max_size=4))


@given(st.sampled_from([VALID, FULL]), st.lists(DAMAGES, max_size=4))
@settings(max_examples=300)
def test_a_file_that_was_damaged_gives_findings_or_a_record(text: str, damages: list[tuple[float, int, str]]):
    for where, length, piece in damages:
        start = int(where * len(text))
        text = text[:start] + piece + text[start + length :]
    assert_checked(text)
