"""Milestones on the screen: what they are called, where one is put into words, and the quick way to mark a moment."""
