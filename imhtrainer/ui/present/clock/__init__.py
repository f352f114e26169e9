"""Time: planned against actual, pace, the timeline and one line of advice."""
