"""Rules about the text of a file: YAML 1.2 core, read strictly."""

from c2c.diagnostics import Severity
from c2c.rules.base import Said, rule
from c2c.rules.libyaml import explained
from c2c.source import Problem

_QUOTES = 'put the whole text in quotes: "…"'


@rule("C101")
def syntax(problem: Problem) -> Said:
    """A data file is well-formed YAML.

    c2c reads on behind a syntax error, so that one mistake hides no other: the smallest piece that holds it is
    passed over.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: asked: no answer

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: "asked: no answer"
    """
    return Said(*explained(problem.facts["problem"]))


@rule("C102")
def duplicate_key(problem: Problem) -> Said:
    """A key stands once in its mapping.

    Other tools keep the last one in silence, and what the first one said is lost. It often comes from merging two
    changes.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        kind: mou

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: mou
    """
    key, first = problem.facts["key"][:80], problem.facts["first"]
    return Said(
        f"the key '{key}' stands here again, after line {first}", "keep one of them, or join what they say"
    )


@rule("C103")
def anchor(problem: Problem) -> Said:
    """Nothing is anchored with `&`: every fact is written where it belongs.

    Anchors and aliases make a change in one place act in another, and a few lines of them can fill a memory.
    A text that begins with `&` or `*` needs quotes.

    Bad:

        title: &name Demo
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said(
        f"the anchor &{problem.facts['name'][:80]} is not read",
        "write the value out; a text that begins with & needs quotes",
    )


@rule("C104")
def alias(problem: Problem) -> Said:
    """Nothing is repeated with `*`: every fact is written where it belongs.

    Bad:

        title: &name Demo
        summary: *name
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        summary: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said(
        f"the alias *{problem.facts['name'][:80]} is not read",
        "write the value out; a text that begins with * needs quotes",
    )


@rule("C105")
def tag(problem: Problem) -> Said:
    """Values have no YAML tag: the model knows what is a number, a date or a text.

    Bad:

        title: !!str Demo
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    shown = problem.facts["tag"].replace("tag:yaml.org,2002:", "!!")[:80]
    return Said(f"the tag {shown} is not read", "leave it out; a text that begins with ! needs quotes")


@rule("C106")
def merge_key(problem: Problem) -> Said:
    """There is no merge key `<<`, which YAML 1.2 does not have.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        <<: {note: Shared}

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: Shared
    """
    return Said("the merge key << is not read", "write the keys out")


@rule("C107")
def second_document(problem: Problem) -> Said:
    """A file holds one document.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        ---
        title: Another
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said("a second document begins here", "one file is one record: move this into a file of its own")


@rule("C108")
def directive(problem: Problem) -> Said:
    """A file has no `%YAML` or `%TAG` directive: it is always read as YAML 1.2.

    Bad:

        %YAML 1.1
        ---
        title: Demo
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said("a % directive is not read", "take the line out")


@rule("C109")
def bad_key(problem: Problem) -> Said:
    """A key is a plain word: not empty, no list and no mapping.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        [note, summary]: Something

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: Something
    """
    return Said(
        "a key that is no word", "write key: value; a text that begins with ? or a bracket needs quotes"
    )


@rule("C110")
def too_deep(problem: Problem) -> Said:
    """Lists and mappings nest at most 32 deep; a partnership needs 12.

    Bad:

        [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said(f"brackets or indentation nest more than {problem.facts['bound']} deep", "close what is open")


@rule("C111")
def forbidden_character(problem: Problem) -> Said:
    """A file has no control characters, no invisible ones, and none that reorder or break lines.

    They come along when text is copied from a PDF or a web page. In a terminal or a review they can hide what a
    change really says (CVE-2021-42574).

    Bad:

        $ printf 'title: De\\342\\200\\256mo\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml

    Good:

        $ printf 'title: Demo\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml
    """
    written = ", written as an escape," if "escaped" in problem.facts else ""
    return Said(
        f"the character {problem.facts['character']} ({problem.facts['name']}){written} does not belong here",
        "delete it, and type the text around it again",
    )


@rule("C112", Severity.WARNING)
def not_nfc(problem: Problem) -> Said:
    """Text is in Unicode's composed form (NFC): ø, å and ü are one character, not a letter and an accent.

    Text that looks the same but is not cannot be found or compared. It comes from file names and PDFs of macOS.

    Bad:

        $ printf 'title: Mu\\314\\210nster\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml

    Good:

        $ printf 'title: Münster\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml
    """
    return Said("a letter and its accent are two characters in this line", "type the letters anew")


@rule("C113")
def conflict_marker(problem: Problem) -> Said:
    """No merge conflict is left in a file, not even inside block text, where YAML does not mind it.

    Bad:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: |
          first
        <<<<<<< HEAD
          ours
        =======
          theirs
        >>>>>>> other

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
        note: |
          first
          ours
    """
    return Said(
        "a merge conflict is not settled", "choose between the two sides and delete the three marker lines"
    )


@rule("C114", Severity.WARNING)
def cut_by_comment(problem: Problem) -> Said:
    """A `#` inside a text needs quotes: unquoted, everything from ` #` on is a comment.

    A comment that is meant has a space behind its `#`.

    Bad:

        title: Item #3
        parties: [lyon, graz]
        kind: twinning

    Good:

        title: "Item #3"
        parties: [lyon, graz]
        kind: twinning  # a comment
    """
    return Said(
        "the text ends before this #: the rest is a comment", f"{_QUOTES}; or put a space behind the #"
    )


@rule("C115")
def empty_file(problem: Problem) -> Said:
    """A data file says something.

    Bad:

        # only a comment

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said("nothing is in this file", "fill it in or delete it")


@rule("C116")
def not_a_mapping(problem: Problem) -> Said:
    """A data file is a mapping of keys to values, not a list or a single text.

    Bad:

        - title: Demo
          parties: [lyon, graz]
          kind: twinning

    Good:

        title: Demo
        parties: [lyon, graz]
        kind: twinning
    """
    return Said(
        f"the file is {problem.facts['what']}, not keys with values",
        "begin with key: value, such as title: …",
    )
