"""The first place: trainings, what was interrupted, and sessions held before."""
