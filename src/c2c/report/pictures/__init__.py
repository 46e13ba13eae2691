"""Small pictures as inline SVG: what they show stands beside them in words, so nobody needs them to read a report."""

from c2c.report.pictures.coverage import coverage
from c2c.report.pictures.lines import lines
from c2c.report.pictures.profile import profile
from c2c.report.pictures.stacked import stacked

__all__ = ["coverage", "lines", "profile", "stacked"]
