"""A checkpoint’s round on the console: choices, counts, advice and buttons."""
