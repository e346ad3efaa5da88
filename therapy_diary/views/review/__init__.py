"""Pieces of the page before a session: what was meant to be tried, and a thought on it."""
