"""Pieces of the page of questionnaires: answering one, its history, and adding one from a file."""
