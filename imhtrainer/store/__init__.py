"""The journal, the settings and files on disk."""
