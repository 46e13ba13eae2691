"""What a partnership, and a portfolio of them, can learn from what is on record; nothing here says what causes what."""
