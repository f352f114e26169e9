"""Importing a file of questions: each seen as the slides it would be, before anything is written."""
