"""`python -m c2c` is c2c."""

from c2c.cli import command

command()
