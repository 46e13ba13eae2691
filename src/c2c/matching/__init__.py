"""With whom a city could work: what the record says to each criterion, and the order that follows from it."""
