"""IMH Trainer: run the workshop "Infant Mental Health – It Starts on Day 1" from one desktop program."""

__version__ = "0.1.0"
