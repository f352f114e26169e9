"""Windows: views on snapshots that hold no truth of their own."""
