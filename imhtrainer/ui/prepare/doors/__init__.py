"""Before the doors open: one row for each thing to look at."""
