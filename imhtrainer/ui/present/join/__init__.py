"""The join drawer: how phones get in, who waits for a word, and who has lost a phone."""
