"""Files as badly written as YAML lets people write them, by chance: what an edit must get right, or leave alone."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

T = TypeVar("T")
WORDS = (
    *(
        "Frokost",
        "med",
        "den",
        "kinesiske",
        "ambassadør",
        "與大使共進午餐",
        "无锡",
        "😀🀄",
        "𠮷野家",
        "naïve",
        "50%",
        "a#b",
        "x:y",
    ),
    *(
        "it's",
        '"so"',
        "C:\\temp",
        "[evt.]",
        "{2017}",
        "- no",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "√",
        "(√)",
        "~",
        "no",
        "#5",
    ),
)
SAFE = ("Frokost", "med", "ambassadør", "无锡", "😀", "𠮷", "a#b", "x:y", "it's", "10%", "ro-ro")
SLUGS = (
    "lunch",
    "dinner",
    "walk",
    "talk",
    "first",
    "second",
    "third",
    "visits",
    "all",
    "bonn",
    "wuxi",
    "graz",
)
TEXTS = ("title", "note", "summary", "when", "kind", "began", "reason", "at")
RECORDS = {
    "agreements": ("id", "kind", "title", "signed", "note", "sources"),
    "focus_areas": ("id", "title", "note", "efforts", "period"),
    "efforts": ("id", "title", "actions", "note"),
    "actions": ("id", "title", "when", "kind", "status", "note", "areas", "sources"),
    "status": ("on", "is", "reason", "note", "evidence"),
    "evidence": ("source", "at", "url"),
    "sources": ("source", "at"),
    "ideas": ("id", "title", "note", "areas", "sources"),
    "doubts": ("id", "title", "note"),
}
ROOT = (
    "title",
    "parties",
    "kind",
    "began",
    "summary",
    "legend",
    "agreements",
    "focus_areas",
    "ideas",
    "doubts",
    "note",
    "sources",
)
LISTS = ("parties", "areas")


class Scribbler:
    """One file. `wild` has more of what nobody sane writes: explicit keys, comments in odd places, odd indentation."""

    def __init__(self, chance: Random, wild: bool) -> None:
        self.chance = chance
        self.wild = wild
        self.comments = 0

    def file(self) -> str:
        """The text."""
        lines = [*self.between(0), *self.mapping(ROOT, self.pick(0, 0, 0, 2) if self.wild else 0, 0)]
        lines += self.between(self.pick(0, 2, 5))
        if self.maybe(0.2):
            lines = ["# vim: set et", "---", *lines] if self.maybe(0.5) else ["# Banner", "", *lines]
        newline = self.pick("\n", "\n", "\r\n")
        return newline.join(lines) + self.pick(newline, newline, newline, "", newline * 3)

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def pick(self, *choices: T) -> T:
        return self.chance.choice(choices)

    def comment(self) -> str:
        self.comments += 1
        return f"# {self.comments} {self.pick(*WORDS)}: [x"

    def aside(self) -> str:
        """A comment at the end of a line, or nothing."""
        return f"{self.pick(' ', '  ', '     ')}{self.comment()}" if self.maybe(0.12) else ""

    def between(self, column: int) -> list[str]:
        """Empty lines and comments between others."""
        lines = []
        while self.maybe(0.15):
            odd = self.maybe(0.3) if self.wild else False
            indent = self.chance.randrange(12) if odd else column
            lines.append("" if self.maybe(0.4) else " " * indent + self.comment())
        return lines

    def mapping(self, keys: tuple[str, ...], column: int, depth: int) -> list[str]:
        """A mapping in lines."""
        chosen = [key for key in keys if self.maybe(0.6)] or [keys[0]]
        if self.maybe(0.3):
            self.chance.shuffle(chosen)
        lines: list[str] = []
        for key in chosen:
            lines += self.between(column)
            lines += self.entry(key, column, depth)
        while lines and (not lines[0].strip() or lines[0].lstrip().startswith("#")):
            lines.pop(0)  # it is to be able to stand behind a hyphen
        return lines

    def entry(self, key: str, column: int, depth: int) -> list[str]:
        written = self.pick(key, key, key, key, f'"{key}"', f"'{key}'") if self.wild else key
        head = f"{' ' * column}{written}{' ' if self.wild and self.maybe(0.05) else ''}:"
        if self.maybe(0.06):
            return [head + self.pick("", "", " ~", " null") + self.aside()]
        if key in RECORDS and depth < 6:
            return self.items(head, column, lambda at: self.record(RECORDS[key], at, depth + 1), key)
        if key in LISTS:
            return self.items(head, column, self.single, key)
        if key == "legend" and self.maybe(0.7):
            return [f'{head} {{"√": done, (√): partly_done}}{self.aside()}']
        if key in ("title", "note", "summary") and self.maybe(0.5):
            inner = column + self.chance.randrange(1, 5)
            below = [line for tag in ("da", "en", "zh") for line in self.text(f"{' ' * inner}{tag}:", inner)]
            return [head + self.aside(), *below]
        return self.text(head, column)

    def items(self, head: str, column: int, item: Callable[[int], list[str]], key: str) -> list[str]:
        """A list below its key, or in brackets."""
        form = self.chance.random()
        if form < 0.08:
            return [f"{head} []{self.aside()}"]
        if form < 0.25:
            return self.brackets(f"{head} ", key)
        at = column + self.chance.randrange(4)
        lines = [head + self.aside()]
        for _ in range(self.chance.randrange(1, 4)):
            lines += self.between(at)
            if key in RECORDS and self.maybe(0.15):
                lines.append(f"{' ' * at}- {self.flow(key)}{self.aside()}")
                continue
            space = self.pick(1, 1, 1, 3) if self.wild else 1
            first, *more = item(at + 1 + space)
            lines += [f"{' ' * at}-{' ' * space}{first.lstrip(' ')}", *more]
        return lines

    def record(self, keys: tuple[str, ...], at: int, depth: int) -> list[str]:
        return self.mapping(keys, at, depth)

    def single(self, at: int) -> list[str]:
        return [" " * at + self.pick(*SLUGS) + self.aside()]

    def flow(self, key: str) -> str:
        """A record in brackets."""
        keys = [name for name in RECORDS[key] if name not in RECORDS and self.maybe(0.6)] or ["id"]
        told = [f"{name}: {self.flow_value(name)}" for name in keys]
        return f"{{{', '.join(told)}{self.pick('', '', ', ', ' ')}}}"

    def flow_value(self, name: str) -> str:
        if name in LISTS:
            return f"[{', '.join(self.chance.sample(SLUGS, self.chance.randrange(4)))}]"
        if name in ("title", "note") and self.maybe(0.3):
            return f"{{da: {self.quoted()}, en: {self.quoted()}}}"
        return self.pick(*SLUGS, self.quoted(), self.quoted())

    def brackets(self, head: str, key: str) -> list[str]:
        """A list in brackets, on a line or over several."""
        count = self.chance.randrange(1, 4)
        told = [self.flow(key) if key in RECORDS else self.pick(*SLUGS) for _ in range(count)]
        if self.maybe(0.5):
            return [f"{head}[{', '.join(told)}{self.pick('', '', ',', ' ')}]{self.aside()}"]
        indent = " " * (len(head) - len(head.lstrip(" ")) + self.pick(2, 4))
        lines = [f"{head}[{self.aside()}"]
        for number, each in enumerate(told):
            comma = "," if number + 1 < count or self.maybe(0.3) else ""
            lines.append(f"{indent}{each}{comma}{self.aside()}")
        return [*lines, f"{indent[2:]} ]{self.aside()}"]

    def words(self, many: int, of: tuple[str, ...] = WORDS) -> str:
        return " ".join(self.pick(*of) for _ in range(many))

    def quoted(self) -> str:
        said = self.words(self.pick(1, 3, 40))
        if self.maybe(0.5):
            return "'" + said.replace("'", "''") + "'"
        return (
            '"' + said.replace("\\", "\\\\").replace('"', '\\"') + self.pick("", "\\n", "\\U0001F600") + '"'
        )

    def text(self, head: str, column: int) -> list[str]:
        """A key with a text in one of the many forms of YAML."""
        form = self.chance.randrange(9)
        inner = " " * (column + self.chance.randrange(1, 5))
        if form < 3:
            return [f"{head} {self.words(self.pick(1, 2, 5, 30), SAFE)}{self.aside()}"]
        if form == 3:
            return [f"{head} {self.quoted()}{self.aside()}"]
        if form == 4:
            more = [inner + self.words(3, SAFE) for _ in range(self.chance.randrange(1, 4))]
            return [f"{head} {self.words(2, SAFE)}", *more[:-1], more[-1] + self.aside()]
        if form == 5:
            sign = self.pick("'", '"')
            return [
                f"{head} {sign}{self.words(2, SAFE[:5])}",
                *self.pick([], [""]),
                f"{inner}und {sign}{self.aside()}",
            ]
        if form == 6 and self.wild:
            return [head + self.aside(), f"{inner}{self.words(3, SAFE)}{self.aside()}"]
        return self.in_lines(head, inner, column)

    def in_lines(self, head: str, inner: str, column: int) -> list[str]:
        """Literal or folded, with every way to end it and to say how far in it stands."""
        digit = str(len(inner) - column) if self.maybe(0.2) else ""
        header = f"{self.pick('|', '>')}{digit}{self.pick('', '-', '+')}"
        lines = [inner + self.words(self.pick(1, 5, 20)) for _ in range(self.pick(1, 2, 5, 20))]
        if self.maybe(0.3):
            lines.insert(
                1, self.pick("", f"{inner}# no comment", f"{inner}   further in", f"{inner}- no item")
            )
        if self.maybe(0.2):
            lines.append(self.pick("", " " * column, f"{inner}  "))
        return [f"{head} {header}{self.aside()}", *lines]
