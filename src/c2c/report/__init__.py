"""Reports: a view is plain data about a year; a template makes text of it."""
