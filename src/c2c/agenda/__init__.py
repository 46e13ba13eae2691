"""The agenda: what is to be done about partnerships, by when, and how that is said."""
