"""What indicators say of a partnership: series of what was reported, and what the record itself can count."""
