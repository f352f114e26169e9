"""Evaluations: those from phones, and typing in those that were written on paper."""
