"""Typing in evaluations that were written on paper."""
