"""What the program does with decks, sessions and documents; no Qt."""
