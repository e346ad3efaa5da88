"""The rooms of the page about the ending: the questions before it, the worksheet, and what was finished."""
