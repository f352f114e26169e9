"""The whole deck at a glance: every slide as a small picture, found by typing, shown by Enter."""
