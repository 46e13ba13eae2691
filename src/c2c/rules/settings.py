"""Rules about c2c.yaml: what it accepts is there to be accepted."""

from c2c.diagnostics import Severity
from c2c.rules.base import Said, rule
from c2c.source import Problem


@rule("C901", Severity.WARNING)
def accepts_nothing(problem: Problem) -> Said:
    """An accepted finding is one that the data has: when it is mended, its entry in c2c.yaml goes.

    Bad:

        # c2c.yaml
        accepted: [{rule: C504, subject: demo/lunch, reason: nobody is left to ask}]

    Good:

        # c2c.yaml
        languages: [en]
    """
    rule, subject = problem.facts["rule"], problem.facts["subject"]
    return Said(f"no finding {rule} is about '{subject}' any more", "take this entry out")


@rule("C902")
def accepts_unknown_rule(problem: Problem) -> Said:
    """An accepted finding names a rule that there is, and one that may be accepted: an error is mended, not accepted.

    Bad:

        # c2c.yaml
        accepted: [{rule: C999, subject: demo, reason: we like it so}]

    Good:

        # c2c.yaml
        languages: [en]
    """
    return Said(f"{problem.facts['rule']} {problem.facts['why']}", "`c2c rule` lists the rules")
