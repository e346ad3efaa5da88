"""The rooms of the note page: what stands beside the text, its pictures, and its ways to other notes."""
