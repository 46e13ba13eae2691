"""c2c guide: the guidebook, to read and to search."""

from typing import TYPE_CHECKING, Annotated

import typer

from c2c.cli.completion import topics
from c2c.cli.options import Json, Lang, Root, check_word, speaker, workspace
from c2c.errors import BadOption, NoWorkspace

if TYPE_CHECKING:
    from c2c.guidebook.book import Guidebook
    from c2c.model.guidebook import Entry
    from c2c.saying import Speaker

SEARCH = "search"


def guide(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="TOPIC",
            help="A chapter (loops, kpis, areas …), a step or another item by its id, or search. [default: an overview]",
            autocompletion=topics,
        ),
    ] = None,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="What to search for: all of the words.")
    ] = None,
    lang: Lang = None,
    json: Json = False,
    root: Root = None,
) -> None:
    """Read the guidebook.

    How a good partnership is made: eight steps and four loops, how to choose a partner, what to measure, and why it
    works or does not. What the workspace adds under data/guidebook/ is part of it.
    """
    book, voice = _open(context, root, lang)
    if words and topic != SEARCH:
        raise BadOption(
            f"'{' '.join(words)}' is too much after {topic}",
            f"c2c guide {SEARCH} {' '.join([str(topic), *words])}",
        )
    if topic == SEARCH:
        if not words:
            raise BadOption("there is nothing to search for", f"c2c guide {SEARCH} WORD")
        found = _search(book, voice, words)
    elif topic is not None:
        found = _topic(book, topic)
    else:
        found = None
    if json:
        from c2c.export.document import print_document
        from c2c.export.guide import guide as exported

        wanted = None if found is None else {(name, entry.id) for name, entry in found}
        chapters = exported(book, voice, lambda name, entry: wanted is None or (name, entry.id) in wanted)
        print_document({"topic": topic, "words": words or []}, *chapters.items())
        return
    from c2c.cli.pages import print_items, print_overview

    if found is None:
        print_overview(book, voice)
    elif not found:
        from c2c.cli.aside import tell

        tell("the guidebook has nothing like that")
    else:
        print_items(found, book, voice)


def _open(context: typer.Context, root: "Root", lang: str | None) -> tuple["Guidebook", "Speaker"]:
    """The guidebook of the workspace, if there is one here, and who reads it out."""
    from c2c.guidebook.book import Guidebook
    from c2c.language import DEFAULT, Language, known
    from c2c.saying import Speaker

    try:
        space = workspace(context, root)
    except NoWorkspace:
        if root is not None:
            raise
        check_word("language", lang, known())
        return Guidebook(), Speaker(Language(lang or DEFAULT))
    return Guidebook(space), speaker(space, lang)


def _topic(book: "Guidebook", topic: str) -> list[tuple[str, "Entry"]]:
    """The items of a chapter, or those of an id; a step with its elements and outcomes. Raises Unknown."""
    from c2c.errors import Unknown
    from c2c.vocab import CHAPTERS

    wanted = topic.lower().replace("_", "-")
    if wanted in CHAPTERS:
        return [(wanted, entry) for entry in book.chapter(wanted)]
    found = [
        (name, entry)
        for name in CHAPTERS
        for entry in book.chapter(name)
        if entry.id.replace("_", "-") == wanted or getattr(entry, "step", None) == wanted
    ]
    if not found:
        known = [*CHAPTERS, *(id for name in CHAPTERS for id in book.ids(name)), SEARCH]
        raise Unknown(
            "topic", topic, known, f"c2c guide {SEARCH} {topic} looks into the texts", "the guidebook"
        )
    return found


def _search(book: "Guidebook", speaker: "Speaker", words: list[str]) -> list[tuple[str, "Entry"]]:
    """The items that have all of the words, in any language that they are written in; case does not matter."""
    from c2c.model.text import Text
    from c2c.vocab import CHAPTERS

    def has_all(entry: "Entry") -> bool:
        texts = [entry.id]
        for value in entry.__dict__.values():
            texts += value.by_language.values() if isinstance(value, Text) else ()
        told = "\n".join(texts).casefold()
        return all(word.casefold() in told for word in words)

    return [(name, entry) for name in CHAPTERS for entry in book.chapter(name) if has_all(entry)]
