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


class InsideWorkspace(C2CError):
    """A new workspace is wanted in a folder that belongs to one already."""

    def __init__(self, folder: str, root: str) -> None:
        super().__init__(
            f"{folder} belongs to the workspace {root}, and c2c would not know which one is meant",
            "name a folder outside of it; a workspace has room for as many partnerships as you like",
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


class CannotRead(C2CError):
    """A file that is asked about and of which not all can be read."""

    exit_code = 1

    def __init__(self, name: str) -> None:
        super().__init__(f"c2c cannot read all of {name}", f"c2c validate {name} says why")


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

    def __init__(self, name: str, kept: str = "") -> None:
        super().__init__(
            f"{name} was changed meanwhile and is left as it is",
            f"somebody saved it twice: see whether all of {kept} is in it, then try again"
            if kept
            else "try again",
        )


class AlreadyThere(C2CError):
    """A file that was to be new and is there already; it is as it was."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is there already and is left as it is", "give another id with --id")


class OutputError(C2CError):
    """A file or a stream that could not be written or read."""

    exit_code = 74


class NoGit(C2CError):
    """Revisions are asked for where git is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "git is not installed, and only git knows revisions",
            "install it: https://git-scm.com; all that does not ask for a revision works without it",
        )


class NotARepository(C2CError):
    """A folder that is not in the working tree of a git repository."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"{folder} is not under version control: no git repository has it in its working tree",
            "revisions are there in a clone of the repository only",
        )


class Dubious(C2CError):
    """A repository that belongs to somebody else, which git does not read unless it is told to."""

    def __init__(self, folder: str, path: str) -> None:
        super().__init__(
            f"git does not read the repository of {folder}, as it belongs to another user",
            f"if you trust it: git config --global --add safe.directory {path}",
        )


class BadRevision(C2CError):
    """A revision that is none, or none that is here."""

    def __init__(self, revision: str, why: str, help: str = "") -> None:
        otherwise = "name a branch, a tag or a commit; `git log --oneline` lists commits"
        super().__init__(f"'{revision}' {why}", help or otherwise)


class MissingContent(C2CError):
    """A file of a revision whose content git cannot give."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"git does not have the content of {name}",
            "a partial clone lacks contents, and c2c fetches none: clone without --filter; else see `git fsck`",
        )


class GitFailed(C2CError):
    """Something that git does not do; it says why."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git says: {said}", "mend that, or see `git fsck`")


class NothingThen(C2CError):
    """A revision that has no workspace where there is one now."""

    def __init__(self, revision: str, folder: str) -> None:
        super().__init__(
            f"there is no workspace in {folder} at '{revision}'",
            "it came, or moved here, later: `git log -- c2c.yaml data` says when",
        )


class TooMuchThen(C2CError):
    """A revision with more data than c2c takes into memory."""

    def __init__(self, revision: str, bound: int) -> None:
        super().__init__(
            f"the data at '{revision}' are more than {bound:,} bytes",
            "check the revision out, for there they are read file by file: `git worktree add`",
        )


class MissingPackage(C2CError):
    """A package that only this needs, and that is not installed."""

    def __init__(self, package: str, extra: str, what: str) -> None:
        super().__init__(
            f"{what} needs the package {package}, which is not installed",
            f"install c2c with it, `c2c-partnerships[{extra}]`; or by itself: pip install {package}",
        )


class OutputClosed(Exception):
    """Whoever reads standard output has had enough; no error, and nothing to say."""


class TemplateError(C2CError):
    """A template of the workspace that does not render."""
