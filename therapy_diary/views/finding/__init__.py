"""Finding one's way in the diary: the rows of the timeline and of a search, how they are drawn, and the calendar."""
