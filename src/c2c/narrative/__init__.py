"""The narrative: where a partnership or a city says that it is, what its record shows, and where the two disagree."""
