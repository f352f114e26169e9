"""Importing a PowerPoint file: what it changes, or what it becomes, seen before anything is written."""
