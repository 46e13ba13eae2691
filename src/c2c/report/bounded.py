"""A workspace's own templates are rendered in a process of their own, with little memory and little time.

The process gets JSON on its standard input: it never sees a model or a path.
"""

import sys
from collections.abc import Callable
from typing import Final

from c2c.errors import TemplateError
from c2c.language import Language
from c2c.report.plain import View
from c2c.report.templates import Templates
from c2c.resources import PACKAGE

MEMORY: Final = 512 * 1024 * 1024
SECONDS: Final = 10
LONGEST: Final = 64 * 1024 * 1024
"""The longest text that a template may make, in bytes."""


def render(name: str, templates: Templates, view: View, language: Language, seconds: int = SECONDS) -> str:
    """The text that a template makes of a view; built-in templates here, others in a bounded process.

    Raises TemplateError, which says what the template did.
    """
    if not templates.own:
        from c2c.report import rendering

        return rendering.render(name, templates.texts, view, language, trusted=True)
    return _rendered_apart(name, templates, view, language, seconds)


def part(
    name: str, form: str, templates: Templates, frame: View, language: Language
) -> Callable[[View], str] | None:
    """What writes the part of one partnership where its view is made; nothing where templates are not trusted."""
    if templates.own:
        return None
    from c2c.report import rendering

    return rendering.part(name, form, templates.texts, frame, language)


def _rendered_apart(name: str, templates: Templates, view: View, language: Language, seconds: int) -> str:
    import json
    import subprocess

    question = {"name": name, "templates": dict(templates.texts), "view": view, "language": language.code}
    serve = "import sys; sys.path.append(sys.argv[1]); from c2c.report.bounded import serve; serve(int(sys.argv[2]))"
    command = [sys.executable, "-I", "-c", serve, str(PACKAGE.parent), str(seconds)]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=seconds * 2,
            check=False,
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise TemplateError(*_too_long(templates, seconds)) from None
    if "broken" in answer:
        raise TemplateError(
            f"templates/{answer['broken']}", "mend the template, or take it out to use the built-in one"
        )
    return str(answer["text"])


def _too_long(templates: Templates, seconds: int) -> tuple[str, str]:
    names = ", ".join(templates.own)
    message = f"the workspace's templates need more than {seconds} seconds or {MEMORY // 1024**2} MB"
    return message, f"look for a loop that grows in templates/ ({names})"


def serve(seconds: int) -> None:
    """Read a question from standard input, answer it on standard output. This is the bounded process."""
    _bound(seconds)
    import json

    from c2c.report import rendering

    question = json.load(sys.stdin)
    try:
        text = rendering.render(
            question["name"], question["templates"], question["view"], Language(question["language"])
        )
    except rendering.Broken as error:
        answer = {"broken": str(error)}
    else:
        answer = (
            {"text": text}
            if len(text) <= LONGEST
            else {"broken": f"{question['name']}: the text grows too long"}
        )
    sys.stdout.write(json.dumps(answer))


def _bound(seconds: int) -> None:
    """Give this process its bounds, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
