"""The sign-in desk in its drawer."""
