"""Rules about files: whether they can be read at all, and what they are called."""

from c2c.diagnostics import Severity
from c2c.rules.base import Said, rule
from c2c.source import Problem
from c2c.spelling import did_you_mean


@rule("C001")
def unreadable(problem: Problem) -> Said:
    """A data file can be opened and read.

    The sentence carries what the operating system said. Mostly the permissions are wrong: `chmod u+rw FILE`.

    Bad:

        $ printf 'title: A\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml
        $ touch -d 2019-01-01 data/partnerships/demo.yaml
        $ chmod 000 data/partnerships/demo.yaml

    Good:

        $ printf 'title: A\\nparties: [lyon, graz]\\nkind: twinning\\n' > data/partnerships/demo.yaml
        $ chmod 644 data/partnerships/demo.yaml
    """
    return Said(
        f"cannot be read: {problem.facts['why']}", "give yourself the right to read it, or restore the file"
    )


@rule("C002")
def not_a_file(problem: Problem) -> Said:
    """A data file is a regular file: no folder, link, named pipe, socket or device.

    A symbolic link can point outside of the workspace, and a pipe can keep a check waiting for ever, so neither
    is followed.

    Bad:

        $ mkdir data/cities/wuxi.yaml

    Good:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
    """
    expected = problem.facts.get("expected", "file")
    help = f"put a regular {expected} here, or move this out of data/"
    return Said(f"is {problem.facts['what']}, not a {expected}", help)


@rule("C003")
def too_large(problem: Problem) -> Said:
    """A data file is at most 1 MiB (1,048,576 bytes), and has at most 150,000 keys, values and brackets.

    1 MiB of actions has about 125,000. The bounds keep a wrong file from holding up the machine that checks it.

    Bad:

        $ head -c 1100000 /dev/zero | tr '\\0' '#' > data/cities/wuxi.yaml

    Good:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
    """
    if "parts" in problem.facts:
        parts = int(problem.facts["parts"])
        return Said(f"has more than {parts:,} keys, values and brackets", "split it")
    size, bound = int(problem.facts["size"]), int(problem.facts["bound"])
    return Said(
        f"has {size:,} bytes; a data file has at most {bound:,}", "split it, or keep attachments elsewhere"
    )


@rule("C004")
def not_utf8(problem: Problem) -> Said:
    """A data file is text in UTF-8, with or without a byte order mark.

    In Windows Notepad: Save as, Encoding: UTF-8. In Excel: CSV UTF-8.

    Bad:

        $ printf 'names: M\\374nster\\nkind: city\\ncountry: DE\\n' > data/cities/muenster.yaml

    Good:

        $ printf 'names: Münster\\nkind: city\\ncountry: DE\\n' > data/cities/muenster.yaml
    """
    looks_like = problem.facts["looks_like"]
    return Said(f"is not UTF-8 text; it looks like {looks_like}", "save it again: Save as, Encoding: UTF-8")


@rule("C005", Severity.WARNING)
def not_read(problem: Problem) -> Said:
    """Everything under data/ is either read or a README.md, a LICENSE or a hidden file.

    Data files lie directly in data/cities, data/partnerships, data/sources or data/guidebook and end in `.yaml`, in
    small letters.
    Anything else would be passed over in silence, which is how data gets lost.

    Bad:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yml

    Good:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
    """
    what, suffix = problem.facts["what"], problem.facts["suffix"]
    if "known" in problem.facts:
        known = problem.facts["known"].split(", ")
        folders = f"put it into {', '.join(f'data/{folder}' for folder in known)}, or move it out of data/"
        help = folders if what == "a file" else did_you_mean(problem.facts["name"], known)
        return Said(f"is {what} that c2c does not read", help)
    if "chapters" in problem.facts:
        help = did_you_mean(problem.facts["name"], problem.facts["chapters"].split(", "))
        chapters = f"the chapters are {problem.facts['chapters']}"
        message = f"is {what} that c2c does not read: the guidebook has no chapter of that name"
        return Said(message, f"{help} {chapters}".strip())
    if suffix.lower() in ("yaml", "yml") and what == "a file":
        return Said(
            f"is {what} that c2c does not read: its name ends in .{suffix}", "rename it to end in .yaml"
        )
    return Said(
        f"is {what} that c2c does not read", "only NAME.yaml is read here; rename it or move it out of data/"
    )


@rule("C006")
def bad_file_name(problem: Problem) -> Said:
    """A data file's name is its id: small ASCII letters, digits and single hyphens, then `.yaml`.

    Such names are the same on every system and in every keyboard layout, and do not collide when two branches
    add files. Names in other scripts belong into the file, under `names` or `title`.

    Bad:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/Wuxi.yaml

    Good:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
    """
    name, better = problem.facts["name"], problem.facts["better"]
    help = f"rename it to {better}.yaml" if better else "use a-z, 0-9 and single hyphens"
    return Said(f"'{name}' cannot be an id", help)


@rule("C007")
def names_differ_by_case(problem: Problem) -> Said:
    """No two files of a kind have names that differ only in capital letters or accents' form.

    On Windows and macOS they are one file, and one of them would overwrite the other.

    Bad:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/WUXI.yaml

    Good:

        $ printf 'names: Wuxi\\nkind: city\\ncountry: CN\\n' > data/cities/wuxi.yaml
    """
    return Said(
        f"has the same name as {problem.facts['other']} but for capital letters", "keep one of the two"
    )


@rule("C008")
def id_is_not_the_file_name(problem: Problem) -> Said:
    """An `id` in a data file says the same as the file's name. It may be left out.

    Bad:

        # data/cities/wuxi.yaml
        id: nanjing
        names: Wuxi
        kind: city
        country: CN

    Good:

        # data/cities/wuxi.yaml
        id: wuxi
        names: Wuxi
        kind: city
        country: CN
    """
    said, name = problem.facts["said"], problem.facts["name"]
    return Said(
        f"says that its id is '{said}', but the file is called '{name}.yaml'",
        f"write id: {name}, or leave it out",
    )
