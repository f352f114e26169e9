"""Keys and clickers: what each does, on whichever window it is pressed."""
