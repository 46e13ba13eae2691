"""City partnerships as plain text under git: what was promised, what was delivered, what is open."""

__version__ = "0.1.0"
