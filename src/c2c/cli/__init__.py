"""The command line: parse, ask, print, return a code. `main` is what the command `c2c` runs."""

import sys


def main() -> int:
    """Run c2c with the process's arguments; returns the exit code."""
    try:
        if sys.argv[1:] == ["--version"] and _say_version():
            return 0
        from c2c.cli.app import run

        return run()
    except KeyboardInterrupt:
        return 130


def _say_version() -> bool:
    """Say the version before anything is imported: every script and every prompt asks. Whether it could be said."""
    from c2c import __version__

    try:
        sys.stdout.write(f"c2c {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):  # standard output is closed (then it is None) or full
        return False
    return True
