"""Presenting: the console on the facilitator's screen and the window the room sees."""
