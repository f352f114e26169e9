"""The second place: when and where, who teaches, and who is expected."""
