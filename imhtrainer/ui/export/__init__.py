"""Exporting: what a training gives away, seen before it is written."""
