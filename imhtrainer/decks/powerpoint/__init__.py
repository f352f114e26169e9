"""PowerPoint files into decks: what a file shows, what changed in one of ours, a new deck from any other."""
