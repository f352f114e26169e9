"""Video and sound on slides: played over their posters, in both windows."""
