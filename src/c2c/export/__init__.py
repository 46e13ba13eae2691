"""What c2c knows, in the formats of others: one format is one file, listed in a table."""
