"""Slides and documents as measured pages; the only place where text is measured."""
