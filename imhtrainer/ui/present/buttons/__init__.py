"""The console’s buttons: a face, a key cap, and the large one for Next."""
