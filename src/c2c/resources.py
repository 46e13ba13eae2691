"""Where the files that ship with c2c are: templates, catalogues, the guidebook, and what a workspace begins with."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """The folder of the built-in templates: inside an installed package, at the top level of a checkout."""
    packaged = PACKAGE / "templates"
    return packaged if packaged.is_dir() else PACKAGE.parents[1] / "templates"


def catalogue(language: str) -> Path:
    """The gettext catalogue of a language; English is the language of the message ids and has none."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "c2c.po"


def guidebook(chapter: str) -> Path:
    """The file of a chapter of the guidebook."""
    return PACKAGE / "guidebook" / "data" / f"{chapter}.yaml"


def starter() -> Path:
    """The folder of what a new workspace begins with."""
    return PACKAGE / "starter" / "files"
