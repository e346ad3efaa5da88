"""In and out: diaries of other programs brought along, and everything of this one taken away as plain files."""
