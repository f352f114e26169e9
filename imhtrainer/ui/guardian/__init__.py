"""A process beside the program that keeps the last slide on the projector, and brings the program back."""
