"""The command line: parse, ask, print, return a code. `main` is what the command `c2c` runs."""

import sys


def main() -> int:
    """Run c2c with the process's arguments; returns the exit code."""
    try:
        if sys.argv[1:] == ["--version"] and sys.stdout is not None:
            return _say_version()
        from c2c.cli.app import run

        return run()
    except KeyboardInterrupt:
        return 130


def _say_version() -> int:
    """Say the version before anything is imported: every script and every prompt asks."""
    from c2c import __version__

    try:
        sys.stdout.write(f"c2c {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        from c2c.cli.aside import unwritten

        return unwritten(error, 0)
    return 0
