"""Deck text to domain.Deck and back: reading, checking, and glancing at a deck's folder."""
