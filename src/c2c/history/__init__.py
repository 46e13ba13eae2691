"""What changed between two states of the data, by meaning: order and form of a file are no change."""
