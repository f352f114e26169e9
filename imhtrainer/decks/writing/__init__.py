"""A deck as Markdown: the way back from a Deck to the text it is read from."""
