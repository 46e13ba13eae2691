"""The exceptions of c2c. They are for wrong *use* and a failing machine; wrong *data* is a finding, never an exception.

Each owns its wording and the exit code that goes with it.
"""

from collections.abc import Iterable


class C2CError(Exception):
    """Something the person at the keyboard can act on; `str()` is the sentence to show."""

    exit_code = 2

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class NoWorkspace(C2CError):
    """No folder at or above the given one holds a c2c.yaml or a data folder."""

    def __init__(self, start: str) -> None:
        super().__init__(
            f"no workspace at or above {start}",
            "go to a folder that holds c2c.yaml or data/, or name one with --root DIR or C2C_ROOT",
        )


class NoFolder(C2CError):
    """The root that is named is no folder."""

    def __init__(self, root: str) -> None:
        super().__init__(
            f"the root {root} is not a folder",
            "name the folder of c2c.yaml and data/ with --root DIR or C2C_ROOT",
        )


class Unknown(C2CError):
    """A word on the command line that names nothing; `otherwise` is the help if no known word is near."""

    def __init__(
        self, what: str, word: str, known: Iterable[str], otherwise: str = "", where: str = ""
    ) -> None:
        from c2c.spelling import did_you_mean, nearest

        words = list(known)
        close = nearest(word, words)
        help = f"did you mean '{close}'?" if words == [close] else did_you_mean(word, words)
        place = f" in {where}" if where else ""
        super().__init__(f"there is no {what} '{word}'{place}", help or otherwise)


class BadOption(C2CError):
    """An option's value that cannot be read."""


class CannotEdit(C2CError):
    """A file that c2c could not change so that exactly the wanted change comes out; it is as it was."""

    def __init__(self, name: str, why: str, help: str = "") -> None:
        super().__init__(f"{name} is left as it is: {why}", help)


class Busy(C2CError):
    """Somebody else writes for longer than one waits."""

    exit_code = 75

    def __init__(self, folder: str) -> None:
        super().__init__(f"somebody else is changing files in {folder}", "try again")


class ChangedMeanwhile(C2CError):
    """A file that somebody else changed while c2c was at it; it is as they left it."""

    exit_code = 75

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was changed meanwhile and is left as it is", "try again")


class OutputError(C2CError):
    """A file or a stream that could not be written or read."""

    exit_code = 74


class OutputClosed(Exception):
    """Whoever reads standard output has had enough; no error, and nothing to say."""


class TemplateError(C2CError):
    """A template of the workspace that does not render."""
