"""The outline: sections, slides, and where the room is."""
