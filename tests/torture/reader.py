"""Reads a file again and again until its standard input ends: as any program does, and as c2c does."""

import sys
import threading
import time
from pathlib import Path

from c2c.source import Source


def main(path: Path, end: str) -> None:
    """Count the readings, those of a file that is not whole, and those of one that is not there."""
    over = threading.Event()
    threading.Thread(target=_wait, args=(over,), daemon=True).start()
    readings = torn = missing = 0
    sys.stdout.write("reading\n")
    sys.stdout.flush()
    while readings == 0 or not over.is_set():
        readings += 2
        time.sleep(0.001)  # let the writers work, too
        try:
            torn += not path.read_text().endswith(f"{end}\n")
        except FileNotFoundError:
            missing += 1
        source = Source.load(path, path.name)
        torn += not (source.whole and source.text.endswith(f"{end}\n"))
    sys.stdout.write(f"{readings} readings, {torn} torn, {missing} missing\n")


def _wait(over: threading.Event) -> None:
    sys.stdin.read()
    over.set()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
