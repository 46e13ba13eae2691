"""c2c as a program whose way of writing can be a bad one, to see that the harnesses notice: `writer.py WAY set …`.

`writer.py WAY --each` reads lines of JSON, each the arguments of a command, and prints how each ended. `writer.py WAY --fork`
runs each in a process of its own, maybe with a limit on the size of files, and maybe sends it a signal after a while:
[[argument, …], signal, seconds, bytes].
`writer.py WAY --replace PATH` puts what it reads in the place of a file, without a command around it.
"""

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import c2c.writing.exchange
import c2c.writing.held
from c2c.errors import C2CError
from c2c.writing.folder import told_if_unwritten


class NoLock:
    """What a writer has that does not lock."""

    kept = ()

    def __init__(self, folder: Path) -> None: ...

    def release(self) -> None:
        """Nothing to let go of."""


def plain(path: Path, before: bytes, content: bytes) -> None:
    """Open, write, close; as slowly as on a slow disk."""
    with path.open("wb", buffering=0) as file:
        for half in (content[: len(content) // 2], content[len(content) // 2 :]):
            file.write(half)
            os.fsync(file.fileno())


def unsynced(path: Path, before: bytes, content: bytes) -> None:
    """A temporary file that takes the place of the old one, before its content is on disk."""
    temporary = path.with_name(f".{path.name}.c2c-new")
    temporary.write_bytes(content)
    temporary.replace(path)


def unchecked(path: Path, before: bytes, content: bytes) -> None:
    """What many programs do: temporary file, fsync, replace; whatever is there by then, on a slow disk."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.c2c-new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    time.sleep(0.05)
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _ours() -> None: ...


def _without_leases() -> None:
    unknown = c2c.writing.held.Writers.UNKNOWN
    c2c.writing.held._lease = lambda descriptor: unknown


def _without_exchange() -> None:
    patch.object(c2c.writing.exchange, "_function", lambda: None).start()


def _with(replace: Callable[[Path, bytes, bytes], None], lock: bool = True) -> Callable[[], None]:
    changes: dict[str, object] = {"replace_unchanged": replace}
    if not lock:
        changes |= {"Lock": NoLock, "wait_until_quiet": lambda path: None}
    return lambda: vars(c2c.writing).update(changes)


WAYS: dict[str, Callable[[], None]] = {
    "ours": _ours,
    "without leases": _without_leases,
    "without renameat2": _without_exchange,
    "plain": _with(plain),
    "unsynced": _with(unsynced),
    "unchecked": _with(unchecked),
    "unlocked": _with(unchecked, lock=False),
}


def main() -> int:
    """Run what the arguments say, in the way that they say."""
    way, *arguments = sys.argv[1:]
    WAYS[way]()
    if arguments[0] == "--replace":
        return _replace(Path(arguments[1]))
    if arguments[0] in ("--each", "--fork"):
        _prepare()
        for line in sys.stdin:
            order = json.loads(line)
            told = _run(order) if arguments[0] == "--each" else _fork(*order)
            sys.stdout.write(f"{json.dumps(told)}\n")
            sys.stdout.flush()
        return 0
    return _main(arguments)


def _replace(path: Path) -> int:
    """Give a file the content of standard input, as an edit does."""
    try:
        with told_if_unwritten(path):
            lock = c2c.writing.Lock(path.parent)
            c2c.writing.replace_unchanged(path, path.read_bytes(), sys.stdin.buffer.read())
            lock.release()
    except C2CError as error:
        sys.stderr.write(f"error: {error}\n   help: {error.help}\n")
        return error.exit_code
    return 0


def _prepare() -> None:
    """Load what a command loads, so that what happens to it happens while it works."""
    import c2c.cli.app
    import c2c.cli.editing
    import c2c.cli.set
    import c2c.rules.check
    import c2c.writing.exchange
    from c2c.model.partnership import Partnership

    Partnership.model_rebuild()
    c2c.writing.exchange.prepare()


def _main(arguments: list[str]) -> int:
    from c2c.cli import main

    sys.argv = ["c2c", *arguments]
    return main()


def _run(arguments: list[str]) -> tuple[int, str]:
    from c2c.cli.app import run

    err = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(err):
        code = run(arguments)
    return code, err.getvalue()


def _fork(arguments: list[str], number: int, seconds: float, limit: int | None) -> tuple[int, str, float]:
    """Run a command in a process of its own; how it ended (minus the signal, if by one), what it said, and how long it took."""
    reading, writing = os.pipe()  # it takes more than c2c says, so nobody waits
    began = time.perf_counter()
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))  # Python's own work after a fork is not c2c's
    child = os.fork()
    if not child:
        _as_child(arguments, writing, limit)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    os.close(writing)
    if number:
        time.sleep(seconds)
        os.kill(child, number)  # it is ours until we wait for it, so nobody else has its number
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    took = time.perf_counter() - began
    with os.fdopen(reading, encoding="utf-8") as told:
        return code, told.read(), took


def _as_child(arguments: list[str], told: int, limit: int | None) -> None:
    code = 130
    try:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stdout, sys.stderr = os.fdopen(told, "w"), os.fdopen(os.dup(told), "w", 1)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
        code = _main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        pass
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
