"""Wrap up: who completed, certificates, and the files to take away."""
