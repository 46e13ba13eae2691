"""Where words stand in what is on record: actions, ideas, lessons, results, obstacles and events, in every language."""
